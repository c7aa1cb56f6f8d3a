import { expect, test } from "vitest";
import type { HeldPost, Mandate } from "./mandate.ts";
import { mayBy } from "./may.ts";
import type { Body, BodyKind, Person, Role } from "./organisation.ts";

const DAY = "2027-01-15";
const body = (id: string, kind: BodyKind, parent: string | null): Body => ({
  id,
  kind,
  name: id.toUpperCase(),
  parent,
  validFrom: "2020-01-01",
  validTo: null,
});
const BODIES = [
  body("kf", "council", null),
  body("ks", "executive", "kf"),
  body("ksf", "administration", "ks"),
  body("social", "committee", "kf"),
  body("socialf", "administration", "social"),
  body("skola", "committee", "kf"),
  body("skolf", "administration", "skola"),
  body("enhet", "unit", "skolf"),
];
const mandate = (more: Partial<Mandate>): Mandate => ({
  id: "m",
  action: "edit:body-goals",
  organKinds: ["administration", "committee"],
  roles: ["administration-director", "controller", "chair"],
  scope: "served",
  source: "Reglemente",
  cite: "§2.1",
  validFrom: "2021-01-01",
  validTo: null,
  ...more,
});
const post = (at: string, role: Role): HeldPost & { id: string } => ({
  id: `${at}-${role}`,
  body: at,
  role,
  title: `${role} ${at}`,
  person: `${at}-${role}`,
  validFrom: "2020-01-01",
  validTo: null,
});
const HELD = [
  post("skola", "chair"),
  post("skolf", "controller"),
  post("skolf", "administration-director"),
  post("social", "chair"),
  post("socialf", "administration-director"),
  post("ksf", "system-manager"),
];
const someone = (at: string, role: Role): Person => ({
  id: "jag",
  name: "Jag",
  posts: [{ id: "mitt", body: at, role, title: "Mitt", validFrom: "2020-01-01", validTo: null }],
});
const refused = (person: Person | undefined, about: string, mandates = [mandate({})], held = HELD) => {
  const answer = mayBy(
    BODIES,
    mandates,
    "sv",
    held,
    (id) => `Namn ${id}`,
  )(person, "edit:body-goals", { body: about }, DAY);
  if (answer.allowed) throw new Error("allowed");
  return answer;
};

test("P-4: the nearest who may is named, by the way up and down the tree, and first of the mandate's roles", () => {
  const answer = refused(someone("enhet", "employee"), "skola");
  expect(answer.nearest).toEqual({
    person: "skolf-administration-director",
    name: "Namn skolf-administration-director",
    title: "administration-director skolf",
    action: "edit:body-goals",
    body: "skola",
  });
  expect(answer.ask).toEqual(["SKOLF (förvaltningschef, controller)", "SKOLA (ordförande)"]);
});

test("P-4: where all are as far from oneself, the nearest to what it is about comes first", () => {
  expect(refused(someone("ksf", "employee"), "social").ask).toEqual([
    "SOCIAL (ordförande)",
    "SOCIALF (förvaltningschef)",
  ]);
});

test("P-4, R-2: nobody's name is told to whoever has not signed in", () => {
  expect(refused(undefined, "skola").nearest).toBeUndefined();
});

test("R-3: a mandate of one body is given to no other, and of one post to nobody else there", () => {
  const may = (mandates: Mandate[], at: HeldPost & { id: string }, about: string) =>
    mayBy(BODIES, mandates)(
      { id: "p", name: "P", posts: [{ ...at, title: "T" }] },
      "edit:body-goals",
      { body: about },
      DAY,
    ).allowed;
  const ofBody = [mandate({ body: "skolf" })];
  expect(may(ofBody, post("skolf", "controller"), "skola")).toBe(true);
  expect(may(ofBody, post("socialf", "administration-director"), "social")).toBe(false);
  const ofPost = [mandate({ body: "skolf", post: "skolf-controller" })];
  expect(may(ofPost, post("skolf", "controller"), "skola")).toBe(true);
  expect(may(ofPost, post("skolf", "administration-director"), "skola")).toBe(false);
  expect(refused(someone("enhet", "employee"), "skola", ofPost)).toMatchObject({
    ask: ["SKOLF (controller)"],
    nearest: { person: "skolf-controller" },
  });
});
