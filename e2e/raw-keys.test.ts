import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Language } from "../src/kernel/format.ts";
import { readMessages } from "../src/platform/texts.ts";
import { type Astorp, astorp } from "../src/shell/testing/astorp.ts";
import { objectNames } from "../src/shell/web/kinds.ts";
import { BROWSER_FLAGS, findBrowser } from "./browser.ts";
import { watchFetching } from "./quiet.ts";
import { rawWords, saidOn } from "./raw-words.ts";
import { goOn } from "./site.ts";
import { VISITS } from "./visits.ts";

const SOURCES = join(import.meta.dirname, "../src");
const { bodies, people } = JSON.parse(
  readFileSync(join(SOURCES, "../sample/organisation.json"), "utf8"),
) as Record<"bodies" | "people", { id: string; name: string }[]>;
const raw = rawWords(
  { sv: [...readMessages(SOURCES, "sv").values()], en: [...readMessages(SOURCES, "en").values()] },
  // "socialnamnden" is no word; "kommunstyrelsen" and "revisor" are, and so is "follow-up"
  [
    ...objectNames.map(({ object }) => object).filter((object) => object.includes("-")),
    ...people.filter(({ id }) => id.includes("-")),
    ...bodies.filter(({ id, name }) => id !== name.toLocaleLowerCase("sv")),
  ].map((of) => (typeof of === "string" ? of : of.id)),
);

/** Each sees other buttons, lists and reasons: the public, the council's chair, and those who lead, count, teach and audit. */
const POSTS = [
  undefined,
  "kf-ordforande",
  "kommunchef",
  "bildning-controller",
  "rektor-bjornekulla",
  "revisor",
] as const;
/**
 * Each post reads each page in English, and a third of them in Swedish too, each its own: the two have the same keys (a test holds that),
 * so that what is raw to a post in the one is so in the other, but for an id that is a word in English.
 */
const languagesOf = (page: number, post: number): readonly Language[] => {
  if (page % SWEDISH_EACH !== post % SWEDISH_EACH) return ["en"];
  // Every other time the other way: the language turns on the page
  return page % 2 === 0 ? ["sv", "en"] : ["en", "sv"];
};
const SWEDISH_EACH = 3;
const inLanguage = (path: string, language: Language) =>
  `${path}${path.includes("?") ? "&" : "?"}lang=${language}`;
const PATHS = [...new Set(Object.values(VISITS).flatMap((visits) => visits.map(({ path }) => path)))];

let municipality: Astorp;
let browser: Browser;
beforeAll(async () => {
  municipality = await astorp("spring");
  browser = await chromium.launch({ executablePath: await findBrowser(), args: BROWSER_FLAGS });
});
afterAll(async () => {
  await browser?.close();
  await municipality?.stop();
});

describe("T-1: no page says a key, an id or a nothing, in either language", () => {
  test.concurrent.each(POSTS.map((as, post) => ({ as, post })))("to $as", async ({ as, post }) => {
    const context = await browser.newContext({
      baseURL: municipality.server.url,
      viewport: { width: 1280, height: 900 },
      reducedMotion: "reduce",
    });
    if (as) {
      const reply = await context.request.post("/api/sign-in/sample", { data: { person: as } });
      expect(reply.ok(), await reply.text()).toBe(true);
    }
    const page = watchFetching(await context.newPage());
    await page.goto("/");
    await page.locator("main h1").first().waitFor();
    const found: string[] = [];
    for (const [i, path] of PATHS.entries())
      for (const language of languagesOf(i, post)) {
        await goOn(page, inLanguage(path, language));
        expect(await page.evaluate(() => document.documentElement.lang), path).toBe(language);
        const said = await saidOn(page);
        expect(said.length, path).toBeGreaterThan(5);
        for (const { text, language: marked } of said)
          for (const word of raw.in(text, marked))
            found.push(`${language} ${path}: ${word} (${text.slice(0, 120)})`);
      }
    await context.close();
    expect(found).toEqual([]);
  });
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
