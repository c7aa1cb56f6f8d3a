import { useMemo } from "react";
import { useKeep } from "../keep-provider.tsx";
import { type Keep, keepOf, lastReader } from "../kept.ts";
import { useCopyRead } from "./copy-read.ts";

/**
 * The reader's own place in the browser. Without a connection nobody is known to have signed in: the place is then that of who was here
 * last, and has not signed out.
 */
export function useReaderKeep(): Keep {
  const keep = useKeep();
  const isCopy = useCopyRead() !== undefined;
  return useMemo(() => {
    const last = isCopy && keep.person === undefined ? lastReader(localStorage) : undefined;
    return last ? keepOf(last, keep.now, localStorage) : keep;
  }, [keep, isCopy]);
}
