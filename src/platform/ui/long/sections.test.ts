import { expect, test } from "vitest";
import { anchorOf, calledNow, chaptersOf, inView, partsOf, withFirst } from "./sections.ts";

test("U-10: a heading's anchor can be read, and is the same for the same heading", () => {
  expect(anchorOf("Bygg- och miljönämnden")).toBe("bygg-och-miljonamnden");
  expect(anchorOf("Årsredovisning 2027: Åre & Östra?")).toBe("arsredovisning-2027-are-ostra");
  expect(anchorOf("…")).toBe("del");
  expect(anchorOf("ord ".repeat(40))).toMatch(/^(ord-)+ord?$|^(ord-)*o?r?d?$/);
  expect(anchorOf("ord ".repeat(40)).length).toBeLessThanOrEqual(60);
});

test("U-10: headings alike in two chapters are two places, and two alike in one are counted", () => {
  const parts = partsOf([
    { title: "Valnämnden", level: 1 },
    { title: "Mål", level: 2 },
    { title: "Mål", level: 2 },
    { title: "Socialnämnden", level: 1 },
    { title: "Mål", level: 2 },
    { title: "Socialnämnden", level: 1 },
  ]);
  expect(parts.map(({ anchor }) => anchor)).toEqual([
    "valnamnden",
    "valnamnden.mal",
    "valnamnden.mal-2",
    "socialnamnden",
    "socialnamnden.mal",
    "socialnamnden-2",
  ]);
  expect(chaptersOf(parts).map(({ title, parts: within }) => [title, within.length])).toEqual([
    ["Valnämnden", 2],
    ["Socialnämnden", 1],
    ["Socialnämnden", 0],
  ]);
  expect(chaptersOf(partsOf([{ title: "Före", level: 2 }]))).toHaveLength(1);
});

test("U-10: a place and a note are found in the other language, under what the heading is called there", () => {
  const kept = partsOf([
    { title: "Beslut", level: 1 },
    { title: "Reservationer", level: 2 },
  ]);
  const now = partsOf([
    { title: "Decision", name: "Beslut", level: 1, lang: "en" },
    { title: "Reservations", name: "Reservationer", level: 2, lang: "en" },
  ]);
  expect(now.map(({ anchor }) => anchor)).toEqual(kept.map(({ anchor }) => anchor));
  expect(kept.map((part) => calledNow(part, now).title)).toEqual(["Decision", "Reservations"]);
  expect(calledNow({ anchor: "borta", title: "Borta" }, now).title).toBe("Borta");
});

test("U-10: one reads under the last heading that has come up to the line, and at the end under the last", () => {
  expect(inView([40, 300, 900], false)).toBeUndefined();
  expect(inView([-10, 0, 900], false)).toBe(1);
  expect(inView([-900, -300, 200], false)).toBe(1);
  expect(inView([-900, -300, 200], true)).toBe(2);
  expect(inView([], true)).toBeUndefined();
});

test("U-10: the reader's own chapter is put first, and the others keep their order", () => {
  const chapters = ["Vision", "Resultat", "Socialnämnden", "Beslut"].map((title) => ({ title }));
  expect(withFirst(chapters, "Socialnämnden").map(({ title }) => title)).toEqual([
    "Socialnämnden",
    "Vision",
    "Resultat",
    "Beslut",
  ]);
  expect(withFirst(chapters, "Valnämnden")).toBe(chapters);
  expect(withFirst(chapters, undefined)).toBe(chapters);
});
