import { expect, test } from "vitest";
import { nextVision, reviewRows, visionBlanks, visionOutcome, visionRemarks, WHOLE } from "./vision.ts";

const VISION = {
  name: "Söderåsstaden",
  text: "Nära mellan människor.",
  validTo: "2030-12-31",
  parts: [
    { id: "nara", text: "Nära" },
    { id: "nytt", text: "Nytt" },
  ],
  followUp: "Del för del.",
  review: null,
};
const codes = (vision: Parameters<typeof visionRemarks>[0], year = 2028, before?: number) =>
  visionRemarks(vision, { year, before }).map(({ level, code, at }) => [level, code, at]);

test("V-1: a vision that says all has nothing to remark", () => {
  expect(codes(VISION)).toEqual([]);
});

test("V-1: what is not written is told where it is to be written", () => {
  expect(visionBlanks({ name: " ", text: "" })).toEqual(["name", "text"]);
  expect(codes({ ...VISION, name: "", parts: [{ id: "a", text: "" }], followUp: "" })).toEqual([
    ["stops", "vision-name-missing", "name"],
    ["stops", "vision-part-missing", "parts.0.text"],
    ["info", "vision-follow-up-missing", "followUp"],
  ]);
});

test("V-1: a vision that ends before its own year is told of", () => {
  expect(codes(VISION, 2031)).toEqual([["deviation", "vision-ended", "validTo"]]);
});

test("V-1: one that is decided in a new mandate period without the one before being followed up deviates from the model", () => {
  expect(codes(VISION, 2028, 2021)).toEqual([["deviation", "vision-not-followed-up", undefined]]);
  expect(codes(VISION, 2028, 2027)).toEqual([]);
});

test("V-1: a new mandate period begins with the vision in force, each part to be judged", () => {
  const begun = nextVision(VISION, true);
  expect(begun).toMatchObject({ name: "Söderåsstaden", parts: VISION.parts });
  expect(codes(begun, 2028, 2021)).toEqual([
    ["stops", "review-judgement-missing", "review.rows.0.judgement"],
    ["stops", "review-grounds-missing", "review.rows.0.grounds"],
    ["stops", "review-judgement-missing", "review.rows.1.judgement"],
    ["stops", "review-grounds-missing", "review.rows.1.grounds"],
    ["stops", "review-why-missing", "review.why"],
  ]);
  expect(nextVision(VISION, false).review).toBeNull();
});

test("V-1: what is judged stays with its part; a vision without parts is judged as a whole", () => {
  const judged = { part: "nytt", text: "Nytt", judgement: "met" as const, grounds: "Tre försök." };
  expect(reviewRows(VISION, [judged, { ...judged, part: "gone" }])).toEqual([
    { part: "nara", text: "Nära", judgement: null, grounds: "" },
    judged,
  ]);
  expect(reviewRows({ name: "Söderåsstaden", parts: [] }, []).map(({ part }) => part)).toEqual([WHOLE]);
});

test("V-1: whether it is kept or changed is seen from what is written", () => {
  expect(visionOutcome(VISION, { ...VISION })).toBe("kept");
  expect(visionOutcome({ ...VISION, validTo: "2034-12-31" }, VISION)).toBe("changed");
});
