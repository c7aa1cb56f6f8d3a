import { expect, test } from "vitest";
import type { Day } from "../../kernel/day.ts";
import { isLookedAt, startingBody, worksFor } from "./looks-at.ts";
import type { Body, BodyKind } from "./organisation.ts";

const body = (id: string, kind: BodyKind, parent: string | null): Body => ({
  id,
  kind,
  name: id,
  parent,
  validFrom: "2019-01-01" as Day,
  validTo: null,
});
const bodies = [
  body("council", "council", null),
  body("audit", "audit", "council"),
  body("executive", "executive", "council"),
  body("office", "administration", "executive"),
  body("school", "committee", "council"),
  body("school-office", "administration", "school"),
  body("bear-school", "unit", "school-office"),
  body("social", "committee", "council"),
  body("housing", "company", "council"),
  body("small-housing", "company", "housing"),
];
const start = (...of: string[]) =>
  startingBody(
    bodies,
    of.map((id) => ({ body: id })),
  );

test("T-1: one starts with one's own: a unit's its unit, an administration's its committee, a company's itself", () => {
  expect(start("school")).toBe("school");
  expect(start("school-office")).toBe("school");
  expect(start("bear-school")).toBe("bear-school");
  expect(start("small-housing")).toBe("small-housing");
  expect(start("school", "school-office")).toBe("school");
});

test("T-1: council, executive and auditors, those of several bodies and visitors start with the whole", () => {
  for (const of of ["council", "executive", "office", "audit"]) expect(start(of)).toBeUndefined();
  expect(start("school", "social")).toBeUndefined();
  expect(start("school", "executive")).toBeUndefined();
  expect(start()).toBeUndefined();
  expect(start("gone")).toBeUndefined();
});

test("T-1: what is looked at is the body, those under it, and those that a unit works for", () => {
  const seen = (chosen: string | undefined) =>
    bodies.filter(({ id }) => isLookedAt(bodies, chosen, id)).map(({ id }) => id);
  expect(seen("school")).toEqual(["school", "school-office", "bear-school"]);
  expect(seen("bear-school")).toEqual(["school", "school-office", "bear-school"]);
  expect(seen("housing")).toEqual(["housing", "small-housing"]);
  expect(seen("executive")).toEqual(["executive", "office"]);
  expect(seen(undefined)).toHaveLength(bodies.length);
  expect(seen("council")).toHaveLength(bodies.length);
  expect(worksFor(bodies, "bear-school")?.id).toBe("school");
  expect(worksFor(bodies, "housing")?.id).toBe("housing");
});
