import { expect, test } from "vitest";
import { changedRows } from "./changed-rows.ts";

test("E-9: a row is changed when any scenario has another value than the base", () => {
  const rows = [
    { body: "a", values: [100, 100, 100] },
    { body: "b", values: [100, 100, 99] },
    { body: "c", values: [null, null] },
    { body: "d", values: [null, 0] },
    { body: "e", values: [undefined, null] },
    { body: "f", values: [5] },
  ];
  expect(changedRows(rows, ({ values }) => values).map(({ body }) => body)).toEqual(["b", "d"]);
});
