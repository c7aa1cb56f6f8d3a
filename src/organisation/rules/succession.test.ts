import { describe, expect, test } from "vitest";
import type { Day } from "../../kernel/day.ts";
import { testBody as body } from "../testing/test-body.ts";
import type { Person, Post, Role } from "./organisation.ts";
import { heirOf, leavesOn, turnsOf } from "./succession.ts";

const BODIES = [
  body("kf", "council", null),
  body("ks", "executive", "kf"),
  body("ksf", "administration", "ks"),
  body("namnd", "committee", "kf"),
  body("forvaltning", "administration", "namnd"),
  body("skola", "unit", "forvaltning"),
];
const post = (at: string, role: Role, from: Day = "2019-01-01", to: Day | null = null): Post => ({
  id: `${at}-${role}-${from}`,
  body: at,
  role,
  title: role,
  validFrom: from,
  validTo: to,
});
const person = (id: string, ...posts: Post[]): Person => ({ id, name: id, posts });

const ENDS = post("forvaltning", "administration-director", "2019-01-01", "2027-06-30");
const CHIEF = person("chef", ENDS);
const TOP = person("kommunchef", post("ksf", "municipal-director"));
const RECTOR = person("rektor", post("skola", "unit-manager"));
const staff = (...people: Person[]) => ({ people, bodies: BODIES });
const postOf = (people: readonly Person[]) => (id: string) =>
  people.flatMap(({ posts }) => posts).find((one) => one.id === id);
const turns = (people: Person[], given: { person: string; from: Day; body: string; after?: string }) =>
  turnsOf(staff(...people), { to: null, ...given }, postOf(people)).map(
    ({ person, from, to, because }) => `${person} ${from} ${to ?? "–"}${because ? ` ${because}` : ""}`,
  );

describe("R-2: whoever takes over when a post ends", () => {
  test("is the successor in the post, else the nearest manager", () => {
    const next = person("ny-chef", post("forvaltning", "administration-director", "2027-07-01"));
    expect(heirOf(staff(CHIEF, TOP, next), ENDS, "chef", "2027-07-01")).toEqual({
      person: "ny-chef",
      because: "successor",
    });
    expect(heirOf(staff(CHIEF, TOP, RECTOR), ENDS, "chef", "2027-07-01")).toEqual({
      person: "kommunchef",
      because: "manager",
    });
  });
  test("of an elected one the deputy, then the chair, then the secretary", () => {
    const chair = post("namnd", "chair", "2023-01-01", "2026-12-31");
    const deputy = person("vice", post("namnd", "first-deputy-chair"));
    const secretary = person("sekreterare", post("namnd", "secretary"));
    const heir = (...others: Person[]) => heirOf(staff(TOP, ...others), chair, "ordf", "2027-01-01")?.person;
    expect(heir(deputy, secretary)).toBe("vice");
    expect(heir(secretary)).toBe("sekreterare");
    expect(heir()).toBe("kommunchef");
    // Another member has come in nobody's place
    const member = post("namnd", "member", "2023-01-01", "2026-12-31");
    const other = person("annan", post("namnd", "member", "2027-01-01"));
    expect(heirOf(staff(other, deputy), member, "ledamot", "2027-01-01")?.person).toBe("vice");
  });
  test("is at last whoever keeps the organisation in order; where there is nobody at all, nobody", () => {
    const keeper = person("systemforvaltare", post("ksf", "system-manager"));
    expect(heirOf(staff(CHIEF, keeper), ENDS, "chef", "2027-07-01")).toEqual({
      person: "systemforvaltare",
      because: "system-manager",
    });
    expect(heirOf(staff(CHIEF), ENDS, "chef", "2027-07-01")).toBeUndefined();
  });
});

describe("R-2: when a thing leaves somebody", () => {
  const leaves = (of: string, ...posts: Post[]) => leavesOn(BODIES, posts, of, "2026-01-01")?.day;
  test("the day after the last of the posts by which it is looked after, however they follow each other", () => {
    expect(leaves("namnd", ENDS)).toBe("2027-07-01");
    const renewed = post("forvaltning", "administration-director", "2027-07-01", "2028-01-31");
    expect(leaves("namnd", ENDS, renewed)).toBe("2028-02-01");
    expect(leaves("namnd", ENDS, post("forvaltning", "controller", "2027-01-01"))).toBeUndefined();
  });
  test("a seat elsewhere keeps nothing that was had by another post", () => {
    expect(leaves("namnd", ENDS, post("kf", "member"))).toBe("2027-07-01");
  });
  test("what none of the posts is near stays as long as there is any", () => {
    expect(leaves("ks", ENDS, post("skola", "employee"))).toBeUndefined();
  });
  test("a manager looks after what is below, too", () => {
    expect(leaves("skola", ENDS, post("kf", "member"))).toBe("2027-07-01");
  });
});

describe("R-2: who has a thing, one after the other", () => {
  const at = { person: "chef", from: "2026-01-01", body: "namnd" } as const;
  test("nobody's day is between two: a manager has it until the post is filled, and then the successor", () => {
    const next = person("ny", post("forvaltning", "administration-director", "2027-09-01"));
    expect(turns([CHIEF, TOP, next], at)).toEqual([
      "chef 2026-01-01 2027-06-30",
      "kommunchef 2027-07-01 2027-08-31 manager",
      "ny 2027-09-01 – successor",
    ]);
    // Filled afterwards: what is with the manager goes on to the new one
    expect(
      turns([CHIEF, TOP, next], { ...at, person: "kommunchef", from: "2027-07-01", after: ENDS.id }),
    ).toEqual(["kommunchef 2027-07-01 2027-08-31", "ny 2027-09-01 – successor"]);
  });
  test("who takes over may leave as well", () => {
    const next = person("ny", post("forvaltning", "administration-director", "2027-07-01", "2027-12-31"));
    expect(turns([CHIEF, TOP, next], at)).toEqual([
      "chef 2026-01-01 2027-06-30",
      "ny 2027-07-01 2027-12-31 successor",
      "kommunchef 2028-01-01 – manager",
    ]);
  });
  test("who was named and has no post never has it", () => {
    expect(turns([TOP], { ...at, person: "ingen" })).toEqual(["kommunchef 2026-01-01 – manager"]);
    expect(turns([CHIEF], { ...at, from: "2027-08-01" })).toEqual([" 2027-08-01 –"]);
  });
});
