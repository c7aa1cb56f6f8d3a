import { useEffect, useState } from "react";

const PREFIX = "tillit.kept.";
const MAX_KEPT = 200_000;

/**
 * A value that survives a lost connection and a closed window until `forget` is called: what a person has written and not
 * yet stored. `found` tells that there was something kept when the page was opened.
 */
export function useKept<T>(
  key: string,
  initial: T,
): readonly [T, (value: T) => void, { readonly forget: () => void; readonly found: boolean }] {
  const [first] = useState(() => read<T>(key));
  const [value, setValue] = useState<T>(first ?? initial);
  const [changed, setChanged] = useState(first !== undefined);
  useEffect(() => {
    if (!changed) return;
    const text = JSON.stringify(value);
    if (text.length > MAX_KEPT) return;
    try {
      localStorage.setItem(PREFIX + key, text);
    } catch {
      // A full or forbidden store: the text is still on the screen
    }
  }, [changed, key, value]);
  return [
    value,
    (next) => {
      setChanged(true);
      setValue(next);
    },
    {
      forget: () => {
        setChanged(false);
        localStorage.removeItem(PREFIX + key);
      },
      found: first !== undefined,
    },
  ];
}

function read<T>(key: string): T | undefined {
  try {
    const text = localStorage.getItem(PREFIX + key);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}
