import { expect, test } from "vitest";
import { boxBeside, chartOf } from "./chart.ts";

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

test("R-1: arrows go along the chart's lines, and up and down in a column", () => {
  const chart = chartOf([body("kf", null), body("ks", "kf"), body("bn", "kf"), body("bf", "bn")], 3);
  const way = (from: string, keys: readonly string[]) =>
    keys.reduce<string>((at, key) => boxBeside(chart, at, key) ?? at, from);
  expect(way("kf", ["ArrowRight", "ArrowDown", "ArrowRight"])).toBe("bf");
  expect(way("bf", ["ArrowLeft", "ArrowUp", "ArrowUp"])).toBe("ks");
  expect(way("ks", ["End", "ArrowLeft", "ArrowLeft"])).toBe("kf");
});
