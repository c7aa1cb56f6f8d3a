import { percent } from "./group-facts.ts";
import type { EconomyFact, Statement } from "./report-data.ts";

export const KEY_FIGURES = ["result-share", "net-cost-share", "equity-ratio", "allocation-use"] as const;

interface KeyFigure {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  readonly before: number | null;
}

/** Key figures of the group's position (U-9), each with the year before where it is known; those that lack facts are left out. */
export function keyFigures(
  now: {
    readonly resultTkr: number | null;
    readonly taxAndGrantsTkr: number;
    readonly statement: readonly Statement[];
    readonly sheet: readonly {
      readonly row: string;
      readonly openingTkr: number;
      readonly closingTkr: number;
    }[];
    readonly economy: Pick<EconomyFact, "budgetToDateTkr" | "outcomeToDateTkr">;
  },
  before: readonly { readonly id: string; readonly value: number }[],
): KeyFigure[] {
  const net = now.statement.find((line) => line.row === "operating-net")?.outcomeTkr;
  const given = now.statement
    .filter((line) => line.row === "tax" || line.row === "grants-and-equalisation")
    .reduce((sum, line) => sum + line.outcomeTkr, 0);
  const equity = now.sheet.find((line) => line.row === "equity-total");
  const assets = now.sheet.find((line) => line.row === "assets");
  const { budgetToDateTkr: budget, outcomeToDateTkr: outcome } = now.economy;
  const values: Record<(typeof KEY_FIGURES)[number], number | null> = {
    "result-share": now.resultTkr === null ? null : percent(now.resultTkr, now.taxAndGrantsTkr),
    "net-cost-share": net === undefined ? null : percent(-net, given),
    "equity-ratio": equity && assets ? percent(equity.closingTkr, assets.closingTkr) : null,
    "allocation-use": budget === null || outcome === null ? null : percent(outcome, budget),
  };
  const opening = equity && assets ? percent(equity.openingTkr, assets.openingTkr) : null;
  return KEY_FIGURES.flatMap((id) => {
    const value = values[id];
    if (value === null) return [];
    const earlier = before.find((figure) => figure.id === id)?.value ?? null;
    return [{ id, value, unit: "procent", before: earlier ?? (id === "equity-ratio" ? opening : null) }];
  });
}
