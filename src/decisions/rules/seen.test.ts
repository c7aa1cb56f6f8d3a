import { expect, test } from "vitest";
import type { Day } from "../../kernel/day.ts";
import type { VersionState } from "../../kernel/version.ts";
import { asOnDay, decidedAfter } from "./seen.ts";

const version = (
  number: number,
  state: VersionState,
  decidedOn: Day | null,
  { proposedOn = null as Day | null, changedBy = null as number | null } = {},
) => ({ number, state, decision: decidedOn && { decidedOn }, proposedOn, changedBy });
const MATTER = [
  version(3, "draft", null),
  version(2, "decided", "2027-11-20", { proposedOn: "2027-11-03" }),
  version(1, "superseded", "2027-05-20"),
];
const seenOn = (versions: Parameters<typeof asOnDay>[0], day: Day) =>
  asOnDay(versions, day).map((v) => [v.number, v.state, v.decision?.decidedOn ?? null]);

test.each<[Day, [number, VersionState, Day | null][]]>([
  ["2027-05-19", []],
  ["2027-05-20", [[1, "decided", "2027-05-20"]]],
  ["2027-11-02", [[1, "decided", "2027-05-20"]]],
  [
    "2027-11-03",
    [
      [2, "proposed", null],
      [1, "decided", "2027-05-20"],
    ],
  ],
  [
    "2027-11-19",
    [
      [2, "proposed", null],
      [1, "decided", "2027-05-20"],
    ],
  ],
  [
    "2027-11-20",
    [
      [3, "draft", null],
      [2, "decided", "2027-11-20"],
      [1, "superseded", "2027-05-20"],
    ],
  ],
])("R-5: on %s the matter stands as it stood then", (day, expected) => {
  expect(seenOn(MATTER, day)).toEqual(expected);
});

test("R-5: what the meeting changed awaits as it was proposed until the meeting, and never before it was laid forward", () => {
  const changed = [
    version(2, "decided", "2027-11-20"),
    version(1, "proposed", null, { proposedOn: "2027-11-03", changedBy: 2 }),
  ];
  expect(seenOn(changed, "2027-11-02")).toEqual([]);
  expect(asOnDay(changed, "2027-11-19")).toEqual([
    version(1, "proposed", null, { proposedOn: "2027-11-03" }),
  ]);
  expect(seenOn(changed, "2027-11-20")).toEqual([
    [2, "decided", "2027-11-20"],
    [1, "proposed", null],
  ]);
});

test("TF 2: a proposal that is still open was a draft before it was laid forward", () => {
  const open = [version(1, "proposed", null, { proposedOn: "2028-05-03" })];
  expect(seenOn(open, "2028-05-02")).toEqual([[1, "draft", null]]);
  expect(seenOn(open, "2028-05-03")).toEqual([[1, "proposed", null]]);
});

test("R-5: a matter that nothing has been decided on, and nobody knows when it was laid forward, is what it is, on any day", () => {
  const drafted = [version(1, "proposed", null)];
  expect(asOnDay(drafted, "2020-01-01")).toEqual(drafted);
  expect(asOnDay([], "2020-01-01")).toEqual([]);
  expect([decidedAfter(drafted, "2020-01-01"), decidedAfter(MATTER, "2027-11-20")]).toEqual([false, false]);
  expect(decidedAfter(MATTER, "2027-11-19")).toBe(true);
});
