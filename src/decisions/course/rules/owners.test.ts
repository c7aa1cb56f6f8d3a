import { expect, test } from "vitest";
import type { Day } from "../../../kernel/day.ts";
import { ownersInTurn } from "./owners.ts";

const held = (person: string, validFrom: Day, validTo: Day | null) => ({ person, validFrom, validTo });

test("R-2, V-6: one who has a goal in the goals of two years has it once; who began last is the owner", () => {
  expect(
    ownersInTurn([
      held("chef", "2027-12-09", "2028-05-31"),
      held("chef", "2026-12-10", "2028-05-31"),
      held("controller", "2028-06-01", null),
      held("controller", "2028-06-01", null),
    ]),
  ).toEqual([held("chef", "2026-12-10", "2028-05-31"), held("controller", "2028-06-01", null)]);
  expect(ownersInTurn([held("chef", "2026-12-10", null), held("rektor", "2027-12-09", null)])).toEqual([
    held("chef", "2026-12-10", "2027-12-08"),
    held("rektor", "2027-12-09", null),
  ]);
  expect(
    ownersInTurn([held("chef", "2026-01-01", "2026-12-31"), held("chef", "2028-01-01", null)]),
  ).toHaveLength(2);
});
