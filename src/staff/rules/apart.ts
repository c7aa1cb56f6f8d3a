import { hiddenParts } from "../../goals/indicators/rules/small-numbers.ts";
import { countedIn } from "../../ledger/rules/outcome.ts";
import { aboveOf, type Body } from "../../organisation/rules/organisation.ts";
import { AGES, SEXES, type StaffRow } from "./figure.ts";
import { isOfFew, rowsWithin, type StaffSum, staffSum } from "./sums.ts";

/** Some of those who work in a body, or all: with what is said of them, or without where so few stand behind that it is not shown. */
export interface StaffGroup {
  readonly sex: StaffRow["sex"];
  readonly ages: StaffRow["ages"];
  readonly unit: string | null;
  /** Null: hidden. */
  readonly sum: Omit<StaffSum, "fewest"> | null;
}

interface Part {
  readonly sex: StaffRow["sex"];
  readonly unit: string | null;
  /** The ages; called so by the rule that hides. */
  readonly area: StaffRow["ages"];
  readonly value: number;
  readonly people: number;
  readonly sum: StaffSum;
}

const partOf = (rows: readonly StaffRow[], of: Pick<Part, "sex" | "unit" | "area">): Part[] => {
  const sum = staffSum(rows);
  return sum
    ? [{ ...of, value: sum.headcount, people: isOfFew(sum) ? sum.fewest || 1 : sum.headcount, sum }]
    : [];
};

const shown = ({ fewest: _fewest, ...sum }: StaffSum) => sum;

/**
 * Those who work in a body (null: all), by sex, by age and by what lies right under it (LKBR 11 kap., P-6). What few stand behind is
 * hidden, with what it could be counted out by: also among the bodies beside it, whose sum is known from the body above.
 */
export function staffApart(
  rows: readonly StaffRow[],
  bodies: readonly Body[],
  whose: string | null,
): { readonly all: StaffGroup | undefined; readonly groups: StaffGroup[]; readonly units: StaffGroup[] } {
  const own = rowsWithin(rows, bodies, whose);
  const sum = staffSum(own);
  if (!sum) return { all: undefined, groups: [], units: [] };
  const beside = siblings(rows, bodies, whose);
  const bySide = (unit: string | null, of: readonly StaffRow[]): { sexes: Part[]; ages: Part[] } => ({
    sexes: SEXES.flatMap((sex) =>
      partOf(
        of.filter((row) => row.sex === sex),
        { sex, unit, area: null },
      ),
    ),
    ages: AGES.flatMap((area) =>
      partOf(
        of.filter((row) => row.ages === area),
        { sex: null, unit, area },
      ),
    ),
  });
  const all = beside.map(([id, of]) => bySide(id, of));
  const hidden = new Set([
    ...hiddenParts(
      all.flatMap(({ sexes }) => sexes),
      "people",
    ),
    ...hiddenParts(
      all.flatMap(({ ages }) => ages),
      "people",
    ),
  ]) as ReadonlySet<unknown>;
  const groups = all
    .flatMap(({ sexes, ages }) => [...sexes, ...ages])
    .filter(({ unit }) => unit === whose)
    .map((part) => groupOf(part, hidden));
  const wholes = beside.flatMap(([unit, of]) => partOf(of, { sex: null, unit, area: null }));
  const hiddenWholes = hiddenParts(wholes, "people") as ReadonlySet<unknown>;
  const mine = wholes.find(({ unit }) => unit === whose);
  const under = childrenOf(rows, bodies, whose).flatMap(([unit, of]) =>
    partOf(of, { sex: null, unit, area: null }),
  );
  const hiddenUnder = hiddenParts(under, "people") as ReadonlySet<unknown>;
  const few = mine ? hiddenWholes.has(mine) : isOfFew(sum);
  return {
    all: { sex: null, ages: null, unit: whose, sum: few ? null : shown(sum) },
    groups: few ? groups.map((group) => ({ ...group, sum: null })) : groups,
    units: under.map((part) => groupOf(part, hiddenUnder)),
  };
}

const groupOf = (part: Part, hidden: ReadonlySet<unknown>): StaffGroup => ({
  sex: part.sex,
  ages: part.area,
  unit: part.unit,
  sum: hidden.has(part) ? null : shown(part.sum),
});

type Rows = readonly [id: string | null, rows: readonly StaffRow[]];

/** The bodies right under another that have anybody, each with its rows; of the whole the bodies that nothing counts above. */
function childrenOf(rows: readonly StaffRow[], bodies: readonly Body[], whose: string | null): Rows[] {
  const top = whose === null;
  return bodies
    .filter((body) => (top ? isTop(body, bodies) : aboveOf(body) === whose && !isTop(body, bodies)))
    .map(({ id }) => [id, rowsWithin(rows, bodies, id)] as const)
    .filter(([, of]) => of.length > 0);
}

function siblings(rows: readonly StaffRow[], bodies: readonly Body[], whose: string | null): Rows[] {
  const body = bodies.find(({ id }) => id === whose);
  if (whose === null || !body) return [[whose, rows]];
  return childrenOf(rows, bodies, isTop(body, bodies) ? null : (aboveOf(body) ?? null));
}

/** What counts in no other body: a committee, a board, the council. */
const isTop = (body: Body, bodies: readonly Body[]): boolean => countedIn(bodies, body.id).length === 1;
