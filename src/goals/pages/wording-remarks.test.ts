import { expect, test } from "vitest";
import { wordingRemarks } from "../rules/wording.ts";
import { byKind, piecesOf } from "./wording-remarks.ts";

const WORDING = "Nämnden ska ta fram en plan och erbjuda god utbildning.";
const remarks = wordingRemarks(WORDING, { term: "long", year: 2029 });

test("V-5: the pieces are the wording, with the words of each remark marked once", () => {
  const pieces = piecesOf(WORDING, remarks);
  expect(pieces.map(({ text }) => text).join("")).toBe(WORDING);
  expect(pieces.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(
    expect.arrayContaining([expect.stringContaining("ta fram"), expect.stringContaining("god")]),
  );
  expect(piecesOf("Frånvaron minskar.", [])).toEqual([
    { from: 0, text: "Frånvaron minskar.", marked: false },
  ]);
});

test("V-5: the remarks of a kind are told as one, with a way to write it", () => {
  const kinds = byKind(remarks);
  expect(kinds.map(({ kind }) => kind)).toEqual(["activity", "vague", "no-direction", "no-year", "several"]);
  const told = kinds.flatMap(({ tried }) => tried ?? []);
  expect(new Set(told).size).toBe(told.length);
  expect(kinds[0]?.tried).toContain("en plan");
  for (const { words } of kinds) {
    for (const word of words) expect(WORDING).toContain(word);
  }
});
