import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { FigureAt } from "./rules/figure.ts";

/** Whose analysis a figure is fetched for, of what year, and the day as which it is known. */
export interface FiguresFor {
  readonly body: string;
  readonly year: number;
  readonly asOf: Day;
}

/**
 * What a chapter offers of figures to a situation analysis. Chapters above declare theirs; the shell gathers them. Each figure
 * is known by its `source` from day to day.
 */
export type FigureSource = (tx: Tx, of: FiguresFor) => Promise<readonly FigureAt[]>;

/** All figures that a body's analysis can fetch, in the order of the chapters. */
export async function figuresFor(
  sources: readonly FigureSource[],
  tx: Tx,
  of: FiguresFor,
): Promise<FigureAt[]> {
  const all: FigureAt[] = [];
  for (const source of sources) all.push(...(await source(tx, of)));
  return all;
}
