import fc from "fast-check";
import { expect, test } from "vitest";
import { idUnlike, isLastingId, lastingId, plainName } from "./plain-id.ts";

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

test("V-3, K-3: rows taken away and added in any order never get an id that was there before", () => {
  const step = fc.record({ add: fc.boolean(), at: fc.nat(20) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const ever = new Set<string>();
      let rows: string[] = [];
      for (const { add, at } of steps) {
        if (!add) {
          rows = rows.filter((_, i) => i !== at % Math.max(1, rows.length));
          continue;
        }
        const id = lastingId("mal");
        expect(ever.has(id)).toBe(false);
        expect(id).toMatch(/^[a-z0-9-]{1,60}$/);
        expect(isLastingId(id)).toBe(true);
        ever.add(id);
        rows.push(id);
      }
    }),
  );
});

test("V-3: what people have named themselves is no id that never comes again", () => {
  for (const id of [
    "mal-1",
    "lasning",
    "k-fakturor",
    "matt-12",
    "personkontinuitet",
    "fakturor-interkommunal",
  ])
    expect(isLastingId(id)).toBe(false);
});
