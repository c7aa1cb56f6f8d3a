import { describe, expect, test } from "vitest";
import { day } from "../../kernel/day.ts";
import type { Body } from "../../organisation/rules/organisation.ts";
import {
  type ActionPlanFacts,
  actionPlanInWords,
  actionPlanRemarks,
  type Measure,
  uncoveredTkr,
} from "./action-plan.ts";

const body = (id: string, kind: Body["kind"], parent: string | null): Body => ({
  id,
  kind,
  name: id,
  parent,
  validFrom: day("2019-01-01"),
  validTo: null,
});
const context = {
  body: "bildningsnamnden",
  year: 2027,
  bodies: [
    body("bildningsnamnden", "committee", null),
    body("bildningsforvaltningen", "administration", "bildningsnamnden"),
    body("bjornekullaskolan", "unit", "bildningsforvaltningen"),
    body("socialnamnden", "committee", null),
  ],
  people: ["rektor", "kommunchef"],
};
const measure = (rest: Partial<Measure> = {}): Measure => ({
  id: "vikarier",
  unit: "bjornekullaskolan",
  amountTkr: 4000,
  start: day("2027-08-01"),
  effectBy: day("2027-10-01"),
  responsible: "rektor",
  status: "planned",
  ...rest,
});
const plan = (rest: Partial<ActionPlanFacts> = {}): ActionPlanFacts => ({
  deviationTkr: -6000,
  measures: [measure()],
  consequences: "Färre vikarier; undervisningen hålls.",
  escalation: null,
  ...rest,
});
const found = (rest: Partial<ActionPlanFacts>) =>
  actionPlanRemarks(plan(rest), context).map((r) => `${r.level} ${r.code} ${r.at ?? ""}`.trim());

describe("U-8: an action plan leaves nothing between chairs", () => {
  test("U-8: measures that cover the deviation are enough", () => {
    expect(found({ measures: [measure({ amountTkr: 6000 })] })).toEqual([]);
  });

  test("U-8: measures that do not suffice go to the nearest manager, or need a reason", () => {
    expect(found({})).toEqual(["needs-reason measures-do-not-suffice escalation"]);
    expect(found({ escalation: { to: "kommunchef", text: "Lokalerna ägs centralt." } })).toEqual([
      "deviation escalated",
    ]);
    expect(actionPlanRemarks(plan(), context)[0]?.params).toEqual({
      deviationTkr: -6000,
      measuresTkr: 4000,
      missingTkr: 2000,
    });
  });

  test("U-8: a measure that was stopped gives nothing", () => {
    expect(uncoveredTkr(-6000, [measure({ amountTkr: 6000, status: "stopped" })])).toBe(6000);
    expect(uncoveredTkr(500, [])).toBe(0);
  });

  test("U-8: no measure is ownerless, elsewhere, outside the year, or done before it begins", () => {
    const covering = { amountTkr: 6000 };
    expect(found({ measures: [measure({ ...covering, responsible: "ingen" })] })).toEqual([
      "stops measure-without-owner measures.0.responsible",
    ]);
    expect(found({ measures: [measure({ ...covering, unit: "socialnamnden" })] })).toEqual([
      "stops measure-elsewhere measures.0.unit",
    ]);
    expect(found({ measures: [measure({ ...covering, effectBy: day("2028-01-15") })] })).toEqual([
      "stops measure-outside-year measures.0.start",
    ]);
    expect(found({ measures: [measure({ ...covering, effectBy: day("2027-07-31") })] })).toEqual([
      "stops measure-dates measures.0.effectBy",
    ]);
    expect(found({ measures: [measure(covering), measure(covering)] })).toEqual([
      "stops measure-twice measures.1.id",
    ]);
  });

  test("U-8: it goes to somebody, with what is asked, and says what it means for people", () => {
    expect(found({ escalation: { to: "okänd", text: " " }, consequences: "" })).toEqual([
      "stops no-consequences consequences",
      "stops escalated-to-nobody escalation.to",
      "stops escalation-without-text escalation.text",
      "deviation escalated",
    ]);
    expect(found({ measures: [] })).toEqual(["stops no-measures"]);
    expect(found({ deviationTkr: undefined, measures: [] })).toEqual(["info nothing-to-cover"]);
  });
});

test("U-8: a plan in one sentence says what its measures give, and the biggest", () => {
  const plain = (text: string | undefined) => text?.replaceAll("\u00a0", " ");
  const vikarier = { text: "Skolorna bokar vikarier tillsammans", amountTkr: 1400 };
  const lokaler = { text: "De tillfälliga lokalerna lämnas.", amountTkr: 2600 };
  const said = (measures: (typeof vikarier)[]) =>
    plain(actionPlanInWords(measures, "Bildningsnämnden", 2027));
  expect(said([vikarier, lokaler])).toBe(
    "Bildningsnämnden vidtar åtgärder för 4 000 tkr 2027: De tillfälliga lokalerna lämnas, och en åtgärd till",
  );
  expect(said([vikarier])).toBe(
    "Bildningsnämnden vidtar åtgärder för 1 400 tkr 2027: Skolorna bokar vikarier tillsammans",
  );
  expect(said([])).toBeUndefined();
});
