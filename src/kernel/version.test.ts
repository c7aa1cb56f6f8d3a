import { expect, test } from "vitest";
import { isFrozen, mayBecome, VERSION_STATES } from "./version.ts";

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
