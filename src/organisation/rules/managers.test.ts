import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { managersOf, nearestManagers } from "./managers.ts";
import type { Body, Person } from "./organisation.ts";

const file = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../sample/organisation.json"), "utf8"),
) as { bodies: Body[]; people: { id: string; name: string; posts: Person["posts"] }[] };
const people: Person[] = file.people.map((person) => ({
  ...person,
  posts: person.posts.map((post) => ({ ...post, validTo: post.validTo ?? null })),
}));
const bodies = file.bodies.map((body) => ({ ...body, validTo: body.validTo ?? null }));
const DAY = "2028-05-15";
const of = (person: string) => managersOf(people, bodies, person, DAY).map(({ id }) => id);
const at = (body: string, all = people) =>
  nearestManagers(all, bodies, { body, day: DAY }).map(({ id }) => id);

test("R-2: a teacher's manager is the head, the head's the director, the director's the municipal director", () => {
  expect(of("larare-bjornekulla")).toEqual(["rektor-bjornekulla"]);
  expect(of("rektor-bjornekulla")).toEqual(["bildning-chef"]);
  expect(of("bildning-controller")).toEqual(["bildning-chef"]);
  expect(of("bildning-chef")).toEqual(["kommunchef"]);
  expect(of("ekonomichef")).toEqual(["kommunchef"]);
});

test("R-2: a managing director's manager is the chair of the board; above the municipal director is none", () => {
  expect(of("vd-fastighet")).toEqual(["fastighet-ordforande"]);
  expect(of("kommunchef")).toEqual([]);
  expect(of("ingen")).toEqual([]);
});

test("R-2: for what a committee has decided the director who works for it is asked; where there is none, the municipal director", () => {
  expect(at("socialnamnden")).toEqual(["social-chef"]);
  expect(at("hemvarden-norr")).toEqual(["enhetschef-hemvard"]);
  expect(at("kommunfullmaktige")).toEqual(["kommunchef"]);
  const without = people.filter(({ id }) => id !== "enhetschef-hemvard");
  expect(at("hemvarden-norr", without)).toEqual(["social-chef"]);
  expect(
    at(
      "hemvarden-norr",
      without.filter(({ id }) => id !== "social-chef"),
    ),
  ).toEqual(["kommunchef"]);
});
