import { ownAddress } from "../../decisions/rules/kind.ts";
import { documentSource } from "../../documents/found.ts";
import { lessonThing } from "../../lessons/rules/lesson.ts";
import type { Kept, SearchRow, Tie } from "../../platform/chapter.ts";
import { environmentAnalysisRoutes, situationAnalysisRoutes } from "./contract.ts";
import { ENVIRONMENT_ANALYSIS, SITUATION_ANALYSIS } from "./kind.ts";

/**
 * What the analyses before goals hang on (V-9): documents that one rests on, lessons and signals that were taken into it, and the
 * strategic goals that a trend has to do with. `strategic`: the matter of the goals that govern the year.
 */
export function analysisTies(of: Kept, strategic: string): Tie[] {
  const { source } = of;
  if (of.kind === SITUATION_ANALYSIS.kind) {
    const { documents, lessons } = situationAnalysisRoutes.read(stored(of));
    return [
      ...documents.map(({ id }) => ({ from: source, to: documentSource(id), sort: "rests-on" })),
      ...lessons.map(({ lesson }) => ({ from: lessonThing(lesson), to: source, sort: "taken-into" })),
    ];
  }
  if (of.kind !== ENVIRONMENT_ANALYSIS.kind) return [];
  const { signals, trends } = environmentAnalysisRoutes.read(stored(of));
  return [
    ...signals.map(({ signal, trend }) => ({
      from: `signal:${signal}`,
      to: trend === null ? source : `${source}/${trend}`,
      sort: "taken-into",
    })),
    ...trends.flatMap(({ id, consequences }) =>
      consequences.map(({ goal }) => ({
        from: `${source}/${id}`,
        to: `${strategic}/${goal}`,
        sort: "concerns",
      })),
    ),
  ];
}

/** The facts, needs and trends of decided analyses are found by their words. */
export function analysisRows(of: Kept): SearchRow[] {
  const { source, body, year } = of;
  if (of.kind === SITUATION_ANALYSIS.kind) {
    const href = ownAddress(SITUATION_ANALYSIS, { body, year: year ?? 0 });
    const { facts, economicNeeds } = situationAnalysisRoutes.read(stored(of));
    return [...facts, ...economicNeeds].map(({ id, text }) => ({
      thing: `${source}/${id}`,
      title: text,
      text: "",
      href,
    }));
  }
  if (of.kind !== ENVIRONMENT_ANALYSIS.kind) return [];
  const href = ownAddress(ENVIRONMENT_ANALYSIS, { body, year: year ?? 0 });
  return environmentAnalysisRoutes.read(stored(of)).trends.map(({ id, name, text, consequences }) => ({
    thing: `${source}/${id}`,
    title: name,
    text: [text, ...consequences.map((one) => one.text)].join(" · "),
    href,
  }));
}

const stored = ({ source, content }: Kept) => ({ content, number: 1, matter: { id: source } });
