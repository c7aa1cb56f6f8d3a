import { expect, test } from "vitest";
import { missingAges, pastedAges, peopleOfAges } from "./pasted-ages.ts";

test("E-4, T-4: ages are read with head, sum row, thousands and ages by sex", () => {
  const pasted = pastedAges(
    "Ålder\tKön\tAntal\n6 år\ttotalt\t1 010\n7 år\tkvinnor\t20\n7 år\tmän\t5\nTotalt\t\t1 035\n\n100+\ttotalt\t2",
  );
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
  // A sex or a year more than was said: which number is meant, nobody knows
  ["9\t50\t60", "C1: pasted-columns"],
  ["9\t2025\t60", "C1: pasted-columns"],
  ["9\t20\n9\t5", "A2: pasted-age-twice"],
  ["Ålder\tKvinnor\n9\t50", "A1: pasted-one-sex"],
  ["9\tkvinnor\t50", "A1: pasted-one-sex"],
  ["9\tflickor\t50", "B1: cell-not-a-sex"],
  ["Ålder\tAntal\tDöda\n9\t50\t1", "C1: column-not-people"],
  ["Ålder\tAntal\tFolkmängd\n9\t50\t51", "A2: pasted-age-twice"],
  ["1\t1\n".repeat(1001), "A1001: rates-too-large"],
])("T-4: %j is refused, its cell is named, and it is never counted as nothing", (text, expected) => {
  expect(pastedAges(text).faults.map(({ at, code }) => `${at}: ${code}`)).toEqual([expected]);
});

test("E-4: ages that a service needs and nobody pasted are named", () => {
  const pasted = pastedAges("6\t10\n8\t12\n20\t3");
  expect(missingAges(pasted, [{ ages: [6, 9] }, { ages: [80, 100] }])).toEqual([7, 9]);
});

test("E-4: women and men side by side are added up, and everybody beside them is the number", () => {
  const people = (text: string) => {
    const pasted = pastedAges(text);
    expect(pasted.faults).toEqual([]);
    return [...pasted.people];
  };
  const right = [
    [0, 110],
    [1, 85],
    [2, 80],
  ];
  expect(people("ålder\tkvinnor\tmän\n0 år\t50\t60\n1 år\t40\t45\n2 år\t41\t39")).toEqual(right);
  expect(people("ålder\tTotalt\tkvinnor\tmän\n0\t110\t50\t60\n1\t85\t40\t45\n2\t80\t41\t39")).toEqual(right);
  expect(people("ålder\tmän 2026\tkvinnor 2026\n0\t60\t50\n1\t45\t40\n2\t39\t41")).toEqual(right);
  expect(people("0\tmän\t60\n0\tkvinnor\t50\n1\ttotalt\t85\n2\tmän\t39\n2\tkvinnor\t41")).toEqual(right);
});
