import { expect, test } from "vitest";
import { judgedBy, lookAgainRemarks } from "./judged-by.ts";

const JUDGED = { goal: "lasning", judgement: "partly", grounds: "84 mot 90." };
const who = (person: string, today: `${number}-${number}-${number}`, ground = "a") => ({
  person,
  today,
  ground,
});

test("U-7: whoever saves a new or changed judgement is the one who judged, whatever the caller says", () => {
  const chef = { by: "bildning-chef", on: "2027-05-12", ground: "a" };
  expect(judgedBy({ ...JUDGED, by: "kommunchef" }, undefined, who("bildning-chef", "2027-05-12"))).toEqual({
    ...JUDGED,
    ...chef,
  });
  const stored = { ...JUDGED, ...chef };
  expect(judgedBy(stored, stored, who("bildning-controller", "2027-05-19"))).toEqual(stored);
  for (const other of [{ judgement: "met" }, { grounds: "85 mot 90." }])
    expect(judgedBy({ ...stored, ...other }, stored, who("bildning-controller", "2027-05-19"))).toEqual({
      ...JUDGED,
      ...other,
      by: "bildning-controller",
      on: "2027-05-19",
      ground: "a",
    });
});

test("U-7: what is not judged is nobody's", () => {
  expect(
    judgedBy({ judgement: null, grounds: "Halvt skrivet", by: "x" }, undefined, who("x", "2027-05-12")),
  ).toEqual({
    judgement: null,
    grounds: "Halvt skrivet",
  });
});

test("U-7: a judgement whose ground has changed asks to be looked at again, and stands when somebody says so", () => {
  const stored = { ...JUDGED, by: "bildning-chef", on: "2027-05-12", ground: "a" };
  const old = judgedBy(stored, stored, who("bildning-controller", "2027-05-19", "b"));
  expect(old).toEqual({ ...stored, lookAgain: true });
  // Sent as it was, nobody has looked at it
  expect(judgedBy(old, old, who("bildning-controller", "2027-05-19", "b"))).toEqual(old);
  const looked = { ...old, lookAgain: undefined };
  expect(judgedBy(looked, old, who("bildning-controller", "2027-05-20", "b"))).toEqual({
    ...JUDGED,
    by: "bildning-controller",
    on: "2027-05-20",
    ground: "b",
  });
  expect(lookAgainRemarks([{}, { lookAgain: true }], (i) => `mal-${i}`, "goals")).toMatchObject([
    { level: "stops", code: "judged-on-old-ground", params: { goal: "mal-1" }, at: "goals.1.judgement" },
  ]);
});

test("U-7: of a judgement from before its ground was kept nothing is asked", () => {
  const stored = { ...JUDGED, by: "bildning-chef", on: "2027-05-12" };
  expect(judgedBy(stored, stored, who("x", "2027-05-19", "b"))).toEqual(stored);
});
