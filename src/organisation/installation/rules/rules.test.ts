import { expect, test } from "vitest";
import { ALL_MUNICIPALITIES, fullName, municipalityTyped } from "./all-municipalities.ts";
import { readFirstAddress } from "./first-address.ts";
import { hostName, nameless, takenBy } from "./host-name.ts";

test("T-3: all 290 municipalities are there, each with a code of its own and a county", () => {
  expect(ALL_MUNICIPALITIES).toHaveLength(290);
  expect(new Set(ALL_MUNICIPALITIES.map(({ code }) => code)).size).toBe(290);
  expect(ALL_MUNICIPALITIES.filter(({ county }) => county === "")).toEqual([]);
});

test.each([
  ["1277", "Åstorps kommun"],
  ["åstorp", "Åstorps kommun"],
  ["Åstorp, 1277, Skåne län", "Åstorps kommun"],
  ["Umeå", "Umeå kommun"],
  ["Borås", "Borås stad"],
  ["Lilla Edet", "Lilla Edets kommun"],
  ["Kalmar", "Kalmar kommun"],
  ["Gotland", "Region Gotland"],
])("T-3: %s is found, and is proposed as %s", (typed, name) => {
  const found = municipalityTyped(typed);
  expect(found && fullName(found)).toBe(name);
});
test("T-3: what is none is not guessed at", () => {
  expect(municipalityTyped("Åst")).toBeUndefined();
});

test("T-3: a host name is brought to one form, and belongs to one municipality", () => {
  expect(hostName(" Tillit.Kommunen.SE. ")).toBe("tillit.kommunen.se");
  for (const none of ["https://a.se", "a.se:80", "", "-a.se", "x".repeat(300)])
    expect(hostName(none)).toBeUndefined();
  const known = [
    { code: "1277", name: "A", hosts: ["a.se", "b.se"] },
    { code: "1278", name: "B", hosts: [] },
  ];
  expect(takenBy(known, "b.se", "1278")?.code).toBe("1277");
  expect(takenBy(known, "b.se", "1277")).toBeUndefined();
  expect(nameless(known).map(({ code }) => code)).toEqual(["1278"]);
  expect(nameless(known.slice(1))).toEqual([]);
});

test("T-2: a one-time address says whose it is, and is read in no other form", () => {
  const secret = "a".repeat(43);
  expect(readFirstAddress(`1277.${secret}`)).toEqual({ of: "1277", secret });
  expect(readFirstAddress(`-.${secret}`)).toEqual({ of: "-", secret });
  for (const none of [secret, `.${secret}`, `1277.${secret}a`, `1277.${secret} `, "1277."])
    expect(readFirstAddress(none)).toBeUndefined();
});
