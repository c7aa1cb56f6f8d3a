import { expect, test } from "vitest";
import { missingAges, pastedAges, peopleOfAges } from "./pasted-ages.ts";

test("E-4, T-4: two columns are read with head, sum row, thousands and ages by sex", () => {
  const pasted = pastedAges("Ålder\tAntal\n6 år\t1 010\n7 år\t20\n7 år\t5\nTotalt\t1 035\n\n100+\t2");
  expect([...pasted.people]).toEqual([
    [6, 1010],
    [7, 25],
    [100, 2],
  ]);
  expect(pasted.unread).toEqual([]);
  expect(peopleOfAges(pasted, [6, 9])).toBe(1035);
  expect(peopleOfAges(pasted, [20, 30])).toBeUndefined();
});

test("T-4: what can't be read is named by its row, and never counted as nothing", () => {
  const pasted = pastedAges("6\t10\nsju\t20\n8\t-3\n9\t1,5\n10");
  expect([...pasted.people.keys()]).toEqual([6]);
  expect(pasted.unread).toEqual([2, 3, 4, 5]);
});

test("E-4: ages that a service needs and nobody pasted are named", () => {
  const pasted = pastedAges("6\t10\n8\t12\n20\t3");
  expect(missingAges(pasted, [{ ages: [6, 9] }, { ages: [80, 100] }])).toEqual([7, 9]);
});
