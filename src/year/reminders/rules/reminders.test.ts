import { expect, test } from "vitest";
import type { Day } from "../../../kernel/day.ts";
import type { Person } from "../../../organisation/rules/organisation.ts";
import { isWorkday, weekdayOf } from "../../rules/workdays.ts";
import { letterWords } from "../words.ts";
import { awayOn } from "./away.ts";
import { changeOf, doneSince, isWorthTelling, toldOf } from "./changed.ts";
import { comesOn } from "./choice.ts";
import { toldOfLateness } from "./escalation.ts";
import { digestLetter, type LetterLine, MOST_LINES } from "./letter.ts";

test("A-14: nobody is reminded on weekends, nor on Swedish holidays and their eves", () => {
  const shut: Day[] = [
    "2027-01-01",
    "2027-01-06",
    "2027-03-26",
    "2027-03-29",
    "2027-05-06",
    "2027-06-25",
    "2028-06-06",
    "2027-12-24",
    "2027-12-31",
    "2027-03-13",
    "2027-03-14",
    "2028-04-14",
    "2028-04-17",
    "2028-05-25",
    "2028-06-23",
  ];
  expect(shut.filter(isWorkday)).toEqual([]);
  expect((["2027-03-25", "2027-05-07", "2027-06-24", "2028-12-27"] as Day[]).every(isWorkday)).toBe(true);
  expect([weekdayOf("2027-03-08"), weekdayOf("2027-03-14")]).toEqual([1, 7]);
});

test("A-14: a week's letter comes on its day, or on the next working day of that week", () => {
  const monday = { how: "week", weekday: 1 } as const;
  const easter: Day[] = ["2027-03-29", "2027-03-30", "2027-03-31", "2027-04-05"];
  expect(easter.map((day) => comesOn(monday, day))).toEqual([false, true, false, true]);
  expect(comesOn({ how: "day", weekday: 1 }, "2027-03-31")).toBe(true);
  expect(comesOn({ how: "never", weekday: 1 }, "2027-03-31")).toBe(false);
});

const line = (thing: string, due: string, state: "under-way" | "late" = "under-way") => ({
  thing,
  todo: "write",
  due,
  state,
});

test("A-14: a letter tells what is new, has a new day or has become late since the last, and how many are done", () => {
  const told = [
    line("a", "2027-03-20"),
    line("b", "2027-03-08"),
    line("c", "2027-03-30"),
    line("d", "2027-03-30"),
  ].map(toldOf);
  const now = [
    line("a", "2027-03-20"),
    line("b", "2027-03-08", "late"),
    line("c", "2027-04-01"),
    line("e", "2027-04-01"),
  ];
  expect(now.map((one) => changeOf(one, told))).toEqual(["same", "late", "moved", "new"]);
  expect(doneSince(now, told)).toBe(1);
  const same = { told: now.map(toldOf), day: "2027-03-10" as Day };
  expect([isWorthTelling("day", now, same), isWorthTelling("week", now, same)]).toEqual([false, true]);
  expect(isWorthTelling("day", now, { ...same, day: "2027-03-19" })).toBe(true);
  expect(isWorthTelling("week", [], same)).toBe(false);
});

const post = (id: string, body: string, role: Person["posts"][number]["role"], actingFor?: string) => ({
  id,
  body,
  role,
  title: id,
  validFrom: "2020-01-01" as Day,
  validTo: null,
  ...(actingFor ? { actingFor } : {}),
});
const person = (id: string, ...posts: ReturnType<typeof post>[]): Person => ({ id, name: id, posts });

test("A-14, R-2: away is who has somebody acting for each post; lateness is told to the nearest manager at work, never of who is elected", () => {
  const people = [
    person("teacher", post("larare", "skolan", "employee")),
    person("head", post("rektor", "skolan", "unit-manager")),
    person(
      "stand-in",
      post("tf-rektor", "skolan", "unit-manager", "rektor"),
      post("larare-2", "skolan", "employee"),
    ),
    person("chair", post("ordf", "namnden", "chair")),
  ];
  const day = "2027-03-09";
  const away = awayOn(people, day);
  expect([...away]).toEqual([["head", ["stand-in"]]]);
  const body = (id: string, kind: "unit" | "committee", parent: string | null) => ({
    id,
    kind,
    name: id,
    parent,
    validFrom: "2020-01-01" as Day,
    validTo: null,
  });
  const bodies = [body("skolan", "unit", null), body("namnden", "committee", null)];
  const told = (one: Person | undefined) =>
    toldOfLateness(people, bodies, { person: one as Person, day, away });
  expect(told(people[0])).toEqual(["stand-in"]);
  expect(told(people[3])).toEqual([]);
});

test("A-14: a letter is text and HTML of tables with styles on each element, each line with one address, nothing of what is secret", () => {
  const one = (n: number): LetterLine => ({
    todo: "write",
    name: `Mål <${n}> & mer`,
    language: "sv",
    bodyName: "Skolan",
    due: "2027-03-12",
    late: n === 0,
    change: "same",
    href: `https://t.example/mal/${n}`,
  });
  const digest = {
    day: "2027-03-09" as Day,
    municipality: "Åstorp",
    how: "week" as const,
    escalateDays: 14,
    done: 2,
    lines: [...Array.from({ length: MOST_LINES + 3 }, (_, n) => one(n + 1))],
    led: [{ ...one(0), name: null, href: "https://t.example/" }],
    home: "https://t.example/",
    settings: "https://t.example/konto/paminnelser",
    ends: [{ kind: "det jag ska skriva", href: "https://t.example/konto/paminnelser?avsluta=x" }],
    endAll: "https://t.example/e",
  };
  for (const language of ["sv", "en"] as const) {
    const { subject, text, html } = digestLetter(digest, letterWords(language), language);
    expect(subject).toMatch(/^33 /);
    expect(text.match(/https:\/\/t\.example\/mal\//g)).toHaveLength(MOST_LINES);
    expect(html).toContain("Mål &lt;1&gt; &amp; mer");
    expect(html).not.toMatch(/<script|<style|<img|class=|<div|{{/);
    expect(`${text}${html}`).not.toContain("Mål <0>");
    expect(text).not.toContain("{{");
  }
  expect(digestLetter(digest, letterWords("sv"), "sv").text).toContain("Något väntar");
});
