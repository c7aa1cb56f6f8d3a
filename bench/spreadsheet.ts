import { HyperFormula } from "hyperformula";
import type { AllocationInput } from "../src/budget/base/rules/allocation-input.ts";

/** How a controller would build the allocation in a workbook: the same sums, each line rounded by itself. */
export interface Workbook {
  readonly frames: () => number[][];
  /** Writes rows of numbers from a cell on; the workbook computes what hangs on them. */
  readonly set: (sheet: Sheet, row: number, column: number, rows: number[][]) => void;
  /** Several writings, computed once. */
  readonly batch: (writings: () => void) => void;
  readonly close: () => void;
}

type Cell = string | number;
type Sheet = "people" | "services" | "indexation";
const letter = (column: number): string => String.fromCharCode(65 + column);

/**
 * Builds and computes the workbook. Its years stand in columns, one after the other. A body's lines are summed by its name, as
 * people do and as our own Excel files do; or cell by cell, which nobody keeps up but which is the least to compute.
 */
export function workbook(input: AllocationInput, sums: "by-name" | "by-cell" = "by-name"): Workbook {
  const { years } = input;
  const n = years.length;
  const ages = Math.max(...Object.values(input.population).flatMap((one) => Object.keys(one).map(Number)));
  // Column 0 is the year before the first one
  const people: Cell[][] = Array.from({ length: ages + 1 }, (_, age) =>
    [(years[0] as number) - 1, ...years].map((year) => input.population[year]?.[age] ?? 0),
  );
  // A body, B coverage, then prices, then amounts
  const services: Cell[][] = input.services.map(
    ({ body, ages: [from, to] = [0, -1], coverage = 1, priceKr }, i) => [
      body,
      coverage,
      ...years.map((year) => priceKr[year] as number),
      ...years.map((_, y) => {
        const sum = (column: number) => `SUM(people!${letter(column)}${from + 1}:${letter(column)}${to + 1})`;
        return `=ROUND((${sum(y + 1)}-${sum(y)})*B${i + 1}*${letter(2 + y)}${i + 1}/1000,0)`;
      }),
    ],
  );
  // A body, B base, then rates, then shares, then amounts
  const indexation: Cell[][] = input.indexation.map(({ body, baseTkr, rate, share }, i) => [
    body,
    baseTkr,
    ...years.map((year) => rate[year] as number),
    ...years.map((year) => share?.[year] ?? 1),
    ...years.map((_, y) => {
      const grown = [`B${i + 1}`, ...years.slice(0, y).map((_year, z) => `${letter(2 + 2 * n + z)}${i + 1}`)];
      return `=ROUND((${grown.join("+")})*${letter(2 + y)}${i + 1}*${letter(2 + n + y)}${i + 1},0)`;
    }),
  ]);
  // A body, then amounts
  const other: Cell[][] = [
    ...input.oneOffs.map(({ body, amountTkr }) => [body, ...years.map((_, y) => (y === 0 ? -amountTkr : 0))]),
    ...input.adjustments.map(({ body, year, amountTkr, oneOff }) => [
      body,
      ...years.map((one) => (one === year ? amountTkr : oneOff && one === year + 1 ? -amountTkr : 0)),
    ]),
  ];
  const sumOf = (sheet: string, lines: readonly Cell[][], column: number, row: number) => {
    const own = lines.flatMap(([body], i) => (body === input.bodies[row - 1] ? [i + 1] : []));
    if (own.length === 0) return "0";
    if (sums === "by-cell") return own.map((line) => `${sheet}!${letter(column)}${line}`).join("+");
    const all = lines.length;
    return `SUMIF(${sheet}!A$1:A$${all},A${row},${sheet}!${letter(column)}$1:${letter(column)}$${all})`;
  };
  const frames: Cell[][] = input.bodies.map((body, i) => [
    body,
    input.base[body] as number,
    ...years.map((_, y) => {
      const parts = [
        `${letter(1 + y)}${i + 1}`,
        sumOf("services", services, 2 + n + y, i + 1),
        sumOf("indexation", indexation, 2 + 2 * n + y, i + 1),
        sumOf("other", other, 1 + y, i + 1),
      ];
      return `=${parts.join("+")}`;
    }),
  ]);
  const engine = HyperFormula.buildFromSheets(
    { people, services, indexation, other, frames },
    { licenseKey: "gpl-v3" },
  );
  const sheet = (name: string) => engine.getSheetId(name) as number;
  const sheets = { people: sheet("people"), services: sheet("services"), indexation: sheet("indexation") };
  return {
    frames: () =>
      engine
        .getSheetValues(sheet("frames"))
        .slice(0, input.bodies.length)
        .map((row) => row.slice(2, 2 + n) as number[]),
    set: (name, row, col, rows) => {
      engine.setCellContents({ sheet: sheets[name], row, col }, rows);
    },
    batch: (writings) => {
      engine.batch(writings);
    },
    close: () => engine.destroy(),
  };
}
