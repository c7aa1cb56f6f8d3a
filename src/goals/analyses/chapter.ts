import { ownAddress } from "../../decisions/rules/kind.ts";
import type { Kept, SearchRow } from "../../platform/chapter.ts";
import { environmentAnalysisRoutes, situationAnalysisRoutes } from "./contract.ts";
import { ENVIRONMENT_ANALYSIS, SITUATION_ANALYSIS } from "./kind.ts";

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
