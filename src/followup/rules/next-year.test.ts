import { expect, test } from "vitest";
import { nextYearMeasures } from "./next-year.ts";

test("U-8: measures that are not done go on with the same ids, on the same days of the new year", () => {
  const measure = (id: string, status: string) => ({
    id,
    status,
    start: "2028-02-29" as const,
    effectBy: "2028-11-30" as const,
  });
  const all = ["planned", "started", "done", "stopped"].map((status) => measure(status, status));
  expect(nextYearMeasures(all, 2029)).toEqual([
    { id: "planned", status: "planned", start: "2029-02-28", effectBy: "2029-11-30" },
    { id: "started", status: "started", start: "2029-02-28", effectBy: "2029-11-30" },
  ]);
});
