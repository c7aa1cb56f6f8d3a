import { sumOf } from "../../../kernel/sum.ts";
import { type Body, upFrom } from "../../../organisation/rules/organisation.ts";
import { type InternalRow, internalMonths } from "./rows.ts";
import { budgetToDate } from "./to-date.ts";
import { serviceOf } from "./tree.ts";

/** Budget and outcome of the months that have been booked, tkr. */
export interface OutcomeLine {
  readonly key: string;
  /** The whole body, a service, a unit, what is nobody's of them (`rest`), or accounts that begin with a figure (`group`). */
  readonly kind: "body" | "unit" | "rest" | "group";
  readonly of: string;
  readonly yearTkr: number;
  readonly budgetTkr: number;
  readonly outcomeTkr: number;
  /** Budget − outcome: negative when more is used. */
  readonly deviationTkr: number;
  readonly children: readonly OutcomeLine[];
}

/** What the accounts say of a body or a unit: its net cost by month, 1–12, and by the accounts' first figure. */
export interface BookedBody {
  readonly body: string;
  readonly byMonth: readonly { readonly month: number; readonly netCostTkr: number }[];
  readonly byAccountGroup: readonly { readonly group: string; readonly netCostTkr: number }[];
}

interface Given {
  readonly body: string;
  readonly rows: readonly InternalRow[];
  /** The months that have been booked, from January. */
  readonly months: number;
  readonly whole: BookedBody;
  /** Administrations and units; what a unit has counts in those above it. */
  readonly parts: readonly BookedBody[];
  readonly bodies: readonly Body[];
  /** The body's months as they are in force, where the split is older. */
  readonly inForce?: readonly number[] | undefined;
}

/**
 * The budget of the period next to the outcome of the period (§2.5, E-6). The body by the months that hold for it everywhere;
 * under it each service with its units, by the split's own months, down to the accounts' groups; and the rest, which is what the
 * body and its administration have themselves: it makes the outcome's sum the body's.
 */
export function outcomeOf(given: Given): OutcomeLine {
  const { body, rows, months, whole, inForce } = given;
  const ofUnits = rows.filter(
    ({ unit }) => unit !== null && isService(given, serviceOf(given.bodies, body, unit)),
  );
  const services = [
    ...Map.groupBy(ofUnits, ({ unit }) => serviceOf(given.bodies, body, unit as string) as string),
  ];
  const lines = services.flatMap(([service, own]) => {
    const line = unitLine(given, service, own);
    return line ? [line] : [];
  });
  const told = new Set(lines.flatMap(({ of }) => services.find(([service]) => service === of)?.[1] ?? []));
  const rest = rows.filter((row) => !told.has(row));
  const wholeLine = amounts(internalMonthsOr(inForce, rows), months, netTkr(whole, months));
  const restLine =
    lines.length > 0
      ? [
          {
            key: "rest",
            kind: "rest" as const,
            of: body,
            ...amounts(
              internalMonths(rest),
              months,
              netTkr(whole, months) - sumOf(lines.map((line) => line.outcomeTkr)),
            ),
            children: [],
          },
        ]
      : [];
  return { key: body, kind: "body", of: body, ...wholeLine, children: [...lines, ...restLine] };
}

/** A unit's line alone, with its accounts' groups: what its manager asks for. Undefined where nothing of it is budgeted or booked. */
export function outcomeOfUnit(given: Given, unit: string): OutcomeLine | undefined {
  return unitLine(given, unit, rowsOfUnit(given, unit));
}

/** What a unit, with those under it, has of the split month by month; undefined where it has nothing of it. */
export function monthsOfUnit(given: Pick<Given, "rows" | "bodies">, unit: string): number[] | undefined {
  const own = rowsOfUnit(given, unit);
  return own.length === 0 ? undefined : internalMonths(own);
}

const rowsOfUnit = ({ rows, bodies }: Pick<Given, "rows" | "bodies">, unit: string): InternalRow[] =>
  rows.filter((row) => row.unit !== null && isWithin(bodies, row.unit, unit));

const internalMonthsOr = (inForce: readonly number[] | undefined, rows: readonly InternalRow[]) =>
  inForce ?? internalMonths(rows);

/** A service or a unit with what is under it; undefined where the split or the accounts do not know it. */
function unitLine(given: Given, of: string, rows: readonly InternalRow[]): OutcomeLine | undefined {
  const { months } = given;
  const booked = given.parts.find((part) => part.body === of);
  if (!booked || rows.length === 0) return undefined;
  const under = [...Map.groupBy(rows, ({ unit }) => unit as string)].filter(([unit]) => unit !== of);
  const units = under.flatMap(([unit, own]) => {
    const line = unitLine(given, unit, own);
    return line ? [line] : [];
  });
  const outcomeTkr = netTkr(booked, months);
  const line = { key: of, kind: "unit", of, ...amounts(internalMonths(rows), months, outcomeTkr) } as const;
  if (units.length === 0) return { ...line, children: groupLines(of, booked, rows, months) };
  const shared = rows.filter((row) => !units.some((unit) => unit.of === row.unit));
  const left = outcomeTkr - sumOf(units.map((unit) => unit.outcomeTkr));
  const sharedLine =
    shared.length > 0 || left !== 0
      ? [
          {
            key: `${of} rest`,
            kind: "rest" as const,
            of,
            ...amounts(internalMonths(shared), months, left),
            children: [],
          },
        ]
      : [];
  return { ...line, children: [...units, ...sharedLine] };
}

/** Income, and each sort of cost, of a unit that the accounts reach to the end of a month for. */
function groupLines(
  unit: string,
  { byAccountGroup }: BookedBody,
  rows: readonly InternalRow[],
  months: number,
): OutcomeLine[] {
  return byAccountGroup.flatMap(({ group, netCostTkr }) => {
    const own = rows.filter(({ account }) => account?.startsWith(group));
    if (own.length === 0 && netCostTkr === 0) return [];
    const line = amounts(internalMonths(own), months, netCostTkr);
    return [{ key: `${unit} ${group}`, kind: "group" as const, of: group, ...line, children: [] }];
  });
}

function amounts(monthsTkr: readonly number[], months: number, outcomeTkr: number) {
  const budgetTkr = budgetToDate({ monthsTkr }, months);
  return { yearTkr: sumOf(monthsTkr), budgetTkr, outcomeTkr, deviationTkr: budgetTkr - outcomeTkr };
}

const netTkr = ({ byMonth }: BookedBody, months: number): number =>
  sumOf(byMonth.filter((one) => one.month <= months).map((one) => one.netCostTkr));

/** An administration carries what has no unit too: it is part of the rest. */
const isService = ({ bodies }: Given, id: string | null): boolean => {
  const kind = bodies.find((body) => body.id === id)?.kind;
  return kind === "unit" || kind === "department";
};

const isWithin = (bodies: readonly Body[], unit: string, part: string): boolean =>
  upFrom(bodies, unit).some(({ id }) => id === part);
