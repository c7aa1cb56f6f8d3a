import { type Remark, remark } from "../../../kernel/remark.ts";
import { type Faults, type PopulationTable, type Rows, readPopulationRows } from "./import.ts";
import { columnsOf } from "./table.ts";

/** What a file holds: a text is one sheet without a name. */
export interface PopulationFile {
  /** Those that can be seen. */
  readonly sheets: readonly { readonly name: string; readonly rows: Rows; readonly hidden: boolean }[];
  /** Names of sheets that somebody has hidden: they are never read. */
  readonly hidden: readonly string[];
}

/**
 * The people in a file (E-3): of a workbook's sheets the one that holds them, whichever it is. A hidden sheet is never read. Two
 * sheets that could both be meant are refused, each named; faults name their cell, and its sheet where there are several.
 */
export function readPopulationSheets(
  { sheets, hidden }: PopulationFile,
  region?: string,
): PopulationTable | Faults {
  const all = sheets.map(({ name, rows, hidden: hides }) => ({
    name,
    hides,
    result: readPopulationRows(rows, region, name),
    isTable: !("code" in columnsOf(rows)),
  }));
  const readable = all.filter((sheet) => !("faults" in sheet.result));
  const [one, another] = readable;
  if (one && another) {
    const params = { sheets: readable.map(({ name }) => `”${name}”`).join(", ") };
    return { faults: [remark("stops", "sheets-several", "§2.2", params, "A1")] };
  }
  if (one && !("faults" in one.result)) {
    const unread = all.filter((sheet) => sheet !== one);
    const notes: Remark[] = [];
    const names = (of: readonly string[]) => of.map((name) => `”${name}”`).join(", ");
    if (unread.length > 0)
      notes.push(
        remark("info", "sheet-read", "§2.2", {
          sheet: one.name,
          others: names(unread.map(({ name }) => name)),
        }),
      );
    for (const { name } of unread.filter(({ isTable }) => isTable))
      notes.push(remark("info", "sheet-refused", "§2.2", { sheet: name }));
    if (hidden.length > 0) notes.push(remark("info", "sheets-hidden", "§2.2", { sheets: names(hidden) }));
    if (one.hides) notes.push(remark("info", "cells-hidden", "§2.2"));
    return { ...one.result, notes: [...notes, ...one.result.notes] };
  }
  const refused = all.find(({ isTable }) => isTable) ?? all[0];
  if (!refused || !("faults" in refused.result))
    return { faults: [remark("stops", "sheets-none", "§2.2", {}, "A1")] };
  const { faults } = refused.result;
  return { faults: sheets.length === 1 ? faults : faults.map((fault) => inSheet(fault, refused.name)) };
}

/** "B7" as a workbook names it among its sheets: "Data!B7". */
const inSheet = (fault: Remark, sheet: string): Remark => {
  const at = `${sheet}!${fault.at ?? "A1"}`;
  return { ...fault, at, params: "cell" in fault.params ? { ...fault.params, cell: at } : fault.params };
};
