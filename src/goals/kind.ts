import { kind } from "../decisions/rules/kind.ts";
import { mandateObject } from "../organisation/rules/objects.ts";
import { COMMITTEES_AND_BOARDS } from "../organisation/rules/organisation.ts";

export const BODY_GOALS = kind({
  kind: "body-goals",
  chapter: "goals",
  cite: "§2.1",
  names: { sv: "Nämndsmål", en: "Committee and board goals" },
  definite: { sv: "nämndsmålen", en: "the committee and board goals" },
  bodies: COMMITTEES_AND_BOARDS,
  per: "year",
  lasts: "the-year",
  printed: true,
  address: { all: "/mal", own: "/mal", write: "/mal/$body/$year/skriv" },
});

/** The page of a body's goal, in a year where one is meant. */
export const goalPage = (body: string, goal: string, year: number | null): string =>
  `/mal/${body}/${goal}${year === null ? "" : `?ar=${year}`}`;

export const INDICATOR_VALUE = mandateObject({
  object: "indicator-value",
  names: { sv: "Mätvärden", en: "Indicator values" },
  definite: { sv: "mätvärden", en: "measured values" },
  address: { all: "/mal", write: "/mal/$body/$goal" },
});
