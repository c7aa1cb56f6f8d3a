/** A value, or a formula (as in English Excel, without its equals sign) with what it gives now. */
export type SheetCell = string | number | null | SheetFormula;
export interface SheetFormula {
  readonly formula: string;
  readonly result: number;
}

export interface Sheet {
  /** At most 31 characters, and none of []:*?/\ – Excel's own rule. */
  readonly name: string;
  /** `format` is Excel's own: "#,##0". Numbers without one show as they are. */
  readonly columns: readonly { readonly header: string; readonly width: number; readonly format?: string }[];
  /** The first stands in Excel's row 2, under the heading. */
  readonly rows: readonly (readonly SheetCell[])[];
  /** Indices of the rows that sum up. */
  readonly strong?: readonly number[];
}

export const isFormula = (cell: SheetCell): cell is SheetFormula => typeof cell === "object" && cell !== null;
