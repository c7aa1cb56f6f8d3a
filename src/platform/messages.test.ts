import { expect, test } from "vitest";
import { mergedMessages } from "./messages.ts";

test("T-1: the texts of a chapter's rooms come together as one", () => {
  expect(
    mergedMessages([
      { a: "1", page: { title: "t" } },
      { b: "2", page: { lead: "l" } },
    ]),
  ).toEqual({
    a: "1",
    b: "2",
    page: { title: "t", lead: "l" },
  });
});

test("T-1: two texts of one key are a fault, not one of them", () => {
  expect(() => mergedMessages([{ page: { title: "ett" } }, { page: { title: "två" } }])).toThrow(
    "page.title",
  );
  expect(() => mergedMessages([{ page: "ett" }, { page: { title: "två" } }])).toThrow("page");
});
