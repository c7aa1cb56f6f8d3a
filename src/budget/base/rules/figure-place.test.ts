import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { STEPS } from "./allocation.ts";
import { figureOf, figureText, placeAbove, placeOf, placeText, yearOfVersion } from "./figure-place.ts";

describe("a figure's place", () => {
  test("E-8: every figure has a link that leads back to it", () => {
    const place = fc.record(
      {
        year: fc.integer({ min: 2000, max: 2200 }),
        body: fc.constantFrom("socialnamnden", "bygg-och-miljonamnden"),
        step: fc.constantFrom(...STEPS),
        line: fc.nat(400),
      },
      { requiredKeys: ["year"] },
    );
    fc.assert(
      fc.property(place, (given) => {
        const { line: _line, ...withoutLine } = given;
        const whole = given.step === undefined ? withoutLine : given;
        expect(placeOf(placeText(whole))).toEqual(whole);
      }),
    );
  });

  test("E-8: a link that names nothing gives nothing", () => {
    for (const text of [undefined, "", "27", "2027.a b", "2027.x.rent", "2027.x.other.y", "2027.x.other.1.2"])
      expect(placeOf(text)).toBeUndefined();
    expect(placeOf("2027.alla.one-off")).toEqual({ year: 2027, step: "one-off" });
  });

  test("E-8: lines, goals, investments, capital cost and people have places too", () => {
    const places = {
      "rad.tax.2027": { row: "tax", year: 2027 },
      "mal.resultat.2028": { goal: "resultat", year: 2028 },
      "andel.2027": { share: true, year: 2027 },
      "centralt.2027": { beside: true, year: 2027 },
      "projekt.2.depreciation.2029": { project: 2, what: "depreciation", year: 2029 },
      "kapital.bildningsnamnden.2027": { capital: "bildningsnamnden", year: 2027 },
      "folk.2027.7": { ages: [7, 7], year: 2027 },
      "folk.2027.6-15": { ages: [6, 15], year: 2027 },
    } as const;
    for (const [text, place] of Object.entries(places)) {
      expect(placeOf(text)).toEqual(place);
      expect(placeText(place)).toBe(text);
    }
    for (const text of ["rad.nothing.2027", "rad.tax", "mal.x.27", "projekt.a.spent.2027", "folk.2027.9-3"])
      expect(placeOf(text)).toBeUndefined();
  });

  test("E-8: a figure's address names the version that it stands in", () => {
    const of = "budget:kommunfullmaktige:2027@1.3";
    expect(figureOf(figureText(of, { year: 2028 }))).toEqual({ of, place: { year: 2028 } });
    expect(figureOf("decision:19/2028.socialnamnden").of).toBe("decision:19");
    expect(figureOf("2028")).toEqual({ of: undefined, place: { year: 2028 } });
    expect(figureOf("<script>/2028")).toEqual({ of: undefined, place: undefined });
    expect([yearOfVersion(of), yearOfVersion("2027")]).toEqual([2027, 2027]);
  });

  test("E-8: from a line one comes up to its step, its frame and the whole", () => {
    const line = { year: 2027, body: "socialnamnden", step: "other", line: 2 } as const;
    const ways: string[] = [];
    for (let at: ReturnType<typeof placeAbove> = line; at; at = placeAbove(at)) ways.push(placeText(at));
    expect(ways).toEqual([
      "2027.socialnamnden.other.2",
      "2027.socialnamnden.other",
      "2027.socialnamnden",
      "2027",
    ]);
  });
});
