import { expect, test } from "vitest";
import { AdjustmentProposals } from "../../base/rules/input-content.ts";
import type { AdjustmentProposal } from "./input-rows.ts";
import { proposalRemarks } from "./proposal-remarks.ts";

const proposal = (id: string, more: Partial<AdjustmentProposal> = {}): AdjustmentProposal => ({
  id,
  state: "considered",
  body: "skola",
  year: 2028,
  amountTkr: 300,
  ...more,
});

test("A-7: proposals that nobody has decided on are named with their sum; rejected ones are settled", () => {
  const proposals = [proposal("a"), proposal("b", { amountTkr: 200 }), proposal("c", { state: "rejected" })];
  expect(proposalRemarks([], proposals, ["skola"])).toMatchObject([
    { level: "info", code: "proposals-considered", params: { count: 2, sumTkr: 500 } },
  ]);
  expect(proposalRemarks([], [proposal("c", { state: "rejected" })], ["skola"])).toEqual([]);
});

test("A-7: a proposal that is also taken in, or for nobody, stops with its place", () => {
  const taken = { id: "a", body: "skola", year: 2028, amountTkr: 300 };
  const found = proposalRemarks([taken], [proposal("a"), proposal("b", { body: "ingen" })], ["skola"]);
  expect(found.filter(({ level }) => level === "stops")).toMatchObject([
    { code: "proposal-twice", at: "adjustmentProposals.0.id" },
    { code: "allocated-to-nobody", at: "adjustmentProposals.1.body" },
  ]);
});

test("E-2: a proposal keeps what is said of it, within limits", () => {
  const whole = {
    ...proposal("a.2028"),
    text: "Lärare",
    effect: "Fler läser",
    owner: "skolan",
    by: "KS",
    decision: 7,
  };
  expect(AdjustmentProposals.parse([whole])).toEqual([whole]);
  expect(AdjustmentProposals.safeParse([{ ...whole, effect: "x".repeat(2001) }]).success).toBe(false);
  expect(AdjustmentProposals.safeParse([{ ...whole, amountTkr: 0.5 }]).success).toBe(false);
});
