import { type Remark, remark } from "../../../kernel/remark.ts";
import { sumOf } from "../../../kernel/sum.ts";
import { cellName, cellsIn } from "./delimited.ts";
import { AGES, POPULATION_LIMITS, type PopulationYear } from "./population.ts";
import { ageIn, columnsOf, headFaults, type PopulationColumns, peopleIn, sexIn } from "./table.ts";

/** `unpackedBytes`: what a workbook's archive may unpack to. */
export const IMPORT_LIMITS = {
  bytes: 10_000_000,
  unpackedBytes: 30_000_000,
  rows: 300_000,
  columns: 300,
  faults: 50,
} as const;

export interface PopulationTable {
  /** The region whose rows were read; null where the table names none. */
  readonly region: string | null;
  readonly years: readonly PopulationYear[];
}
type Faults = { readonly faults: readonly Remark[] };
type Rows = readonly (readonly string[])[];

/** As `readPopulationRows`, of a text: pasted from a spreadsheet, or a file's. */
export const readPopulation = (text: string, region?: string): PopulationTable | Faults =>
  text.length > IMPORT_LIMITS.bytes
    ? { faults: [tooLarge(cellName(IMPORT_LIMITS.rows, 0))] }
    : readPopulationRows(cellsIn(text, IMPORT_LIMITS.rows), region);

const tooLarge = (at: string): Remark =>
  remark("stops", "table-too-large", "§2.2", { max: IMPORT_LIMITS.rows, columns: IMPORT_LIMITS.columns }, at);

/**
 * The people by year and age in a table: Statistics Sweden's formats, wide and long, by sex or not, of one or many regions, or
 * our own simple one of ages by years (E-3). All of it is right, or nothing is read and each fault names its cell.
 */
export function readPopulationRows(rows: Rows, region?: string): PopulationTable | Faults {
  if (rows.length > IMPORT_LIMITS.rows) return { faults: [tooLarge(cellName(IMPORT_LIMITS.rows, 0))] };
  const wide = rows.findIndex((row) => row.length > IMPORT_LIMITS.columns);
  if (wide >= 0) return { faults: [tooLarge(cellName(wide, IMPORT_LIMITS.columns))] };
  if (rows.every((row) => row.every((cell) => cell === "")))
    return { faults: [remark("stops", "table-empty", "§2.2", {}, "A1")] };
  const columns = columnsOf(rows);
  if ("code" in columns) return { faults: [columns] };
  const heads = headFaults(rows, columns);
  if (heads.length > 0) return { faults: heads };
  const chosen = regionOf(rows, columns, region);
  if (chosen && "faults" in chosen) return chosen;
  return new Reader(rows, columns, chosen?.region ?? null).read();
}

/** Which region's rows are meant: the one asked for, or the only one there is. */
function regionOf(
  rows: Rows,
  columns: PopulationColumns,
  wanted?: string,
): { readonly region: string } | Faults | undefined {
  if (columns.region === undefined) return undefined;
  const column = columns.region;
  const regions = [...new Set(rows.slice(columns.header + 1).flatMap((row) => row[column] || []))];
  const found =
    regions.length === 1 ? regions[0] : regions.find((name) => wanted && sameRegion(name, wanted));
  if (found !== undefined) return { region: found };
  const at = cellName(columns.header, column);
  return {
    faults: [
      remark("stops", "table-other-region", "§2.2", { region: wanted ?? "–", count: regions.length }, at),
    ],
  };
}

/** "1277 Åstorp" in some tables, "Åstorp" in others; "Åstorps kommun" in the municipality's own words. */
function sameRegion(name: string, wanted: string): boolean {
  const bare = (text: string) =>
    text
      .trim()
      .replace(/^\d{2,4}\s+/, "")
      .replace(/\s+(kommun|stad)$/i, "")
      .toLocaleLowerCase("sv");
  return bare(name) === bare(wanted) || `${bare(name)}s` === bare(wanted);
}

type Sex = "women" | "men" | "both";

class Reader {
  private readonly rows: Rows;
  private readonly columns: PopulationColumns;
  private readonly region: string | null;
  private readonly faults: Remark[] = [];
  private readonly people = new Map<number, Partial<Record<Sex, (number | undefined)[]>>>();
  private readonly totals: { year: number; sex: Sex; people: number; at: string }[] = [];
  private readonly heads = new Map<number, string>();

  constructor(rows: Rows, columns: PopulationColumns, region: string | null) {
    this.rows = rows;
    this.columns = columns;
    this.region = region;
  }

  read(): PopulationTable | Faults {
    for (let row = this.columns.header + 1; row < this.rows.length; row++) this.row(row);
    if (this.faults.length === 0) this.whole();
    if (this.faults.length > 0) return { faults: this.faults.slice(0, IMPORT_LIMITS.faults) };
    const years = [...this.people].sort(([a], [b]) => a - b).map(([year, by]) => yearOf(year, by));
    for (const total of this.totals) this.checkTotal(total, years);
    if (this.faults.length > 0) return { faults: this.faults.slice(0, IMPORT_LIMITS.faults) };
    return { region: this.region, years };
  }

  private fault(code: string, at: string, params: Remark["params"] = {}): void {
    if (this.faults.length < IMPORT_LIMITS.faults)
      this.faults.push(remark("stops", code, "§2.2", { cell: at, ...params }, at));
  }

  private row(index: number): void {
    const row = this.rows[index] as readonly string[];
    const { age, region, sex, years } = this.columns;
    if (row.every((cell) => cell === "")) return;
    if (region !== undefined && row[region] !== this.region) return;
    const ageText = row[age] ?? "";
    // Notes under the table have no numbers beside them
    if (row.filter((cell) => cell !== "").length === 1 && ageIn(ageText) === undefined) return;
    const ofAge = ageIn(ageText);
    const ofSex = sex === undefined ? "both" : sexIn(row[sex] ?? "");
    if (ofAge === undefined)
      this.fault(/^[=@]/.test(ageText) ? "cell-formula" : "cell-not-an-age", cellName(index, age), {
        value: shown(ageText),
      });
    if (ofSex === undefined)
      this.fault("cell-not-a-sex", cellName(index, sex as number), {
        value: shown(row[sex as number] ?? ""),
      });
    if (ofAge === undefined || ofSex === undefined) return;
    if ("people" in years) {
      const year = Number(row[years.year]);
      const at = cellName(index, years.year);
      if (!/^(19|20|21)\d\d$/.test(row[years.year] ?? ""))
        this.fault("cell-not-a-year", at, { value: shown(row[years.year] ?? "") });
      else this.cell(index, years.people, year, ofAge, ofSex, at);
    } else
      for (const { year, column } of years)
        this.cell(index, column, year, ofAge, ofSex, cellName(this.columns.header, column));
  }

  private cell(
    row: number,
    column: number,
    year: number,
    age: number | "total",
    sex: Sex,
    head: string,
  ): void {
    const text = this.rows[row]?.[column] ?? "";
    const at = cellName(row, column);
    const people = peopleIn(
      text,
      age === "total" ? POPULATION_LIMITS.people * AGES : POPULATION_LIMITS.people,
    );
    if (typeof people !== "number") {
      this.cellFault(people.fault, at, text);
      return;
    }
    if (age === "total") {
      this.totals.push({ year, sex, people, at });
      return;
    }
    const of = this.people.get(year) ?? {};
    const ages = of[sex] ?? Array.from({ length: AGES }, () => undefined);
    if (ages[age] !== undefined) this.fault("cell-twice", at, { age, year });
    ages[age] = people;
    if (!this.heads.has(year)) this.heads.set(year, head);
    this.people.set(year, { ...of, [sex]: ages });
  }

  private cellFault(code: string, at: string, text: string): void {
    const params = { value: shown(text), max: POPULATION_LIMITS.people };
    if (code === "cell-formula") this.fault("cell-formula", at, params);
    else if (code === "cell-empty") this.fault("cell-empty", at, params);
    else if (code === "cell-negative") this.fault("cell-negative", at, params);
    else if (code === "cell-not-whole") this.fault("cell-not-whole", at, params);
    else if (code === "cell-too-large") this.fault("cell-too-large", at, params);
    else if (code === "cell-two-ways") this.fault("cell-two-ways", at, params);
    else this.fault("cell-not-a-number", at, params);
  }

  /** Every age of every year, each sex where one is given, and no hole between the years. */
  private whole(): void {
    const years = [...this.people.keys()].sort((a, b) => a - b);
    if (years.length === 0)
      this.fault("table-without-people", cellName(this.columns.header + 1, this.columns.age));
    if (years.length > POPULATION_LIMITS.years)
      this.fault("table-too-many-years", cellName(this.columns.header, 0), { max: POPULATION_LIMITS.years });
    for (const [i, year] of years.entries()) {
      const at = this.heads.get(year) as string;
      const before = years[i - 1];
      if (before !== undefined && year !== before + 1) this.fault("hole-in-years", at, { before, year });
      const of = this.people.get(year) ?? {};
      if ((of.women === undefined) !== (of.men === undefined)) this.fault("one-sex-only", at, { year });
      for (const ages of Object.values(of)) {
        const missing = Array.from(ages.entries()).flatMap(([age, people]) =>
          people === undefined ? [age] : [],
        );
        if (missing.length > 0) this.fault("missing-ages", at, { year, ages: ranges(missing) });
      }
    }
  }

  private checkTotal(total: (typeof this.totals)[number], years: readonly PopulationYear[]): void {
    const year = years.find((y) => y.year === total.year);
    if (!year) return;
    const women = year.women ? sumOf(year.women) : undefined;
    const all = sumOf(year.people);
    const sum =
      total.sex === "both"
        ? all
        : total.sex === "women"
          ? women
          : women === undefined
            ? undefined
            : all - women;
    if (sum !== undefined && sum !== total.people)
      this.fault("total-differs", total.at, { year: total.year, total: total.people, sum });
  }
}

function yearOf(year: number, by: Partial<Record<Sex, (number | undefined)[]>>): PopulationYear {
  const [women, men, both] = [by.women, by.men, by.both].map((ages) => ages as number[] | undefined);
  if (women && men) return { year, people: women.map((n, age) => n + (men[age] as number)), women };
  return { year, people: both ?? [], women: null };
}

const shown = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** "3, 90–94". */
function ranges(ages: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const age of ages) {
    const last = parts.at(-1);
    if (last && last[1] === age - 1) last[1] = age;
    else parts.push([age, age]);
  }
  return parts.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(", ");
}
