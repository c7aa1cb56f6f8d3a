import { ownAddress } from "../../decisions/rules/kind.ts";
import { thingOf } from "../../decisions/store/carried-on.ts";
import { allInForce } from "../../decisions/store/versions.ts";
import { lawSource, registeredThing } from "../../documents/sources.ts";
import { lessonThing } from "../../lessons/rules/lesson.ts";
import type { Kept, ThreadThing, Tie } from "../../platform/chapter.ts";
import type { Tx } from "../../platform/database/door.ts";
import { governing } from "../vision/store.ts";
import { environmentAnalysisRoutes, situationAnalysisRoutes } from "./contract.ts";
import { ENVIRONMENT_ANALYSIS, SIGNALS_PAGE, SITUATION_ANALYSIS } from "./kind.ts";
import type { Signal } from "./store.ts";

/** A signal, outside any matter, as the house keeps things beside what it tells of. */
export const SIGNAL = "signal";
export const signalThing = (id: string): string => `${SIGNAL}:${id}`;

/**
 * What the analyses before goals hang in, and what hangs in them (V-9): documents, laws, trends and lessons ground a situation analysis, signals
 * are taken into trends, and trends have to do with strategic goals.
 */
export async function analysisTies(of: Kept, tx: Tx): Promise<Tie[]> {
  const { source } = of;
  if (of.kind === SITUATION_ANALYSIS.kind) {
    const { facts, economicNeeds, documents, laws, lessons, trends } = situationAnalysisRoutes.read(
      stored(of),
    );
    const known = await trendsKnown(of, tx);
    return [
      ...[...facts, ...economicNeeds].map(({ id }) => ({
        from: thingOf(source, id),
        to: source,
        sort: "part-of",
      })),
      ...documents.map(({ id }) => ({ from: registeredThing(id), to: source, sort: "grounds" })),
      ...laws.map(({ id }) => ({ from: lawSource(id), to: source, sort: "grounds" })),
      ...trends.flatMap(({ id }) => {
        const from = known.get(id);
        return from === undefined ? [] : [{ from, to: source, sort: "grounds" }];
      }),
      ...lessons.map(({ lesson }) => ({ from: lessonThing(lesson), to: source, sort: "taken-into" })),
    ];
  }
  if (of.kind !== ENVIRONMENT_ANALYSIS.kind) return [];
  const { strategicMatter } = await governing(tx, of.year ?? 0, of.on);
  const { signals, trends, byStrategicGoal } = environmentAnalysisRoutes.read(stored(of));
  const concerns = (from: string, goals: readonly { readonly goal: string }[]) =>
    strategicMatter === null
      ? []
      : goals.map(({ goal }) => ({ from, to: thingOf(strategicMatter, goal), sort: "concerns" }));
  return [
    ...concerns(source, byStrategicGoal),
    ...signals.map(({ signal, trend }) => ({
      from: signalThing(signal),
      to: trend === null ? source : thingOf(source, trend),
      sort: "taken-into",
    })),
    ...trends.flatMap(({ id, consequences }) => concerns(thingOf(source, id), consequences)),
  ];
}

/** The trends that a situation analysis can speak of, as things: of its year's external analysis first, else of the newest that has it. */
async function trendsKnown({ year, on }: Kept, tx: Tx): Promise<ReadonlyMap<string, string>> {
  const all = await allInForce(tx, { kind: ENVIRONMENT_ANALYSIS.kind }, on);
  const inTurn = all.sort(
    (a, b) =>
      Number(a.matter.year === year) - Number(b.matter.year === year) || a.matter.year - b.matter.year,
  );
  return new Map(
    inTurn.flatMap((version) =>
      environmentAnalysisRoutes
        .read(version)
        .trends.map(({ id }) => [id, thingOf(version.matter.id, id)] as const),
    ),
  );
}

/** The facts, needs, trends and signals as they stand in the thread. */
export function analysisThings(of: Kept): ThreadThing[] {
  const { source, kind, body } = of;
  const place = { body, year: of.year ?? 0 };
  if (kind === SIGNAL) {
    const { text } = of.content as Pick<Signal, "text">;
    return [{ thing: source, what: "signal", name: text, href: SIGNALS_PAGE, inside: true }];
  }
  if (kind === SITUATION_ANALYSIS.kind) {
    const href = ownAddress(SITUATION_ANALYSIS, place);
    const { facts, economicNeeds } = situationAnalysisRoutes.read(stored(of));
    return [
      { thing: source, what: "matter", name: "", href },
      ...facts.map(({ id, text }) => ({ thing: thingOf(source, id), what: "fact", name: text, href })),
      ...economicNeeds.map(({ id, text, amountTkr }) => ({
        thing: thingOf(source, id),
        what: "need",
        name: text,
        href,
        amountTkr,
      })),
    ];
  }
  if (kind !== ENVIRONMENT_ANALYSIS.kind) return [];
  const href = ownAddress(ENVIRONMENT_ANALYSIS, place);
  return [
    { thing: source, what: "matter", name: "", href },
    ...environmentAnalysisRoutes
      .read(stored(of))
      .trends.map(({ id, name }) => ({ thing: thingOf(source, id), what: "trend", name, href })),
  ];
}

const stored = ({ source, content }: Kept) => ({ content, number: 1, matter: { id: source } });
