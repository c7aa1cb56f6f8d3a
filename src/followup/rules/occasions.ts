import { type Day, endOfMonth } from "../../kernel/day.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import type { BodyKind } from "../../organisation/rules/organisation.ts";
import type { StepOccasion } from "../../year/rules/step.ts";

/** The year's three occasions of follow-up (model §2.5, U-2 – U-4), and those that the executive adds (U-5), each a kind of matter. */
export const REPORT_KINDS = ["follow-up", "interim-report", "extra-follow-up", "annual-report"] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** The kinds that the group has a report of its own in. */
export const groupReports = (kind: ReportKind): boolean =>
  kind === "interim-report" || kind === "annual-report";

/** Those that tell of the economy alone: the goals are judged at the model's own occasions (U-5). */
export const ofEconomyAlone = (kind: ReportKind): boolean => kind === "extra-follow-up";

/** Whose reports: those of committees and boards, from which the group's is assembled (U-6), or the group's own. */
export const WHOSE = ["body", "group"] as const;
export type Whose = (typeof WHOSE)[number];

/** When a report is written, and how far it looks: by a step of the year wheel in force, and by nothing else. */
export interface Occasion {
  /** The month after which it looks back, 1–12. */
  readonly months: number;
  /** The last day that it looks at. */
  readonly until: Day;
  readonly from: Day;
  readonly due: Day;
  /** The kinds of body that owe it. */
  readonly bodies: readonly BodyKind[];
  /** Which of its kind's occasions it is, where they have names. */
  readonly named: string | undefined;
}

const COUNCIL: BodyKind = "council";

/**
 * An occasion from the wheel's steps of its kind, about its year; undefined where the wheel has none, or does not say how far it
 * looks. Of several steps the first begins and the last ends it.
 */
export function occasionOf(whose: Whose, year: number, steps: readonly StepOccasion[]): Occasion | undefined {
  const of = (bodies: readonly BodyKind[]) =>
    whose === "group" ? bodies.includes(COUNCIL) : bodies.some((kind) => kind !== COUNCIL);
  const own = steps.filter(({ step }) => step.looksTo !== undefined && of(step.bodies));
  if (own.length === 0) return undefined;
  const months = Math.max(...own.map(({ step }) => step.looksTo as number));
  return {
    months,
    until: endOfMonth(year, months),
    from: own.map(({ from }) => from).sort()[0] as Day,
    due: own
      .map(({ due }) => due)
      .sort()
      .at(-1) as Day,
    bodies: own.flatMap(({ step }) => step.bodies),
    named: own[0]?.step.occasion,
  };
}

/**
 * Of a year's extra follow-ups the one that is written now (U-5): the last that has begun, and before that the first to come. Others of
 * the kind are the same matter, a later version of which answers for those before it.
 */
export function nowOf(steps: readonly StepOccasion[], today: Day): StepOccasion[] {
  const inOrder = steps.toSorted((a, b) => a.from.localeCompare(b.from));
  const now = inOrder.findLast(({ from }) => from <= today) ?? inOrder[0];
  return now ? [now] : [];
}

/** No report of a period is decided on before the period has ended (U-2 – U-4), and none of a period that nobody has said. */
export function periodRemarks(occasion: Pick<Occasion, "until"> | undefined, today: Day): Remark[] {
  if (!occasion) return [remark("stops", "occasion-not-in-wheel", "§2.4")];
  const { until } = occasion;
  return today < until ? [remark("stops", "report-before-its-day", "§2.5", { until })] : [];
}
