import { useEffect, useState } from "react";

const SETTLED_AFTER_MS = 120;

/** What is written, once the hand rests: not every letter is asked of the server. */
export function useSettled(written: string, afterMs = SETTLED_AFTER_MS): string {
  const [settled, settle] = useState(written);
  useEffect(() => {
    const timer = setTimeout(() => settle(written), afterMs);
    return () => clearTimeout(timer);
  }, [written, afterMs]);
  return settled;
}
