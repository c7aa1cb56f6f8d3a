import { sexIn } from "../../goals/indicators/rules/value-table.ts";
import { numberIn } from "../../kernel/number-in.ts";
import { ownValue } from "../../kernel/own-value.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import { cellName } from "../../platform/rules/delimited.ts";
import type { AgeBand } from "./figure.ts";
import { STAFF_LIMITS, type StaffRow } from "./figure.ts";

const CITE = "§2.5";
const MAX_FAULTS = 20;
const MAX_TEXT = 60;

type Column =
  | "unit"
  | "month"
  | "sex"
  | "ages"
  | "headcount"
  | "fullTime"
  | "sickHours"
  | "longSickHours"
  | "ordinaryHours";

const HEADINGS: Readonly<Record<string, Column>> = {
  enhet: "unit",
  arbetsplats: "unit",
  organisation: "unit",
  unit: "unit",
  månad: "month",
  period: "month",
  month: "month",
  kön: "sex",
  sex: "sex",
  ålder: "ages",
  åldersgrupp: "ages",
  age: "ages",
  "age group": "ages",
  anställda: "headcount",
  "antal anställda": "headcount",
  headcount: "headcount",
  årsarbetare: "fullTime",
  "full-time equivalents": "fullTime",
  fte: "fullTime",
  sjuktimmar: "sickHours",
  sjukfrånvaro: "sickHours",
  sjukfrånvarotimmar: "sickHours",
  "sick hours": "sickHours",
  långtidstimmar: "longSickHours",
  långtidssjukfrånvaro: "longSickHours",
  "varav 60 dagar eller mer": "longSickHours",
  "long sick hours": "longSickHours",
  "ordinarie timmar": "ordinaryHours",
  "ordinarie arbetstid": "ordinaryHours",
  "avtalad arbetstid": "ordinaryHours",
  "ordinary hours": "ordinaryHours",
};
/** What a table can't do without. */
const NEEDED = ["unit", "month", "headcount", "fullTime", "sickHours", "ordinaryHours"] as const;

const AGES: Readonly<Record<string, AgeBand>> = {
  "-29": "-29",
  "<30": "-29",
  "0-29": "-29",
  "under 30": "-29",
  "29 år eller yngre": "-29",
  "30-49": "30-49",
  "30-49 år": "30-49",
  "50-": "50-",
  "50+": "50-",
  "50 år eller äldre": "50-",
};
const WHOLE: ReadonlySet<string> = new Set(["", "-", "alla", "totalt", "samtliga", "all"]);

const plain = (text: string): string =>
  text.trim().toLocaleLowerCase("sv").replaceAll(/[–−]/g, "-").replaceAll(/\s+/g, " ");
const short = (text: string): string => text.slice(0, MAX_TEXT);

export interface StaffTableFor {
  readonly units: readonly { readonly id: string; readonly name: string }[];
  /** The month that it is, "2028-05": nothing can be known of a later one. */
  readonly month: string;
}

export type StaffTable =
  | { readonly rows: readonly StaffRow[]; readonly notes: readonly Remark[] }
  | { readonly faults: readonly Remark[] };

/**
 * Reads a table of staff figures (§2.5, T-4): a row for each unit and month, told apart by sex and age where the payroll system has it.
 * What can't be read is a fault with its cell, and then nothing is read.
 */
export function readStaffTable(cells: readonly (readonly string[])[], of: StaffTableFor): StaffTable {
  const columnOf = (heading: string) =>
    ownValue(
      HEADINGS,
      plain(heading)
        .replace(/[,(].*$/, "")
        .trim(),
    );
  const top = cells.findIndex((row) => row.filter((cell) => columnOf(cell)).length >= NEEDED.length - 1);
  const headings = cells[top]?.map(columnOf) ?? [];
  const lacking = NEEDED.filter((column) => !headings.includes(column));
  if (top < 0 || lacking.length > 0) return { faults: [remark("stops", "staff-no-heading", CITE)] };
  const faults: Remark[] = [];
  const notes = (cells[top] ?? []).flatMap((heading, i) =>
    headings[i] || heading.trim() === ""
      ? []
      : [remark("info", "staff-column-left", CITE, { heading: short(heading), cell: cellName(top, i) })],
  );
  const rows: StaffRow[] = [];
  const seen = new Map<string, number>();
  const apart = new Map<string, string>();
  for (const [i, row] of cells.entries()) {
    if (i <= top || row.every((cell) => cell.trim() === "")) continue;
    const found = rowOf(row, i);
    if (faults.length >= MAX_FAULTS) break;
    if (!found) continue;
    const key = JSON.stringify([found.unit, found.month, found.sex, found.ages]);
    const before = seen.get(key);
    const at = `${i + 1}`;
    if (before !== undefined)
      faults.push(remark("stops", "staff-twice", CITE, { row: at, other: before }, cellName(i, 0)));
    seen.set(key, i + 1);
    // A total beside its parts would count everybody twice
    const how = `${found.sex !== null} ${found.ages !== null}`;
    const unitMonth = `${found.unit} ${found.month}`;
    if ((apart.get(unitMonth) ?? how) !== how)
      faults.push(remark("stops", "staff-mixed", CITE, { row: at, month: found.month }, cellName(i, 0)));
    apart.set(unitMonth, how);
    rows.push(found);
    if (rows.length > STAFF_LIMITS.figures)
      return { faults: [remark("stops", "staff-too-many", CITE, { max: STAFF_LIMITS.figures })] };
  }
  if (faults.length > 0) return { faults: faults.slice(0, MAX_FAULTS) };
  return rows.length === 0 ? { faults: [remark("stops", "staff-none", CITE)] } : { rows, notes };

  function rowOf(row: readonly string[], i: number): StaffRow | undefined {
    const had = faults.length;
    const textOf = (column: Column) => {
      const at = headings.indexOf(column);
      return { text: at < 0 ? "" : (row[at]?.trim() ?? ""), cell: cellName(i, Math.max(at, 0)) };
    };
    const fault = (code: string, { text, cell }: { text: string; cell: string }) => {
      faults.push(remark("stops", code, CITE, { cell, text: short(text) }, cell));
      return undefined;
    };
    const number = (column: Column, max: number, whole = false): number => {
      const said = textOf(column);
      const value = said.text === "" ? undefined : numberIn(said.text);
      if (value === undefined || value < 0 || value > max || (whole && !Number.isInteger(value)))
        fault(whole ? "staff-not-people" : "staff-not-a-number", said);
      return value ?? 0;
    };
    const unitText = textOf("unit");
    const unit =
      of.units.find(({ id, name }) => plain(name) === plain(unitText.text) || id === unitText.text)?.id ??
      fault("staff-unknown-unit", unitText);
    const monthText = textOf("month");
    const month = monthIn(monthText.text);
    if (!month) fault("staff-not-a-month", monthText);
    else if (month > of.month) fault("staff-in-future", monthText);
    const sexText = textOf("sex");
    const sex = WHOLE.has(plain(sexText.text))
      ? null
      : (sexIn(sexText.text) ?? fault("staff-unknown-sex", sexText));
    const agesText = textOf("ages");
    const ages = WHOLE.has(plain(agesText.text))
      ? null
      : (ownValue(AGES, plain(agesText.text)) ?? fault("staff-unknown-ages", agesText));
    const long = textOf("longSickHours");
    const read = {
      headcount: number("headcount", STAFF_LIMITS.people, true),
      fullTime: number("fullTime", STAFF_LIMITS.people),
      sickHours: number("sickHours", STAFF_LIMITS.hours),
      longSickHours: long.text === "" ? null : number("longSickHours", STAFF_LIMITS.hours),
      ordinaryHours: number("ordinaryHours", STAFF_LIMITS.hours),
    };
    if (faults.length === had) {
      if (read.sickHours > read.ordinaryHours) fault("staff-more-sick-than-work", textOf("sickHours"));
      if ((read.longSickHours ?? 0) > read.sickHours) fault("staff-more-long-than-sick", long);
    }
    if (faults.length > had || unit === undefined || !month || sex === undefined || ages === undefined)
      return undefined;
    return { unit, month, sex, ages, ...read };
  }
}

/** "2028-04", "202804", "2028-04-30": the month; undefined where it is none. */
function monthIn(text: string): string | undefined {
  const [, year, month] = /^(2\d{3})-?(0[1-9]|1[0-2])(?:-\d{2})?$/.exec(text.trim()) ?? [];
  return year && month ? `${year}-${month}` : undefined;
}
