import { kind } from "../../decisions/rules/kind.ts";
import { mandateObject } from "../../organisation/rules/objects.ts";

/** The risks that the executive sets for every committee and company: each takes them in, or says why not. */
export const GROUP_RISKS = kind({
  kind: "group-risks",
  chapter: "control",
  cite: "§2.3",
  names: { sv: "Gemensamma risker", en: "Group-wide risks" },
  definite: { sv: "de gemensamma riskerna", en: "the group-wide risks" },
  bodies: ["executive"],
  per: "year",
  lasts: "the-year",
  address: { all: "/kontroll", write: "/kontroll/gemensamma/$body/$year" },
});

/** What the executive judges of the whole group's internal control of a year (K-5). */
export const CONTROL_JUDGEMENT = kind({
  kind: "control-judgement",
  chapter: "control",
  cite: "§2.3",
  names: { sv: "Bedömning av den interna kontrollen", en: "Judgement on internal control" },
  definite: { sv: "bedömningen av den interna kontrollen", en: "the judgement on internal control" },
  bodies: ["executive"],
  per: "year",
  lasts: "kept",
  address: { all: "/kontroll", write: "/kontroll/bedomning/$body/$year" },
});

/** That an organ has taken note of a report on internal control, running or annual, at a meeting (K-5). */
export const CONTROL_RECEIPT = mandateObject({
  object: "control-receipt",
  names: { sv: "Mottagna rapporter om intern kontroll", en: "Received reports on internal control" },
  definite: {
    sv: "att en rapport om intern kontroll är mottagen",
    en: "that a report on internal control is received",
  },
  address: { all: "/kontroll", write: "/kontroll" },
});

/** Where a body's running reports are written, and taken note of. */
export const runningPage = (body: string, year: number): string => `/kontroll/lopande/${body}/${year}`;

/** Where the executive sees how the group's internal control is organised. */
export const organisedPage = (year: number): string => `/kontroll/uppsikt?ar=${year}`;
