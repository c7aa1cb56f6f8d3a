import { type Remark, remark } from "../../../kernel/remark.ts";
import { sumOf } from "../../../kernel/sum.ts";
import { cellName, cellsIn } from "../../../platform/rules/delimited.ts";
import { AGES, POPULATION_LIMITS, type PopulationYear } from "./population.ts";
import {
  A_YEAR,
  ageIn,
  columnsOf,
  headFaults,
  isOfTable,
  type PopulationColumns,
  peopleIn,
  sexIn,
} from "./table.ts";
import { otherMeasureIn, type Sex } from "./words.ts";

/** `unpackedBytes`: what a workbook's archive may unpack to. */
export const IMPORT_LIMITS = {
  bytes: 20_000_000,
  unpackedBytes: 200_000_000,
  rows: 300_000,
  columns: 300,
  faults: 50,
} as const;

/** What a file may hold, in megabytes. */
export const IMPORT_MB = IMPORT_LIMITS.bytes / 1_000_000;

export interface PopulationTable {
  /** The region whose rows were read; null where the table names none. */
  readonly region: string | null;
  readonly years: readonly PopulationYear[];
  /** What was forgiven, left aside or is worth knowing before the years are taken. */
  readonly notes: readonly Remark[];
}
export type Faults = { readonly faults: readonly Remark[] };
export type Rows = readonly (readonly string[])[];

/** As `readPopulationRows`, of a text: pasted from a spreadsheet, or a file's. */
export const readPopulation = (text: string, region?: string): PopulationTable | Faults =>
  text.length > IMPORT_LIMITS.bytes
    ? { faults: [tooLarge(cellName(IMPORT_LIMITS.rows, 0))] }
    : readPopulationRows(cellsIn(text, IMPORT_LIMITS.rows, IMPORT_LIMITS.columns), region);

const tooLarge = (at: string): Remark =>
  remark(
    "stops",
    "table-too-large",
    "§2.2",
    { max: IMPORT_LIMITS.rows, columns: IMPORT_LIMITS.columns, maxMb: IMPORT_MB },
    at,
  );

/**
 * The people by year and age in a table: Statistics Sweden's formats, wide and long, by sex or not, of one or many regions, or
 * our own simple one of ages by years (E-3). All of it is right, or nothing is read and each fault names its cell. A table of a
 * part of the people, or of something else than them, is refused by its title, its headings and its columns.
 */
export function readPopulationRows(rows: Rows, region?: string, title = ""): PopulationTable | Faults {
  if (rows.length > IMPORT_LIMITS.rows) return { faults: [tooLarge(cellName(IMPORT_LIMITS.rows, 0))] };
  const wide = rows.findIndex((row) => row.length > IMPORT_LIMITS.columns);
  if (wide >= 0) return { faults: [tooLarge(cellName(wide, IMPORT_LIMITS.columns))] };
  if (rows.every((row) => row.every((cell) => cell === "")))
    return { faults: [remark("stops", "table-empty", "§2.2", {}, "A1")] };
  const columns = columnsOf(rows);
  if ("code" in columns) return { faults: [columns] };
  const filled = filledDown(rows, columns);
  const chosen = regionOf(filled, columns, region);
  if (chosen && "faults" in chosen) return chosen;
  const ofRegion =
    chosen === undefined
      ? filled
      : filled.map((row, i) =>
          i <= columns.header || row[columns.region as number] === chosen.region ? row : [],
        );
  const heads = headFaults(ofRegion, columns);
  const titles = titleFaults(rows, columns, title);
  if (heads.faults.length + titles.length > 0) return { faults: [...titles, ...heads.faults] };
  const read = new Reader(ofRegion, columns).read();
  if ("faults" in read) return read;
  const notes = [...(chosen?.notes ?? []), ...heads.notes, ...read.notes, ...saidUnder(rows, columns)];
  return { region: chosen?.region ?? null, years: read.years, notes };
}

/** Labels that stand on the first row of several, as in Statistics Sweden's Excel files, on all of them. */
function filledDown(rows: Rows, columns: PopulationColumns): Rows {
  const { header, age, region, sex, year } = columns;
  // An age is said once only where something else tells its rows apart
  const labels = [region, sex === undefined && year === undefined ? undefined : age, sex, year].filter(
    (column) => column !== undefined,
  );
  const last = new Map<number, string>();
  return rows.map((row, i) => {
    if (i <= header || !isOfTable(row, columns)) return row;
    const full = [...row];
    for (const column of labels) {
      const said = row[column] ?? "";
      if (said !== "") last.set(column, said);
      else full[column] = last.get(column) ?? "";
    }
    return full;
  });
}

/** The rows above the head and the sheet's name, where they say that the table is of something else, or of one sex. */
function titleFaults(rows: Rows, { header, sex, values }: PopulationColumns, title: string): Remark[] {
  const bySex = sex !== undefined || values.some((value) => value.sex !== undefined && value.sex !== "both");
  const above = rows
    .slice(0, header)
    .flatMap((row, i) => row.map((text, column) => ({ text, at: cellName(i, column) })));
  return [{ text: title, at: "A1" }, ...above].flatMap(({ text, at }) => {
    const word = otherMeasureIn(text);
    if (word === undefined || (bySex && sexIn(word) !== undefined)) return [];
    return [remark("stops", "title-not-people", "§2.2", { cell: at, value: shown(text), word }, at)];
  });
}

const SAID_UNDER = { texts: 5, length: 200 };

/** What stands under the table: it may say what its people are. */
function saidUnder(rows: Rows, columns: PopulationColumns): Remark[] {
  return rows
    .slice(columns.header + 1)
    .filter((row) => !isOfTable(row, columns))
    .map((row) => row.filter((cell) => cell !== "").join(" "))
    .filter((text) => text !== "")
    .slice(0, SAID_UNDER.texts)
    .map((text) => remark("info", "said-under-table", "§2.2", { text: text.slice(0, SAID_UNDER.length) }));
}

/** Which region's rows are meant: the one asked for, or the only one there is. */
function regionOf(
  rows: Rows,
  columns: PopulationColumns,
  wanted?: string,
): { readonly region: string; readonly notes: readonly Remark[] } | Faults | undefined {
  if (columns.region === undefined) return undefined;
  const column = columns.region;
  const body = rows.slice(columns.header + 1).filter((row) => isOfTable(row, columns));
  const regions = [...new Set(body.flatMap((row) => row[column] || []))];
  if (regions.length === 0) return undefined;
  const only = regions.length === 1 ? regions[0] : undefined;
  // A code alone may be any municipality's; a name is of this one, or of another
  const byCode = only !== undefined && /^\d+$/.test(only);
  const found = wanted === undefined || byCode ? only : regions.find((name) => sameRegion(name, wanted));
  if (found !== undefined) {
    const notes =
      only === undefined
        ? [remark("info", "other-regions", "§2.2", { region: found, count: regions.length - 1 })]
        : byCode && wanted !== undefined && found !== wanted
          ? [remark("info", "region-by-code", "§2.2", { region: found })]
          : [];
    return { region: found, notes };
  }
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
      .replace(/^\d{2,4}\s+/, "") // its code
      .replace(/\s+(kommun|stad)$/i, "")
      .toLocaleLowerCase("sv");
  const code = /^\d{2,4}(?=\s)/.exec(name)?.[0];
  return bare(name) === bare(wanted) || `${bare(name)}s` === bare(wanted) || code === wanted.trim();
}

/**
 * From 2025 Statistics Sweden changes each cell by little and at random (the cell key method), so that no person can be told:
 * a total differs from its sum by as much as so many small changes come to. Before that, and by more, a number is wrong.
 */
const NOISE = { from: 2025, byRootOfCells: 5 } as const;

class Reader {
  private readonly rows: Rows;
  private readonly columns: PopulationColumns;
  private readonly faults: Remark[] = [];
  private readonly notes: Remark[] = [];
  private coded = false;
  private readonly people = new Map<number, Partial<Record<Sex, (number | undefined)[]>>>();
  private readonly totals: { year: number; sex: Sex; people: number; at: string }[] = [];
  private readonly heads = new Map<number, string>();

  constructor(rows: Rows, columns: PopulationColumns) {
    this.rows = rows;
    this.columns = columns;
  }

  read(): Omit<PopulationTable, "region"> | Faults {
    for (let row = this.columns.header + 1; row < this.rows.length; row++) this.row(row);
    if (this.faults.length === 0) this.whole();
    if (this.faults.length > 0) return { faults: this.faults.slice(0, IMPORT_LIMITS.faults) };
    const years = [...this.people].sort(([a], [b]) => a - b).map(([year, by]) => yearOf(year, by));
    for (const total of this.totals) this.checkTotal(total, years);
    for (const [year, by] of this.people) this.checkBoth(year, by);
    if (this.faults.length > 0) return { faults: this.faults.slice(0, IMPORT_LIMITS.faults) };
    if (this.coded) this.notes.push(remark("info", "sex-by-code", "§2.2"));
    return { years, notes: this.notes.slice(0, IMPORT_LIMITS.faults) };
  }

  private fault(code: string, at: string, params: Remark["params"] = {}): void {
    if (this.faults.length < IMPORT_LIMITS.faults)
      this.faults.push(remark("stops", code, "§2.2", { cell: at, ...params }, at));
  }

  private row(index: number): void {
    const row = this.rows[index] as readonly string[];
    const { age, sex, year: yearColumn, values } = this.columns;
    if (!isOfTable(row, this.columns)) return;
    const ageText = row[age] ?? "";
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
    if (sex !== undefined && /^[12]$/.test(row[sex] ?? "")) this.coded = true;
    const yearText = yearColumn === undefined ? "" : (row[yearColumn] ?? "");
    if (yearColumn !== undefined && !A_YEAR.test(yearText)) {
      this.fault("cell-not-a-year", cellName(index, yearColumn), { value: shown(yearText) });
      return;
    }
    for (const { column, year, sex: ofColumn } of values) {
      const at =
        yearColumn === undefined ? cellName(this.columns.header, column) : cellName(index, yearColumn);
      this.cell(index, column, year ?? Number(yearText), ofAge, ofColumn ?? ofSex, at);
    }
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
    if (sum !== undefined)
      this.compare(total.at, total.year, total.people, sum, AGES * (total.sex === "both" && women ? 2 : 1));
  }

  /** People given both by sex and together, age by age: the ages by sex are read, and the others compared with them. */
  private checkBoth(year: number, by: Partial<Record<Sex, (number | undefined)[]>>): void {
    const [women, men, both] = [by.women, by.men, by.both].map((ages) => ages?.map((n) => n ?? 0));
    if (women && men && both)
      this.compare(this.heads.get(year) as string, year, sumOf(both), sumOf(women) + sumOf(men), AGES * 3);
  }

  /** A total that is not its sum: the noise that protects people's privacy, or a fault. */
  private compare(at: string, year: number, total: number, sum: number, cells: number): void {
    if (sum === total) return;
    const params = { cell: at, year, total, sum };
    if (year >= NOISE.from && Math.abs(sum - total) <= NOISE.byRootOfCells * Math.sqrt(cells))
      this.notes.push(remark("info", "total-noise", "§2.2", params, at));
    else this.fault("total-differs", at, params);
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
