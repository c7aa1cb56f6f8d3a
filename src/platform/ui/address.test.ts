import { expect, test } from "vitest";
import { addressIn, searchIn, searchText } from "./address.ts";

test("T-1: an address keeps its search and its place on the page", () => {
  expect(addressIn("/mal/socialnamnden/trygg?ar=2027#indikatorer")).toEqual({
    to: "/mal/socialnamnden/trygg",
    search: { ar: "2027" },
    hash: "indikatorer",
  });
  expect(addressIn("/beslut")).toEqual({ to: "/beslut", search: {}, hash: undefined });
});

test("T-1: search parameters are plain text both ways, and empty ones are left out", () => {
  expect(searchText({ ar: 2027, organ: undefined, q: "" })).toBe("?ar=2027");
  expect(searchText({})).toBe("");
  expect(searchIn("?ar=2027&forklara=a%2Fb")).toEqual({ ar: "2027", forklara: "a/b" });
});
