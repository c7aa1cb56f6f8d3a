import { expect, test } from "vitest";
import { filled } from "./filled.ts";

test("T-1: a text's places are filled in with what is given, and with nothing that an object has by itself", () => {
  expect(filled("Beslutad {{day}}, {{paragraph}}", { day: "2027-11-24", paragraph: "§ 112" })).toBe(
    "Beslutad 2027-11-24, § 112",
  );
  expect(filled("{{none}}|{{toString}}|{{count}}", { count: 3 })).toBe("||3");
});
