import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readOrganisation } from "../../organisation-file.ts";
import type { Mandate } from "../../rules/mandate.ts";
import { forbiddenBy, notDelegableRemarks, POINTS } from "./not-delegable.ts";

type Given = Pick<Mandate, "action" | "organKinds" | "roles" | "scope">;
const given = (
  action: string,
  organKinds: Given["organKinds"],
  scope: Given["scope"] = "served",
  roles: Given["roles"] = ["administration-director"],
): Given => ({ action, organKinds, roles, scope });

describe("R-3, KL 6:38: what a committee may not hand over can't be given to its administration, a unit or anybody employed", () => {
  test.each([
    ["decide:body-goals", "aims"],
    ["decide:internal-budget", "aims"],
    ["decide:planning-conditions", "aims"],
    ["decide:control-plan", "aims"],
    ["decide:action-plan", "aims"],
    ["propose:body-goals", "to-council"],
    ["propose:*", "to-council"],
  ] as const)("%s", (action, point) => {
    expect(forbiddenBy(given(action, ["administration"]))?.point).toBe(point);
    expect(forbiddenBy(given(action, ["unit"], "group", ["unit-manager"]))?.point).toBe(point);
    expect(forbiddenBy(given(action, ["committee"], "own", ["chair", "employee"]))?.point).toBe(point);
    expect(forbiddenBy(given(action, ["committee"], "own", ["chair", "secretary"]))).toBeUndefined();
  });
  test("a committee's goals are not an administration's own, however short the mandate reaches", () => {
    expect(forbiddenBy(given("decide:body-goals", ["administration"], "own"))?.point).toBe("aims");
  });
  test("what an administration or a unit has of its own it decides itself", () => {
    expect(forbiddenBy(given("decide:action-plan", ["administration"], "own"))).toBeUndefined();
    expect(forbiddenBy(given("decide:action-plan", ["unit"], "own", ["unit-manager"]))).toBeUndefined();
    expect(forbiddenBy(given("decide:operations-plan", ["administration"], "own"))).toBeUndefined();
  });
  test("to decide everything is to decide that too", () => {
    expect(forbiddenBy(given("decide:*", ["administration"], "own"))?.point).toBe("aims");
  });
  test("writing is not deciding, and a company's board has its tasks by other law", () => {
    expect(forbiddenBy(given("edit:body-goals", ["administration"]))).toBeUndefined();
    expect(
      forbiddenBy(given("decide:body-goals", ["company"], "own", ["managing-director"])),
    ).toBeUndefined();
  });
});

describe("R-3, KL 5:1: the council's own tasks are nobody else's", () => {
  test.each(["decide:budget", "decide:vision", "decide:annual-report"])("%s", (action) => {
    const reaching = given(action, ["executive"], "group", ["chair"]);
    expect(forbiddenBy(reaching)?.point).toBe("council");
    expect(notDelegableRemarks(reaching)).toMatchObject([{ level: "stops", at: "action", cite: "KL 5:1" }]);
    expect(forbiddenBy(given(action, ["council"], "own", ["chair"]))).toBeUndefined();
  });
  test("a committee decides on its own report", () => {
    expect(forbiddenBy(given("decide:annual-report", ["committee"], "own", ["chair"]))).toBeUndefined();
  });
});

test("R-3: none of the model's own mandates is forbidden; every point of the paragraph has its place", () => {
  const path = join(import.meta.dirname, "../../../../sample/organisation.json");
  const read = readOrganisation(JSON.parse(readFileSync(path, "utf8")));
  const mandates = "file" in read ? read.file.mandates : [];
  expect(mandates.length).toBeGreaterThan(70);
  expect(mandates.filter((mandate) => forbiddenBy(mandate) !== undefined).map(({ id }) => id)).toEqual([]);
  expect(POINTS).toHaveLength(6);
});
