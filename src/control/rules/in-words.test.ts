import { expect, test } from "vitest";
import { controlPlanInWords, controlReportInWords } from "./in-words.ts";

test("K-3: a plan says the risks that it controls, and no others", () => {
  const risks = [
    { id: "a", text: "Inköp utanför avtal" },
    { id: "b", text: "Fel taxa" },
  ];
  expect(controlPlanInWords(risks, [{ risk: "b" }], "Kommunstyrelsen", 2028)).toBe(
    "Kommunstyrelsen kontrollerar 2028 riskerna ”Fel taxa”",
  );
  expect(controlPlanInWords(risks, [], "Kommunstyrelsen", 2028)).toBeUndefined();
});

test("K-5: a report says how many controls were done and deviated", () => {
  const report = (...results: string[]) =>
    controlReportInWords(
      results.map((result) => ({ result })),
      "Socialnämnden",
      2027,
    );
  expect(report("no-deviation", "deviation", "not-done")).toBe(
    "Socialnämnden har gjort 2 kontroller 2027, med en avvikelse",
  );
  expect(report("no-deviation")).toBe("Socialnämnden har gjort en kontroll 2027, utan avvikelse");
});
