import { expect, test } from "vitest";
import { chartOf } from "./chart.ts";

const body = (id: string, parent: string | null) => ({ id, name: id, kind: "unit" as const, parent });

test("R-1: the chart draws each body once, beside the middle of those under it, and tells how many it leaves out", () => {
  const bodies = [
    body("kf", null),
    body("ks", "kf"),
    body("bn", "kf"),
    body("bf", "bn"),
    body("skola", "bf"),
  ];
  const { boxes, rows, columns } = chartOf(bodies, 3);
  expect({ rows, columns }).toEqual({ rows: 2, columns: 3 });
  const box = (id: string) => boxes.find((one) => one.body.id === id);
  expect(box("kf")).toMatchObject({ column: 0, row: 0.5 });
  expect(box("bf")).toMatchObject({ column: 2, row: 1, hidden: 1 });
  expect(box("skola")).toBeUndefined();
  // Whose parent is not there stands at the top
  expect(chartOf([body("enhet", "borta")], 2).boxes).toHaveLength(1);
});
