import { expect, test } from "vitest";
import { groupRisksRemarks, judgementRemarks } from "./judgement.ts";

const body = (name: string, annual: boolean, received: boolean) => ({ name, annual, received });

test("K-5: the executive judges the whole, and says why where somebody's annual report is missing", () => {
  const codes = (judgement: string, ...bodies: ReturnType<typeof body>[]) =>
    judgementRemarks({ judgement, improvements: "Fler stickprov" }, bodies).map(
      ({ level, code }) => `${level} ${code}`,
    );
  expect(codes("", body("A", true, true))).toEqual(["stops judgement-missing"]);
  expect(codes("Fungerar", body("A", true, true))).toEqual([]);
  expect(codes("Fungerar", body("A", false, false), body("B", true, false))).toEqual([
    "needs-reason judgement-before-reports",
    "deviation judgement-before-receipts",
  ]);
});

test("K-5: a risk for all has its reason, and each stands once", () => {
  const codes = (...risks: { id: string; reason: string }[]) =>
    groupRisksRemarks(risks).map(({ code }) => code);
  expect(codes()).toEqual(["group-risks-none"]);
  expect(codes({ id: "a", reason: "" }, { id: "a", reason: "Ja" })).toEqual([
    "group-risk-without-reason",
    "control-repeated-id",
  ]);
});
