import { expect, test } from "vitest";
import { ownerOfCode } from "../../organisation/rules/ledger-codes.ts";
import { bodyOfRow, dimensionRemarks } from "./dimensions.ts";
import { codeEffect } from "./effect.ts";

const from = "2027-01-01" as const;
const own = (dimension: string, code: string, body: string) => ({
  dimension,
  code,
  periods: [{ body, validFrom: from, validTo: null }],
});
const ownerOf = ownerOfCode([own("1", "311", "school"), own("6", "P7", "care")]);
const of = (codes: Record<string, string>, dimensions: string[]) =>
  bodyOfRow((dimension) => codes[dimension], { day: "2027-03-01", ownerOf, dimensions });

test("T-4: a row is of the first dimension, in the municipality's order, whose code somebody has that day", () => {
  const both = { "1": "311", "6": "P7" };
  expect(of(both, ["1", "6"]).body).toBe("school");
  expect(of(both, ["6", "1"]).body).toBe("care");
  expect(of({ "1": "999", "6": "P7" }, ["1", "6"])).toEqual({
    carried: { dimension: "6", code: "P7" },
    body: "care",
  });
  expect(of({ "1": "999", "6": "P8" }, ["1", "6"])).toEqual({
    carried: { dimension: "1", code: "999" },
    body: null,
  });
  expect(of({}, ["1", "6"])).toEqual({ carried: null, body: null });
  expect(of(both, ["7"]).body).toBeNull();
});

test("T-4: a dimension stands once in the order", () => {
  expect(dimensionRemarks(["1", "6"])).toEqual([]);
  expect(dimensionRemarks(["1", "6", "1"]).map(({ at }) => at)).toEqual(["dimensions.2"]);
});

test("T-4: what moves when a code changes hands is told by year, from whom and to whom", () => {
  const sum = (year: number, code: string, amountOre: number) => ({
    year,
    day: `${year}-05-01` as const as never,
    codes: { "1": code },
    rows: 2,
    amountOre,
  });
  const after = ownerOfCode([own("1", "311", "school"), own("1", "998", "care")]);
  expect(
    codeEffect([sum(2027, "998", 500), sum(2028, "998", 700), sum(2028, "311", 900)], {
      before: ownerOf,
      after,
      dimensions: ["1"],
    }),
  ).toEqual([
    { year: 2028, rows: 4, moved: [{ from: null, to: "care", rows: 2, netCostOre: 700 }] },
    { year: 2027, rows: 2, moved: [{ from: null, to: "care", rows: 2, netCostOre: 500 }] },
  ]);
});
