import { expect, test } from "vitest";
import { byOrgan } from "./by-organ.ts";

const decision = (number: number, organId: string, decidedOn: string) => ({
  number,
  organId,
  organ: organId,
  decidedOn,
});
const BODIES = [
  { id: "ks", kind: "executive" },
  { id: "kf", kind: "council" },
  { id: "social", kind: "committee" },
  { id: "bildning", kind: "committee" },
] as const;

test("§3.2: the council first, then as the organisation stands, last those that it no longer knows; the newest first", () => {
  const all = [
    decision(1, "bildning", "2026-12-09"),
    decision(2, "gammal", "2020-01-01"),
    decision(3, "social", "2027-05-01"),
    decision(4, "kf", "2026-11-30"),
    decision(5, "bildning", "2027-02-01"),
    decision(6, "bildning", "2027-02-01"),
    decision(7, "ks", "2027-02-01"),
    // Registered late
    decision(8, "bildning", "2027-01-01"),
  ];
  const said = byOrgan(all, BODIES).map(({ organId, years }) => [
    organId,
    ...years.map(({ year, decisions }) => `${year}: ${decisions.map(({ number }) => number).join(" ")}`),
  ]);
  expect(said).toEqual([
    ["kf", "2026: 4"],
    ["ks", "2027: 7"],
    ["social", "2027: 3"],
    ["bildning", "2027: 6 5 8", "2026: 1"],
    ["gammal", "2020: 2"],
  ]);
  expect(byOrgan([], BODIES)).toEqual([]);
});
