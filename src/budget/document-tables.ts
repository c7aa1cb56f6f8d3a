import type { PaperCell, PaperTable } from "../kernel/paper.ts";

export const column = (label: string, kind: "text" | "number" = "text"): PaperTable["columns"][number] => ({
  label,
  kind,
});

/** An amount in whole tkr; a dash where there is none. */
export const tkr = (amount: number | undefined): PaperCell =>
  amount === undefined ? "–" : { number: amount };

export const decimals = (number: number, count: number): PaperCell => ({ number, decimals: count });

export const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, one) => sum + one, 0);
