import fc from "fast-check";
import { expect, test } from "vitest";
import { sumOf } from "../../../kernel/sum.ts";
import { throughReorganisations } from "./continued.ts";
import { budgetMonths } from "./to-date.ts";

const budget = (body: string, allocationTkr: number) => ({
  body,
  allocationTkr,
  ...budgetMonths(allocationTkr, undefined),
});

test("R-1: a committee that goes on with another has its budget too, and no krona is lost or counted twice", () => {
  fc.assert(
    fc.property(fc.nat(900_000), fc.nat(900_000), fc.nat(900_000), (a, b, c) => {
      const all = [budget("bildning", a), budget("kultur", b), budget("social", c)];
      const read = throughReorganisations(all, (body) => (body === "kultur" ? "bildning" : body));
      expect(read.map(({ body }) => body)).toEqual(["bildning", "social"]);
      expect(read[0]?.allocationTkr).toBe(a + b);
      expect(sumOf(read[0]?.monthsTkr ?? [])).toBe(a + b);
      expect(sumOf(read.map(({ allocationTkr }) => allocationTkr))).toBe(a + b + c);
    }),
  );
});
