import { useEffect, useRef } from "react";

/** The heading of the page that is shown. */
const PAGE_HEADING = "main h1";

/**
 * Focus follows what opens. `stage` names what is shown now, and is undefined until that is known: when it becomes another while
 * one is there, the element that `where` selects takes focus, or the page's heading where there is none. What is shown when one comes is
 * left alone.
 */
export function useOpened(stage: string | undefined, where: string = PAGE_HEADING): void {
  const before = useRef<string>(undefined);
  useEffect(() => {
    if (stage === undefined) return;
    const opened = before.current !== undefined && before.current !== stage;
    before.current = stage;
    if (opened)
      (
        document.querySelector<HTMLElement>(where) ?? document.querySelector<HTMLElement>(PAGE_HEADING)
      )?.focus();
  }, [stage, where]);
}
