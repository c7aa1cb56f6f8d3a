import { describe, expect, test } from "vitest";
import type { Body, Person, Role } from "../../../organisation/rules/organisation.ts";
import { testBody as body } from "../../../organisation/testing/test-body.ts";
import { inOrder, isAskedFor } from "./asked-for.ts";
import {
  type Assignment,
  canBeWritten,
  type Given,
  livedIn,
  STEP_SORTS,
  type Step,
  shortened,
  standing,
} from "./assignment.ts";
import { type Asked, type Giving, givingFaults } from "./giving.ts";
import { stepFaults, type Written } from "./steps.ts";

const given: Given = {
  id: "7-1",
  decision: 7,
  paragraph: "§ 12",
  matter: "budget:kf:2027",
  giver: "kf",
  givenOn: "2027-01-20",
  text: "Se över lokalerna",
  to: "bn",
  person: null,
  due: "2027-06-30",
  report: "Skriftligt i juni",
  registeredBy: "sekreterare",
  registeredOn: "2027-01-21",
};
const step = (sort: Step["sort"], on: Step["on"], rest: Partial<Step> = {}): Step => ({
  step: 1,
  sort,
  text: "Så här",
  meetingDay: null,
  paragraph: null,
  due: null,
  dueBefore: null,
  by: "chef",
  on,
  ...rest,
});

describe("R-6: an assignment stands as its steps say, and nothing of them is written over", () => {
  test("given, under way, reported back, sent back, under way again, closed", () => {
    const steps = [
      step("begun", "2027-02-01"),
      step("note", "2027-02-10"),
      step("reported", "2027-05-01", { meetingDay: "2027-05-20" }),
      step("returned", "2027-05-21"),
      step("begun", "2027-05-25"),
      step("closed", "2027-06-20"),
    ];
    const states = [0, 1, 2, 3, 4, 5, 6].map((n) => standing(given, steps.slice(0, n), "2027-06-21").state);
    expect(states).toEqual([
      "given",
      "under-way",
      "under-way",
      "reported",
      "returned",
      "under-way",
      "closed",
    ]);
    const closed = standing(given, steps, "2027-07-01");
    expect(closed).toMatchObject({ closedOn: "2027-06-20", since: "2027-06-20", late: false });
    expect(closed.steps).toHaveLength(6);
  });

  test("it is late the day after its day, moved or not, until it is reported back", () => {
    expect(standing(given, [], "2027-06-30").late).toBe(false);
    expect(standing(given, [], "2027-07-01").late).toBe(true);
    const moved = step("moved", "2027-06-01", { due: "2027-09-30", dueBefore: "2027-06-30" });
    expect(standing(given, [moved], "2027-07-01")).toMatchObject({
      due: "2027-09-30",
      decidedDue: "2027-06-30",
      late: false,
    });
    const reported = step("reported", "2027-06-20", { meetingDay: "2027-06-21" });
    expect(standing(given, [reported], "2027-07-01").late).toBe(false);
    expect(standing(given, [reported, step("returned", "2027-06-22")], "2027-07-01").late).toBe(true);
  });

  test("only what is reported back is sent back, and of what is closed nothing is written", () => {
    expect(STEP_SORTS.filter((sort) => canBeWritten(sort, "reported"))).toEqual(["returned", "closed"]);
    expect(STEP_SORTS.filter((sort) => canBeWritten(sort, "closed"))).toEqual([]);
    expect(STEP_SORTS.filter((sort) => canBeWritten(sort, "given"))).toEqual([
      "begun",
      "note",
      "reported",
      "moved",
      "closed",
    ]);
    expect(canBeWritten("begun", "under-way")).toBe(false);
  });

  test("it belongs to the years from when it was given until it was closed", () => {
    const lives = (closedOn: Assignment["closedOn"], year: number) =>
      livedIn({ givenOn: "2027-01-20", closedOn }, year);
    expect([2026, 2027, 2028].map((year) => lives(null, year))).toEqual([false, true, true]);
    expect([2027, 2028].map((year) => lives("2027-12-31", year))).toEqual([true, false]);
  });

  test("in a list a long text ends with a whole word", () => {
    expect(shortened("Kort")).toBe("Kort");
    expect(shortened("ord ".repeat(60).trim())).toMatch(/^(ord )+…$/);
  });
});

const bodies = [
  body("kf", "council", null),
  body("revision", "audit", "kf"),
  body("bn", "committee", "kf"),
  body("sn", "committee", "kf"),
  body("bf", "administration", "bn"),
  body("skola", "unit", "bf"),
  body("ab", "company", "kf"),
];
const person = (id: string, at: string, role: Role): Person => ({
  id,
  name: id,
  posts: [{ id: `${id}-post`, body: at, role, title: id, validFrom: "2019-01-01", validTo: null }],
});
const people = [person("chef", "bf", "administration-director"), person("rektor", "skola", "unit-manager")];
const asked: Asked = { text: "Se över", to: "bn", person: null, due: "2027-06-30", report: "Skriftligt" };
const giving = (giver: string, more: Partial<Giving> = {}): Giving => ({
  bodies,
  people,
  giver: bodies.find(({ id }) => id === giver) as Body,
  decidedOn: "2027-01-20",
  today: "2027-01-21",
  leads: () => people[0],
  before: 0,
  at: "assignments",
  ...more,
});
const codes = (one: Partial<Asked>, by: Giving) =>
  givingFaults([{ ...asked, ...one }], by).map(({ code, at }) => [code, at]);

describe("R-6: who asks what of whom", () => {
  test("the council asks anybody but itself and the auditors; a committee those who work for it", () => {
    for (const to of ["bn", "bf", "skola", "ab"]) expect(codes({ to }, giving("kf"))).toEqual([]);
    for (const to of ["kf", "revision"])
      expect(codes({ to }, giving("kf"))).toEqual([["assignment-not-asked", "assignments.0.to"]]);
    for (const to of ["bf", "skola"]) expect(codes({ to }, giving("bn"))).toEqual([]);
    for (const to of ["sn", "ab", "bn"])
      expect(codes({ to }, giving("bn"))).toEqual([["assignment-not-below", "assignments.0.to"]]);
  });
  test("an administration and a company give no assignments in their decisions", () => {
    for (const by of ["bf", "ab"])
      expect(codes({}, giving(by))).toEqual([["assignment-giver", "assignments"]]);
  });
  test("nothing is given to nobody, nor to somebody who works elsewhere", () => {
    expect(codes({ to: "x" }, giving("kf"))).toEqual([["assignment-to-gone", "assignments.0.to"]]);
    expect(codes({}, giving("kf", { leads: () => undefined }))).toEqual([
      ["assignment-nobody", "assignments.0.to"],
    ]);
    expect(codes({ person: "rektor" }, giving("kf", { leads: () => undefined }))).toEqual([]);
    expect(codes({ to: "sn", person: "rektor" }, giving("kf"))).toEqual([
      ["assignment-elsewhere", "assignments.0.person"],
    ]);
  });
  test("its day is after the decision and within ten years, and a decision gives twenty at most", () => {
    expect(codes({ due: "2027-01-19" }, giving("kf"))).toEqual([
      ["assignment-due-before", "assignments.0.due"],
    ]);
    expect(codes({ due: "2039-01-01" }, giving("kf"))).toEqual([["assignment-due-far", "assignments.0.due"]]);
    expect(codes({}, giving("kf", { before: 20 }))).toEqual([["assignment-too-many", "assignments"]]);
    expect(codes({}, giving("kf", { before: 19 }))).toEqual([]);
  });
});

describe("R-6: what is reported back, moved and closed says what must be said", () => {
  const today = "2027-06-01";
  const under = standing(given, [step("begun", "2027-02-01")], today);
  const reported = standing(given, [step("reported", "2027-05-01", { meetingDay: "2027-05-20" })], today);
  const written = (sort: Written["sort"], more: Partial<Written> = {}): Written => ({
    sort,
    text: "Så här",
    meetingDay: null,
    paragraph: null,
    due: null,
    ...more,
  });
  const fault = (one: Written, of: Assignment) => stepFaults(one, of, today).map(({ code }) => code);

  test("a report goes to a meeting after the decision that is not too far ahead", () => {
    expect(fault(written("reported", { meetingDay: "2027-06-21" }), under)).toEqual([]);
    expect(fault(written("reported", { meetingDay: "2027-01-19" }), under)).toEqual([
      "assignment-meeting-before",
    ]);
    expect(fault(written("reported", { meetingDay: "2029-06-21" }), under)).toEqual([
      "assignment-meeting-far",
    ]);
  });
  test("what is reported back is closed at a meeting that has been, or with a note; else with a reason", () => {
    expect(fault(written("closed", { text: "", meetingDay: "2027-05-20" }), reported)).toEqual([]);
    expect(fault(written("closed"), reported)).toEqual([]);
    expect(fault(written("closed", { text: "" }), reported)).toEqual(["assignment-close-says"]);
    expect(fault(written("closed", { meetingDay: "2027-06-02" }), reported)).toEqual([
      "assignment-meeting-to-come",
    ]);
    expect(fault(written("closed", { text: "", meetingDay: "2027-05-20" }), under)).toEqual([
      "assignment-close-unreported",
    ]);
    expect(fault(written("closed"), under)).toEqual([]);
  });
  test("a day is moved to another that has not been", () => {
    expect(fault(written("moved", { due: "2027-09-30" }), under)).toEqual([]);
    expect(fault(written("moved", { due: "2027-06-30" }), under)).toEqual(["assignment-move-same"]);
    expect(fault(written("moved", { due: "2027-05-31" }), under)).toEqual(["assignment-move-back"]);
    expect(fault(written("moved", { due: "2040-01-01" }), under)).toEqual(["assignment-due-far"]);
  });
});

test("R-6: a body's are those that it gave, and those given to it and to whoever works under it", () => {
  const one = { ...standing(given, [], "2027-07-01"), to: "skola" };
  const of = (asked: Parameters<typeof isAskedFor>[1]) => isAskedFor(one, asked, bodies);
  expect(["kf", "bn", "bf", "skola", "sn"].map((id) => of({ body: id }))).toEqual([
    true,
    true,
    true,
    true,
    false,
  ]);
  expect([of({ to: "bn" }), of({ to: "skola" }), of({ giver: "bn" })]).toEqual([false, true, false]);
  const listed = inOrder([
    { ...one, id: "closed-first", state: "closed", late: false, due: "2027-01-31" },
    { ...one, id: "open", late: false, due: "2027-12-31" },
    { ...one, id: "closed-last", state: "closed", late: false, due: "2027-05-31" },
    one,
  ]);
  expect(listed.map(({ id }) => id)).toEqual(["7-1", "open", "closed-last", "closed-first"]);
  expect([of({ late: true }), of({ late: false }), of({ state: "given" }), of({ year: 2026 })]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});
