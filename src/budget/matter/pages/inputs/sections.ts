import { ownValue } from "../../../../kernel/own-value.ts";

/** The parts of the editor in the order in which an allocation is built; each has an address of its own (`del`). */
export const INPUT_SECTIONS = {
  start: "utgangslage",
  population: "befolkning",
  services: "verksamheter",
  indexation: "upprakning",
  adjustments: "justeringar",
  result: "skatt-och-bidrag",
  goals: "mal-och-villkor",
} as const;
export type InputSection = keyof typeof INPUT_SECTIONS;
export const SECTION_NAMES = Object.keys(INPUT_SECTIONS) as readonly InputSection[];
export const SECTION_PARAM = "del";

export const sectionIn = (text: string | undefined): InputSection =>
  SECTION_NAMES.find((name) => INPUT_SECTIONS[name] === text) ?? "start";

/** The part in which a place of the content is written; undefined where it is written on another page. */
export function sectionOf(at: string): InputSection | undefined {
  const [first = "", second = ""] = at.split(".");
  if (first === "input") return ownValue(INPUT_PLACES, second) ?? "start";
  return ownValue(PLACES, first);
}

const INPUT_PLACES: Readonly<Record<string, InputSection>> = {
  years: "start",
  bodies: "start",
  base: "start",
  oneOffs: "start",
  population: "population",
  services: "services",
  indexation: "indexation",
  adjustments: "adjustments",
};
const PLACES: Readonly<Record<string, InputSection>> = {
  assumed: "start",
  begunFrom: "start",
  sources: "population",
  adjustmentProposals: "adjustments",
  resultInput: "result",
  resultSources: "result",
  resultParts: "result",
  soundEconomy: "goals",
  soundEconomyDefinition: "goals",
  financialGoals: "goals",
  restoringPlans: "goals",
  furtherFollowUps: "goals",
  exceptional: "goals",
};
