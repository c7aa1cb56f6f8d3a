import { useSyncExternalStore } from "react";

const NARROW = "(max-width: 44rem)";

/** Whether the window is as narrow as a phone: the figure is then drawn with fewer and larger words. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const query = matchMedia(NARROW);
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => matchMedia(NARROW).matches,
  );
