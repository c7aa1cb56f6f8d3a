import { aboveOf, type Body } from "../../organisation/rules/organisation.ts";
import { ACCOUNT_GROUPS, type AccountGroup } from "./kommun-bas.ts";
import { type BodyOutcome, countedIn, type Outcomes } from "./outcome.ts";
import { tkrOf, tkrParts } from "./whole-tkr.ts";

/** Whole tkr; net cost is positive when it costs, the other three when they give or cost. */
export interface SumsTkr {
  readonly incomeTkr: number;
  readonly costTkr: number;
  readonly otherTkr: number;
  readonly netCostTkr: number;
  readonly byAccountGroup: { readonly group: AccountGroup; readonly netCostTkr: number }[];
  readonly byMonth: { readonly month: number; readonly netCostTkr: number }[];
}

export interface OutcomeTkr {
  readonly bodies: (SumsTkr & { readonly body: string | null; readonly name: string })[];
  readonly parts: (SumsTkr & { readonly body: string; readonly name: string; readonly parent: string })[];
  readonly total: SumsTkr;
}

/**
 * Outcomes in whole tkr, so that what is shown sums: the net costs of bodies and of the central line sum to the total's,
 * which is the exact one rounded; a line's groups sum to its net cost, and so do its months; the total's groups and months
 * are the sums of the lines'. Lines without rows are left out.
 */
export function outcomeTkr(outcomes: Outcomes, bodies: readonly Body[], central: string): OutcomeTkr {
  const withRows = bodies.filter((body) => outcomes.bodies.has(body.id));
  const top = withRows.filter((body) => countedIn(bodies, body.id).length === 1);
  const lines = [
    ...top.map(({ id, name }) => ({ body: id, name, outcome: outcomes.bodies.get(id) as BodyOutcome })),
    { body: null, name: central, outcome: outcomes.central },
  ];
  const netTkr = tkrParts(
    tkrOf(outcomes.total.netCostOre),
    lines.map(({ outcome }) => outcome.netCostOre),
  );
  const rounded = lines.map(({ body, name, outcome }, i) => ({
    body,
    name,
    ...sumsTkr(outcome, netTkr[i] as number),
  }));
  return {
    bodies: rounded,
    parts: withRows
      .filter((body) => !top.includes(body))
      .map((body) => {
        const { id, name } = body;
        const parent = aboveOf(body);
        const outcome = outcomes.bodies.get(id) as BodyOutcome;
        return { body: id, name, parent: parent as string, ...sumsTkr(outcome, tkrOf(outcome.netCostOre)) };
      }),
    total: added(rounded),
  };
}

function sumsTkr(outcome: BodyOutcome, netCostTkr: number): SumsTkr {
  const groups = tkrParts(
    netCostTkr,
    ACCOUNT_GROUPS.map((group) => outcome.byAccountGroupOre[group]),
  );
  const months = tkrParts(netCostTkr, outcome.byMonthOre);
  return withParts(
    netCostTkr,
    ACCOUNT_GROUPS.map((group, i) => ({ group, netCostTkr: groups[i] as number })),
    months.map((tkr, i) => ({ month: i + 1, netCostTkr: tkr })),
  );
}

function added(lines: readonly SumsTkr[]): SumsTkr {
  const sum = (of: (line: SumsTkr) => number) => lines.reduce((total, line) => total + of(line), 0);
  return withParts(
    sum((line) => line.netCostTkr),
    ACCOUNT_GROUPS.map((group, i) => ({
      group,
      netCostTkr: sum((l) => l.byAccountGroup[i]?.netCostTkr ?? 0),
    })),
    Array.from({ length: 12 }, (_, i) => ({
      month: i + 1,
      netCostTkr: sum((l) => l.byMonth[i]?.netCostTkr ?? 0),
    })),
  );
}

function withParts(
  netCostTkr: number,
  byAccountGroup: SumsTkr["byAccountGroup"],
  byMonth: SumsTkr["byMonth"],
): SumsTkr {
  const of = (groups: readonly AccountGroup[]) =>
    byAccountGroup.filter((g) => groups.includes(g.group)).reduce((sum, g) => sum + g.netCostTkr, 0);
  return {
    incomeTkr: 0 - of(["3"]),
    costTkr: of(["4", "5", "6", "7"]),
    otherTkr: 0 - of(["8", "9"]),
    netCostTkr,
    byAccountGroup,
    byMonth,
  };
}
