import { expect, test } from "vitest";
import { dueNow, ownerNow } from "./present.ts";

test("R-2: the present owner is told, and whom it was decided with where that is another", () => {
  const nameOf = (person: string) => person.toUpperCase();
  const has = new Map([["mal", { person: "rektor" }]]);
  expect(ownerNow(has, "mal", "chef", nameOf)).toEqual({
    responsible: "rektor",
    responsibleName: "REKTOR",
    decidedResponsibleName: "CHEF",
  });
  for (const thing of ["mal", "annat"])
    expect(ownerNow(has, thing, "rektor", nameOf)).toMatchObject({ decidedResponsibleName: null });
});

test("V-8: a moved day is told with the one that was decided; moved back it is not moved", () => {
  expect(dueNow({ due: "2028-06-30" }, "2028-05-31")).toEqual({ due: "2028-06-30", movedFrom: "2028-05-31" });
  expect(dueNow({ due: "2028-05-31" }, "2028-05-31")).toEqual({ due: "2028-05-31", movedFrom: null });
  expect(dueNow({ due: undefined }, "2028-05-31")).toEqual({ due: "2028-05-31", movedFrom: null });
});
