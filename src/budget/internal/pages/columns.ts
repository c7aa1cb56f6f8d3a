import { type Language, monthText, numberText } from "../../../kernel/format.ts";
import { sumOf } from "../../../kernel/sum.ts";
import { isSheetFault, type SheetColumn, type SheetFault } from "../../../platform/ui/sheet/sheet-types.ts";
import { dataText, type Text } from "../../../platform/ui/texts.ts";
import { MAX_RESULT_TKR } from "../../base/rules/fields.ts";
import { INTERNAL_LIMITS, type InternalBudget } from "../contract.ts";
import { BUILT_IN_KEYS, DEFAULT_KEY, MONTHS_OF_YEAR, monthsOf } from "../rules/period-keys.ts";
import { cellNumber, cellText, TKR_UNIT } from "./cell-number.ts";

export type Line = InternalBudget["lines"][number];
export type OwnKey = NonNullable<InternalBudget["periodKeys"]>[number];
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What the cells are read and written with. */
export interface CellTools {
  readonly t: Text<"budget">;
  readonly language: Language;
  readonly year: number;
  /** The body and those who work for it. */
  readonly units: readonly Named[];
  /** Names of the accounts that the accounting system has. */
  readonly accountNames: ReadonlyMap<string, string>;
  readonly ownKeys: readonly OwnKey[];
}

/** A line with amounts of its own by month, in the list of keys. */
export const OWN_MONTHS = "own";
export const MONTH_NUMBERS = Array.from({ length: MONTHS_OF_YEAR }, (_, i) => i + 1);

const AMOUNT = { min: -MAX_RESULT_TKR, max: MAX_RESULT_TKR };

/** The field's value in the row, or why it can't be. */
export const taken = <Row, Value>(
  value: Value | SheetFault,
  into: (value: Value) => Row | SheetFault,
): Row | SheetFault => (isSheetFault(value) ? value : into(value));

/** An amount in whole tkr; an emptied cell is 0. */
export const amountIn = (text: string): number | SheetFault =>
  text.trim() === "" ? 0 : cellNumber(text, AMOUNT, TKR_UNIT);

/** An account of four digits, alone or before its name ("5010 Löner"); empty where none is said. */
export function accountIn(text: string): { readonly account: string | undefined } | SheetFault {
  const given = text.trim();
  if (given === "") return { account: undefined };
  if (given.startsWith("=")) return { code: "formula", params: {} };
  const account = /^(\d{4})(?:\s.*)?$/.exec(given)?.[1];
  return account === undefined ? { code: "not-an-account", params: {} } : { account };
}

/** The unit that a cell says; empty is none. */
export function unitIn(text: string, units: readonly Named[]): { readonly unit: string | null } | SheetFault {
  const given = text.trim();
  if (given === "") return { unit: null };
  return units.some((unit) => unit.id === given) ? { unit: given } : { code: "not-a-unit", params: {} };
}

/** The row without a field, or with another value of it. */
export function withField<Row extends object, F extends keyof Row>(
  row: Row,
  field: F,
  value: Row[F] | undefined,
): Row {
  const { [field]: _before, ...rest } = row;
  return (value === undefined ? rest : { ...rest, [field]: value }) as Row;
}

/** Name, unit and account are alike in every view. */
export const nameColumn = ({ t }: CellTools): SheetColumn<Line> => ({
  id: "name",
  title: t("internal.name"),
  width: 210,
  frozen: true,
  text: (line) => line.name,
  edit: { take: (line, text) => taken(cellText(text, INTERNAL_LIMITS.name), (name) => ({ ...line, name })) },
  sum: () => t("internal.sum"),
});

export function lineColumns(tools: CellTools): SheetColumn<Line>[] {
  const { t, language, units, accountNames, ownKeys } = tools;
  const keys = keyChoices(tools);
  const keyOf = (line: Line) => (line.monthsTkr ? OWN_MONTHS : (line.periodKey ?? DEFAULT_KEY));
  const unitName = new Map(units.map(({ id, name }) => [id, name]));
  return [
    nameColumn(tools),
    {
      id: "unit",
      title: t("internal.unit"),
      width: 160,
      text: ({ unit }) => (unit === null ? "" : (unitName.get(unit) ?? unit)),
      edit: {
        text: ({ unit }) => unit ?? "",
        take: (line, text) => taken(unitIn(text, units), ({ unit }) => ({ ...line, unit })),
        choices: () => [
          { value: "", label: t("internal.no-unit") },
          ...units.map(({ id, name }) => ({ value: id, label: name })),
        ],
      },
    },
    {
      id: "account",
      title: t("internal.account"),
      width: 72,
      text: (line) => line.account ?? "",
      edit: {
        take: (line, text) => taken(accountIn(text), ({ account }) => withField(line, "account", account)),
      },
    },
    {
      id: "account-name",
      title: t("internal.account-name"),
      width: 130,
      text: ({ account }) => (account === undefined ? "" : (accountNames.get(account) ?? "")),
    },
    {
      id: "amount",
      title: t("internal.amount"),
      width: 96,
      numeric: true,
      text: (line) => numberText(line.amountTkr, language),
      edit: { take: (line, text) => taken(amountIn(text), (amountTkr) => ({ ...line, amountTkr })) },
      sum: (lines) => numberText(sumOf(lines.map((line) => line.amountTkr)), language),
    },
    {
      id: "key",
      title: t("internal.key"),
      width: 140,
      text: (line) => keys.find(({ value }) => value === keyOf(line))?.label ?? keyOf(line),
      edit: {
        text: keyOf,
        take: (line, text) => withKey(line, text, ownKeys),
        choices: () => keys,
      },
    },
    {
      id: "difference",
      title: t("internal.months-difference"),
      width: 90,
      numeric: true,
      text: (line) => {
        const left = line.monthsTkr ? line.amountTkr - sumOf(line.monthsTkr) : 0;
        return left === 0 ? "" : numberText(left, language);
      },
      sum: (lines) => {
        const left = sumOf(
          lines.map((line) => (line.monthsTkr ? line.amountTkr - sumOf(line.monthsTkr) : 0)),
        );
        return left === 0 ? "" : numberText(left, language);
      },
    },
  ];
}

/** Built-in keys, the municipality's own, and amounts of one's own. */
export const keyChoices = ({ t, ownKeys }: Pick<CellTools, "t" | "ownKeys">) => [
  ...BUILT_IN_KEYS.map(({ id }) => ({ value: id, label: dataText(t, "period-key", id) })),
  ...ownKeys.map(({ id, name }) => ({ value: id, label: name || t("internal.nameless") })),
  { value: OWN_MONTHS, label: t("period-key.own") },
];

function withKey(line: Line, text: string, ownKeys: readonly OwnKey[]): Line | SheetFault {
  const key = text.trim() === "" ? DEFAULT_KEY : text.trim();
  // Own amounts begin as what the key gives, to be written on from there
  if (key === OWN_MONTHS) return { ...line, monthsTkr: [...monthsOf(line, ownKeys)] };
  if (![...BUILT_IN_KEYS, ...ownKeys].some(({ id }) => id === key)) return { code: "not-a-key", params: {} };
  return withField(
    withField(line, "monthsTkr", undefined),
    "periodKey",
    key === DEFAULT_KEY ? undefined : key,
  );
}

/** The months of each line, computed once a line: lines are never changed, only replaced. */
export function monthsOnce(ownKeys: readonly OwnKey[]): (line: Line) => readonly number[] {
  const known = new WeakMap<Line, readonly number[]>();
  return (line) => {
    const before = known.get(line);
    if (before) return before;
    const months = monthsOf(line, ownKeys);
    known.set(line, months);
    return months;
  };
}

/** The year month by month. A month that is written gives the line amounts of its own, and the year their sum. */
export function monthColumns(tools: CellTools): SheetColumn<Line>[] {
  const { t, language, ownKeys } = tools;
  const months = monthsOnce(ownKeys);
  return [
    nameColumn(tools),
    ...MONTH_NUMBERS.map((month): SheetColumn<Line> => {
      const at = month - 1;
      const tkr = (line: Line) => months(line)[at] as number;
      return {
        id: `month-${month}`,
        title: monthText(month, language, "short"),
        width: 76,
        numeric: true,
        text: (line) => numberText(tkr(line), language),
        edit: {
          take: (line, text) =>
            taken(amountIn(text), (amount) => {
              const monthsTkr = months(line).map((before, i) => (i === at ? amount : before));
              const amountTkr = sumOf(monthsTkr);
              return Math.abs(amountTkr) > MAX_RESULT_TKR
                ? { code: "out-of-range", params: AMOUNT }
                : { ...line, monthsTkr, amountTkr };
            }),
        },
        sum: (lines) => numberText(sumOf(lines.map(tkr)), language),
      };
    }),
    {
      id: "year",
      title: t("internal.year-sum"),
      width: 92,
      numeric: true,
      text: (line) => numberText(line.amountTkr, language),
      sum: (lines) => numberText(sumOf(lines.map((line) => line.amountTkr)), language),
    },
  ];
}
