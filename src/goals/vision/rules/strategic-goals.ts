import { type Remark, remark } from "../../../kernel/remark.ts";
import { isBlank } from "../../../kernel/written.ts";
import type { Judgement } from "../../indicators/rules/indicator.ts";
import { repeatedIdRemarks } from "../../rules/ids.ts";
import { goalOfTarget, isAgendaTarget } from "./agenda.ts";
import { beginsPeriod, mandatePeriod } from "./mandate-period.ts";

const CITE = "§2.1";

interface Said {
  readonly name: string;
  readonly text: string;
}
interface Goal extends Said {
  readonly id: string;
  readonly agenda2030: readonly number[];
  readonly targets: readonly string[];
  readonly visionPart: string;
  readonly derivation: string;
  readonly forWhom: string;
  readonly indicators: readonly { readonly id: string }[];
}
interface Row extends Said {
  readonly goal: string;
  readonly judgement: Judgement | null;
  readonly grounds: string;
  readonly why: string;
}
interface Content {
  readonly goals: readonly Goal[];
  readonly evaluation: { readonly rows: readonly Row[] } | null;
}

/** What becomes of a goal that was in force. */
export type Adjustment = "kept" | "reworded" | "ended";

/** Whether a goal stands as it was, in other words, or no longer (V-2): seen from what is written, so that nobody says it twice. */
export function adjustmentOf(
  { goal, name, text }: Said & { readonly goal: string },
  goals: readonly (Said & { readonly id: string })[],
): Adjustment {
  const now = goals.find(({ id }) => id === goal);
  if (!now) return "ended";
  return now.name === name && now.text === text ? "kept" : "reworded";
}

/** What is evaluated: each goal that was in force, as it was decided; what is already judged stays. */
export const evaluationRows = (
  before: readonly (Said & { readonly id: string })[],
  rows: readonly Omit<Row, "name" | "text">[],
) =>
  before.map(({ id, name, text }) => {
    const { judgement = null, grounds = "", why = "" } = rows.find(({ goal }) => goal === id) ?? {};
    return { goal: id, name, text, judgement, grounds, why };
  });

/** The goals of a new mandate period as they are begun: the same as those in force, each to be evaluated (V-2). */
export const nextStrategicGoals = <G extends Said & { readonly id: string }>(
  goals: readonly G[],
  newPeriod: boolean,
) => ({
  goals: [...goals],
  evaluation: newPeriod
    ? { before: null, rows: evaluationRows(goals, []).map((row) => ({ ...row, outcomes: [] })) }
    : null,
});

/** What every strategic goal says: its name and what it means. */
export const strategicGoalsBlanks = (goals: readonly Said[]): string[] =>
  goals.flatMap(({ name, text }, i) => [
    ...(isBlank(name) ? [`goals.${i}.name`] : []),
    ...(isBlank(text) ? [`goals.${i}.text`] : []),
  ]);

/**
 * What stands in the way of the council's goals being decided (V-2): what is not written, what is not judged or not explained of those
 * of an earlier mandate period, and those that are not evaluated at all, for which a reason is asked.
 */
export function strategicGoalsRemarks(
  { goals, evaluation }: Content,
  {
    year,
    before,
    parts,
  }: {
    readonly year: number;
    readonly before: number | undefined;
    /** The ids of the parts of the vision that governs the year; undefined where there is no vision. */
    readonly parts: readonly string[] | undefined;
  },
): Remark[] {
  const { from, to } = mandatePeriod(year);
  return [
    ...strategicGoalsBlanks(goals).map((at) =>
      remark("stops", `strategic-${at.split(".").at(-1)}-missing`, CITE, {}, at),
    ),
    ...goals.flatMap((goal, i) => goalRemarks(goal, `goals.${i}`, parts)),
    ...repeatedIdRemarks(goals),
    ...(evaluation === null && beginsPeriod(year, before)
      ? [remark("needs-reason", "strategic-goals-not-evaluated", CITE, { from, to })]
      : []),
    ...(evaluation?.rows ?? []).flatMap((row, i) => rowRemarks(row, goals, `evaluation.rows.${i}`)),
  ];
}

function goalRemarks(goal: Goal, at: string, parts: readonly string[] | undefined): Remark[] {
  const stops = (code: string, field: string, params: Remark["params"] = {}) =>
    remark("stops", code, CITE, params, `${at}.${field}`);
  const name = goal.name || "–";
  return [
    ...goal.targets.flatMap((target) => {
      if (!isAgendaTarget(target)) return [stops("no-such-target", "targets", { target })];
      return goal.agenda2030.includes(goalOfTarget(target))
        ? []
        : [stops("target-without-goal", "targets", { target, number: goalOfTarget(target) })];
    }),
    ...(goal.visionPart !== "" && !parts?.includes(goal.visionPart)
      ? [stops("unknown-vision-part", "visionPart", { name })]
      : []),
    ...(parts !== undefined && isBlank(goal.derivation)
      ? [remark("info", "derivation-missing", CITE, { name }, `${at}.derivation`)]
      : []),
    ...(isBlank(goal.forWhom) ? [remark("info", "for-whom-missing", "§1.1", { name }, `${at}.forWhom`)] : []),
  ];
}

function rowRemarks(row: Row, goals: readonly Goal[], at: string): Remark[] {
  const stops = (code: string, field: string) =>
    remark("stops", code, CITE, { what: row.name }, `${at}.${field}`);
  return [
    ...(row.judgement === null ? [stops("review-judgement-missing", "judgement")] : []),
    ...(isBlank(row.grounds) ? [stops("review-grounds-missing", "grounds")] : []),
    ...(adjustmentOf(row, goals) !== "kept" && isBlank(row.why)
      ? [stops("adjustment-why-missing", "why")]
      : []),
  ];
}
