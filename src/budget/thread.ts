import { thingOf } from "../decisions/store/carried-on.ts";
import { bodyThing } from "../decisions/thread/rules/sorts.ts";
import type { Kept, ThreadThing, Tie } from "../platform/chapter.ts";
import type { Budget } from "./base/contract.ts";
import { allocationThing } from "./base/rules/allocation-thing.ts";
import type { InternalBudget } from "./internal/contract.ts";
import { INTERNAL_BUDGET } from "./internal/kind.ts";
import { BUDGET } from "./matter/kind.ts";

/** What of an internal budget a line or the wages of a unit come to. */
interface Krona {
  readonly thing: string;
  readonly name: string;
  readonly body: string;
  readonly amountTkr: number;
}

const framesIn = (content: unknown) => Object.entries((content as Budget).allocation?.years[0]?.frames ?? {});

/** The lines as they are written, and what the jobs of each unit cost together. */
function kronorIn({ source, body, content }: Kept): Krona[] {
  const { lines, wageLines = [] } = content as InternalBudget;
  const wages = Map.groupBy(wageLines, ({ unit }) => unit);
  return [
    ...lines.map(({ id, name, unit, amountTkr }) => ({
      thing: thingOf(source, "line", id),
      name,
      body: unit ?? body,
      amountTkr,
    })),
    ...[...wages].map(([unit, of]) => ({
      thing: thingOf(source, "wages", unit ?? "-"),
      name: "",
      body: unit ?? body,
      amountTkr: of.reduce((sum, { amountTkr }) => sum + amountTkr, 0),
    })),
  ];
}

/** What kronor hang in (V-9): an allocation in its body, whose goals it pays for; an internal budget in the allocation that it splits, its lines in it. */
export function budgetTies(of: Kept): Tie[] {
  const { source, kind, body, content } = of;
  if (kind === BUDGET.kind)
    return framesIn(content).flatMap(([one]) => [
      { from: allocationThing(source, one), to: bodyThing(one), sort: "given-to" },
    ]);
  if (kind !== INTERNAL_BUDGET.kind) return [];
  const { allocation } = content as InternalBudget;
  return [
    ...(allocation ? [{ from: source, to: allocationThing(allocation.matter, body), sort: "part-of" }] : []),
    ...kronorIn(of).map(({ thing }) => ({ from: thing, to: source, sort: "part-of" })),
  ];
}

/** Allocations and lines as they stand in the thread, with their amounts. */
export function budgetThings(of: Kept): ThreadThing[] {
  const { source, kind, year, body, content } = of;
  if (kind === BUDGET.kind)
    return framesIn(content).map(([one, amountTkr]) => ({
      thing: allocationThing(source, one),
      what: "allocation",
      name: "",
      href: `/ekonomi?ar=${year}&organ=${one}`,
      body: one,
      amountTkr,
    }));
  if (kind !== INTERNAL_BUDGET.kind) return [];
  const href = `/ekonomi/internbudget/${body}?ar=${year}`;
  return [
    { thing: source, what: "matter", name: "", href },
    ...kronorIn(of).map((one) => ({ ...one, what: "budget-line", href })),
  ];
}
