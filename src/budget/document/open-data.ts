import { ownValue } from "../../kernel/own-value.ts";
import { type CsvCell, csvOf, csvSchema } from "../../platform/rendering/csv.ts";
import { type AllocationLine, stepOf } from "../base/rules/allocation.ts";
import type { BudgetFacts } from "./facts.ts";
import { DATA_COLUMNS, type DataColumn, sayInData, swedish } from "./texts.ts";

const COLUMNS = Object.keys(DATA_COLUMNS) as DataColumn[];

const WHOLE: readonly DataColumn[] = ["ar", "belopp_tkr", "personer_fore", "personer_nu", "underlag_tkr"];
const REQUIRED: readonly DataColumn[] = ["ar", "organ", "organ_namn", "steg", "post", "belopp_tkr"];
const DECIMAL: readonly DataColumn[] = ["exakt_tkr", "tackningsgrad", "pris_kr", "sats", "andel"];

/** The allocation line by line as open data (T-1, E-8): by year and body the amounts sum to the body's frame. */
export function budgetCsv({ allocation, bodies }: BudgetFacts): Uint8Array {
  const rows = allocation.years.flatMap(({ year, opening, lines }) =>
    bodies.flatMap(({ id, name }) => {
      const row = (cells: Partial<Record<DataColumn, CsvCell>>): CsvCell[] => {
        const all: Partial<Record<DataColumn, CsvCell>> = { ar: year, organ: id, organ_namn: name, ...cells };
        return COLUMNS.map((column) => all[column] ?? null);
      };
      return [
        row({ steg: "opening", post: sayInData("opening"), belopp_tkr: ownValue(opening, id) ?? 0 }),
        ...lines.filter((line) => line.body === id).map((line) => row(cellsOf(line))),
      ];
    }),
  );
  return csvOf(COLUMNS, rows);
}

function cellsOf(line: AllocationLine): Partial<Record<DataColumn, CsvCell>> {
  const { origin, amountTkr } = line;
  const common = { steg: stepOf(line), belopp_tkr: amountTkr };
  switch (origin.step) {
    case "demography":
      return {
        ...common,
        post: swedish.serviceName(origin.service, origin.name),
        exakt_tkr: { exact: origin.exactTkr },
        personer_fore: origin.peopleBefore,
        personer_nu: origin.peopleNow,
        tackningsgrad: origin.coverage,
        pris_kr: origin.priceKr,
      };
    case "indexation":
      return {
        ...common,
        post: swedish.indexName(origin.kind, origin.name),
        exakt_tkr: { exact: origin.exactTkr },
        underlag_tkr: origin.baseTkr,
        sats: origin.rate,
        andel: origin.share,
      };
    default:
      return { ...common, post: origin.text || swedish.say("no-text") };
  }
}

/** What the CSV file's columns hold. */
export const budgetCsvSchema = (year: number, csvName: string) =>
  csvSchema(
    csvName,
    { title: sayInData("title", { year }), about: sayInData("about", { year }) },
    COLUMNS.map((name) => ({
      name,
      about: DATA_COLUMNS[name],
      type: WHOLE.includes(name) ? "integer" : DECIMAL.includes(name) ? "decimal" : "string",
      required: REQUIRED.includes(name),
    })),
  );
