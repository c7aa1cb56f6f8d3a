import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { STEPS } from "../rules/allocate.ts";
import { placeAbove, placeOf, placeText } from "./explain-place.ts";

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
