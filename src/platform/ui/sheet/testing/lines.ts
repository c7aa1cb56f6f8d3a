import { plainNumber } from "../block.ts";
import type { SheetColumn, SheetTable } from "../sheet-types.ts";

export interface Line {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly amount: number | null;
}

const UNITS = [
  { value: "u1", label: "Björnekullaskolan" },
  { value: "u2", label: "Åsbo" },
] as const;

/** A name, a unit from a list, a whole amount, and the amount doubled, which is computed. */
export const COLUMNS: readonly SheetColumn<Line>[] = [
  {
    id: "name",
    title: "Namn",
    text: (line) => line.name,
    edit: { take: (line, name) => ({ ...line, name }) },
  },
  {
    id: "unit",
    title: "Enhet",
    text: (line) => UNITS.find(({ value }) => value === line.unit)?.label ?? "",
    edit: {
      text: (line) => line.unit,
      choices: () => UNITS,
      take: (line, unit) =>
        unit === "" || UNITS.some(({ value }) => value === unit)
          ? { ...line, unit }
          : { code: "no-unit", params: { text: unit } },
    },
  },
  {
    id: "amount",
    title: "Belopp",
    numeric: true,
    text: (line) => (line.amount === null ? "" : line.amount.toLocaleString("sv-SE")),
    edit: {
      take(line, text) {
        const number = plainNumber(text);
        if (text.trim() === "") return { ...line, amount: null };
        return number === undefined
          ? { code: "no-amount", params: { text } }
          : { ...line, amount: Number(number) };
      },
    },
  },
  { id: "double", title: "Dubbelt", numeric: true, text: (line) => String((line.amount ?? 0) * 2) },
];

export const line = (id: string, amount: number | null = null, name = id, unit = ""): Line => ({
  id,
  name,
  unit,
  amount,
});

export function table(rows: readonly Line[], maxRows = 100): SheetTable<Line> {
  let made = 0;
  return {
    rows,
    columns: COLUMNS,
    rowKey: ({ id }) => id,
    newRow: () => line(`new-${++made}`, null, ""),
    maxRows,
  };
}
