import { expect, test } from "vitest";
import { missingAges, pastedAges, peopleOfAges } from "./pasted-ages.ts";

test("E-4, T-4: two columns are read with head, sum row, thousands and ages by sex", () => {
  const pasted = pastedAges("Ålder\tAntal\n6 år\t1 010\n7 år\t20\n7 år\t5\nTotalt\t1 035\n\n100+\t2");
  expect([...pasted.people]).toEqual([
    [6, 1010],
    [7, 25],
    [100, 2],
  ]);
  expect(pasted.faults).toEqual([]);
  expect(peopleOfAges(pasted, [6, 9])).toBe(1035);
  expect(peopleOfAges(pasted, [20, 30])).toBeUndefined();
});

test.each([
  ["6\t10\nsju\t20", "A2: cell-not-an-age"],
  ["sju\t20", "A1: cell-not-an-age"],
  ["8\t-3", "B1: cell-negative"],
  ["9\t1,5", "B1: cell-not-whole"],
  ["9\t12 34", "B1: cell-not-a-number"],
  ["9\t1.000", "B1: cell-two-ways"],
  ["9\t=SUM(B1)", "B1: cell-formula"],
  ["9\tNaN", "B1: cell-not-a-number"],
  ["9\t1e400", "B1: cell-not-a-number"],
  ["10", "B1: cell-empty"],
  ["9|10", "A1: cell-not-an-age"],
  ["1\t1\n".repeat(1001), "A1001: rates-too-large"],
])("T-4: %j is refused, its cell is named, and it is never counted as nothing", (text, expected) => {
  expect(pastedAges(text).faults.map(({ at, code }) => `${at}: ${code}`)).toEqual([expected]);
});

test("E-4: ages that a service needs and nobody pasted are named", () => {
  const pasted = pastedAges("6\t10\n8\t12\n20\t3");
  expect(missingAges(pasted, [{ ages: [6, 9] }, { ages: [80, 100] }])).toEqual([7, 9]);
});
