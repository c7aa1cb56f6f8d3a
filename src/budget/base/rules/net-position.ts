import type { LineId } from "./result-lines.ts";

/** What loans less cash are called: a debt, an asset where the cash is the larger, or either where it is so in some of the years only. */
export type NetName = "debt" | "asset" | "either";

export interface Named {
  /** Null for every other line: it has its own name. */
  readonly net: NetName | null;
  /** What the amounts are shown times. */
  readonly sign: 1 | -1;
}

/** How a line is called and signed by what it amounts to (E-7): "Nettoskuld −129 003" is an asset of 129 003. */
export function lineNamed(line: LineId, amountsTkr: readonly (number | null | undefined)[]): Named {
  if (line !== "netDebt") return { net: null, sign: 1 };
  const known = amountsTkr.filter((tkr) => typeof tkr === "number");
  if (!known.some((tkr) => tkr < 0)) return { net: "debt", sign: 1 };
  return known.some((tkr) => tkr > 0) ? { net: "either", sign: 1 } : { net: "asset", sign: -1 };
}
