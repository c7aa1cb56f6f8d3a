import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";

/**
 * The search that is open, from Ctrl-K and the bar's button: by its number, for one that has been closed is told of a moment later,
 * and by then the next may be open.
 */
export function useSearch() {
  const [search, set] = useState<number>();
  const opened = useRef(0);
  const openSearch = useCallback(() => {
    if (document.querySelector(OPEN)) return;
    opened.current += 1;
    set(opened.current);
  }, []);
  const closeSearch = useCallback((which: number) => set((now) => (now === which ? undefined : now)), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      openSearch();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [openSearch]);
  return { search, openSearch, closeSearch, typed: useTypedAhead(search) };
}

const OPEN = "dialog[open] input[role=combobox]";

/**
 * What one types after Ctrl-K while the dialog is on its way: kept until the dialog takes it, so that a quick hand loses no letter and
 * presses nothing on the page behind.
 */
function useTypedAhead(search: number | undefined): () => string {
  const kept = useRef("");
  const stop = useRef(() => {});
  useLayoutEffect(() => {
    kept.current = "";
    if (search === undefined) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key.length === 1) kept.current += event.key;
      else if (event.key === "Backspace") kept.current = kept.current.slice(0, -1);
      else if (event.key !== "Enter") return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener("keydown", onKey, true);
    stop.current = () => document.removeEventListener("keydown", onKey, true);
    return stop.current;
  }, [search]);
  return useCallback(() => {
    stop.current();
    return kept.current;
  }, []);
}
