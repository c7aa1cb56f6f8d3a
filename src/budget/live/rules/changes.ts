import { Exact, roundHalfAwayFromZero } from "../../../kernel/money.ts";
import { ownValue } from "../../../kernel/own-value.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";
import type { Adjustment, AllocationInput, Indexation } from "../../base/rules/allocation-input.ts";
import type { Assumed } from "../../base/rules/assumed.ts";
import type { Investment } from "../../base/rules/investment.ts";
import type { PositionInput } from "../../base/rules/position.ts";
import { RESULT_LINES, type ResultInput } from "../../base/rules/result.ts";
import type { ResultPart } from "../../base/rules/result-parts.ts";
import type { Changes, LinePoints, PeopleShift } from "./changes-content.ts";

export type { AddedAdjustment, Beyond, Changes, PeopleShift } from "./changes-content.ts";

/** What a scenario is computed from: the part of a budget that it may change. */
export interface ScenarioBase {
  readonly input: AllocationInput;
  readonly resultInput: readonly ResultInput[];
  /** Opening balance and what follows from it, and the investments: not changed, but part of the result. */
  readonly position?: PositionInput | null | undefined;
  readonly investments?: readonly Investment[] | undefined;
  /** What lines of the result are made of, and what the plan says of the years that it has carried on. */
  readonly resultParts?: readonly ResultPart[] | undefined;
  readonly assumed?: Assumed | undefined;
}

export const NO_CHANGES: Changes = {
  priceKr: {},
  coverage: {},
  ratePoints: {},
  share: {},
  taxRate: {},
  taxBasePercent: {},
  lines: {},
  given: [],
  added: [],
  people: [],
};

const OLDEST = 129;
const isEmpty = (record: object) => Object.keys(record).length === 0;

/** The base as the scenario has it; what was given is not touched. What does not fit the base is left out (`changeRemarks`). */
export function applyChanges<T extends ScenarioBase>(base: T, changes: Changes): T {
  const { input } = base;
  const points = byId(changes.linePoints);
  return {
    ...base,
    input: {
      ...input,
      population: movedPopulation(input, changes.people),
      services:
        isEmpty(changes.priceKr) && isEmpty(changes.coverage) && isEmpty(changes.volumes ?? {})
          ? input.services
          : input.services.map((service) => {
              const coverage = ownValue(changes.coverage, service.id);
              return {
                ...service,
                ...(coverage === undefined ? {} : { coverage }),
                ...(service.measured
                  ? {
                      measured: inYears(service.measured, ownValue(changes.volumes, service.id), input.years),
                    }
                  : {}),
                priceKr: inYears(service.priceKr, ownValue(changes.priceKr, service.id), input.years),
              };
            }),
      indexation:
        isEmpty(changes.ratePoints) && isEmpty(changes.share) && points.size === 0
          ? input.indexation
          : input.indexation.map((line) => {
              const share = ownValue(changes.share, line.kind);
              const own = points.get(line.id ?? "");
              const rate = raised(line.rate, ownValue(changes.ratePoints, line.kind), input.years);
              return {
                ...line,
                rate: isLine(line, own) ? raised(rate, own.points, input.years) : rate,
                ...(share ? { share: inYears(line.share ?? {}, share, input.years) } : {}),
              };
            }),
      adjustments: adjustmentsOf(input, changes),
    },
    resultInput: base.resultInput.map((line) => resultLine(line, changes)),
  };
}

function inYears(
  own: Readonly<Record<string, number>>,
  changed: Readonly<Record<string, number>> | undefined,
  years: readonly number[],
): Readonly<Record<string, number>> {
  if (!changed) return own;
  return {
    ...own,
    ...Object.fromEntries(Object.entries(changed).filter(([y]) => years.includes(Number(y)))),
  };
}

function raised(
  own: Readonly<Record<string, number>>,
  points: Readonly<Record<string, number>> | undefined,
  years: readonly number[],
): Readonly<Record<string, number>> {
  if (!points) return own;
  // Decimals as people write them: 0.034 + 0.005 is 0.039, with no tail of binary arithmetic
  const sum = (year: number) => new Exact(own[year] ?? 0).plus(points[year] ?? 0).toNumber();
  return { ...own, ...Object.fromEntries(years.map((year) => [year, sum(year)])) };
}

/** The population with the people who are more or fewer in each of the years. */
export function movedPopulation(
  input: Pick<AllocationInput, "years" | "population">,
  shifts: readonly PeopleShift[],
) {
  if (shifts.length === 0) return input.population;
  const moved: Record<string, Readonly<Record<string, number>>> = { ...input.population };
  for (const { fromYear, age, extra, ageing } of shifts)
    for (const year of input.years) {
      const then = ageing ? age + year - fromYear : age;
      if (year < fromYear || then > OLDEST) continue;
      const ages = moved[year] ?? {};
      moved[year] = { ...ages, [then]: Math.max(0, (ages[then] ?? 0) + extra) };
    }
  return moved;
}

/** Whether a line of the base is the one that points were given to: it has not become a line of something else. */
const isLine = (line: Indexation | undefined, meant: LinePoints | undefined): meant is LinePoints =>
  line !== undefined && meant !== undefined && line.id === meant.id && line.kind === meant.kind;

const byId = <Row extends { readonly id: string }>(rows: readonly Row[] = []): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));

function adjustmentsOf(input: AllocationInput, { given, added }: Changes): readonly Adjustment[] {
  if (given.length === 0 && added.length === 0) return input.adjustments;
  const changed = byId(given);
  const kept = input.adjustments.flatMap((own) => {
    const change = changed.get(own.id ?? "");
    if (!change) return [own];
    return change.amountTkr === null ? [] : [{ ...own, amountTkr: change.amountTkr }];
  });
  const fitting = added.filter(({ body, year }) => input.bodies.includes(body) && input.years.includes(year));
  return [
    ...kept,
    ...fitting.map(({ body, year, amountTkr, oneOff, text }) => ({ body, year, amountTkr, oneOff, text })),
  ];
}

function resultLine<L extends ResultInput>(line: L, changes: Changes): L {
  const { year } = line;
  let taxBaseTkr = new Exact(line.taxBaseTkr);
  for (const [from, percent] of Object.entries(changes.taxBasePercent))
    if (Number(from) <= year) taxBaseTkr = taxBaseTkr.times(new Exact(100).plus(percent)).div(100);
  const amounts = RESULT_LINES.flatMap((name) => {
    const amountTkr = changes.lines[name]?.[year];
    return amountTkr === undefined ? [] : [[name, amountTkr] as const];
  });
  return {
    ...line,
    taxBaseTkr: roundHalfAwayFromZero(taxBaseTkr),
    taxRate: changes.taxRate[year] ?? line.taxRate,
    ...Object.fromEntries(amounts),
  };
}

/** What a scenario changes of the base's rows that the base no longer has: it is told, and not counted. */
export function goneRows(
  { input }: Pick<ScenarioBase, "input">,
  { given, linePoints = [] }: Pick<Changes, "given" | "linePoints">,
): { readonly given: Changes["given"]; readonly linePoints: readonly LinePoints[] } {
  const adjustments = new Set(input.adjustments.map(({ id }) => id));
  const lines = new Map(input.indexation.map((line) => [line.id, line]));
  return {
    given: given.filter(({ id }) => !adjustments.has(id)),
    linePoints: linePoints.filter((own) => !isLine(lines.get(own.id), own)),
  };
}

/** The changes without what is said of rows that the base does not have. */
export function withoutGone(base: Pick<ScenarioBase, "input">, changes: Changes): Changes {
  const gone = goneRows(base, changes);
  const { linePoints } = changes;
  return {
    ...changes,
    given: changes.given.filter((own) => !gone.given.includes(own)),
    ...(linePoints ? { linePoints: linePoints.filter((own) => !gone.linePoints.includes(own)) } : {}),
  };
}

/**
 * What in the changes has no counterpart in the base, each with its place: a service, kind, body, year or row. A row that the
 * scenario spoke of before (`known`) may have gone with an earlier base: it is told on the page, and stops nothing.
 */
export function changeRemarks({ input }: ScenarioBase, changes: Changes, known?: Changes): Remark[] {
  const found: Remark[] = [];
  const say = (at: string, value: string | number) =>
    found.push(remark("stops", "scenario-not-in-base", "§2.2", { value }, `changes.${at}`));
  const years = (at: string, byYear: Readonly<Record<string, unknown>>) => {
    for (const year of Object.keys(byYear))
      if (!input.years.includes(Number(year))) say(`${at}.${year}`, year);
  };
  const services = new Set(input.services.map((service) => service.id));
  const kinds = new Set(input.indexation.map((line) => line.kind));
  for (const [name, known] of [
    ["priceKr", services],
    ["ratePoints", kinds],
    ["share", kinds],
  ] as const)
    for (const [id, byYear] of Object.entries(changes[name])) {
      if (known.has(id)) years(`${name}.${id}`, byYear);
      else say(`${name}.${id}`, id);
    }
  for (const id of Object.keys(changes.coverage)) if (!services.has(id)) say(`coverage.${id}`, id);
  const measured = new Set(input.services.filter((one) => one.measured).map((one) => one.id));
  for (const [id, byYear] of Object.entries(changes.volumes ?? {})) {
    if (measured.has(id)) years(`volumes.${id}`, byYear);
    else say(`volumes.${id}`, id);
  }
  const gone = goneRows({ input }, changes);
  const told = {
    given: new Set(known?.given.map(({ id }) => id)),
    lines: new Set(known?.linePoints?.map(({ id }) => id)),
  };
  for (const [i, own] of (changes.linePoints ?? []).entries()) {
    if (!gone.linePoints.includes(own)) years(`linePoints.${i}.points`, own.points);
    else if (!told.lines.has(own.id)) say(`linePoints.${i}.id`, own.id);
  }
  for (const kind of Object.keys(changes.beyond?.ratePercent ?? {}))
    if (!kinds.has(kind)) say(`beyond.ratePercent.${kind}`, kind);
  years("taxRate", changes.taxRate);
  years("taxBasePercent", changes.taxBasePercent);
  for (const name of RESULT_LINES) years(`lines.${name}`, changes.lines[name] ?? {});
  for (const [i, own] of changes.given.entries())
    if (gone.given.includes(own) && !told.given.has(own.id)) say(`given.${i}.id`, own.id);
  for (const list of ["given", "linePoints"] as const) {
    const seen = new Set<string>();
    for (const [i, { id }] of (changes[list] ?? []).entries()) {
      if (seen.has(id))
        found.push(remark("stops", "scenario-row-twice", "§2.2", { value: id }, `changes.${list}.${i}.id`));
      seen.add(id);
    }
  }
  for (const [i, { body, year }] of changes.added.entries()) {
    if (!input.bodies.includes(body)) say(`added.${i}.body`, body);
    if (!input.years.includes(year)) say(`added.${i}.year`, year);
  }
  for (const [i, { fromYear }] of changes.people.entries())
    if (!input.years.includes(fromYear)) say(`people.${i}.fromYear`, fromYear);
  return [...found, ...tooFewRemarks(input, changes.people)];
}

/** Nobody can move away who is not there. */
function tooFewRemarks(input: AllocationInput, shifts: readonly PeopleShift[]): Remark[] {
  return shifts.flatMap(({ fromYear, age, extra, ageing }, i) => {
    const lacking = input.years.find((year) => {
      const then = ageing ? age + year - fromYear : age;
      return year >= fromYear && then <= OLDEST && (input.population[year]?.[then] ?? 0) + extra < 0;
    });
    if (lacking === undefined) return [];
    const params = { year: lacking, extra };
    return [remark("stops", "scenario-too-few-people", "§2.2", params, `changes.people.${i}.extra`)];
  });
}
