import { expect, test } from "vitest";
import { MAX_SEARCHED, textsIn } from "./texts-in.ts";

test("§4: what people have written is found, however deep it stands; ids, days, choices and addresses are not", () => {
  const content = {
    goals: [{ id: "lasning", term: "short", wording: "Fler läser", due: "2027-12-31", amount: 4 }],
    summary: "Vi når målen.\nAlla hjälps åt",
    source: { matter: "body-goals:socialnamnden:2027", address: "https://exempel.se/Sidan", none: null },
    unit: "Ekbacken",
    again: "Fler läser",
  };
  expect(textsIn(content)).toBe("Fler läser · Vi når målen.\nAlla hjälps åt · Ekbacken");
  expect(textsIn(null)).toBe("");
});

test("§4: a content as long as it may be is searched so far and no further", () => {
  const long = { texts: Array.from({ length: 5000 }, (_, at) => `Stycke ${at} ${"om skolan ".repeat(10)}`) };
  expect(textsIn(long)).toHaveLength(MAX_SEARCHED);
});
