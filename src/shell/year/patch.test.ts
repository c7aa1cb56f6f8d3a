import { expect, test } from "vitest";
import { patched } from "./patch.ts";

test("a step changes what is stored, and leaves the rest as it is", () => {
  const stored = { note: "", lines: [{ id: "a", amountTkr: 1 }] };
  const changed = patched(stored, [
    { op: "add", path: "/lines/-", value: { id: "b", amountTkr: 2 } },
    { op: "replace", path: "/lines/0/amountTkr", value: 5 },
    { op: "add", path: "/why", value: "mer" },
  ]);
  expect(changed).toEqual({
    note: "",
    why: "mer",
    lines: [
      { id: "a", amountTkr: 5 },
      { id: "b", amountTkr: 2 },
    ],
  });
  expect(stored.lines).toHaveLength(1);
});

test("a step that changes what is not there is a fault", () => {
  expect(() => patched({}, [{ op: "replace", path: "/lines/0", value: 1 }])).toThrow("/lines/0");
  expect(() => patched({ lines: [] }, [{ op: "replace", path: "/lines/0", value: 1 }])).toThrow("/lines/0");
});
