import fc from "fast-check";
import { expect, test } from "vitest";
import { idUnlike, nextId, plainName } from "./plain-id.ts";

test("a name becomes an id of small letters, digits and hyphens, whatever it is", () => {
  expect(plainName("Grundskola F–6")).toBe("grundskola-f-6");
  expect(plainName("—")).toBe("");
  fc.assert(
    fc.property(fc.string(), (name) => void expect(plainName(name)).toMatch(/^([a-z0-9][a-z0-9-]{0,49})?$/)),
  );
});

test("an id that is taken gets the first number that is free", () => {
  expect(idUnlike(new Set(), "policy")).toBe("policy");
  expect(idUnlike(new Set(["policy", "policy-3"]), "policy")).toBe("policy-2");
});

test("K-3, V-3: one more in a list gets an id that no other has", () => {
  const next = (...ids: string[]) =>
    nextId(
      "risk",
      ids.map((id) => ({ id })),
    );
  expect(next()).toBe("risk-1");
  expect(next("risk-1", "risk-3")).toBe("risk-4");
  expect(next("risk-2")).toBe("risk-3");
  expect(next("risk-4", "x", "y")).toBe("risk-5");
});
