import { useCallback, useSyncExternalStore } from "react";

const NARROW = "(max-width: 44rem)";
/** As in start.css: below it the figure takes the whole width, and what stands beside it stands over or under it. */
const STACKED = "(max-width: 72rem)";

/** Whether the window is as narrow as a phone: the figure is then drawn with fewer and larger words. */
export const useNarrow = (): boolean => useMedia(NARROW);

/** Whether there is no room for anything beside the figure. */
export const useStacked = (): boolean => useMedia(STACKED);

function useMedia(wanted: string): boolean {
  const follow = useCallback(
    (changed: () => void) => {
      const query = matchMedia(wanted);
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    [wanted],
  );
  return useSyncExternalStore(follow, () => matchMedia(wanted).matches);
}
