import { expect, test } from "vitest";
import { byBody, doings, type PersonView } from "./roles.ts";
import type { BodyView } from "./use-session.ts";

const body = (id: string, kind: BodyView["kind"], name: string): BodyView => ({
  id,
  kind,
  name,
  parent: null,
  validFrom: "2019-01-01",
  validTo: null,
});
const bodies = [body("kf", "council", "Kommunfullmäktige"), body("soc", "committee", "Socialnämnden")];
const person = (id: string, title: string, at: string): PersonView => ({
  id,
  name: title,
  title,
  posts: [
    {
      id,
      role: "chair",
      title,
      body: at,
      bodyName: bodies.find((b) => b.id === at)?.name ?? "",
    },
  ],
});
const people = [
  person("b", "Ordförande i socialnämnden", "soc"),
  person("a", "Ordförande i fullmäktige", "kf"),
];
const mandate = (action: string, organKinds: string[], roles: string[]) => ({
  id: action,
  action,
  organKinds,
  roles,
  scope: "own",
  source: "",
  cite: "§3.2",
  validFrom: "2019-01-01" as const,
  validTo: null,
});

test("P-4: a role says what it may do, by the mandates of its post and body", () => {
  const mandates = [
    mandate("edit:body-goals", ["committee"], ["chair"]),
    mandate("decide:body-goals", ["committee"], ["chair"]),
    mandate("decide:budget", ["council"], ["chair"]),
    mandate("decide:body-goals", ["committee"], ["chair", "secretary"]),
    mandate("decide:vision", ["committee"], ["secretary"]),
  ];
  expect(doings(people[0] as PersonView, mandates, bodies)).toEqual([
    { verb: "decide", objects: ["body-goals"] },
    { verb: "edit", objects: ["body-goals"] },
  ]);
  expect(doings(people[1] as PersonView, mandates, bodies)).toEqual([
    { verb: "decide", objects: ["budget"] },
  ]);
});

test("R-2: roles are grouped by body in the organisation's order, and found by every word", () => {
  expect(byBody(people, bodies, "").map((group) => group.body)).toEqual(["kf", "soc"]);
  expect(byBody(people, bodies, "NÄMNDEN ord").map((group) => group.body)).toEqual(["soc"]);
  expect(byBody(people, bodies, "rektor")).toEqual([]);
});
