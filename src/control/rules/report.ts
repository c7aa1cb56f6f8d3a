import { type Day, yearOf } from "../../kernel/day.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import { isBlank } from "../../kernel/written.ts";

const CITE = "§2.3";

/** First the half-year's report, then the annual one, which answers for both (K-5). */
export const HALF_YEAR = "half-year";
export const CONTROL_PERIODS = [HALF_YEAR, "annual"] as const;

export interface ReportedControl {
  readonly control: string;
  readonly doneOn: Day | null;
  readonly result: "no-deviation" | "deviation" | "not-done";
  readonly measure: { readonly responsible: string; readonly due: Day } | null;
}

export interface ReportFacts {
  readonly period: (typeof CONTROL_PERIODS)[number];
  readonly results: readonly ReportedControl[];
  readonly judgement: string;
}

export interface ReportContext {
  readonly year: number;
  /** The last day that the half-year's report looks at, by the year wheel; undefined where it has no such step. */
  readonly halfYear: Day | undefined;
  /** The controls of the decided plan; undefined when no plan is decided. */
  readonly planned: readonly { readonly id: string; readonly text: string; readonly due: Day }[] | undefined;
  readonly people: readonly string[];
  /** The reports of the year that are decided already. */
  readonly decidedPeriods: readonly ReportFacts["period"][];
  /** What has been registered of the controls carried out. */
  readonly registered: readonly { readonly control: string; readonly result: ReportedControl["result"] }[];
}

/** All that stands in the way of a report on internal control, and all that is worth knowing (K-4, K-5). */
export function reportRemarks(report: ReportFacts, context: ReportContext): Remark[] {
  const { planned } = context;
  if (!planned) return [remark("stops", "control-report-without-plan", CITE, { year: context.year })];
  return [
    ...orderRemarks(report.period, context.decidedPeriods),
    ...report.results.flatMap((result, i) => resultRemarks(result, i, report.results, context)),
    ...missingRemarks(report, planned, context.halfYear),
    ...registeredRemarks(report, planned, context.registered),
    ...(isBlank(report.judgement)
      ? [remark("stops", "control-report-without-judgement", CITE, {}, "judgement")]
      : []),
  ];
}

/** First the half-year, then the year (K-5): an annual report alone needs a reason, and nothing goes back in time. */
function orderRemarks(period: ReportFacts["period"], decided: ReportContext["decidedPeriods"]): Remark[] {
  if (period === "half-year")
    return decided.includes("annual") ? [remark("stops", "half-year-after-annual", CITE, {}, "period")] : [];
  return decided.length === 0 ? [remark("needs-reason", "annual-without-half-year", CITE, {}, "period")] : [];
}

function resultRemarks(
  { control, doneOn, result, measure }: ReportedControl,
  i: number,
  all: readonly ReportedControl[],
  { year, planned = [], people }: ReportContext,
): Remark[] {
  const at = `results.${i}`;
  const what = planned.find((p) => p.id === control)?.text ?? control;
  const remarks: Remark[] = [];
  if (!planned.some((p) => p.id === control))
    remarks.push(remark("stops", "unknown-control", CITE, { control }, `${at}.control`));
  if (all.findIndex((other) => other.control === control) < i)
    remarks.push(remark("stops", "control-reported-twice", CITE, { control: what }, `${at}.control`));
  if (result === "not-done") {
    if (doneOn !== null)
      remarks.push(remark("stops", "not-done-has-day", CITE, { control: what }, `${at}.doneOn`));
    remarks.push(remark("deviation", "control-not-done", CITE, { control: what }, at));
  } else if (doneOn === null)
    remarks.push(remark("stops", "done-without-day", CITE, { control: what }, `${at}.doneOn`));
  if (doneOn !== null && yearOf(doneOn) !== year)
    remarks.push(remark("stops", "done-outside-year", CITE, { doneOn, year }, `${at}.doneOn`));
  if (result === "deviation" && !measure)
    remarks.push(remark("stops", "deviation-without-measure", CITE, { control: what }, `${at}.measure`));
  if (measure && !people.includes(measure.responsible))
    remarks.push(
      remark(
        "stops",
        "control-no-responsible",
        CITE,
        { what, person: measure.responsible },
        `${at}.measure.responsible`,
      ),
    );
  return remarks;
}

/** A deviation that was found when a control was carried out is told, or it is seen that it was not (K-4, K-5). */
function registeredRemarks(
  report: ReportFacts,
  planned: NonNullable<ReportContext["planned"]>,
  registered: ReportContext["registered"],
): Remark[] {
  const found = new Set(registered.filter(({ result }) => result === "deviation").map((one) => one.control));
  return report.results.flatMap(({ control, result }, i) =>
    found.has(control) && result !== "deviation"
      ? [
          remark(
            "needs-reason",
            "registered-deviation-not-reported",
            CITE,
            { control: planned.find(({ id }) => id === control)?.text ?? control },
            `results.${i}.result`,
          ),
        ]
      : [],
  );
}

/** The annual report speaks of every control of the plan; the half-year's of those that were due by then. */
function missingRemarks(
  report: ReportFacts,
  planned: NonNullable<ReportContext["planned"]>,
  halfYear: Day | undefined,
): Remark[] {
  const missing = planned.filter((p) => !report.results.some((result) => result.control === p.id));
  if (report.period === "annual")
    return missing.map(({ text }) =>
      remark("stops", "control-missing-in-report", CITE, { control: text }, "results"),
    );
  return missing
    .filter(({ due }) => halfYear !== undefined && due <= halfYear)
    .map(({ text, due }) =>
      remark("info", "control-due-in-half-year", CITE, { control: text, due }, "results"),
    );
}
