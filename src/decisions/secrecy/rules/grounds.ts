import type { InBothLanguages } from "../../../organisation/rules/objects.ts";

/**
 * The provisions of offentlighets- och sekretesslagen (2009:400), chapter:section, by which what a municipality steers itself with can
 * be secret.
 */
export const GROUNDS = [
  "18:8",
  "18:13",
  "19:1",
  "19:3",
  "23:1",
  "23:2",
  "25:1",
  "26:1",
  "31:16",
  "39:2",
] as const;
export type SecrecyGround = (typeof GROUNDS)[number];

export const GROUND_NAMES: Readonly<Record<SecrecyGround, InBothLanguages>> = {
  "18:8": { sv: "säkerhets- eller bevakningsåtgärd", en: "security or surveillance measures" },
  "18:13": { sv: "risk- och sårbarhetsanalyser", en: "risk and vulnerability analyses" },
  "19:1": { sv: "myndighets affärsverksamhet", en: "an authority's business activities" },
  "19:3": { sv: "upphandling", en: "procurement" },
  "23:1": { sv: "förskola", en: "preschool" },
  "23:2": { sv: "skola", en: "school" },
  "25:1": { sv: "hälso- och sjukvård", en: "health care" },
  "26:1": { sv: "socialtjänst", en: "social services" },
  "31:16": { sv: "enskilds affärsförhållanden", en: "the business affairs of others" },
  "39:2": { sv: "personaladministration", en: "staff administration" },
};

/** "OSL 26:1". */
export const citeOf = (ground: SecrecyGround): `OSL ${SecrecyGround}` => `OSL ${ground}`;

/** "OSL 26:1 socialtjänst". */
export const groundText = (ground: SecrecyGround, language: "sv" | "en"): string =>
  `${citeOf(ground)} ${GROUND_NAMES[ground][language]}`;
