import { kind } from "../../decisions/rules/kind.ts";
import { COMMITTEES_AND_BOARDS } from "../../organisation/rules/organisation.ts";

const SITUATION_PAGE = "/mal/analyser/nulage/$body/$year";
const ENVIRONMENT_PAGE = "/mal/analyser/omvarld/$body/$year";

/** Where the year's analyses stand together, and where signals are noted. */
export const ANALYSES_PAGE = "/mal/analyser";
export const SIGNALS_PAGE = "/mal/signaler";

export const SITUATION_ANALYSIS = kind({
  kind: "situation-analysis",
  chapter: "goals",
  cite: "§2.4",
  names: { sv: "Nulägesanalys", en: "Situation analysis" },
  definite: { sv: "nulägesanalysen", en: "the situation analysis" },
  bodies: COMMITTEES_AND_BOARDS,
  per: "year",
  lasts: "kept",
  mayBeSecret: true,
  printed: true,
  address: { all: ANALYSES_PAGE, own: SITUATION_PAGE, write: SITUATION_PAGE },
});

export const ENVIRONMENT_ANALYSIS = kind({
  kind: "environment-analysis",
  chapter: "goals",
  cite: "§2.4",
  names: { sv: "Omvärldsanalys", en: "External analysis" },
  definite: { sv: "omvärldsanalysen", en: "the external analysis" },
  bodies: ["executive"],
  per: "year",
  lasts: "kept",
  printed: true,
  address: { all: ANALYSES_PAGE, own: ENVIRONMENT_PAGE, write: ENVIRONMENT_PAGE },
});
