import { expect, test } from "vitest";
import type { Day } from "../../kernel/day.ts";
import type { BodyKind } from "./organisation.ts";
import { soleFaults, soleOn } from "./sole.ts";

const body = (id: string, kind: BodyKind, validFrom: Day = "2019-01-01", validTo: Day | null = null) => ({
  id,
  kind,
  validFrom,
  validTo,
});

test("R-1: the council is the body that is one, whatever its id, and the one of the day", () => {
  const bodies = [
    body("ks", "executive"),
    body("kf-ny", "council", "2025-01-01"),
    body("kf-gammal", "council", "2019-01-01", "2024-12-31"),
  ];
  expect(soleOn(bodies, "council", "2024-12-31")?.id).toBe("kf-gammal");
  expect(soleOn(bodies, "council", "2025-01-01")?.id).toBe("kf-ny");
  expect(soleOn(bodies, "executive", "2027-01-01")?.id).toBe("ks");
  expect(soleOn(bodies, "council", "2010-01-01")?.id).toBe("kf-gammal");
  expect(soleOn([], "council", "2027-01-01")).toBeUndefined();
  expect(soleFaults(bodies)).toEqual([]);
});

test("R-1: a day without a council or an executive, or with two of them, is told with the days", () => {
  expect(soleFaults([body("kf", "council"), body("n", "committee")])).toEqual([
    { kind: "executive", from: "2019-01-01", to: null, ids: [] },
  ]);
  const overlap = [
    body("a", "council", "2019-01-01", "2025-01-31"),
    body("b", "council", "2025-01-01"),
    body("ks", "executive", "2019-01-01", "2026-06-30"),
  ];
  expect(soleFaults(overlap)).toEqual([
    { kind: "council", from: "2025-01-01", to: "2025-01-31", ids: ["a", "b"] },
    { kind: "executive", from: "2026-07-01", to: null, ids: [] },
  ]);
  const gap = [
    body("a", "council", "2020-01-01", "2023-12-31"),
    body("b", "council", "2024-02-01"),
    body("ks", "executive"),
  ];
  expect(soleFaults(gap)).toEqual([
    { kind: "council", from: "2019-01-01", to: "2019-12-31", ids: [] },
    { kind: "council", from: "2024-01-01", to: "2024-01-31", ids: [] },
  ]);
});

test("R-1: an organisation that has ended needs neither after its last day", () => {
  expect(
    soleFaults([
      body("kf", "council", "2019-01-01", "2025-12-31"),
      body("ks", "executive", "2019-01-01", "2025-12-31"),
    ]),
  ).toEqual([]);
});
