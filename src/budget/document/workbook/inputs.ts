import { ownValue } from "../../../kernel/own-value.ts";
import { columnName, type Sheet } from "../../../platform/rendering/workbook.ts";
import { coverageOf } from "../../allocation/rules/volumes.ts";
import type { AllocationInput } from "../../base/rules/allocation-input.ts";
import type { BudgetFacts } from "../facts.ts";
import { swedish } from "../texts.ts";

const { indexName, sayInBook, serviceName } = swedish;

/** Excel's number formats. */
export const TKR = "#,##0";
export const EXACT = "#,##0.000";
const PERCENT = "0.00%";

/** The first row of data: Excel's row 1 is the heading. */
const FIRST_ROW = 2;
export const rowNumber = (index: number): number => index + FIRST_ROW;

/** "'Rader 2027'!H2": a cell of a sheet, its column by letters. */
export const cellOf = (sheet: string, column: string, index: number): string =>
  `'${sheet}'!$${column}$${rowNumber(index)}`;

/** The years of the input, with the year before the first one. */
const yearsOf = (input: AllocationInput) => [(input.years[0] as number) - 1, ...input.years];

/** Where each input stands, for the formulas over them. */
export interface Places {
  /** People of all ages from and to, in a year, as a formula: the ages stand in two cells. */
  people(year: number, from: string, to: string): string;
  service(index: number, what: "from" | "to" | "coverage" | number): string;
  /** A service's measured volume of a year, from the year before the first one. */
  volume(index: number, year: number): string;
  indexation(index: number, what: "base" | { rate: number } | { share: number }): string;
  base(index: number): string;
  oneOff(index: number): string;
  adjustment(index: number): string;
}

export function placesOf(input: AllocationInput): Places {
  const ages = agesOf(input);
  const last = rowNumber(ages.length - 1);
  const years = yearsOf(input);
  const plan = (year: number) => input.years.indexOf(year);
  const count = input.years.length;
  const population = sayInBook("population");
  return {
    people(year, from, to) {
      const column = columnName(1 + years.indexOf(year));
      const range = (letters: string) => `'${population}'!$${letters}$${FIRST_ROW}:$${letters}$${last}`;
      return `SUMIFS(${range(column)},${range("A")},">="&${from},${range("A")},"<="&${to})`;
    },
    service: (index, what) =>
      cellOf(
        sayInBook("services"),
        typeof what === "number" ? columnName(6 + plan(what)) : { from: "D", to: "E", coverage: "F" }[what],
        index,
      ),
    volume: (index, year) =>
      cellOf(sayInBook("services"), columnName(6 + count + years.indexOf(year)), index),
    indexation: (index, what) =>
      cellOf(
        sayInBook("indexation"),
        what === "base"
          ? "C"
          : "rate" in what
            ? columnName(3 + plan(what.rate))
            : columnName(3 + count + plan(what.share)),
        index,
      ),
    base: (index) => cellOf(sayInBook("base"), "C", index),
    oneOff: (index) => cellOf(sayInBook("one-offs"), "B", index),
    adjustment: (index) => cellOf(sayInBook("adjustments"), "C", index),
  };
}

/** Every age that any year lists, in order. */
const agesOf = ({ population }: AllocationInput): number[] =>
  [...new Set(Object.values(population).flatMap((ages) => Object.keys(ages).map(Number)))].sort(
    (a, b) => a - b,
  );

/** What the allocation is computed from, a sheet for each sort of input. */
export function inputSheets({ budget, bodies }: BudgetFacts): Sheet[] {
  const { input } = budget;
  const names = new Map(bodies.map(({ id, name }) => [id, name]));
  const years = yearsOf(input);
  const measuredYears = input.services.some((service) => service.measured) ? years : [];
  return [
    {
      name: sayInBook("population"),
      columns: [
        { header: sayInBook("age"), width: 8 },
        ...years.map((year) => ({ header: String(year), width: 10, format: TKR })),
      ],
      rows: agesOf(input).map((age) => [age, ...years.map((year) => input.population[year]?.[age] ?? 0)]),
    },
    {
      name: sayInBook("services"),
      columns: [
        { header: sayInBook("id"), width: 20 },
        { header: sayInBook("name"), width: 24 },
        { header: sayInBook("body"), width: 28 },
        { header: sayInBook("from"), width: 12 },
        { header: sayInBook("to"), width: 12 },
        { header: sayInBook("coverage"), width: 14 },
        ...input.years.map((year) => ({ header: sayInBook("price", { year }), width: 16 })),
        ...measuredYears.map((year) => ({ header: sayInBook("volume", { year }), width: 14 })),
      ],
      rows: input.services.map((service) => [
        service.id,
        serviceName(service.id, service.name),
        names.get(service.body) ?? service.body,
        service.measured ? null : (service.ages?.[0] ?? null),
        service.measured ? null : (service.ages?.[1] ?? null),
        coverageOf(service),
        ...input.years.map((year) => service.priceKr[year] ?? 0),
        ...measuredYears.map((year) => service.measured?.[year] ?? null),
      ]),
    },
    {
      name: sayInBook("indexation"),
      columns: [
        { header: sayInBook("body"), width: 28 },
        { header: sayInBook("kind"), width: 16 },
        { header: sayInBook("base-tkr"), width: 16, format: TKR },
        ...input.years.map((year) => ({ header: sayInBook("rate", { year }), width: 12, format: PERCENT })),
        ...input.years.map((year) => ({ header: sayInBook("share", { year }), width: 12 })),
      ],
      rows: input.indexation.map((line) => [
        names.get(line.body) ?? line.body,
        indexName(line.kind, line.name),
        line.baseTkr,
        ...input.years.map((year) => line.rate[year] ?? 0),
        ...input.years.map((year) => line.share?.[year] ?? 1),
      ]),
    },
    {
      name: sayInBook("base"),
      columns: [
        { header: sayInBook("id"), width: 28 },
        { header: sayInBook("name"), width: 34 },
        { header: sayInBook("tkr"), width: 14, format: TKR },
      ],
      rows: input.bodies.map((id) => [id, names.get(id) ?? id, ownValue(input.base, id) ?? 0]),
    },
    {
      name: sayInBook("one-offs"),
      columns: [
        { header: sayInBook("body"), width: 28 },
        { header: sayInBook("tkr"), width: 14, format: TKR },
        { header: sayInBook("text"), width: 80 },
      ],
      rows: input.oneOffs.map((one) => [names.get(one.body) ?? one.body, one.amountTkr, one.text ?? ""]),
    },
    {
      name: sayInBook("adjustments"),
      columns: [
        { header: sayInBook("body"), width: 28 },
        { header: sayInBook("year"), width: 8 },
        { header: sayInBook("tkr"), width: 14, format: TKR },
        { header: sayInBook("once"), width: 14 },
        { header: sayInBook("text"), width: 80 },
      ],
      rows: input.adjustments.map((one) => [
        names.get(one.body) ?? one.body,
        one.year,
        one.amountTkr,
        sayInBook(one.oneOff ? "yes" : "no"),
        one.text ?? "",
      ]),
    },
  ];
}
