import { expect, test } from "vitest";
import { partsToldRemarks, withTold } from "./parts.ts";

const part = { lead: "bildningsnamnden", goal: "lasning", wording: "Minst 90 procent läser säkert." };
const told = { lead: "bildningsnamnden", goal: "lasning", text: "Biblioteken läste med 300 barn." };

test("P-3: a body tells in its report what came of each of its parts", () => {
  const missing = [{ level: "stops", code: "part-not-told", params: { goal: part.wording } }];
  expect(partsToldRemarks([], [part])).toMatchObject([{ ...missing[0], at: "parts" }]);
  expect(partsToldRemarks([{ ...told, text: " " }], [part])).toMatchObject([
    { ...missing[0], at: "parts.0.text" },
  ]);
  expect(partsToldRemarks([told], [part])).toEqual([]);
  // Another body's goal with the same id is another goal
  expect(partsToldRemarks([told], [{ ...part, lead: "socialnamnden" }])).toHaveLength(1);
});

test("P-3: what is told of one part leaves the others as they are", () => {
  const other = { ...told, goal: "narvaro", text: "Inget än." };
  expect(withTold([], part, "Nytt.")).toEqual([{ ...told, text: "Nytt." }]);
  expect(withTold([other, told], part, "Nytt.")).toEqual([other, { ...told, text: "Nytt." }]);
});
