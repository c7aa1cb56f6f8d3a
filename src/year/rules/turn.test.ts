import { expect, test } from "vitest";
import type { Body } from "../../organisation/rules/organisation.ts";
import { testBody as body } from "../../organisation/testing/test-body.ts";
import { circleOf, preparerOf, turnOf, writesFor } from "./turn.ts";

const bodies = [
  body("kf", "council", null),
  body("ks", "executive", "kf"),
  body("bn", "committee", "kf"),
  body("ksf", "administration", "ks"),
  body("bf", "administration", "bn"),
  body("skola", "unit", "bf"),
  body("bolag", "company", "kf"),
  body("dotter", "company", "bolag"),
];
const of = (id: string) => bodies.find((b) => b.id === id) as Body;
const circle = (id: string) => [...circleOf(bodies, id)].sort();

test("A-13: a body's steps are its own and those of who serves it, up to its committee", () => {
  expect(circle("bn")).toEqual(["bf", "bn", "skola"]);
  expect(circle("skola")).toEqual(["bf", "bn", "skola"]);
  expect(circle("ks")).toEqual(["ks", "ksf"]);
  expect(circle("kf")).toEqual(["kf"]);
  expect(circle("bolag")).toEqual(["bolag"]);
  expect(circle("okänd")).toEqual([]);
});

test("A-13: the administration prepares, for the council the executive's; a company does it itself", () => {
  const prepares = (id: string) => preparerOf(bodies, of(id)).id;
  expect(["bn", "ks", "kf", "bolag", "bf"].map(prepares)).toEqual(["bf", "ksf", "ksf", "bolag", "bf"]);
});

test("A-13: it is the organ's turn when something is proposed, the preparer's before, nobody's out of time", () => {
  expect(turnOf(bodies, of("bn"), "under-way", { proposed: false })?.id).toBe("bf");
  expect(turnOf(bodies, of("bn"), "late", { proposed: true })?.id).toBe("bn");
  for (const state of ["to-come", "waiting", "done", "decided"] as const)
    expect(turnOf(bodies, of("bn"), state, { proposed: true })).toBeUndefined();
});

test("A-14: one writes for one's own body and for the body that one's administration prepares for, not for others", () => {
  const writes = (post: string) =>
    ["kf", "ks", "bn", "bf", "bolag"].filter((id) => writesFor(bodies, of(id), new Set([post])));
  expect(writes("ksf")).toEqual(["kf", "ks"]);
  expect(writes("bf")).toEqual(["bn", "bf"]);
  expect(writes("bn")).toEqual(["bn"]);
  expect(writes("bolag")).toEqual(["bolag"]);
  expect(writes("skola")).toEqual([]);
});
