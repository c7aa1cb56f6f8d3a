import { expect, test } from "vitest";
import type { MayAnswer } from "../../rules/may.ts";
import type { Body } from "../../rules/organisation.ts";
import { asPerson, PROGRAM_ACTIONS, PROGRAM_ROLES, programRemarks, withinProgram } from "./programs.ts";

const body = (id: string, kind: Body["kind"], parent: string | null): Body => ({
  id,
  kind,
  name: id,
  parent,
  validFrom: "2020-01-01",
  validTo: null,
});
const BODIES = [
  body("ks", "executive", null),
  body("ksf", "administration", "ks"),
  body("enhet", "unit", "ksf"),
];
const YES: MayAnswer = { allowed: true, mandate: "m", source: "s", cite: "§3.2", post: "p" };
const input = {
  name: "Bokföringen",
  purpose: "Läser in SIE varje natt",
  owner: "ekonomichef",
  body: "ksf",
  role: "controller" as const,
  actions: ["import:ledger" as const],
  bodies: [],
  validTo: "2027-12-31",
};
const found = (more: object, about: object = {}) =>
  programRemarks(
    { ...input, ...more },
    { bodies: BODIES, day: "2027-02-01", ownerIn: true, mayAs: () => true, ...about },
  ).map(({ code, at }) => [code, at]);

test("T-5: a program may what its post may, of that what it has been given, and where", () => {
  const may = (given: { actions: string[]; bodies: string[] }, action: string, of: string) =>
    withinProgram(YES, given, { action, body: of }, BODIES).allowed;
  expect(may({ actions: ["import:ledger"], bodies: [] }, "import:ledger", "ks")).toBe(true);
  expect(may({ actions: ["import:ledger"], bodies: [] }, "decide:budget", "ks")).toBe(false);
  expect(may({ actions: ["import:ledger"], bodies: ["ksf"] }, "import:ledger", "enhet")).toBe(true);
  expect(may({ actions: ["import:ledger"], bodies: ["ksf"] }, "import:ledger", "ks")).toBe(false);
  const no: MayAnswer = { allowed: false, because: "no-mandate", cite: "§3.2", ask: [] };
  expect(withinProgram(no, input, { action: "import:ledger", body: "ks" }, BODIES)).toBe(no);
});

test("T-5: nothing that decides, signs or gives rights is given to a program, nor an elected post", () => {
  expect(
    PROGRAM_ACTIONS.filter((action) => /^(decide|propose|counter|manage|erase|edit:people)/.test(action)),
  ).toEqual([]);
  expect(PROGRAM_ROLES).not.toContain("chair");
  expect(PROGRAM_ROLES).not.toContain("auditor");
  expect(
    asPerson({ ...input, id: "tjanst-1", validFrom: "2027-01-01", validTo: "2027-12-31" }).posts,
  ).toMatchObject([{ body: "ksf", role: "controller", validTo: "2027-12-31" }]);
});

test("T-5: what stops a program from being set up is said at its place", () => {
  expect(found({})).toEqual([]);
  expect(found({}, { ownerIn: false })).toEqual([["program-owner-not-in", "owner"]]);
  expect(found({ body: "finns-inte" })).toEqual([["program-no-body", "body"]]);
  expect(found({ role: "unit-manager" })).toEqual([["program-role-elsewhere", "role"]]);
  expect(found({}, { mayAs: () => false })).toEqual([["program-no-mandate", "actions.import:ledger"]]);
  // To read is every signed-in person's
  expect(found({ actions: ["read:internal"] }, { mayAs: () => false })).toEqual([]);
  expect(found({ bodies: ["ks", "finns-inte"] })).toEqual([["program-no-body", "bodies.1"]]);
  expect(found({ validTo: "2027-01-31" })).toEqual([["program-ends-before", "validTo"]]);
  expect(found({ validTo: "2029-02-01" })).toEqual([["program-too-long", "validTo"]]);
});
