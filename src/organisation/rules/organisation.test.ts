import { expect, test } from "vitest";
import { glossedName } from "./organisation.ts";

test("T-1: who reads English reads what a body is beside its name, where the municipality has said it", () => {
  const school = { name: "Bildningsnämnden", nameEn: "Education Committee" };
  expect(glossedName(school, "en")).toBe("Bildningsnämnden (Education Committee)");
  expect(glossedName(school, "sv")).toBe("Bildningsnämnden");
  expect(glossedName({ name: "Valnämnden", nameEn: null }, "en")).toBe("Valnämnden");
  expect(glossedName({ name: "Astorp IT", nameEn: "Astorp IT" }, "en")).toBe("Astorp IT");
});
