import { kind } from "../decisions/rules/kind.ts";
import { mandateObject } from "../organisation/rules/objects.ts";

export const OPERATIONS_PLAN = kind({
  kind: "operations-plan",
  chapter: "plans",
  cite: "§2.1",
  names: { sv: "Verksamhetsplan", en: "Operations plan" },
  definite: { sv: "verksamhetsplanen", en: "the operations plan" },
  bodies: ["administration", "company"],
  per: "year",
  lasts: "the-year",
  mayBeSecret: true,
  printed: true,
  address: {
    all: "/mal/planer",
    own: "/mal/planer/$body/$year",
    write: "/mal/planer/$body/$year/skriv",
  },
});

export const UNIT_PLAN = kind({
  kind: "unit-plan",
  chapter: "plans",
  cite: "§2.1",
  names: { sv: "Enhetens plan", en: "Unit plan" },
  definite: { sv: "enhetens plan", en: "the unit plan" },
  bodies: ["unit", "department"],
  per: "year",
  lasts: "the-year",
  printed: true,
  address: {
    all: "/mal/planer",
    own: "/mal/planer/$body/$year",
    write: "/mal/planer/enhet/$body/$year/skriv",
  },
});

/** That a committee or a board has been told what has changed in its operations plans since it was told the last time (V-8). */
export const PLAN_CHANGE = mandateObject({
  object: "plan-change",
  names: { sv: "Ändringar i verksamhetsplaner", en: "Changes of operations plans" },
  definite: {
    sv: "att verksamhetsplanens ändringar är anmälda",
    en: "that the operations plan's changes are reported",
  },
  address: { all: "/mal/planer", write: "/mal/planer" },
});

/** Where a body's plan of a year is followed; with an action open, where one is meant. */
export const planPage = (body: string, year: number, thing?: string): string =>
  `/mal/planer/${body}/${year}${thing === undefined ? "" : `?sak=${encodeURIComponent(thing)}`}`;

/** Where a committee or a board sees what has changed in its plans since it was told the last time. */
export const changesPage = (body: string, year: number): string => `/mal/planer/andringar/${body}/${year}`;
