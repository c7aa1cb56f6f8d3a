import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { InternalBudget } from "../../src/budget/internal/contract.ts";
import { INTERNAL_BUDGET } from "../../src/budget/internal/kind.ts";
import type { InternalParts } from "../../src/budget/internal/rules/rows.ts";
import { wageLines } from "../../src/budget/internal/rules/wage-budget.ts";
import { matterId } from "../../src/decisions/rules/kind.ts";
import { patched } from "../../src/shell/year/patch.ts";
import { readSteps } from "../../src/shell/year/play.ts";

const SAMPLE = join(import.meta.dirname, "..");
const PATH = new RegExp(`^/budget/${INTERNAL_BUDGET.kind}/([a-z-]+)/(\\d{4})$`);

/** The internal budgets that the sample's year ends with, by their matters: what its steps write, change by change. */
export async function internalBudgets(): Promise<ReadonlyMap<string, InternalParts>> {
  const found = new Map<string, InternalParts>();
  for (const { draft } of await readSteps(SAMPLE)) {
    const [, body, year] = PATH.exec(draft?.path ?? "") ?? [];
    // One that is begun from another is of a year that has no accounts yet
    if (!draft || draft.from || !body || !year) continue;
    const matter = matterId(INTERNAL_BUDGET.kind, body, Number(year));
    if (draft.change && !found.has(matter)) continue;
    const content = draft.change
      ? patched(found.get(matter), draft.change)
      : draft.file
        ? JSON.parse(await readFile(join(SAMPLE, "year", draft.file), "utf8"))
        : draft.content;
    const budget = InternalBudget.parse(content);
    const { jobs = [], wages } = budget;
    const lines = wageLines(jobs, wages, Number(year)).map((line) => ({
      ...line,
      monthsTkr: [...line.monthsTkr],
    }));
    found.set(matter, lines.length > 0 ? { ...budget, wageLines: lines } : budget);
  }
  return found;
}
