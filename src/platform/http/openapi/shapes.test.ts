import { expect, test } from "vitest";
import { z } from "zod";
import { shapesOf } from "./shapes.ts";

const Line = z.object({ text: z.string(), count: z.number().int().default(1) });
const Order = z.object({ lines: z.array(Line), by: z.string().readonly() });
const named = new Map<z.ZodType, string>([
  [Line, "Line"],
  [Order, "Order"],
]);

test("T-5: a shape with a default has two names where it is both sent and read, and so has what holds it", () => {
  const asked = [
    { schema: Order, io: "input", name: "PostBody" },
    { schema: Order, io: "output", name: "PostAnswer" },
  ] as const;
  const shapes = shapesOf(named, asked);
  expect(Object.keys(shapes.components)).toEqual(["Line", "LineInput", "Order", "OrderInput"]);
  expect(shapes.components.Line).toMatchObject({ required: ["text", "count"] });
  expect(shapes.components.LineInput).toMatchObject({ required: ["text"] });
  expect(shapes.components.OrderInput).toMatchObject({
    properties: { lines: { items: { $ref: "#/components/schemas/LineInput" } } },
  });
  expect(asked.map((one) => shapes.of(one))).toEqual([
    { $ref: "#/components/schemas/OrderInput" },
    { $ref: "#/components/schemas/Order" },
  ]);
});

test("T-5: a shape that is only sent, or only read, has its own name; nothing is there that no one asks for", () => {
  const asked = { schema: z.array(Line), io: "input", name: "Lines" } as const;
  const shapes = shapesOf(named, [asked]);
  expect(Object.keys(shapes.components)).toEqual(["Line"]);
  // A small shape without a name stands where it is used
  expect(shapes.of(asked)).toEqual({ type: "array", items: { $ref: "#/components/schemas/Line" } });
});

test("T-5: a large shape without a name of its own is called after what uses it", () => {
  const many = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`part${i}`, z.string()]));
  const asked = { schema: z.object(many), io: "output", name: "GetManyAnswer" } as const;
  expect(shapesOf(named, [asked]).of(asked)).toEqual({ $ref: "#/components/schemas/GetManyAnswer" });
});

test("T-5: more may come in an answer, and what the program never changes may be sent", () => {
  const asked = { schema: Order, io: "output", name: "GetAnswer" } as const;
  const text = JSON.stringify(shapesOf(named, [asked]).components);
  expect(text).not.toContain("additionalProperties");
  expect(text).not.toContain("readOnly");
});
