import { z } from "zod";
import { MONTHS_OF_YEAR } from "../../../budget/internal/rules/period-keys.ts";
import { splitTkr } from "../../../kernel/money.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";
import { sumOf } from "../../../kernel/sum.ts";
import { isBlank } from "../../../kernel/written.ts";

const CITE = "§2.5";
const MAX_TKR = 1_000_000_000;
const Tkr = z.number().int().min(-MAX_TKR).max(MAX_TKR);
/** Income, each sort of cost, or all of it where the unit's budget has no accounts. */
export const LINE_OF = ["3", "4", "5", "6", "7", "8", "9", "all"] as const;
export const MAX_EXPLANATION = 2000;

/** What a forecast is written against: the unit's budget and outcome, line by line. Net costs in whole tkr; income is negative. */
export const UnitFacts = z.object({
  /** The months that are booked, from January. */
  months: z.number().int().min(0).max(MONTHS_OF_YEAR),
  lines: z.array(
    z.object({
      of: z.enum(LINE_OF),
      /** January first, twelve. */
      budgetMonthsTkr: z.array(Tkr),
      outcomeTkr: Tkr,
    }),
  ),
});
export type UnitFacts = z.output<typeof UnitFacts>;

/** What the manager writes: what each line will cost in each month that is not booked, and why it is not as budgeted. */
export const UnitForecast = z.object({
  lines: z
    .array(
      z.object({
        of: z.enum(LINE_OF),
        /** The months that are left, December last. */
        restTkr: z.array(Tkr).max(MONTHS_OF_YEAR),
        explanation: z.string().max(MAX_EXPLANATION),
      }),
    )
    .max(LINE_OF.length),
  /** What it means for those whom the unit is for (P-1). */
  effectForResidents: z.string().max(MAX_EXPLANATION),
  sent: z.boolean(),
});
export type UnitForecast = z.output<typeof UnitForecast>;

export interface ForecastLine {
  readonly of: (typeof LINE_OF)[number];
  readonly budgetTkr: number;
  readonly budgetToDateTkr: number;
  readonly outcomeTkr: number;
  readonly restTkr: readonly number[];
  readonly forecastTkr: number;
  /** Budget − forecast: negative when the money does not suffice. */
  readonly deviationTkr: number;
  readonly explanation: string;
}

const restOf = ({ budgetMonthsTkr }: UnitFacts["lines"][number], months: number): number[] =>
  budgetMonthsTkr.slice(months);

/** The forecast that follows if the months that are left go as budgeted: what one begins from (U-6). */
export const proposedForecast = ({ lines, months }: UnitFacts): UnitForecast => ({
  lines: lines.map((line) => ({ of: line.of, restTkr: restOf(line, months), explanation: "" })),
  effectForResidents: "",
  sent: false,
});

/**
 * Every line with what is believed of it. Of months that have been booked since it was written the outcome counts; of a line or a
 * month that nobody has written of, the budget.
 */
export function forecastLines(facts: UnitFacts, { lines }: Pick<UnitForecast, "lines">): ForecastLine[] {
  return facts.lines.map((fact) => {
    const own = lines.find(({ of }) => of === fact.of);
    const budgeted = restOf(fact, facts.months);
    const written = own?.restTkr ?? [];
    const restTkr = budgeted.map((tkr, i) => written[written.length - budgeted.length + i] ?? tkr);
    const budgetTkr = sumOf(fact.budgetMonthsTkr);
    const forecastTkr = fact.outcomeTkr + sumOf(restTkr);
    return {
      of: fact.of,
      budgetTkr,
      budgetToDateTkr: budgetTkr - sumOf(budgeted),
      outcomeTkr: fact.outcomeTkr,
      restTkr,
      forecastTkr,
      deviationTkr: budgetTkr - forecastTkr,
      explanation: own?.explanation ?? "",
    };
  });
}

/** The forecast as it is written against facts that may be newer: what is stored and what is shown are one. */
export const writtenAgainst = (facts: UnitFacts, content: UnitForecast): UnitForecast => ({
  ...content,
  lines: forecastLines(facts, content).map(({ of, restTkr, explanation }) => ({
    of,
    restTkr: [...restTkr],
    explanation,
  })),
});

/** The months that are left for a whole year's amount: as the budget falls on them, or evenly where it has nothing there. */
export function restFor(
  line: Pick<ForecastLine, "outcomeTkr" | "restTkr">,
  budgetRestTkr: readonly number[],
  yearTkr: number,
): number[] {
  if (line.restTkr.length === 0) return [];
  const weights = budgetRestTkr.map(Math.abs);
  return splitTkr(
    yearTkr - line.outcomeTkr,
    weights.some((weight) => weight > 0) ? weights : budgetRestTkr.map(() => 1),
  );
}

export interface ForecastSum {
  readonly budgetTkr: number;
  readonly outcomeTkr: number;
  readonly forecastTkr: number;
  readonly deviationTkr: number;
}
export function forecastSum(lines: readonly ForecastLine[]): ForecastSum {
  const sum = (of: (line: ForecastLine) => number) => sumOf(lines.map(of));
  return {
    budgetTkr: sum((line) => line.budgetTkr),
    outcomeTkr: sum((line) => line.outcomeTkr),
    forecastTkr: sum((line) => line.forecastTkr),
    deviationTkr: sum((line) => line.deviationTkr),
  };
}

/** Each deviation is explained before a forecast is sent; one that does not hold opens the unit's part of the action plan (U-8). */
export function forecastRemarks(lines: readonly ForecastLine[]): Remark[] {
  const { deviationTkr } = forecastSum(lines);
  return [
    ...lines.flatMap((line, i) =>
      line.deviationTkr !== 0 && isBlank(line.explanation)
        ? [
            remark(
              "stops",
              "unit-deviation-unexplained",
              CITE,
              { of: line.of, deviationTkr: Math.abs(line.deviationTkr) },
              `lines.${i}.explanation`,
            ),
          ]
        : [],
    ),
    ...(deviationTkr < 0 ? [remark("deviation", "unit-over-budget", CITE, { overTkr: -deviationTkr })] : []),
  ];
}

/** A unit in its committee's forecast: what it has sent, or its budget until it has. */
export const UnitLine = z.object({
  unit: z.string(),
  name: z.string(),
  budgetTkr: z.number().int(),
  outcomeTkr: z.number().int(),
  /** Null: nothing is sent. */
  forecastTkr: z.number().int().nullable(),
  deviationTkr: z.number().int().nullable(),
  explained: z.array(
    z.object({ of: z.enum(LINE_OF), deviationTkr: z.number().int(), explanation: z.string() }),
  ),
  sentOn: z.string().nullable(),
});
export type UnitLine = z.output<typeof UnitLine>;

/** What the units' forecasts come to: one who has not sent counts with its budget. Tkr. */
export const unitsTkr = (units: readonly Pick<UnitLine, "forecastTkr" | "budgetTkr">[]): number =>
  sumOf(units.map(({ forecastTkr, budgetTkr }) => forecastTkr ?? budgetTkr));

interface OwnForecast {
  readonly forecastTkr: number | null;
  readonly additionTkr?: number | null | undefined;
}

/**
 * The one answer to what a committee believes of its year: the units' forecasts together and what it adds itself. A forecast that
 * is said as a whole is the units' and the rest of it. Where no unit forecasts, it is the committee's own alone.
 */
export function committeeForecast<Own extends OwnForecast>(
  own: Own,
  units: readonly Pick<UnitLine, "forecastTkr" | "budgetTkr">[] = [],
): Own {
  const { additionTkr, ...rest } = own;
  if (units.length === 0) return rest as unknown as Own;
  const together = unitsTkr(units);
  if (typeof additionTkr === "number") return { ...own, forecastTkr: together + additionTkr };
  if (own.forecastTkr === null) return rest as unknown as Own;
  return { ...own, additionTkr: own.forecastTkr - together };
}
