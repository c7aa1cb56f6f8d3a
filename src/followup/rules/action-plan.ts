import { firstSentence } from "../../decisions/rules/in-words.ts";
import { type Day, yearOf } from "../../kernel/day.ts";
import { numberText } from "../../kernel/format.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import { isBlank } from "../../kernel/written.ts";
import { type Body, upFrom } from "../../organisation/rules/organisation.ts";

const CITE = "§2.5";

export const MEASURE_STATES = ["planned", "started", "done", "stopped"] as const;

export interface Measure {
  readonly id: string;
  readonly unit: string;
  readonly amountTkr: number;
  readonly start: Day;
  readonly effectBy: Day;
  readonly responsible: string;
  readonly status: string;
}

export interface ActionPlanFacts {
  /** Negative when more is used than allocated; undefined when no report has said. */
  readonly deviationTkr?: number | undefined;
  readonly measures: readonly Measure[];
  readonly consequences: string;
  readonly escalation: { readonly to: string; readonly text: string } | null;
}

export interface ActionPlanContext {
  readonly body: string;
  readonly year: number;
  readonly bodies: readonly Body[];
  readonly people: readonly string[];
}

/** What the measures give within the year; those that were stopped give nothing. */
export const measuresTkr = (measures: readonly Pick<Measure, "amountTkr" | "status">[]): number =>
  measures.reduce((sum, measure) => sum + (measure.status === "stopped" ? 0 : measure.amountTkr), 0);

/** The part of a deficit that the measures do not cover; 0 when they suffice. */
export const uncoveredTkr = (
  deviationTkr: number,
  measures: readonly Pick<Measure, "amountTkr" | "status">[],
): number => Math.max(0, -deviationTkr - measuresTkr(measures));

/**
 * An action plan is owned, dated and enough, or it goes to the nearest manager: nothing falls between chairs (U-8).
 */
export function actionPlanRemarks(plan: ActionPlanFacts, context: ActionPlanContext): Remark[] {
  const ids = plan.measures.map((measure) => measure.id);
  const remarks = plan.measures.flatMap((measure, i) => [
    ...(ids.indexOf(measure.id) < i
      ? [remark("stops", "measure-twice", CITE, { id: measure.id }, `measures.${i}.id`)]
      : []),
    ...measureRemarks(measure, context, `measures.${i}`),
  ]);
  if (isBlank(plan.consequences)) remarks.push(remark("stops", "no-consequences", "§1", {}, "consequences"));
  if (plan.escalation) {
    if (!context.people.includes(plan.escalation.to))
      remarks.push(remark("stops", "escalated-to-nobody", CITE, { to: plan.escalation.to }, "escalation.to"));
    if (isBlank(plan.escalation.text))
      remarks.push(remark("stops", "escalation-without-text", CITE, {}, "escalation.text"));
  }
  return [...remarks, ...coverRemarks(plan)];
}

function measureRemarks(measure: Measure, context: ActionPlanContext, at: string): Remark[] {
  const { body, year, bodies, people } = context;
  const remarks: Remark[] = [];
  if (!people.includes(measure.responsible))
    remarks.push(
      remark("stops", "measure-without-owner", CITE, { person: measure.responsible }, `${at}.responsible`),
    );
  if (!upFrom(bodies, measure.unit).some((above) => above.id === body))
    remarks.push(remark("stops", "measure-elsewhere", CITE, { unit: measure.unit }, `${at}.unit`));
  if (yearOf(measure.start) !== year || yearOf(measure.effectBy) !== year)
    remarks.push(remark("stops", "measure-outside-year", CITE, { year }, `${at}.start`));
  if (measure.effectBy < measure.start)
    remarks.push(
      remark(
        "stops",
        "measure-dates",
        CITE,
        { start: measure.start, effectBy: measure.effectBy },
        `${at}.effectBy`,
      ),
    );
  return remarks;
}

/** Measures that do not cover the deviation go to the nearest manager, level by level. */
function coverRemarks({ deviationTkr, measures, escalation }: ActionPlanFacts): Remark[] {
  if (deviationTkr === undefined || deviationTkr >= 0) return [remark("info", "nothing-to-cover", CITE)];
  if (measures.length === 0 && !escalation) return [remark("stops", "no-measures", CITE, { deviationTkr })];
  const missingTkr = uncoveredTkr(deviationTkr, measures);
  if (missingTkr === 0) return [];
  const params = { deviationTkr, measuresTkr: measuresTkr(measures), missingTkr };
  return [
    escalation
      ? remark("deviation", "escalated", CITE, { ...params, to: escalation.to })
      : remark("needs-reason", "measures-do-not-suffice", CITE, params, "escalation"),
  ];
}

/** An action plan in one sentence: what its measures give together, and the biggest of them. */
export function actionPlanInWords(
  measures: readonly { readonly text: string; readonly amountTkr: number }[],
  body: string,
  year: number,
): string | undefined {
  const [biggest] = [...measures].sort((a, b) => b.amountTkr - a.amountTkr);
  if (!biggest) return undefined;
  const sum = numberText(
    measures.reduce((total, { amountTkr }) => total + amountTkr, 0),
    "sv",
  );
  const more =
    measures.length === 1
      ? ""
      : `, och ${measures.length === 2 ? "en åtgärd" : `${measures.length - 1} åtgärder`} till`;
  return `${body} vidtar åtgärder för ${sum} tkr ${year}: ${firstSentence(biggest.text) ?? biggest.text}${more}`;
}
