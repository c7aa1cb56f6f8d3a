import { monthText } from "../../../kernel/format.ts";
import { ownValue } from "../../../kernel/own-value.ts";
import { sumOf } from "../../../kernel/sum.ts";
import { type Block, type BlockTrouble, readBlock } from "../../../platform/ui/sheet/block.ts";
import { address } from "../../../platform/ui/sheet/places.ts";
import { isSheetFault, type SheetFault } from "../../../platform/ui/sheet/sheet-types.ts";
import { INTERNAL_LIMITS } from "../contract.ts";
import { cellText } from "./cell-number.ts";
import {
  accountIn,
  amountIn,
  type CellTools,
  keyChoices,
  type Line,
  MONTH_NUMBERS,
  OWN_MONTHS,
  unitIn,
  withField,
} from "./columns.ts";

/** A cell of what was pasted that can't be read, by its name in the spreadsheet that it was copied from ("C7"). */
export interface PasteFault {
  readonly cell: string;
  readonly text: string;
  readonly fault: SheetFault;
}

/** A row that sums others, and so is no line: told, so that nobody wonders where it went. */
export interface PastedSum {
  readonly cell: string;
  readonly text: string;
}

/** All lines; or what is in the way, and then no line at all. */
export type PastedLines =
  | { readonly lines: readonly Line[]; readonly sums: readonly PastedSum[] }
  | { readonly faults: readonly PasteFault[]; readonly more: boolean }
  | { readonly trouble: BlockTrouble | "no-amounts" | "too-many-lines" };

const MAX_FAULTS = 20;

type Field = "name" | "unit" | "account" | "amount" | "key" | `month-${number}`;

/** What heads a column, in the words that people and Tillit's own files use. */
const HEADINGS: Readonly<Record<string, Field>> = {
  verksamhet: "name",
  namn: "name",
  benämning: "name",
  rad: "name",
  operation: "name",
  name: "name",
  enhet: "unit",
  unit: "unit",
  konto: "account",
  account: "account",
  tkr: "amount",
  belopp: "amount",
  belopp_tkr: "amount",
  "belopp, tkr": "amount",
  budget: "amount",
  amount: "amount",
  periodnyckel: "key",
  nyckel: "key",
  "period key": "key",
  ...Object.fromEntries(
    MONTH_NUMBERS.flatMap((month) =>
      (["sv", "en"] as const).flatMap((language) =>
        (["long", "short"] as const).flatMap((form) => {
          const name = monthText(month, language, form).toLowerCase();
          return [name, name.slice(0, 3), `${name.slice(0, 3)}_tkr`].map(
            (heading) => [heading, `month-${month}`] as const,
          );
        }),
      ),
    ),
  ),
};

/** "Summa", "Delsumma", "S:a barnomsorg", "Totalsumma", "Totalt": a row that sums others, in the words that spreadsheets have. */
const isSum = (name: string): boolean =>
  /^(?:(?:del|total|slut|mellan)?summ(?:a|or|ering)|(?:sub)?totalt?|grand total|s:a|sa:|sum|varav|∑|Σ)(?![\p{L}\d])/iu.test(
    name.trim(),
  );

/**
 * Lines from a block that was copied in a spreadsheet. Headings, where there are any, tell which column is what, and columns
 * that they do not name are left out; without headings the first cell with text is the name and the last one the amount. Empty
 * rows are no lines, nor are rows that sum others, by their name or by having none and being the sum. Where a single cell can't be read there are no lines, and each such cell is named.
 */
export function pastedLines(text: string, tools: CellTools, newId: () => string): PastedLines {
  const block = readBlock(text);
  if (typeof block === "string") return { trouble: block };
  const [first, ...rest] = block;
  const headed = first !== undefined && isHeading(first);
  const rows = headed ? rest : block;
  const fields = headed ? first.map((cell) => ownValue(HEADINGS, cell.trim().toLowerCase())) : undefined;
  if (fields && !fields.some((field) => field === "amount" || field?.startsWith("month-")))
    return { trouble: "no-amounts" };
  const faults: PasteFault[] = [];
  const lines: Line[] = [];
  const sums: PastedSum[] = [];
  // The first line that no sum has summed
  let fromSum = 0;
  for (const [i, cells] of rows.entries()) {
    const named = fields ?? fieldsOf(cells);
    const at = (column: number) => address({ row: i + (headed ? 1 : 0), column });
    if (cells.every((cell) => cell.trim() === "")) continue;
    const sum = cells.findIndex(
      (cell, c) =>
        isSum(cell) && (named[c] === "name" || cells.slice(0, c).every((one) => one.trim() === "")),
    );
    if (sum >= 0) {
      sums.push({ cell: at(sum), text: (cells[sum] ?? "").trim() });
      fromSum = lines.length;
      continue;
    }
    const line = lineOf(cells, named, tools, newId(), (column, fault) =>
      faults.push({ cell: at(column), text: cells[column] ?? "", fault }),
    );
    if (isBareSum(line, lines) || isBareSum(line, lines.slice(fromSum))) {
      const column = cells.findLastIndex((cell) => cell.trim() !== "");
      sums.push({ cell: at(column), text: (cells[column] ?? "").trim() });
      fromSum = lines.length;
    } else lines.push(line);
  }
  if (faults.length > 0) return { faults: faults.slice(0, MAX_FAULTS), more: faults.length > MAX_FAULTS };
  if (lines.length > INTERNAL_LIMITS.lines) return { trouble: "too-many-lines" };
  return lines.length === 0 ? { trouble: "nothing" } : { lines, sums };
}

/** An amount with nothing said of it that is the sum of two lines or more above it. */
const isBareSum = ({ name, unit, account, amountTkr }: Line, above: readonly Line[]): boolean =>
  name === "" &&
  unit === null &&
  account === undefined &&
  above.length > 1 &&
  amountTkr === sumOf(above.map((line) => line.amountTkr));

/** A row that names columns we know, and holds no amount. */
const isHeading = (cells: Block[number]): boolean =>
  cells.some((cell) => ownValue(HEADINGS, cell.trim().toLowerCase()) !== undefined) &&
  !cells.some((cell) => cell.trim() !== "" && !isSheetFault(amountIn(cell)));

/** Without headings: the first cell with text is the name, the last one with anything the amount. */
function fieldsOf(cells: Block[number]): (Field | undefined)[] {
  const name = cells.findIndex((cell) => cell.trim() !== "");
  const amount = cells.findLastIndex((cell) => cell.trim() !== "");
  return cells.map((_, c) => (c === name ? "name" : c === amount ? "amount" : undefined));
}

function lineOf(
  cells: Block[number],
  fields: readonly (Field | undefined)[],
  tools: CellTools,
  id: string,
  fault: (column: number, fault: SheetFault) => void,
): Line {
  let line: Line = { id, name: "", unit: null, amountTkr: 0 };
  const months = new Map<number, number>();
  let said = false;
  for (const [c, cell] of cells.entries()) {
    const field = fields[c];
    if (field === undefined) continue;
    const take = <Value>(value: Value | SheetFault, into: (value: Value) => void) =>
      isSheetFault(value) ? fault(c, value) : into(value);
    if (field === "name")
      take(cellText(cell, INTERNAL_LIMITS.name), (name) => {
        line = { ...line, name };
      });
    else if (field === "unit")
      take(unitIn(unitId(cell, tools), tools.units), ({ unit }) => {
        line = { ...line, unit };
      });
    else if (field === "account")
      take(accountIn(cell), ({ account }) => {
        line = withField(line, "account", account);
      });
    else if (field === "key")
      take(keyIn(cell, tools), ({ key }) => {
        line = withField(line, "periodKey", key);
      });
    else
      take(amountIn(cell), (amount) => {
        if (field === "amount") {
          line = { ...line, amountTkr: amount };
          said ||= cell.trim() !== "";
        } else if (cell.trim() !== "") months.set(Number(field.slice("month-".length)), amount);
      });
  }
  // A key says the months; amounts by month count where there is none
  if (months.size === 0 || line.periodKey !== undefined) return line;
  const monthsTkr = MONTH_NUMBERS.map((month) => months.get(month) ?? 0);
  return { ...line, monthsTkr, amountTkr: said ? line.amountTkr : sumOf(monthsTkr) };
}

/** A unit is told by its name or its id. */
const unitId = (cell: string, { units }: CellTools): string => {
  const given = cell.trim().toLowerCase();
  return units.find(({ name }) => name.toLowerCase() === given)?.id ?? cell.trim();
};

/** A key is told by its name or its id; own amounts are told by the months themselves. */
function keyIn(cell: string, tools: CellTools): { readonly key: string | undefined } | SheetFault {
  const given = cell.trim().toLowerCase();
  if (given === "") return { key: undefined };
  const found = keyChoices(tools).find(
    ({ value, label }) => value === given || label.toLowerCase() === given,
  )?.value;
  if (found === undefined) return { code: "not-a-key", params: {} };
  return { key: found === OWN_MONTHS ? undefined : found };
}
