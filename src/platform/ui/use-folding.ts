import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { type FoldingColumn, type Folds, foldsFor, unfolded } from "./folding.ts";

/** Of a text, no more than this is asked for before it wraps. Px. */
const WRAPS_AT = 136;
const NAME_WRAPS_AT = 184;
const NAME_AT_LEAST = 112;
const BUTTON_PX = 48;

interface Measurable {
  readonly id: string;
  readonly numeric?: boolean | undefined;
  readonly stays?: boolean | undefined;
  readonly sums?: readonly string[] | undefined;
}

/**
 * Folds a table's columns to the room that its frame has. The table is measured once with all its columns and folded before anybody has
 * seen it; it is measured again when what it holds is other (`holds`) or what it is written with has come. On paper nothing is folded.
 */
export function useFolding(
  columns: readonly Measurable[],
  naming: string,
  holds: string,
): {
  readonly frame: RefObject<HTMLDivElement | null>;
  /** Undefined while it is measured: all columns are to be there then, those that sum up others too. */
  readonly folds: Folds | undefined;
} {
  const frame = useRef<HTMLDivElement>(null);
  const [measured, setMeasured] = useState<{ of: string; widths: readonly FoldingColumn[] }>();
  const [room, setRoom] = useState(0);
  const [asked, setAsked] = useState(0);
  const [fonts, setFonts] = useState(0);
  const printing = usePrinting();
  const of = `${holds} ${columns.map(({ id }) => id).join(" ")} ${fonts}`;
  const known = measured?.of === of ? measured.widths : undefined;

  const folds = printing ? unfolded(columns) : known && foldsFor(known, naming, { room, button: BUTTON_PX });

  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at when what decides it is other, not at each drawing: that would lay the page out
  useLayoutEffect(() => {
    const table = frame.current?.querySelector("table");
    if (!frame.current || !table || printing) return;
    const width = frame.current.clientWidth;
    // What is closed has no room yet
    if (width === 0) return;
    if (!known) {
      // Two columns that have room are as they are to be: to measure them would lay out the page three times
      if (columns.length <= 2 && table.offsetWidth <= width) return;
      measureSoon({
        table,
        done(heads) {
          setRoom(width);
          setMeasured({ of, widths: widthsOf(heads, columns, naming) });
        },
      });
      return;
    }
    // What is laid out may still ask for more than it was measured to; each turn something gives way, until all is stacked
    const over = Math.ceil(table.offsetWidth - width);
    if (width === room && over > 0 && folds && !folds.stacked)
      setMeasured({
        of,
        widths: known.map((one) =>
          one.id === naming ? { ...one, width: one.width + over, least: one.least && one.least + over } : one,
        ),
      });
  }, [of, measured, room, asked, printing]);
  useEffect(() => {
    const element = frame.current;
    const table = element?.querySelector("table");
    if (!element || !table) return;
    const watch = new ResizeObserver(() => {
      setRoom(element.clientWidth);
      setAsked(table.offsetWidth);
    });
    watch.observe(element);
    watch.observe(table);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    let here = true;
    if (document.fonts.status === "loading")
      void document.fonts.ready.then(() => (here ? setFonts((count) => count + 1) : undefined));
    return () => {
      here = false;
    };
  }, []);
  return { frame, folds };
}

/** How wide each heading of a table is where it has all the room that it asks for, and where it has none. Px. */
interface Heads {
  readonly most: readonly number[];
  readonly least: readonly number[];
}
interface Measuring {
  readonly table: HTMLTableElement;
  done(heads: Heads): void;
}
const waiting: Measuring[] = [];

/** Measures before anything is seen, together with all tables that come at once: the page is laid out twice for all of them. */
function measureSoon(one: Measuring): void {
  if (waiting.push(one) === 1) queueMicrotask(measureAll);
}

function measureAll(): void {
  const all = waiting
    .splice(0)
    .filter(({ table }) => table.isConnected)
    .map((one) => ({ ...one, heads: [...one.table.querySelectorAll<HTMLElement>("thead th")] }));
  const at = (width: string) => {
    for (const { table } of all) table.style.width = width;
    return all.map(({ heads }) => heads.map((head) => head.getBoundingClientRect().width));
  };
  const most = at("max-content");
  const least = at("0");
  for (const { table } of all) table.style.width = "";
  flushSync(() => {
    for (const [i, { done }] of all.entries()) done({ most: most[i] ?? [], least: least[i] ?? [] });
  });
}

/** What each column asks for: a number all of it, a text as much as its longest word or what it wraps at. */
function widthsOf({ most, least }: Heads, columns: readonly Measurable[], naming: string): FoldingColumn[] {
  return columns.map(({ id, numeric, stays, sums }, i) => {
    const wraps = id === naming ? NAME_WRAPS_AT : WRAPS_AT;
    const asks = Math.min(most[i] ?? 0, wraps);
    return {
      id,
      width: Math.ceil(numeric ? (least[i] ?? 0) : Math.max(least[i] ?? 0, asks)),
      ...(id === naming ? { least: Math.max(least[i] ?? 0, Math.min(most[i] ?? 0, NAME_AT_LEAST)) } : {}),
      stays: stays === true || id === naming,
      sums,
    };
  });
}

/** True while the page is laid out for paper: all columns are printed. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const paper = window.matchMedia("print");
    // Before the browser lays the paper out
    const turn = () => flushSync(() => setPrinting(paper.matches));
    paper.addEventListener("change", turn);
    return () => paper.removeEventListener("change", turn);
  }, []);
  return printing;
}
