import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Language } from "../src/kernel/format.ts";
import { raw, rawOn } from "./raw-words.ts";
import { goOn, openSite, type Site, settled, sitDown } from "./site.ts";
import { VISITS } from "./visits.ts";

/** Each sees other buttons, lists and reasons: the public, the council's chair, and those who lead, count, teach and audit. */
const POSTS = [
  undefined,
  "kf-ordforande",
  "kommunchef",
  "bildning-controller",
  "rektor-bjornekulla",
  "revisor",
] as const;
/** Those who sit at a browser one after the other: the second and the third read a client that it has already. */
const BROWSERS = [POSTS.slice(0, 3), POSTS.slice(3)];
/**
 * Each post reads each page in English, come to as by a link; in Swedish each state is read by those whom it is meant for, where it is
 * looked at (`pages.test.ts`). The two have the same keys (a test holds that), so that what is raw in the one is so in the other, but
 * for an id that is a word in English. On each page the language turns under one of the posts, every other time the other way.
 */
const languagesOf = (page: number, post: number): readonly Language[] => {
  if (page % POSTS.length !== post) return ["en"];
  return Math.floor(page / POSTS.length) % 2 === 0 ? ["sv", "en"] : ["en", "sv"];
};
const inLanguage = (path: string, language: Language) =>
  `${path}${path.includes("?") ? "&" : "?"}lang=${language}`;
const PATHS = [...new Set(Object.values(VISITS).flatMap((visits) => visits.map(({ path }) => path)))];

/** What a post may not read, or nobody has begun, the server refuses and the page says so. */
const REFUSED = /status of 4\d\d/;

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

describe("T-1: no page says a key, an id or a nothing, in either language", () => {
  test.concurrent.each(BROWSERS)(
    "to $0, $1 and $2, one after the other at a browser",
    { timeout: 900_000 },
    async (...posts) => {
      const found: string[] = [];
      const faults: string[] = [];
      const page = await site.open({ path: "/", as: posts[0], faults });
      for (const as of posts) {
        if (as !== posts[0]) {
          await sitDown(page, as);
          await page.goto("/");
          await settled(page);
        }
        for (const [i, path] of PATHS.entries())
          for (const language of languagesOf(i, POSTS.indexOf(as))) {
            await goOn(page, inLanguage(path, language));
            const wrong = faults.splice(0).filter((fault) => !REFUSED.test(fault));
            for (const one of [...(await rawOn(page, language)), ...wrong])
              found.push(`${as ?? "alla"}, ${language} ${path}: ${one}`);
          }
      }
      await page.close();
      expect(found).toEqual([]);
    },
  );
});

test.each([
  ["page.object.scenario", "sv"],
  ["Skriver page.object.scenario och budgeten", "sv"],
  ["ui.status.draft", "en"],
  ["Beslut om year-wheel 2028", "sv"],
  ["Skriver population-forecast", "en"],
  ["{{count}} beslut", "sv"],
  ["[object Object]", "en"],
  ["undefined 2027", "sv"],
  ["NaN tkr", "en"],
  ["population-forecast:kommunstyrelsen:2028 v1", "sv"],
  ["Står på tur: socialnamnden", "sv"],
  ["Ansvarig: bildning-chef", "en"],
  ["Öppna data och API", "en"],
] as const)("T-1: %s is found", (text, language) => expect(raw.in(text, language)).not.toEqual([]));

test.each([
  ["Skriv till namn@kommun.se eller se scb.se. Budget.", "sv"],
  ["Filen heter budget.csv och ligger på /api/budget/lines.csv", "sv"],
  ["The follow-up is under way.", "en"],
  ["Socialnämnden, kommunstyrelsen och revisor", "sv"],
  ["Öppna data och API", "sv"],
  ["Fler barn läser med flyt och förstår", "en"],
  ["Null risk finns inte; 2027-01-31, § 143", "sv"],
] as const)("T-1: %s is words", (text, language) => expect(raw.in(text, language)).toEqual([]));
