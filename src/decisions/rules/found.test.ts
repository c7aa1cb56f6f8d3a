import { expect, test } from "vitest";
import { type Findable, rankFound } from "./found.ts";
import { wordsIn } from "./search-words.ts";

const one = (title: string, more: Partial<Findable> = {}): Findable => ({
  sort: "document",
  same: `${title} ${more.year ?? ""}`,
  title,
  text: "",
  body: null,
  year: null,
  runs: "",
  ...more,
});
const titles = (all: readonly Findable[], written: string, own?: string) =>
  rankFound(
    all,
    wordsIn(written).map((word) => [word]),
    { own, year: 2028 },
  ).map(({ title, year }) => (year ? `${title} ${year}` : title));

const SCHOOL = "Grundskola, Förskola, Björnekullaskolan";
const goal = (title: string, body: string, runs = "", text = "") =>
  one(title, { sort: "body-goals", same: `goal ${title}`, body, year: 2028, runs, text });

test("§4: “skola” finds the committee that runs schools, and its goals, before a company’s goal that mentions them", () => {
  const all = [
    goal("Minst 99,8 procent av tiden är vårdens och skolans system tillgängliga", "it-bolaget"),
    goal("Läsförståelsen ökar i årskurs 3", "bildning", SCHOOL),
    one("Bildningsnämnden", { sort: "body", body: "bildning", runs: SCHOOL }),
    goal("Högst 8 procent av eleverna är borta", "bildning", SCHOOL, "Barn och unga är i skolan"),
  ];
  expect(titles(all, "skola")).toEqual([
    "Bildningsnämnden",
    "Högst 8 procent av eleverna är borta 2028",
    "Läsförståelsen ökar i årskurs 3 2028",
    "Minst 99,8 procent av tiden är vårdens och skolans system tillgängliga 2028",
  ]);
});

test("§4: every word must be found, in any order; a beginning counts more than an inside, the title more than the text", () => {
  const all = [
    one("Riktlinje för budget"),
    one("Internbudgeten"),
    one("Budget 2027"),
    one("Inköp", { text: "budget" }),
    one("Årsredovisning"),
  ];
  expect(titles(all, "BUDGET")).toEqual(["Budget 2027", "Riktlinje för budget", "Internbudgeten", "Inköp"]);
  expect(titles(all, "2027 budget")).toEqual(["Budget 2027"]);
  expect(titles(all, "budget simhall")).toEqual([]);
});

test("§4: Swedish puts words together: the end of one counts as its beginning; a short word inside one is chance", () => {
  const all = [one("Ny Grundskola"), one("Om skolans mat"), one("Hotellmedel"), one("El till ishallen")];
  expect(titles(all, "skola")).toEqual(["Ny Grundskola", "Om skolans mat"]);
  expect(titles(all, "el")).toEqual(["El till ishallen"]);
  const body = one("Bildningsnämnden", { sort: "body", runs: "Elevhälsa" });
  expect(titles([body], "el")).toEqual([]);
  expect(titles([body], "elev")).toEqual(["Bildningsnämnden"]);
});

test("§4: a year that is written is the thing’s own, not a day in its text", () => {
  const of = (year: number) =>
    one(`Budget ${year}`, { sort: "decision", year, same: "budget", text: `§ 12, ${year - 1}-11-29` });
  expect(titles([of(2027), of(2028)], "budget 2027")).toEqual(["Budget 2027 2027"]);
  expect(titles([goal("Fler trygga", "social", "", "sjuka")], "trygga 2028")).toEqual(["Fler trygga 2028"]);
});

test("§4: a page is found by its name in either language", () => {
  const all = [
    one("Ekonomisk ställning", { sort: "page", other: "Financial position" }),
    one("Financial rules"),
  ];
  expect(titles(all, "financial pos")).toEqual(["Ekonomisk ställning"]);
  expect(titles(all, "ställ")).toEqual(["Ekonomisk ställning"]);
  expect(titles(all, "financial")[0]).toBe("Ekonomisk ställning");
});

test("§4: among equals one’s own body comes first, then the year at hand, then the years before it, then those to come", () => {
  const of = (body: string) => one(`Plan ${body}`, { body, same: body });
  expect(titles([of("a"), of("b"), of("c")], "plan", "c")).toEqual(["Plan c", "Plan a", "Plan b"]);
  const in_ = (year: number) => one("Rapport", { year, same: String(year) });
  expect(titles([in_(2029), in_(2026), in_(2028), in_(2027)], "rapport")).toEqual([
    "Rapport 2028",
    "Rapport 2027",
    "Rapport 2026",
    "Rapport 2029",
  ]);
});

test("§4: the same thing of several years is there once, in the year at hand, and with the year that was asked for", () => {
  const in_ = (year: number) => one(`Budget ${year}`, { sort: "decision", year, same: "budget" });
  expect(titles([in_(2026), in_(2027), in_(2028), in_(2029)], "budget")).toEqual(["Budget 2028 2028"]);
  expect(titles([in_(2026), in_(2027), in_(2028)], "budget 2026")).toEqual(["Budget 2026 2026"]);
  const service = one("Förskola", { sort: "service", body: "bildning", same: "s" });
  expect(titles([service, { ...service, sort: "line", same: "l" }], "förskola")).toEqual(["Förskola"]);
});
