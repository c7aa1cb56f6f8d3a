import { expect, test } from "vitest";
import { partRemarks, sharedWith, withWordings } from "./shared.ts";

const goal = {
  body: "bildningsnamnden",
  id: "lasning",
  wording: "Minst 90 procent läser säkert 2028.",
  contributors: ["kultur-och-fritidsnamnden"],
};
const part = {
  id: "del-1",
  lead: "bildningsnamnden",
  goal: "lasning",
  wording: "",
  what: "Bibliotekarier läser med alla klasser.",
  responsible: "bibliotekschef",
};
const codes = (parts: (typeof part)[], shared = [goal], people = ["bibliotekschef"]) =>
  partRemarks(parts, shared, people).map(({ level, code, at }) => [level, code, at]);

test("P-3: a goal is shared with those that it names, and never with the one that leads it", () => {
  expect(sharedWith([goal], "kultur-och-fritidsnamnden")).toEqual([goal]);
  expect(sharedWith([goal], "socialnamnden")).toEqual([]);
  expect(sharedWith([{ ...goal, contributors: ["bildningsnamnden"] }], "bildningsnamnden")).toEqual([]);
});

test("P-3: a part says what is done and who answers for it; a goal without a part is told of", () => {
  expect(codes([part])).toEqual([]);
  expect(codes([])).toEqual([["deviation", "shared-without-part", undefined]]);
  expect(codes([{ ...part, what: " ", responsible: "" }])).toEqual([
    ["stops", "part-what-missing", "parts.0.what"],
    ["stops", "part-responsible-missing", "parts.0.responsible"],
  ]);
  expect(codes([part], [goal], [])).toEqual([["stops", "no-responsible", "parts.0.responsible"]]);
  expect(codes([part, { ...part, id: "del-2" }])).toEqual([["stops", "part-twice", "parts.1"]]);
  // What was written is never lost: it is told of where the lead shares no more
  expect(codes([part], [])).toEqual([["deviation", "part-not-shared", "parts.0"]]);
});

test("P-3: a part has its goal's wording as the lead has it, and keeps it where the goal is gone", () => {
  expect(withWordings([part], [goal])).toEqual([{ ...part, wording: goal.wording }]);
  const kept = { ...part, wording: "Som det var." };
  expect(withWordings([kept], [])).toEqual([kept]);
});
