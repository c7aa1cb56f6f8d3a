import { expect, test } from "vitest";
import type { Day } from "../../kernel/day.ts";
import type { VersionState } from "../../kernel/version.ts";
import { asOnDay, decidedAfter } from "./seen.ts";

const version = (number: number, state: VersionState, decidedOn: Day | null) => ({
  number,
  state,
  decision: decidedOn && { decidedOn },
});
const MATTER = [
  version(3, "draft", null),
  version(2, "decided", "2027-11-20"),
  version(1, "superseded", "2027-05-20"),
];

test.each<[Day, [number, VersionState][]]>([
  ["2027-05-19", []],
  ["2027-05-20", [[1, "decided"]]],
  ["2027-11-19", [[1, "decided"]]],
  [
    "2027-11-20",
    [
      [3, "draft"],
      [2, "decided"],
      [1, "superseded"],
    ],
  ],
])("R-5: on %s the matter stands as it stood then", (day, expected) => {
  expect(asOnDay(MATTER, day).map((v) => [v.number, v.state])).toEqual(expected);
});

test("R-5: a matter that nothing has been decided on is what it is, on any day", () => {
  const drafted = [version(1, "proposed", null)];
  expect(asOnDay(drafted, "2020-01-01")).toEqual(drafted);
  expect(asOnDay([], "2020-01-01")).toEqual([]);
  expect([decidedAfter(drafted, "2020-01-01"), decidedAfter(MATTER, "2027-11-20")]).toEqual([false, false]);
  expect(decidedAfter(MATTER, "2027-11-19")).toBe(true);
});
