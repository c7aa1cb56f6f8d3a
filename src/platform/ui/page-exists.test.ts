import { expect, test } from "vitest";
import { pageExists } from "./page-exists.ts";

test("T-1: only addresses that have a page count, whatever their parameters, search and place", () => {
  const paths = ["/", "/mal", "/mal/$body/$goal", "/beslut/$number"];
  expect(pageExists(paths, "/")).toBe(true);
  expect(pageExists(paths, "/mal?ar=2027#x")).toBe(true);
  expect(pageExists(paths, "/mal/socialnamnden/trygg")).toBe(true);
  expect(pageExists(paths, "/mal/socialnamnden")).toBe(false);
  expect(pageExists(paths, "/kontroll")).toBe(false);
  expect(pageExists(paths, "https://www.riksdagen.se/")).toBe(true);
  expect(pageExists(paths, "/api/openapi.json")).toBe(true);
});
