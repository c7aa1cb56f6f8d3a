import { expect, test } from "vitest";
import { find, type Target } from "./find.ts";

const targets: Target[] = [
  { kind: "page", title: "Mål och plan", where: "§2.1", href: "/mal" },
  { kind: "page", title: "Ekonomi", where: "§2.2", href: "/ekonomi" },
  { kind: "body", title: "Socialnämnden", where: "Nämnd", href: "/mal?organ=socialnamnden" },
  {
    kind: "goal",
    title: "Fler äldre känner sig trygga",
    where: "Socialnämnden 2027",
    href: "/mal/socialnamnden/trygg",
  },
  { kind: "decision", title: "Budget 2027", where: "Kommunfullmäktige § 112", href: "/beslut/3" },
];
const hrefs = (written: string) => find(targets, written).map((target) => target.href);

test("T-1: every word must be found, wherever it stands, and in any order", () => {
  expect(hrefs("trygg social")).toEqual(["/mal/socialnamnden/trygg"]);
  expect(hrefs("2027 budget")).toEqual(["/beslut/3"]);
  expect(hrefs("budget simhall")).toEqual([]);
});

test("T-1: a title that begins with the word comes before one that holds it, and before where it is", () => {
  expect(hrefs("social")).toEqual(["/mal?organ=socialnamnden", "/mal/socialnamnden/trygg"]);
  expect(hrefs("ÄLDRE")).toEqual(["/mal/socialnamnden/trygg"]);
});

test("T-1: before anything is written the pages are there to choose from", () => {
  expect(hrefs("  ")).toEqual(["/mal", "/ekonomi"]);
});
