import { expect, test } from "vitest";
import { HELD_OUT, LABELLED_KINDS, scoresOf, TUNED } from "../testing/labelled.ts";
import { wordingRemarks } from "./wording.ts";

/** So much of what is said is right, and so much of what is there is said, of each kind (docs/wording.md). */
const FLOOR = 0.9;

test.each([
  ["what the rule was made from", TUNED, 300],
  ["what was kept apart", HELD_OUT, 340],
])("V-5, V-6: every kind is found and rightly said in %s", (_what, set, atLeast) => {
  expect(set.length).toBeGreaterThanOrEqual(atLeast);
  expect(set.filter(({ kinds }) => kinds.length === 0).length / set.length).toBeGreaterThan(1 / 3);
  for (const { kind, precision, recall } of scoresOf(set, wordingRemarks)) {
    expect(precision, `precision of ${kind}`).toBeGreaterThanOrEqual(FLOOR);
    expect(recall, `recall of ${kind}`).toBeGreaterThanOrEqual(FLOOR);
  }
});

test("V-5: each remark shows words that stand in the wording, its section, and a way to write it", () => {
  for (const { wording, term } of [...TUNED, ...HELD_OUT])
    for (const { code, cite, params } of wordingRemarks(wording, { term, year: 2029 })) {
      expect(wording.slice(Number(params.from), Number(params.to)), wording).toBe(params.text);
      expect(String(params.text).trim(), wording).not.toBe("");
      expect(cite).toBe("§2.1");
      expect(String(params.try).length, `${code}: ${wording}`).toBeGreaterThan(10);
      expect(params.try, wording).not.toBe(wording);
    }
});

test("V-5: no wording stands twice, and every kind is tried on both parts", () => {
  const all = [...TUNED, ...HELD_OUT].map(({ wording }) => wording);
  expect(new Set(all).size).toBe(all.length);
  for (const kind of LABELLED_KINDS)
    for (const set of [TUNED, HELD_OUT]) expect(set.some(({ kinds }) => kinds.includes(kind))).toBe(true);
});
