import { matterId, ownAddress } from "../decisions/rules/kind.ts";
import { thingOf } from "../decisions/store/carried-on.ts";
import { allInForce } from "../decisions/store/versions.ts";
import { bodyThing } from "../decisions/thread/rules/sorts.ts";
import { registeredThing } from "../documents/sources.ts";
import type { Kept, ThreadThing, Tie } from "../platform/chapter.ts";
import type { Tx } from "../platform/database/door.ts";
import { SITUATION_ANALYSIS } from "./analyses/kind.ts";
import { analysisThings, analysisTies } from "./analyses/thread.ts";
import type { BodyGoals } from "./contract.ts";
import type { Indicator } from "./indicators/contract.ts";
import { BODY_GOALS, goalPage } from "./kind.ts";
import { StrategicGoals, Vision } from "./vision/contract.ts";
import { STRATEGIC_GOALS, VISION } from "./vision/kind.ts";
import { governing } from "./vision/store.ts";

/** What goals hang in (V-9): a body's in strategic goals, those in the vision; what measures them and what they rest on hangs in them. */
export async function goalTies(of: Kept, tx: Tx): Promise<Tie[]> {
  const { source, kind, body, on, content } = of;
  const year = of.year ?? 0;
  if (kind === BODY_GOALS.kind) {
    const { strategicMatter } = await governing(tx, year, on);
    const analyses = await allInForce(tx, { kind: SITUATION_ANALYSIS.kind, body, year }, on);
    const { goals, parts } = content as BodyGoals;
    const shared = parts.map(({ id, lead, goal }) => ({
      from: thingOf(source, id),
      to: thingOf(matterId(BODY_GOALS.kind, lead, year), goal),
      sort: "contributes-to",
    }));
    const own = goals.flatMap(({ id, strategicGoals, contributors, indicators, basis }) => {
      const goal = thingOf(source, id);
      return [
        ...strategicGoals.map((one) => ({
          from: goal,
          to: `${strategicMatter ?? STRATEGIC_GOALS.kind}/${one}`,
          sort: "contributes-to",
        })),
        ...contributors.map((one) => ({ from: bodyThing(one), to: goal, sort: "contributes-to" })),
        { from: bodyThing(body), to: goal, sort: "answers-for" },
        ...measuring(goal, indicators),
        ...analyses.flatMap(({ matter }) => [
          { from: matter.id, to: goal, sort: "grounds" },
          ...basis.facts.map(({ fact }) => ({ from: thingOf(matter.id, fact), to: goal, sort: "grounds" })),
        ]),
        ...(basis.document ? [{ from: registeredThing(basis.document.id), to: goal, sort: "grounds" }] : []),
      ];
    });
    return [...own, ...shared];
  }
  if (kind === STRATEGIC_GOALS.kind) {
    const { visionMatter } = await governing(tx, year, on);
    return StrategicGoals.parse(content).goals.flatMap(({ id, indicators }) => {
      const goal = thingOf(source, id);
      return [
        ...(visionMatter ? [{ from: goal, to: visionMatter, sort: "derived-from" }] : []),
        { from: bodyThing(body), to: goal, sort: "answers-for" },
        ...measuring(goal, indicators),
      ];
    });
  }
  return analysisTies(of, tx);
}

const measuring = (goal: string, indicators: readonly Pick<Indicator, "id">[]): Tie[] =>
  indicators.map(({ id }) => ({ from: `${goal}/${id}`, to: goal, sort: "measures" }));

/** The vision, the goals and what measures them, as they stand in the thread. */
export function goalThreadThings(of: Kept): ThreadThing[] {
  const { source, kind, body, content } = of;
  const place = { body, year: of.year ?? 0 };
  if (kind === VISION.kind) {
    const { name } = Vision.parse(content);
    return [{ thing: source, what: "vision", name, href: ownAddress(VISION, place) }];
  }
  if (kind === STRATEGIC_GOALS.kind)
    return StrategicGoals.parse(content).goals.flatMap(({ id, name, agenda2030, indicators }) => {
      const href = ownAddress(STRATEGIC_GOALS, place);
      const thing = thingOf(source, id);
      return [
        { thing, what: "strategic-goal", name, href, agenda: agenda2030 },
        ...measures(thing, indicators, href).map((one) => ({ ...one, year: null })),
      ];
    });
  if (kind === BODY_GOALS.kind) {
    const { goals, parts } = content as BodyGoals;
    return [
      ...goals.flatMap(({ id, wording, indicators }) => {
        const href = goalPage(body, id, of.year);
        const thing = thingOf(source, id);
        return [{ thing, what: "body-goal", name: wording, href }, ...measures(thing, indicators, href)];
      }),
      // A part in another's goal is something that is done for it
      ...parts.map(({ id, lead, goal, what }) => ({
        thing: thingOf(source, id),
        what: "action",
        name: what,
        href: goalPage(lead, goal, of.year),
      })),
    ];
  }
  return analysisThings(of);
}

const measures = (goal: string, indicators: readonly Pick<Indicator, "id" | "name">[], href: string) =>
  indicators.map(({ id, name }): ThreadThing => ({ thing: `${goal}/${id}`, what: "indicator", name, href }));
