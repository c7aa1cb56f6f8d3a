import { type Remark, remark } from "../../../kernel/remark.ts";
import { isBlank } from "../../../kernel/written.ts";

/** The parts of a situation analysis in which a fact can stand (model §2.4, A-2). */
export const FACT_PARTS = ["needs", "results", "conditions", "staff", "ambitions", "lawAndTrends"] as const;
export type FactPart = (typeof FACT_PARTS)[number];

/** A figure that is written by hand, with where it comes from; every other is fetched. */
export const OWN_FIGURE = "own";

export interface FigureAt {
  readonly source: string;
  readonly name: string;
  readonly unit: string;
  readonly value: number | null;
  readonly on: string | null;
  readonly from: string;
}

/**
 * A fact's figure as it is fetched: nobody types what can be fetched, and what is sent of it counts for nothing. A source that
 * is not there any more leaves the figure's name and no value.
 */
export function fetchedFigure<F extends FigureAt>(figure: F, fetched: readonly FigureAt[]): F {
  if (figure.source === OWN_FIGURE) return figure;
  const found = fetched.find(({ source }) => source === figure.source);
  return found ? { ...figure, ...found } : { ...figure, value: null, on: null };
}

/** How a figure that was frozen stands to what it is today: null where it is the same, or where nobody knows. */
export function sinceFrozen(
  frozen: FigureAt,
  fetched: readonly FigureAt[],
): { readonly value: number; readonly on: string | null } | null {
  if (frozen.source === OWN_FIGURE) return null;
  const now = fetched.find(({ source }) => source === frozen.source);
  if (!now || now.value === null || (now.value === frozen.value && now.on === frozen.on)) return null;
  return { value: now.value, on: now.on };
}

interface FactAt {
  readonly id: string;
  readonly text: string;
  readonly figure: FigureAt | null;
}

/** What a fact lacks: its words, its value, and for a figure written by hand its source. */
export const factRemarks = (facts: readonly FactAt[]): Remark[] =>
  facts.flatMap((fact, i) => {
    const { id, text, figure } = fact;
    return [
      ...(isBlank(text) ? [remark("stops", "fact-missing", "§2.4", {}, `facts.${i}.text`)] : []),
      ...(figure && figure.source !== OWN_FIGURE && figure.value === null
        ? [remark("deviation", "figure-gone", "§2.4", { name: figure.name || text }, `facts.${i}.text`)]
        : []),
      ...(figure?.source === OWN_FIGURE && isBlank(figure.from)
        ? [remark("stops", "figure-without-source", "§2.4", { text }, `facts.${i}.figure.from`)]
        : []),
      ...(facts.findIndex((other) => other.id === id) < i
        ? [remark("stops", "fact-twice", "§2.4", { id }, `facts.${i}.text`)]
        : []),
    ];
  });
