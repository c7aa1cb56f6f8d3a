import fc from "fast-check";
import { expect, test } from "vitest";
import type { Body, BodyKind } from "../../organisation/rules/organisation.ts";
import { measuredByAccount } from "./measured.ts";
import { outcomes } from "./outcome.ts";

const body = (id: string, kind: BodyKind, parent: string | null): Body => ({
  id,
  kind,
  name: id,
  parent,
  validFrom: "2019-01-01",
  validTo: null,
});
const BODIES = [
  body("council", "council", null),
  body("school", "committee", "council"),
  body("office", "administration", "school"),
  body("unit", "unit", "office"),
  body("care", "committee", "council"),
];
const sum = (rows: readonly { amountOre: number }[] | undefined) =>
  (rows ?? []).reduce((all, one) => all + one.amountOre, 0);

test("V-7: what an indicator is computed of in the accounts is the outcome's own figure, whosever it is", () => {
  const cells = fc.array(
    fc.record({
      body: fc.constantFrom("council", "school", "office", "unit", "care", "gone", null),
      account: fc.constantFrom("3011", "4500", "5011", "5610", "7890", "8011", "8999", "9100", "1930"),
      month: fc.integer({ min: 1, max: 12 }),
      amountOre: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    }),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(cells, (all) => {
      const { bodies, total } = outcomes(all, BODIES);
      const all3to9 = { side: "net-cost", accounts: [] } as const;
      for (const { id } of BODIES)
        expect(sum(measuredByAccount(all, BODIES, { whose: id, ...all3to9 }))).toBe(
          bodies.get(id)?.netCostOre ?? 0,
        );
      expect(sum(measuredByAccount(all, BODIES, { whose: null, ...all3to9 }))).toBe(total.netCostOre);
      const groups = bodies.get("school")?.byAccountGroupOre;
      const staff = measuredByAccount(all, BODIES, { whose: "school", side: "cost", accounts: ["5"] });
      expect(sum(staff)).toBe(groups?.[5] ?? 0);
      const income = measuredByAccount(all, BODIES, { whose: "school", side: "income", accounts: [] });
      expect(sum(income)).toBe(0 - (groups?.[3] ?? 0));
    }),
  );
});

test("V-7: a body without a row of its own, or under it, is told from one whose rows sum to nought", () => {
  const rows = [{ body: "unit", account: "5011", amountOre: 0 }];
  expect(measuredByAccount(rows, BODIES, { whose: "care", side: "cost", accounts: [] })).toBeUndefined();
  expect(measuredByAccount(rows, BODIES, { whose: "school", side: "cost", accounts: [] })).toEqual([
    { account: "5011", amountOre: 0 },
  ]);
});
