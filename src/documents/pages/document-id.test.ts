import fc from "fast-check";
import { expect, test } from "vitest";
import { idFromTitle } from "./document-id.ts";

test("D-1: a document's id is its title in small letters, and no other's", () => {
  expect(idFromTitle("Policy för inköp & avtal", [])).toBe("policy-for-inkop-avtal");
  expect(idFromTitle("Policy", ["policy", "policy-2"])).toBe("policy-3");
  expect(idFromTitle("!!!", [])).toBe("dokument");
  expect(idFromTitle("Ny", [])).toBe("ny-2");
});

test("D-1: any title gives an id that the register takes", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), fc.array(fc.string()), (title, taken) => {
      const id = idFromTitle(title, taken);
      expect(id).toMatch(/^[a-z0-9-]{1,60}$/);
      expect(taken).not.toContain(id);
    }),
  );
});
