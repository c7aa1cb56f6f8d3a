import { expect, test } from "vitest";
import type { Body } from "../../rules/organisation.ts";
import {
  claimsElsewhere,
  claimValues,
  holds,
  knownBy,
  NO_RULES,
  nameIn,
  type PostRule,
  postChanges,
  postsGiven,
  rulesRemarks,
} from "./claims.ts";

const body = (id: string, kind: Body["kind"], validTo: Body["validTo"] = null): Body => ({
  id,
  kind,
  name: id,
  parent: null,
  validFrom: "2020-01-01",
  validTo,
});
const BODIES = [
  body("kf", "council"),
  body("ksf", "administration"),
  body("skola", "unit"),
  body("borta", "unit", "2025-12-31"),
];
const DAY = "2027-02-01";
const rule = (more: Partial<PostRule> = {}): PostRule => ({
  id: "regel-1",
  claim: "groups",
  operator: "contains",
  values: ["Tillit Controller"],
  body: "ksf",
  role: "controller",
  title: "Controller",
  ...more,
});

test("T-2: a claim is read by its name, and by the way to it; never by what every object has", () => {
  const claims = {
    groups: ["a", 7, { no: 1 }],
    realm_access: { roles: ["r"] },
    "https://x.example/y.z": "u",
  };
  expect(claimValues(claims, "groups")).toEqual(["a", "7"]);
  expect(claimValues(claims, "realm_access.roles")).toEqual(["r"]);
  expect(claimValues(claims, "https://x.example/y.z")).toEqual(["u"]);
  for (const name of ["constructor.name", "__proto__", "groups.length", "nothing"])
    expect(claimValues(claims, name)).toEqual([]);
});

test.each([
  [{ groups: ["Annan", "Tillit Controller"] }, rule(), true],
  [{ groups: "Tillit Controller" }, rule(), true],
  [{ groups: "Tillit Controller Sommar" }, rule(), false],
  [{ scope: "a tillit b" }, rule({ claim: "scope", values: ["tillit"] }), true],
  [{ groups: "x,tillit" }, rule({ values: ["tillit"] }), true],
  [{ groups: ["not-tillit"] }, rule({ values: ["tillit"] }), false],
  [{}, rule(), false],
  [{ department: "Bildning" }, rule({ claim: "department", operator: "equals", values: ["Bildning"] }), true],
  [
    { department: ["Bildning", "Annat"] },
    rule({ claim: "department", operator: "equals", values: ["Bildning"] }),
    false,
  ],
  [{ groups: ["b"] }, rule({ operator: "one-of", values: ["a", "b"] }), true],
  [{ groups: ["c"] }, rule({ operator: "one-of", values: ["a", "b"] }), false],
  [{ admin: true }, rule({ claim: "admin", operator: "equals", values: ["true"] }), true],
])("T-2: of %j the rule %o holds: %s", (claims, one, expected) => {
  expect(holds(claims, one)).toBe(expected);
});

test("T-2: claims give each post once, and none where the body is no more or where one is elected", () => {
  const rules = {
    match: [],
    posts: [
      rule(),
      rule({ id: "regel-2", title: "Controller igen" }),
      rule({ id: "regel-3", body: "borta", role: "unit-manager" }),
      rule({ id: "regel-4", body: "kf", role: "chair" }),
      rule({ id: "regel-5", body: "skola", role: "unit-manager", values: ["Rektorer"] }),
    ],
  };
  const given = postsGiven({ groups: ["Tillit Controller"] }, rules, BODIES, DAY);
  expect(given.map(({ id }) => id)).toEqual(["regel-1"]);
  expect(rulesRemarks(rules, BODIES, DAY).map(({ code, at }) => [code, at])).toEqual([
    ["rule-no-body", "posts.2.body"],
    ["rule-elected", "posts.3.role"],
  ]);
  expect(rulesRemarks(NO_RULES, BODIES, DAY).map(({ code }) => code)).toEqual(["rules-none"]);
});

test("T-2: what is no longer said ends, what is said and not held begins, and what somebody else gave stays", () => {
  const own = { body: "skola", role: "unit-manager", title: "Rektor" } as const;
  expect(postChanges([rule()], [own], [])).toEqual({ begin: [rule()], end: [own] });
  expect(postChanges([rule()], [rule()], [own])).toEqual({ begin: [], end: [] });
  expect(postChanges([rule()], [], [rule()])).toEqual({ begin: [], end: [] });
});

test("T-2: an address is believed only where somebody has checked it", () => {
  const rules = { match: [{ by: "email", claim: "email" } as const], posts: [] };
  const believed = (claims: object, checksEmail: boolean) =>
    knownBy({ email: "a@b.example", ...claims }, rules, checksEmail)[0]?.believed;
  expect(believed({}, false)).toBe(false);
  expect(believed({}, true)).toBe(true);
  expect(believed({ email_verified: true }, false)).toBe(true);
  expect(believed({ email_verified: false }, true)).toBe(false);
  expect(knownBy({ email: ["a@b.example", "c@d.example"] }, rules, true)).toEqual([]);
});

test("T-2: what a provider keeps elsewhere is not taken for what it does not say", () => {
  const claims = { _claim_names: { groups: "src1", other: "src1" } };
  expect(claimsElsewhere(claims, { match: [], posts: [rule()] })).toEqual(["groups"]);
  expect(claimsElsewhere({ ...claims, groups: [] }, { match: [], posts: [rule()] })).toEqual([]);
});

test("T-2: somebody is called what the claims say", () => {
  expect(nameIn({ name: " Namn Efternamn " })).toBe("Namn Efternamn");
  expect(nameIn({ given_name: "Namn", family_name: "Efternamn" })).toBe("Namn Efternamn");
  expect(nameIn({ preferred_username: "abc123" })).toBeUndefined();
});
