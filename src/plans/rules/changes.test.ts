import { describe, expect, test } from "vitest";
import type { Day } from "../../kernel/day.ts";
import type { PlannedAction } from "./actions.ts";
import { actionsDiffer, decidedChanges, handedOverChanges, writtenChanges } from "./changes.ts";
import { meetingRemarks } from "./report.ts";

const action = (id: string, more: Partial<PlannedAction> = {}): PlannedAction => ({
  id,
  text: `Åtagande ${id}`,
  goal: "lasning",
  assignment: "",
  under: "",
  responsible: "chefen",
  from: null,
  due: "2028-10-31",
  unit: "forvaltningen",
  effect: "",
  costTkr: null,
  ...more,
});
const decided = (decision: number, decidedOn: Day, actions: PlannedAction[], changeReason = "") => ({
  decision,
  decidedOn,
  by: "chefen",
  actions,
  changeReason,
});

describe("V-8: what a committee is told of its plan", () => {
  test("the first decision changes nothing; each later one is told against the one before it, with its reason", () => {
    const first = decided(7, "2027-12-10", [action("a"), action("b")]);
    expect(decidedChanges([first])).toEqual([]);
    const changed = decided(
      9,
      "2028-04-02",
      [action("b", { costTkr: 40 }), action("c")],
      "Statsbidraget uteblev",
    );
    expect(
      decidedChanges([first, changed]).map(({ id, sort, name, fields, reason }) => ({
        id,
        sort,
        name,
        fields,
        reason,
      })),
    ).toEqual([
      {
        id: "decision/9/b",
        sort: "changed",
        name: "Åtagande b",
        fields: [{ field: "costTkr", before: null, now: "40" }],
        reason: "Statsbidraget uteblev",
      },
      { id: "decision/9/c", sort: "added", name: "Åtagande c", fields: [], reason: "Statsbidraget uteblev" },
      {
        id: "decision/9/a",
        sort: "removed",
        name: "Åtagande a",
        fields: [],
        reason: "Statsbidraget uteblev",
      },
    ]);
  });

  test("what is stopped or moved is told with from which day to which; a note and what is under way are not", () => {
    const entry = (entry: number, sort: string, value: string, reason: string | null = null) => ({
      entry,
      sort,
      value,
      reason,
      by: "rektor",
      from: "2028-05-02" as Day,
    });
    const told = writtenChanges(action("a"), [
      entry(1, "note", "Vi har börjat"),
      entry(2, "state", "under-way"),
      entry(3, "date", "2028-11-30", "Lokalen är inte klar"),
      entry(4, "date", "2028-12-15", "Lokalen är försenad igen"),
      entry(5, "state", "cancelled", "Pengarna tog slut"),
    ]);
    expect(told.map(({ sort, fields, reason }) => [sort, fields[0]?.before, fields[0]?.now, reason])).toEqual(
      [
        ["moved", "2028-10-31", "2028-11-30", "Lokalen är inte klar"],
        ["moved", "2028-11-30", "2028-12-15", "Lokalen är försenad igen"],
        ["stopped", undefined, undefined, "Pengarna tog slut"],
      ],
    );
  });

  test("who has been given an action by somebody is told, and not who got it when a post ended", () => {
    const held = (person: string, validFrom: Day, givenBy: string | null, reason: string | null) => ({
      person,
      validFrom,
      givenBy,
      givenOn: givenBy === null ? null : validFrom,
      reason,
    });
    expect(
      handedOverChanges(action("a"), [
        held("chefen", "2028-01-01", null, null),
        held("rektor", "2028-03-01", "chefen", "Ligger närmare eleverna"),
        held("vikarie", "2028-04-01", null, null),
      ]).map(({ fields, reason, by }) => [fields[0]?.before, fields[0]?.now, reason, by]),
    ).toEqual([["chefen", "rektor", "Ligger närmare eleverna", "chefen"]]);
  });

  test("a meeting that is to come has told nobody, nor one before what it is to have told of", () => {
    const told = [{ on: "2028-05-02" as Day, name: "Åtagande a" }];
    expect(meetingRemarks("2028-05-20", told, "2028-05-12").map(({ code }) => code)).toEqual([
      "meeting-to-come",
    ]);
    expect(meetingRemarks("2028-05-01", told, "2028-05-12").map(({ code }) => code)).toEqual([
      "changed-after-meeting",
    ]);
    expect(meetingRemarks("2028-05-10", told, "2028-05-12")).toEqual([]);
  });

  test("the same actions in another order are the same plan", () => {
    expect(actionsDiffer([action("a"), action("b")], [action("b"), action("a")])).toBe(false);
    expect(actionsDiffer([action("a")], [action("a", { effect: "Fler läser" })])).toBe(true);
  });
});
