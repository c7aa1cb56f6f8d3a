import { useEffect } from "react";

/**
 * Whoever has the focus on something that goes away (a post that was ended, the button that took a change back) goes on from the heading
 * of the part of the page where it stood, else from the page: never from the top of the window. What gives the focus a better place by
 * itself, as a dialog does that closes, has done it two frames later.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: Element | null = null;
    let heading: HTMLElement | null = null;
    const note = () => {
      const at = document.activeElement;
      last = at === document.body ? null : at;
      // What is done in a dialog is of the place that it was opened from
      if (last && !last.closest("dialog")) heading = headingOver(last);
    };
    const goOn = () => {
      if (!last || last.isConnected || document.activeElement !== document.body) return;
      const to = heading?.isConnected ? heading : document.querySelector<HTMLElement>("main");
      to?.setAttribute("tabindex", "-1");
      to?.focus({ preventScroll: to !== heading });
    };
    const watch = new MutationObserver(() => {
      if (last && !last.isConnected) requestAnimationFrame(() => requestAnimationFrame(goOn));
    });
    document.addEventListener("focusin", note);
    document.addEventListener("click", note, true); // beside everything: the focus has been let go of
    watch.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener("focusin", note);
      document.removeEventListener("click", note, true);
      watch.disconnect();
    };
  }, []);
}

const headingOver = (one: Element): HTMLElement | null =>
  document.getElementById(one.closest("section[aria-labelledby]")?.getAttribute("aria-labelledby") ?? "");
