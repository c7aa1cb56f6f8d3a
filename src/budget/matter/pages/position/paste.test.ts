import { describe, expect, test } from "vitest";
import { idFrom } from "./paste.ts";

describe("what is pasted from a spreadsheet", () => {
  test("E-6: each line has an id of its own", () => {
    expect(idFrom("Grundskola F–6", new Set())).toBe("grundskola-f-6");
    expect(idFrom("Förskola", new Set(["forskola", "forskola-2"]))).toBe("forskola-3");
    expect(idFrom("—", new Set())).toBe("rad");
  });
});
