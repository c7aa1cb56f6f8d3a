import { expect, test } from "vitest";
import { isFrozen, mayBecome, shownVersion, VERSION_STATES } from "./version.ts";

test("R-5: a version goes from draft to proposed to decided to superseded, and never back once decided", () => {
  const allowed = VERSION_STATES.flatMap((from) =>
    VERSION_STATES.filter((to) => mayBecome(from, to)).map((to) => `${from} → ${to}`),
  );
  expect(allowed).toEqual([
    "draft → draft",
    "draft → proposed",
    "draft → decided",
    "proposed → draft",
    "proposed → proposed",
    "proposed → decided",
    "decided → superseded",
  ]);
  expect(VERSION_STATES.filter(isFrozen)).toEqual(["decided", "superseded"]);
});

test("R-5: the decided version is shown, and a draft only to who may read it", () => {
  const everything = () => true;
  const decidedOnly = (version: { readonly decision: object | null }) => version.decision !== null;
  const draft = { number: 3, decision: null };
  const decided = { number: 2, decision: {} };
  const earlier = { number: 1, decision: {} };
  const all = [draft, decided, earlier];
  expect(shownVersion(all, everything)).toBe(decided);
  expect(shownVersion([draft], everything)).toBe(draft);
  expect(shownVersion([draft], decidedOnly)).toBeUndefined();
  expect(shownVersion(all, everything, 3)).toBe(draft);
  expect(shownVersion(all, decidedOnly, 3)).toBeUndefined();
  expect(shownVersion(all, decidedOnly, 1)).toBe(earlier);
});
