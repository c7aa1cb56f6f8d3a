import { expect, test } from "vitest";
import type { Day } from "../../kernel/day.ts";
import type { Body, BodyKind, Person, Role } from "../../organisation/rules/organisation.ts";
import { type Asker, draftOf, isDraft, readsDraftAs, readsSecretAs } from "./reading.ts";

const body = (id: string, kind: BodyKind, parent: string | null): Body => ({
  id,
  kind,
  name: id,
  parent,
  validFrom: "2020-01-01",
  validTo: null,
});
const bodies = [
  body("council", "council", null),
  body("audit", "audit", "council"),
  body("executive", "executive", "council"),
  body("office", "administration", "executive"),
  body("education", "committee", "council"),
  body("schools", "administration", "education"),
  body("school", "unit", "schools"),
  body("other-school", "unit", "schools"),
  body("welfare", "committee", "council"),
  body("care", "unit", "welfare"),
];
const holding = (at: string, role: Role, validTo: Day | null = null): Person => ({
  id: `${role} in ${at}`,
  name: role,
  posts: [{ id: "post", body: at, role, title: role, validFrom: "2020-01-01", validTo }],
});
const asker = (person: Person, rest: Partial<Asker> = {}): Asker => ({
  person,
  bodies,
  day: "2027-05-01",
  may: () => false,
  named: () => false,
  ...rest,
});
const draft = (kind: string, of: string) => draftOf({ id: `${kind}:${of}:2027`, kind, body: of });

test("R-2: a draft is read up and down its own line, and not by other lines", () => {
  const reads = (at: string, role: Role, of: string) =>
    readsDraftAs(asker(holding(at, role)), draft("body-goals", of));
  for (const at of ["council", "education", "schools", "school"])
    expect(reads(at, "member", "schools"), at).toBe("line");
  // Two units of one administration stand beside each other
  expect(reads("other-school", "employee", "school")).toBeUndefined();
  expect(reads("welfare", "chair", "education")).toBeUndefined();
  expect(reads("care", "employee", "schools")).toBeUndefined();
  expect(reads("care", "employee", "council")).toBe("line");
  expect(reads("executive", "member", "education")).toBeUndefined();
});

test("R-2, KL 12:9: auditors read every draft, while they are auditors", () => {
  const of = draft("control-plan", "education");
  expect(readsDraftAs(asker(holding("audit", "auditor")), of)).toBe("auditor");
  expect(readsDraftAs(asker(holding("audit", "auditor", "2026-12-31")), of)).toBeUndefined();
});

test("KL 6:1: the executive reads drafts of economy and follow-up by those who lead its supervision", () => {
  const reads = (at: string, role: Role, kind: string) =>
    readsDraftAs(asker(holding(at, role)), draft(kind, "education"));
  for (const [at, role] of [
    ["executive", "chair"],
    ["executive", "secretary"],
    ["office", "municipal-director"],
    ["office", "finance-director"],
    ["office", "controller"],
  ] as const) {
    expect(reads(at, role, "internal-budget"), role).toBe("supervision");
    expect(reads(at, role, "follow-up"), role).toBe("supervision");
    expect(reads(at, role, "operations-plan"), role).toBeUndefined();
  }
  expect(reads("executive", "member", "follow-up")).toBeUndefined();
  expect(reads("welfare", "chair", "follow-up")).toBeUndefined();
  expect(reads("schools", "controller", "follow-up")).toBe("line");
});

test("R-2: who may write or decide on it reads it, and so does who is named in it", () => {
  const person = holding("care", "employee");
  const of = draft("body-goals", "education");
  expect(readsDraftAs(asker(person, { may: (action) => action === "edit:body-goals" }), of)).toBe("works");
  expect(readsDraftAs(asker(person, { may: (action) => action === "decide:body-goals" }), of)).toBe("works");
  expect(readsDraftAs(asker(person, { named: ({ matter }) => matter.id === of.matter.id }), of)).toBe(
    "named",
  );
});

test("TF 2: what is proposed, decided or superseded is no draft", () => {
  const is = (state: "draft" | "proposed" | "decided" | "superseded", decision: object | null = null) =>
    isDraft({ state, decision });
  expect([is("draft"), is("proposed"), is("decided", {}), is("superseded", {})]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test("OSL: what is secret is read by its own line, auditors, those who work with it and those named, whatever its state", () => {
  const decided = (of: string) => ({ ...draft("action-plan", of), state: "decided" as const, decision: {} });
  const reads = (person: Person, of: string, rest: Partial<Asker> = {}) =>
    readsSecretAs(asker(person, rest), decided(of));
  for (const at of ["education", "schools", "school"])
    expect(reads(holding(at, "employee"), "schools"), at).toBe("line");
  expect(reads(holding("audit", "auditor"), "schools")).toBe("auditor");
  expect(
    reads(holding("welfare", "secretary"), "schools", { may: (action) => action === "decide:action-plan" }),
  ).toBe("works");
  expect(reads(holding("care", "employee"), "schools", { named: () => true })).toBe("named");
  expect(reads(holding("other-school", "employee"), "school")).toBeUndefined();
  expect(reads(holding("welfare", "chair"), "schools")).toBeUndefined();
  expect(reads(holding("schools", "administration-director", "2026-12-31"), "schools")).toBeUndefined();
});

test("OSL, KL 6:1: what is secret is not read by the executive's supervision, and the executive's own only by the executive", () => {
  const decided = (of: string) => ({ ...draft("action-plan", of), state: "decided" as const, decision: {} });
  const reads = (at: string, role: Role, of: string) => readsSecretAs(asker(holding(at, role)), decided(of));
  expect(readsDraftAs(asker(holding("executive", "chair")), draft("action-plan", "education"))).toBe(
    "supervision",
  );
  expect(reads("executive", "chair", "education")).toBeUndefined();
  expect(reads("office", "controller", "education")).toBeUndefined();
  expect(reads("executive", "member", "executive")).toBe("line");
  expect(reads("council", "member", "executive")).toBeUndefined();
  expect(reads("office", "employee", "executive")).toBeUndefined();
  expect(reads("care", "employee", "council")).toBeUndefined();
});
