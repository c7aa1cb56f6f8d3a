import { expect, test } from "vitest";
import { judgedBy } from "./judged-by.ts";

const JUDGED = { goal: "lasning", judgement: "partly", grounds: "84 mot 90." };

test("U-7: whoever saves a new or changed judgement is the one who judged, whatever the caller says", () => {
  const chef = { by: "bildning-chef", on: "2027-05-12" };
  expect(judgedBy({ ...JUDGED, by: "kommunchef" }, undefined, "bildning-chef", "2027-05-12")).toEqual({
    ...JUDGED,
    ...chef,
  });
  const stored = { ...JUDGED, ...chef };
  expect(judgedBy(stored, stored, "bildning-controller", "2027-05-19")).toEqual(stored);
  for (const other of [{ judgement: "met" }, { grounds: "85 mot 90." }])
    expect(judgedBy({ ...stored, ...other }, stored, "bildning-controller", "2027-05-19")).toEqual({
      ...JUDGED,
      ...other,
      by: "bildning-controller",
      on: "2027-05-19",
    });
});

test("U-7: what is not judged is nobody's", () => {
  expect(
    judgedBy({ judgement: null, grounds: "Halvt skrivet", by: "x" }, undefined, "x", "2027-05-12"),
  ).toEqual({
    judgement: null,
    grounds: "Halvt skrivet",
  });
});
