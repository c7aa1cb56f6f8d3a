import { useEffect, useState } from "react";
import { useKeep } from "./keep-provider.tsx";
import type { KeptAt } from "./kept.ts";

interface Found<T> {
  readonly value: T;
  readonly from: KeptAt;
}

export interface KeptValue {
  /** What was kept before the page was opened, until the person has taken it up or thrown it away. */
  readonly offer:
    | { readonly from: KeptAt; readonly take: () => void; readonly discard: () => void }
    | undefined;
  forget(): void;
}

/**
 * A value that survives a lost connection and a closed window until `forget` is called: what a person has written and not
 * yet stored. It belongs to the person, and is offered when the page is opened anew.
 */
export function useKept<T>(name: string, initial: T): readonly [T, (value: T) => void, KeptValue] {
  const keep = useKeep();
  const [found, setFound] = useState(() => keep.read<Found<T>>(name));
  const [value, setValue] = useState<T>(initial);
  const [changed, setChanged] = useState(false);
  useEffect(() => {
    if (changed) keep.write(name, { value, from: keep.now() } satisfies Found<T>);
  }, [changed, keep, name, value]);
  return [
    value,
    (next) => {
      setChanged(true);
      setValue(next);
    },
    {
      offer: found && {
        from: found.from,
        take: () => {
          setFound(undefined);
          setChanged(true);
          setValue(found.value);
        },
        discard: () => {
          setFound(undefined);
          if (!changed) keep.forget(name);
        },
      },
      forget: () => {
        setChanged(false);
        keep.forget(name);
      },
    },
  ];
}
