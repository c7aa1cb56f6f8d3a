import { useSyncExternalStore } from "react";
import { COPY_HEADER } from "./copies.ts";

let from: string | undefined;
const listeners = new Set<() => void>();

/** Takes notice of whether an answer came from the server or is a copy, and from when. */
export function tellOfCopy(headers: Headers): void {
  const next = headers.get(COPY_HEADER) ?? undefined;
  if (next === from) return;
  from = next;
  for (const tell of listeners) tell();
}

/** When the copy that one reads is from ("2028-05-15 14:03"); undefined where the server answers. */
export const useCopyRead = (): string | undefined =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => from,
  );
