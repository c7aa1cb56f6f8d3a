import { useMemo } from "react";
import { numberText } from "../../../kernel/format.ts";
import { lastingId } from "../../../kernel/plain-id.ts";
import { sumOf } from "../../../kernel/sum.ts";
import type { SheetColumn, SheetFault } from "../../../platform/ui/sheet/sheet-types.ts";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { DIRECTIONS } from "../../base/rules/financial-goals.ts";
import { typedNumber } from "../../base/rules/typed-number.ts";
import { choiceColumn, plainNumber, TKR_LIMITS, textColumn } from "../../matter/pages/inputs/columns.ts";
import { InputsSheet } from "../../matter/pages/inputs/sheet.tsx";
import { COMPANY_LIMITS, type CompanyBudget } from "../contract.ts";
import {
  COMPANY_LINE_IDS,
  type CompanyLine,
  type CompanyYear,
  GIVEN_LINES,
  type GivenCompanyLine,
  OPENING_LINES,
  type OpeningCompanyLine,
  SIGNED_LINES,
} from "../rules/company-lines.ts";
import { DEMAND_MEASURES, MEASURE_FORMULA } from "../rules/demands.ts";

interface Props {
  readonly budget: CompanyBudget;
  readonly years: readonly CompanyYear[];
  readonly change: (part: Partial<CompanyBudget>) => void;
}

/** In the order of the sheet: a result from revenue down, then loans and what is paid to the owner; computed lines in their places. */
const SHOWN: readonly CompanyLine[] = COMPANY_LINE_IDS.slice(
  0,
  COMPANY_LINE_IDS.indexOf("cashFlow") + 1,
).filter((line) => line !== "appropriations");

const isGiven = (line: CompanyLine): line is GivenCompanyLine =>
  (GIVEN_LINES as readonly string[]).includes(line);
const limitsOf = (line: string) => (SIGNED_LINES.includes(line) ? TKR_LIMITS : { ...TKR_LIMITS, min: 0 });

const amountIn = <Row,>(text: string, line: string, into: (tkr: number) => Row): Row | SheetFault => {
  if (text.trim() === "") return into(0);
  const typed = typedNumber(text, limitsOf(line));
  return "fault" in typed ? { code: typed.fault.code, params: typed.fault.params } : into(typed.value);
};

interface LineRow {
  readonly line: CompanyLine;
  readonly amounts: Readonly<Record<string, number>>;
}

/** The result, the loans and the dividend, year by year; what is computed can be read and copied, and is not written. */
export function ResultSheet({ years, change }: Omit<Props, "budget">) {
  const t = useTexts("budget");
  const language = useLanguage();
  const shownYears = years.map(({ year }) => year).join();
  const rows: LineRow[] = SHOWN.map((line) => ({
    line,
    amounts: Object.fromEntries(years.map(({ year, lines }) => [year, lines[line] ?? 0])),
  }));
  const columns = useMemo<SheetColumn<LineRow>[]>(
    () => [
      {
        id: "line",
        title: t("company.row"),
        width: 260,
        frozen: true,
        text: ({ line }) => (isGiven(line) ? t(`company.line.${line}`) : `= ${t(`company.line.${line}`)}`),
      },
      ...shownYears
        .split(",")
        .map(Number)
        .map(
          (year): SheetColumn<LineRow> => ({
            id: String(year),
            title: String(year),
            width: 120,
            numeric: true,
            text: ({ amounts }) => numberText(amounts[year] ?? 0, language),
            edit: {
              text: ({ amounts }) => plainNumber(amounts[year] ?? 0, language),
              take: (row, text) =>
                amountIn(text, row.line, (tkr): LineRow | SheetFault => {
                  if (!isGiven(row.line) && tkr !== row.amounts[year])
                    return { code: "computed", params: {} };
                  return { ...row, amounts: { ...row.amounts, [year]: tkr } };
                }),
            },
          }),
        ),
    ],
    [t, language, shownYears],
  );
  return (
    <InputsSheet<LineRow>
      at="lines"
      readOnly={false}
      caption={t("company.result-caption")}
      rows={rows}
      rowKey={({ line }) => line}
      columns={columns}
      maxRows={rows.length}
      onChange={(next) =>
        change({
          lines: Object.fromEntries(
            next.flatMap(({ line, amounts }) => (isGiven(line) ? [[line, { ...amounts }]] : [])),
          ),
        })
      }
    />
  );
}

interface OpeningRow {
  readonly line: OpeningCompanyLine;
  readonly tkr: number;
}

/** The balance sheet that the year begins with. */
export function OpeningSheet({ budget, change }: Omit<Props, "years">) {
  const t = useTexts("budget");
  const language = useLanguage();
  const rows = OPENING_LINES.map((line) => ({ line, tkr: budget.opening[line] ?? 0 }));
  const columns = useMemo<SheetColumn<OpeningRow>[]>(
    () => [
      {
        id: "line",
        title: t("company.row"),
        width: 260,
        frozen: true,
        text: ({ line }) => (line === "loans" ? t("company.short.loans") : t(`company.line.${line}`)),
      },
      {
        id: "tkr",
        title: t("company.amount"),
        width: 120,
        numeric: true,
        text: ({ tkr }) => numberText(tkr, language),
        edit: {
          text: ({ tkr }) => plainNumber(tkr, language),
          take: (row, text) => amountIn(text, "financialNet", (tkr): OpeningRow => ({ ...row, tkr })),
        },
      },
    ],
    [t, language],
  );
  return (
    <InputsSheet<OpeningRow>
      at="opening"
      readOnly={false}
      caption={t("company.opening-caption")}
      rows={rows}
      rowKey={({ line }) => line}
      columns={columns}
      maxRows={rows.length}
      onChange={(next) => change({ opening: Object.fromEntries(next.map(({ line, tkr }) => [line, tkr])) })}
    />
  );
}

type Project = CompanyBudget["investments"][number];

/** Projects with what is spent each year. */
export function InvestmentsSheet({ budget, years, change }: Props) {
  const t = useTexts("budget");
  const language = useLanguage();
  const shownYears = years.map(({ year }) => year).join();
  const columns = useMemo<SheetColumn<Project>[]>(
    () => [
      textColumn<Project>("name", t("company.project"), {
        get: ({ name }) => name,
        set: (row, name) => ({ ...row, name }),
        max: COMPANY_LIMITS.name,
        width: 300,
        frozen: true,
      }),
      ...shownYears
        .split(",")
        .map(Number)
        .map(
          (year): SheetColumn<Project> => ({
            id: String(year),
            title: String(year),
            width: 110,
            numeric: true,
            text: ({ amountsTkr }) => numberText(amountsTkr[year] ?? 0, language),
            edit: {
              text: ({ amountsTkr }) => plainNumber(amountsTkr[year] ?? 0, language),
              take: (row, text) =>
                amountIn(
                  text,
                  "investments",
                  (tkr): Project => ({
                    ...row,
                    amountsTkr: { ...row.amountsTkr, [year]: tkr },
                  }),
                ),
            },
            sum: (all) => numberText(sumOf(all.map(({ amountsTkr }) => amountsTkr[year] ?? 0)), language),
          }),
        ),
    ],
    [t, language, shownYears],
  );
  return (
    <InputsSheet<Project>
      at="investments"
      readOnly={false}
      caption={t("company.investments-caption")}
      rows={budget.investments}
      rowKey={({ id }) => id}
      columns={columns}
      maxRows={COMPANY_LIMITS.investments}
      newRow={() => ({ id: lastingId("projekt"), name: "", amountsTkr: {} })}
      onChange={(investments) => change({ investments: [...investments] })}
    />
  );
}

type Demand = CompanyBudget["demands"][number];
const VALUE_LIMITS = { min: -1_000_000_000, max: 1_000_000_000, decimals: 2 } as const;

/** What the owner demands; of what no figure of the budget gives, the board writes the values too. */
export function DemandsSheet({ budget, years, change }: Props) {
  const t = useTexts("budget");
  const language = useLanguage();
  const shownYears = years.map(({ year }) => year).join();
  const columns = useMemo<SheetColumn<Demand>[]>(() => {
    const taken = <Row,>(text: string, into: (value: number) => Row): Row | SheetFault => {
      const typed = typedNumber(text, VALUE_LIMITS);
      return "fault" in typed ? { code: typed.fault.code, params: typed.fault.params } : into(typed.value);
    };
    return [
      textColumn<Demand>("text", t("company.demand.text"), {
        get: ({ text }) => text,
        set: (row, text) => ({ ...row, text }),
        max: 500,
        width: 280,
        frozen: true,
      }),
      choiceColumn<Demand>("measure", t("company.demand.measure"), {
        get: ({ measure }) => measure,
        set: (row, value) => ({
          ...row,
          measure: DEMAND_MEASURES.find((one) => one === value) ?? row.measure,
        }),
        choices: DEMAND_MEASURES.map((value) => ({ value, label: t(`company.measure.${value}`) })),
      }),
      choiceColumn<Demand>("direction", t("company.demand.direction"), {
        get: ({ direction }) => direction,
        set: (row, value) => ({
          ...row,
          direction: DIRECTIONS.find((one) => one === value) ?? row.direction,
        }),
        choices: DIRECTIONS.map((value) => ({ value, label: t(`page.direction.${value}`) })),
        width: 90,
      }),
      {
        id: "target",
        title: t("company.demand.target"),
        width: 90,
        numeric: true,
        text: ({ target }) => plainNumber(target, language),
        edit: { take: (row, text) => taken(text, (target): Demand => ({ ...row, target })) },
      },
      {
        id: "unit",
        title: t("company.demand.unit"),
        width: 110,
        text: ({ measure, unit = "" }) =>
          measure === "other" ? unit : t(`page.goal-unit.${MEASURE_FORMULA[measure].unit}`),
        edit: {
          take: (row, text) =>
            row.measure !== "other"
              ? text.trim() === t(`page.goal-unit.${MEASURE_FORMULA[row.measure].unit}`)
                ? row
                : { code: "computed", params: {} }
              : text.trim().length > COMPANY_LIMITS.unit
                ? { code: "too-long", params: { max: COMPANY_LIMITS.unit } }
                : { ...row, unit: text.trim() },
        },
      },
      ...shownYears
        .split(",")
        .map(Number)
        .map(
          (year): SheetColumn<Demand> => ({
            id: String(year),
            title: t("company.demand.value", { year }),
            width: 110,
            numeric: true,
            text: ({ values }) => (values?.[year] === undefined ? "" : plainNumber(values[year], language)),
            edit: {
              take: (row, text) => {
                const { [year]: _before, ...others } = row.values ?? {};
                if (text.trim() === "") return { ...row, values: others };
                if (row.measure !== "other") return { code: "computed", params: {} };
                return taken(text, (value): Demand => ({ ...row, values: { ...others, [year]: value } }));
              },
            },
          }),
        ),
    ];
  }, [t, language, shownYears]);
  return (
    <InputsSheet<Demand>
      at="demands"
      readOnly={false}
      caption={t("company.demands-caption")}
      rows={budget.demands}
      rowKey={({ id }) => id}
      columns={columns}
      maxRows={COMPANY_LIMITS.demands}
      newRow={() => ({
        id: lastingId("krav"),
        text: "",
        measure: "solidity",
        direction: "at-least",
        target: 0,
      })}
      onChange={(demands) => change({ demands: [...demands] })}
    />
  );
}
