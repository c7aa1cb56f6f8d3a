import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Language } from "../../../kernel/format.ts";
import { inView, type Part, partsOf } from "./sections.ts";

const HEADINGS = "h2, h3";
/** What one has gone to stands where pages are scrolled to, under the top; a heading is read under once it is as far up. */
const SLACK_PX = 24;
const linePx = (): number =>
  (Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0) + SLACK_PX;

/** What a reader moves a page by. */
const BY_READER = ["wheel", "touchmove", "keydown", "pointerdown"] as const;

/** A part, and how far down its heading stands where that is to be kept too. */
interface Held {
  readonly anchor: string;
  readonly topPx?: number;
}

export interface Parts {
  readonly parts: readonly Part[];
  /** The part that one reads; undefined before the first. */
  readonly current: Part | undefined;
  /** Goes to a part, with the focus as well. */
  go(anchor: string): void;
}

/**
 * The headings of what is shown, as it is shown: a chapter need not say what it has. The address follows what one reads (#anchor),
 * and an address with an anchor opens there. Where the page turns to another language one stays at the part that one reads.
 */
export function useParts(content: RefObject<HTMLElement | null>, language: Language): Parts {
  const [parts, setParts] = useState<readonly Part[]>([]);
  const [current, setCurrent] = useState<number>();
  const headings = useRef<readonly HTMLElement[]>([]);
  const known = useRef<readonly Part[]>([]);
  // What the address said when the page was opened; taken once its heading is there
  const wanted = useRef(location.hash.slice(1));
  const reading = useRef<Held>(undefined);
  // Kept in view while what stands above it finds its height, until the reader moves
  const held = useRef<Held>(undefined);
  const spoken = useRef(language);

  const show = useCallback((anchor: string) => {
    const heading = headings.current[known.current.findIndex((part) => part.anchor === anchor)];
    heading?.scrollIntoView({ block: "start" });
    return heading;
  }, []);
  const go = useCallback(
    (anchor: string) => {
      const heading = show(anchor);
      if (!heading) return;
      // A heading takes the focus so that one reads on from it; it is no stop by Tab
      if (!heading.hasAttribute("tabindex")) heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      sayInAddress(anchor);
    },
    [show],
  );

  const keepInView = useCallback(() => {
    if (!held.current) return;
    const { anchor, topPx } = held.current;
    const heading = show(anchor);
    if (heading && topPx !== undefined) window.scrollBy(0, heading.getBoundingClientRect().top - topPx);
  }, [show]);

  useLayoutEffect(() => {
    if (spoken.current === language) return;
    spoken.current = language;
    held.current = reading.current;
    keepInView();
  }, [language, keepInView]);

  useEffect(() => {
    const root = content.current;
    if (!root) return;
    const letGo = () => {
      held.current = undefined;
    };
    const read = () => {
      const found = [...root.querySelectorAll<HTMLElement>(HEADINGS)].filter((one) =>
        one.textContent?.trim(),
      );
      const next = partsOf(
        found.map((one) => ({
          title: one.textContent?.trim() ?? "",
          level: one.tagName === "H2" ? 1 : 2,
          name: one.dataset.name,
          ...langOf(one),
        })),
      );
      headings.current = found;
      const same = JSON.stringify(next) === JSON.stringify(known.current);
      if (!same) {
        known.current = next;
        setParts(next);
      }
      if (wanted.current && next.some(({ anchor }) => anchor === wanted.current)) {
        const anchor = wanted.current;
        wanted.current = "";
        held.current = { anchor };
        show(anchor);
      }
    };
    let moved = false;
    const follow = () => {
      // Hidden while texts are on their way: nobody reads
      if (root.getClientRects().length === 0) return;
      const line = linePx();
      const tops = headings.current.map((one) => one.getBoundingClientRect().top - line);
      const atEnd = window.scrollY > 0 && root.getBoundingClientRect().bottom <= window.innerHeight;
      const at = inView(tops, atEnd);
      setCurrent(at);
      const part = at === undefined ? undefined : known.current[at];
      reading.current = part && { anchor: part.anchor, topPx: (tops[at as number] as number) + line };
      // Not before one has moved: an address that says no place is left as it is
      if (moved) sayInAddress(part?.anchor ?? "");
    };
    let frame = 0;
    let changed = false;
    const soon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        if (changed) {
          read();
          keepInView();
        }
        changed = false;
        follow();
      });
    };
    const scrolled = () => {
      if (wanted.current === "") moved = true;
      soon();
    };
    read();
    follow();
    const watch = new MutationObserver(() => {
      changed = true;
      soon();
    });
    // A heading in another language may be the same text node with other words
    watch.observe(root, { childList: true, characterData: true, subtree: true });
    const grown = new ResizeObserver(keepInView);
    grown.observe(root);
    for (const by of BY_READER) window.addEventListener(by, letGo, { passive: true });
    const asked = () => show(location.hash.slice(1));
    window.addEventListener("hashchange", asked);
    window.addEventListener("scroll", scrolled, { passive: true });
    window.addEventListener("resize", scrolled, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      watch.disconnect();
      grown.disconnect();
      for (const by of BY_READER) window.removeEventListener(by, letGo);
      window.removeEventListener("hashchange", asked);
      window.removeEventListener("scroll", scrolled);
      window.removeEventListener("resize", scrolled);
    };
  }, [content, show, keepInView]);

  return { parts, current: current === undefined ? undefined : parts[current], go };
}

/** The place in the address, past the router: which place one reads is no page of its own, and going back leaves the document. */
function sayInAddress(anchor: string): void {
  const hash = anchor ? `#${anchor}` : "";
  if (location.hash === hash) return;
  const replaceState = History.prototype.replaceState.bind(history);
  replaceState(history.state, "", location.pathname + location.search + hash);
}

/** The language that a heading is marked with, whichever the page has now: a Swedish document may be read in English. */
function langOf(heading: HTMLElement): Pick<Part, "lang"> {
  const marked = heading.closest<HTMLElement>("[lang]");
  return marked && marked !== document.documentElement ? { lang: marked.lang } : {};
}
