import { expect, test } from "vitest";
import { adjustmentLists, adjustmentRows } from "./input-rows.ts";
import { needRow, needState, proposalOfNeed } from "./needs.ts";

const need = {
  body: "bildningsnamnden",
  id: "speciallarare",
  text: "Speciallärare",
  amountTkr: 3200,
  oneOff: false,
};

test("A-2: a need becomes a proposal with its source, and is found among the adjustments afterwards", () => {
  const row = proposalOfNeed(need, 2028, "Nulägesanalys 2028");
  const lists = adjustmentLists([row], [], [2028, 2029]);
  expect(lists.proposals).toMatchObject([
    {
      body: "bildningsnamnden",
      year: 2028,
      amountTkr: 3200,
      state: "considered",
      source: "Nulägesanalys 2028",
    },
  ]);
  const rows = adjustmentRows(lists);
  expect(needState(need, rows)).toBe("considered");
  expect(needState({ ...need, body: "socialnamnden" }, rows)).toBeNull();
  const taken = adjustmentLists(
    [{ ...row, state: "taken-in", amounts: { 2028: 3200, 2029: 100 } }],
    [],
    [2028, 2029],
  );
  expect(needState(need, adjustmentRows(taken))).toBe("taken-in");
});

test("A-2: the row of a need with a long id is no longer than an id may be", () => {
  expect(needRow({ body: "b".repeat(60), id: "i".repeat(60) }).length).toBeLessThanOrEqual(75);
});
