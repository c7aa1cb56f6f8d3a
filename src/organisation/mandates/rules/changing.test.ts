import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day } from "../../../kernel/day.ts";
import type { Mandate } from "../../rules/mandate.ts";
import { lineOf, newMandateId, rowFrom } from "./changing.ts";

const row = (
  id: string,
  validFrom: Day,
  validTo: Day | null = null,
  replaces: string | null = null,
): Mandate => ({
  id,
  action: "edit:lesson",
  organKinds: ["unit"],
  roles: ["employee"],
  scope: "own",
  source: "Prov",
  cite: "§2.6",
  validFrom,
  validTo,
  replaces,
});

describe("R-3: a mandate that is changed or ended from a day", () => {
  const today = "2027-03-10";
  const from = (mandate: Mandate, day: Day) => rowFrom(mandate, day, today);
  test("ends the day before, and its history stays", () => {
    expect(from(row("a", "2020-01-01"), "2027-04-01")).toEqual({ becomes: "ended", lastDay: "2027-03-31" });
    expect(from(row("a", "2020-01-01"), today)).toEqual({ becomes: "ended", lastDay: "2027-03-09" });
  });
  test("never was, where it had not begun", () => {
    expect(from(row("a", "2027-05-01"), "2027-05-01")).toEqual({ becomes: "gone" });
    expect(from(row("a", "2027-05-01"), "2027-04-01")).toEqual({ becomes: "gone" });
  });
  test("is not changed for days that have been, for its own first day, or after its last", () => {
    const code = (mandate: Mandate, day: Day) => {
      const found = from(mandate, day);
      return "fault" in found ? found.fault.code : undefined;
    };
    expect(code(row("a", "2020-01-01"), "2027-03-09")).toBe("mandate-in-the-past");
    expect(code(row("a", today), today)).toBe("mandate-began-then");
    expect(code(row("a", "2020-01-01", "2027-03-31"), "2027-04-02")).toBe("mandate-over-by-then");
  });
  test("no day is lost or given twice between a row and the one that takes over", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (days) => {
        const day = addDays(today, days);
        const after = from(row("a", "2020-01-01"), day);
        expect(after).toEqual({ becomes: "ended", lastDay: addDays(day, -1) });
      }),
    );
  });
});

test("R-3: a mandate's line is told from its first row to its last, whichever of them one looks at", () => {
  const rows = [
    row("c", "2027-01-01", null, "b"),
    row("a", "2020-01-01"),
    row("b", "2024-01-01", "2026-12-31", "a"),
  ];
  for (const id of ["a", "b", "c"]) expect(lineOf(rows, id).map((one) => one.id)).toEqual(["a", "b", "c"]);
  expect(lineOf([row("a", "2020-01-01", null, "b"), row("b", "2020-01-01", null, "a")], "a")).toHaveLength(2);
  expect(lineOf(rows, "okand")).toEqual([]);
});

test("R-3: a new row has an id of its own", () => {
  expect(newMandateId("edit:body-goals", ["edit-body-goals-1"])).toBe("edit-body-goals-2");
  expect(newMandateId("propose:*", [])).toBe("propose-allt-1");
});
