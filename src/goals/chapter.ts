import type { Kinds } from "../decisions/matter-kinds.ts";
import { matterId } from "../decisions/rules/kind.ts";
import { readsDecided } from "../decisions/rules/reading.ts";
import { decisionsUntil } from "../decisions/store/chain.ts";
import { type Day, dayOf, yearOf } from "../kernel/day.ts";
import type { Chapter, Kept, Waiting } from "../platform/chapter.ts";
import type { Tx } from "../platform/database/door.ts";
import type { Context } from "../platform/http/handle.ts";
import { stepsBegun } from "../year/facts/steps-begun.ts";
import type { StepOccasion } from "../year/rules/step.ts";
import { analysisRows } from "./analyses/chapter.ts";
import { ENVIRONMENT_ANALYSIS, SITUATION_ANALYSIS } from "./analyses/kind.ts";
import { keptSignals } from "./analyses/signals.ts";
import { signalsUntil } from "./analyses/store.ts";
import type { BodyGoals } from "./contract.ts";
import { goalsOfYear } from "./facts.ts";
import { BODY_GOALS, goalPage, INDICATOR_VALUE } from "./kind.ts";
import { valuesDue } from "./rules/values-due.ts";
import { goalThings, goalTies } from "./thread.ts";
import { StrategicGoals, Vision } from "./vision/contract.ts";
import { STRATEGIC_GOALS, VISION } from "./vision/kind.ts";
import { governing } from "./vision/store.ts";
import { periodsWaiting } from "./vision/waiting.ts";

/** §2.1: who answers for goals, what they contribute to, and the values that a follow-up waits for (V-7, V-9). */
export const goalsChapter = (kinds: Kinds): Chapter => ({
  chapter: "goals",
  restsOn: ["goals.indicator_value"],
  async waiting(tx, ctx) {
    if (ctx.personId === undefined) return [];
    const begun = await stepsBegun(tx, ctx.today, (step) => asksForValues(kinds, step.kind));
    const years = [...new Set(begun.map(({ subjectYear }) => subjectYear))];
    const lines: Waiting[] = await periodsWaiting(tx, ctx);
    for (const year of years)
      lines.push(
        ...(await valuesOf(
          tx,
          ctx,
          year,
          begun.filter((one) => one.subjectYear === year),
        )),
      );
    return lines;
  },
  async setup(tx, { today }) {
    const { vision, strategicGoals } = await governing(tx, yearOf(today), today);
    const count = strategicGoals.length + (vision ? 1 : 0);
    return [{ step: "vision", count, enough: vision !== null && strategicGoals.length > 0 }];
  },
  holds: [BODY_GOALS.kind],
  finds: [SITUATION_ANALYSIS.kind, ENVIRONMENT_ANALYSIS.kind],
  async holdings({ source, kind, body, year, content }) {
    if (kind !== BODY_GOALS.kind) return [];
    return (content as BodyGoals).goals.flatMap(({ id, wording, responsible, indicators }) => [
      {
        thing: `${source}/${id}`,
        what: "goal",
        person: responsible,
        body,
        name: wording,
        href: goalPage(body, id, year),
      },
      ...indicators.map((indicator) => ({
        thing: `${source}/${id}/${indicator.id}`,
        what: "indicator",
        person: responsible,
        body,
        name: indicator.name,
        href: goalPage(body, id, year),
      })),
    ]);
  },
  ties: goalTies,
  threadThings: async (of) => goalThings(of),
  registered: async (tx) => (await signalsUntil(tx, "9999-12-31" as Day)).map(await keptSignals(tx)),
  async searchRows(of) {
    return found(of);
  },
});

function found(of: Kept) {
  const { source, kind, body, year, content } = of;
  if (kind === VISION.kind) {
    const { name, text, parts } = Vision.parse(content);
    const said = [text, ...parts.map((part) => part.text)].join(" · ");
    return [{ thing: source, title: name, text: said, href: VISION.address.all }];
  }
  if (kind === STRATEGIC_GOALS.kind)
    return StrategicGoals.parse(content).goals.map(({ id, name, text, forWhom, indicators }) => ({
      thing: `${source}/${id}`,
      title: name,
      text: [text, forWhom, ...indicators.map((one) => one.name)].filter(Boolean).join(" · "),
      href: STRATEGIC_GOALS.address.all,
    }));
  if (kind === BODY_GOALS.kind)
    return (content as BodyGoals).goals.map(({ id, wording, effectForResidents, indicators }) => ({
      thing: `${source}/${id}`,
      title: wording,
      text: [effectForResidents, ...indicators.map(({ name }) => name)].join(" · "),
      href: goalPage(body, id, year),
    }));
  return analysisRows(of);
}

const asksForValues = (kinds: Kinds, kind: string | null): boolean =>
  kind !== null && (kinds.find(kind)?.routes.kind.restsOn?.includes(INDICATOR_VALUE.object) ?? false);

/** The indicators of my goals of a year that have no value yet for the follow-up that has begun. */
async function valuesOf(
  tx: Tx,
  ctx: Context,
  year: number,
  begun: readonly StepOccasion[],
): Promise<Waiting[]> {
  const occasions = begun.map(({ step, from, due }) => ({ step: step.id, kind: step.kind, from, due }));
  const goals = await goalsOfYear(tx, year, ctx.today, readsDecided);
  // What has been reported waits for no value
  const reported = new Set(
    (await decisionsUntil(tx, { year }, ctx.today)).map((decision) => decision.matterId),
  );
  return goals.flatMap((goal) =>
    goal.indicators.flatMap((indicator) => {
      if (indicator.responsible !== ctx.personId) return [];
      // What was measured of the years before says nothing of this one
      const values = indicator.values.flatMap((value) => (value.year === year ? [value.day as Day] : []));
      const occasion = valuesDue(values, occasions, dayOf(year, 1, 1));
      if (!occasion || reported.has(matterId(occasion.kind ?? "", goal.body, year))) return [];
      return [
        {
          thing: `${BODY_GOALS.kind}:${goal.body}:${year}/${goal.id}/${indicator.id}`,
          todo: "measure" as const,
          name: indicator.name,
          language: "sv" as const,
          cite: INDICATOR_CITE,
          body: goal.body,
          year,
          from: occasion.from,
          due: occasion.due,
          late: occasion.due < ctx.today,
          href: goalPage(goal.body, goal.id, year),
          step: occasion.step,
        },
      ];
    }),
  );
}

const INDICATOR_CITE = "§2.1";
