import { expect, test } from "vitest";
import type { Body } from "../../organisation/rules/organisation.ts";
import type { LessonView } from "../contract.ts";
import { bodiesForLesson, lessonsOf, loopOf } from "./lesson-view.ts";

const body = (id: string, kind: Body["kind"], parent: string | null): Body => ({
  id,
  kind,
  name: id,
  parent,
  validFrom: "2020-01-01",
  validTo: null,
});
const organisation = [
  body("kf", "council", null),
  body("namnd", "committee", "kf"),
  body("forvaltning", "administration", "namnd"),
  body("skola", "unit", "forvaltning"),
  body("bolag", "company", "kf"),
];
const lesson = (of: string): LessonView => ({
  id: of,
  body: of,
  bodyName: of,
  year: 2027,
  principle: "residents",
  text: "",
  effectForResidents: "",
  fromMatter: null,
  noticedBy: "",
  noticedByName: "",
  noticedOn: "2027-10-01",
  answer: null,
  fate: "new",
  carried: null,
});

test("P-2: whoever works in a unit puts in lessons for it, its administration or the committee, the committee first", () => {
  const ids = (posts: { body: string }[]) => bodiesForLesson(organisation, posts).map(({ id }) => id);
  expect(ids([{ body: "skola" }])).toEqual(["namnd", "forvaltning", "skola"]);
  expect(ids([{ body: "namnd" }])).toEqual(["namnd"]);
  expect(ids([{ body: "skola" }, { body: "bolag" }, { body: "namnd" }])).toEqual([
    "namnd",
    "forvaltning",
    "skola",
    "bolag",
  ]);
  expect(ids([])).toEqual([]);
});

test("N-3: a lesson's loop shows how far it has come and leads there", () => {
  const taken = (of: Pick<LessonView, "answer" | "carried">) => loopOf(of).map((step) => step.taken);
  const answer = { text: "Ja", by: "x", byName: "X", on: "2027-11-01" };
  const carried = { matter: "situation-analysis:namnd:2029", version: 1, decision: null, use: "Utökas" };
  expect(taken({ answer: null, carried: null })).toEqual([true, false, false, false]);
  expect(taken({ answer, carried: null })).toEqual([true, true, false, false]);
  expect(loopOf({ answer, carried })[2]).toEqual({
    step: "carried",
    taken: true,
    href: "/arende/situation-analysis/namnd/2029",
  });
  expect(loopOf({ answer: null, carried: { ...carried, decision: 40 } })[3]).toEqual({
    step: "decided",
    taken: true,
    href: "/beslut/40",
  });
});

test("N-1: a body's lessons are its own and those of who works for it", () => {
  const all = ["skola", "namnd", "bolag"].map(lesson);
  const ids = (of: string | undefined) => lessonsOf(all, organisation, of).map(({ id }) => id);
  expect(ids("namnd")).toEqual(["skola", "namnd"]);
  expect(ids("skola")).toEqual(["skola"]);
  expect(ids(undefined)).toEqual(["skola", "namnd", "bolag"]);
});
