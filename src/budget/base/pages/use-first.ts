import { useEffect, useState, useSyncExternalStore } from "react";

/** Those that are on the page now, in the order that they came. */
let there: readonly object[] = [];
const told = new Set<() => void>();

function now(present: readonly object[]): void {
  there = present;
  for (const tell of told) tell();
}

function subscribe(tell: () => void): () => void {
  told.add(tell);
  return () => told.delete(tell);
}

/** Whether what asks came before all others that ask: where a page has several, one does what they all would. */
export function useFirst(): boolean {
  const [me] = useState<object>(() => ({}));
  useEffect(() => {
    now([...there, me]);
    return () => now(there.filter((one) => one !== me));
  }, [me]);
  return useSyncExternalStore(subscribe, () => there[0]) === me;
}
