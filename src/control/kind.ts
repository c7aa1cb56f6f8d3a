import { kind } from "../decisions/rules/kind.ts";
import { COMMITTEES_AND_BOARDS } from "../organisation/rules/organisation.ts";
import { CONTROL_PERIODS } from "./rules/report.ts";

export const CONTROL_PLAN = kind({
  kind: "control-plan",
  chapter: "control",
  cite: "§2.3",
  names: { sv: "Plan för intern kontroll", en: "Plan for internal control" },
  definite: { sv: "planen för intern kontroll", en: "the internal control plan" },
  bodies: COMMITTEES_AND_BOARDS,
  per: "year",
  lasts: "the-year",
  mayBeSecret: true,
  address: { all: "/kontroll", own: "/kontroll", write: "/kontroll/plan/$body/$year" },
});

export const CONTROL_REPORT = kind({
  kind: "control-report",
  chapter: "control",
  cite: "§2.3",
  names: { sv: "Rapport om intern kontroll", en: "Report on internal control" },
  definite: { sv: "rapporten om intern kontroll", en: "the internal control report" },
  bodies: COMMITTEES_AND_BOARDS,
  per: "year",
  lasts: "kept",
  occasions: CONTROL_PERIODS,
  mayBeSecret: true,
  address: { all: "/kontroll", own: "/kontroll", write: "/kontroll/rapport/$body/$year" },
});

/** Where a body's internal control of a year is seen. */
export const controlPage = (body: string, year: number): string => `/kontroll?ar=${year}&organ=${body}`;

/** Where a control is registered as carried out. */
export const carryOutPage = (body: string, year: number, control: string): string =>
  `/kontroll/utford/${body}/${year}/${control}`;
