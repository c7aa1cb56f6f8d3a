import type { Kinds } from "../decisions/matter-kinds.ts";
import { LAST_DAY, yearOf } from "../kernel/day.ts";
import type { Chapter, Kept } from "../platform/chapter.ts";
import { analysisRows } from "./analyses/chapter.ts";
import { signalsFound } from "./analyses/found.ts";
import { keptSignals } from "./analyses/signals.ts";
import { signalsUntil } from "./analyses/store.ts";
import type { BodyGoals } from "./contract.ts";
import { valuesWaiting } from "./indicators/facts/waiting.ts";
import { BODY_GOALS, goalPage } from "./kind.ts";
import { goalThreadThings, goalTies } from "./thread.ts";
import { StrategicGoals, Vision } from "./vision/contract.ts";
import { STRATEGIC_GOALS, VISION } from "./vision/kind.ts";
import { governing } from "./vision/store.ts";
import { periodsWaiting } from "./vision/waiting.ts";

/** §2.1: who answers for goals, what they contribute to, and the values that a follow-up waits for (V-7, V-9). */
export const goalsChapter = (kinds: Kinds): Chapter => ({
  chapter: "goals",
  restsOn: ["goals.indicator_value", "goals.indicator_part", "goals.judgement"],
  async waiting(tx, ctx) {
    if (ctx.personId === undefined) return [];
    return [...(await periodsWaiting(tx, ctx)), ...(await valuesWaiting(tx, ctx, kinds))];
  },
  async setup(tx, { today }) {
    const { vision, strategicGoals } = await governing(tx, yearOf(today), today);
    const count = strategicGoals.length + (vision ? 1 : 0);
    return [{ step: "vision", count, enough: vision !== null && strategicGoals.length > 0 }];
  },
  holds: [BODY_GOALS.kind, STRATEGIC_GOALS.kind],
  foundBeside: [signalsFound],
  async holdings({ source, kind, body, year, content }) {
    if (kind === STRATEGIC_GOALS.kind)
      return (content as StrategicGoals).goals.flatMap(({ id, indicators }) =>
        indicators.flatMap(({ id: own, name, reporter }) =>
          // Where nobody is named whoever prepares the council's goals reports
          reporter === ""
            ? []
            : [
                {
                  thing: `${source}/${id}/${own}`,
                  what: "indicator",
                  person: reporter,
                  body,
                  name,
                  href: goalPage(body, id, year),
                },
              ],
        ),
      );
    if (kind !== BODY_GOALS.kind) return [];
    const { goals, parts } = content as BodyGoals;
    const shared = parts.map(({ id, lead, goal, wording, responsible }) => ({
      thing: `${source}/${id}`,
      what: "contribution",
      person: responsible,
      body,
      name: wording,
      href: goalPage(lead, goal, year),
    }));
    const own = goals.flatMap(({ id, wording, responsible, indicators }) => [
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
        person: indicator.reporter || responsible,
        body,
        name: indicator.name,
        href: goalPage(body, id, year),
      })),
    ]);
    return [...own, ...shared];
  },
  ties: goalTies,
  threadThings: async (of) => goalThreadThings(of),
  registered: async (tx) => (await signalsUntil(tx, LAST_DAY)).map(await keptSignals(tx)),
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
    return (content as BodyGoals).goals.flatMap(({ id, wording, effectForResidents, basis, indicators }) => [
      {
        thing: `${source}/${id}`,
        title: wording,
        text: [effectForResidents, basis.situation, basis.assignment, ...indicators.map(({ name }) => name)]
          .filter(Boolean)
          .join(" · "),
        href: goalPage(body, id, year),
      },
      ...indicators.map((indicator) => ({
        thing: `${source}/${id}/${indicator.id}`,
        sort: "indicator",
        title: indicator.name,
        text: [wording, indicator.source].join(" · "),
        href: goalPage(body, id, year),
      })),
    ]);
  return analysisRows(of);
}
