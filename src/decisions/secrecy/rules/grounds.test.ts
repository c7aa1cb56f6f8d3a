import { expect, test } from "vitest";
import { GROUND_NAMES, GROUNDS, groundText } from "./grounds.ts";

test("OSL: a ground is said with its provision and what it protects", () => {
  expect(groundText("26:1", "sv")).toBe("OSL 26:1 socialtjänst");
  expect(groundText("18:13", "en")).toBe("OSL 18:13 risk and vulnerability analyses");
});

test("OSL: every ground has its name, as the database takes it", () => {
  expect(Object.keys(GROUND_NAMES).sort()).toEqual([...GROUNDS].sort());
  for (const ground of GROUNDS) expect(ground).toMatch(/^\d{1,2}:\d{1,2}$/);
});
