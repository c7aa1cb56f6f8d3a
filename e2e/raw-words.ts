import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { Language } from "../src/kernel/format.ts";
import type { Messages } from "../src/platform/messages.ts";
import { readMessages } from "../src/platform/texts.ts";
import { objectNames } from "../src/shell/web/kinds.ts";

/** What is never said to people: the name of a text instead of the text, a code's id, or what a program writes of nothing. */
interface RawWords {
  in(text: string, language: Language): string[];
}

/**
 * Finds them by the texts that there are: how keys begin, and which parts of keys are no words of any language; and by the ids of what
 * is shown. In English, a Swedish text of the system's own too: what a municipality has written stays in Swedish.
 */
function rawWords(
  messages: Readonly<Record<Language, readonly Messages[]>>,
  idsOfData: readonly string[],
): RawWords {
  const all = [...messages.sv, ...messages.en];
  const english = new Set(messages.en.flatMap(texts));
  const swedish = new Set(
    messages.sv.flatMap(texts).filter((text) => SENTENCE.test(text) && !english.has(text)),
  );
  const starts = new Set(all.flatMap((messages) => Object.keys(messages)));
  const key = new RegExp(String.raw`(?<![\p{L}\w./@-])(?:${[...starts].join("|")})(?:\.[\w*-]+)+`, "gu");
  const said = new Set(all.flatMap(texts).flatMap((text) => text.match(ID) ?? []));
  const ids = new Set([...all.flatMap(parts).filter((part) => ID_ALONE.test(part)), ...idsOfData]);
  return {
    in: (text, language) => [
      ...(text.match(key) ?? []),
      ...(text.match(NOTHING) ?? []),
      ...(text.match(MATTER) ?? []),
      ...(text.match(ID) ?? []).filter((id) => ids.has(id) && (language === "sv" || !said.has(id))),
      ...(language === "en" && swedish.has(text) ? [text] : []),
    ],
  };
}

const NOTHING =
  /\{\{.*?\}\}|\[object \w+\]|\bundefined\b|\bNaN\b|\bInfinity\b|\bInvalid Date\b|(?<![\w-])null(?![\w-])/g;
/** "budget:kommunfullmaktige:2027", as a matter is called in an address. */
const MATTER = /\b[a-z]+(?:-[a-z]+)*:[a-z]+(?:-[a-z]+)*:\d{4}\b/g;
/** Lower-case words without our letters, as ids are written: "population-forecast", "socialnamnden". */
const ID = /(?<![\p{L}\w./@:-])[a-z]+(?:-[a-z]+)*(?![\p{L}\w-])(?![\w/.@-]*[/@])/gu;
/** Several words without anything filled in: no name that a municipality could have given by chance. */
const SENTENCE = /^[^{]+ [^{]+ [^{]+$/;
const ID_ALONE = /^[a-z]+(?:-[a-z]+)+$/;

const parts = (messages: Messages): string[] =>
  Object.entries(messages).flatMap(([part, of]) => [part, ...(typeof of === "string" ? [] : parts(of))]);
const texts = (messages: Messages): string[] =>
  Object.values(messages).flatMap((of) => (typeof of === "string" ? [of] : texts(of)));

/**
 * All that a page says: its title, each piece of text, what is written in fields, and what is said only to those who hear it, with the
 * language that it is marked as. Not what is shown as code, such as the exact content of a version, which is to be compared sign by sign,
 * nor what a data file's columns hold, which is told by the values that programs find in them.
 */
const saidOn = (page: Page): Promise<{ page: string; texts: { text: string; language: Language }[] }> =>
  page.evaluate(() => {
    const said = new Map<string, { text: string; language: "sv" | "en" }>();
    const say = (given: string | null, by: Element) => {
      const text = given?.trim();
      const language = by.closest<HTMLElement>("[lang]")?.lang === "en" ? "en" : "sv";
      if (text) said.set(`${language} ${text}`, { text, language });
    };
    say(document.title, document.body);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.parentElement && !node.parentElement.closest("script, style, pre, code, .dataset-columns"))
        say(node.textContent, node.parentElement);
    for (const name of ["aria-label", "aria-description", "aria-valuetext", "title", "placeholder", "alt"])
      for (const element of document.body.querySelectorAll(`[${name}]`))
        say(element.getAttribute(name), element);
    for (const field of document.body.querySelectorAll<HTMLInputElement>(
      "input:not([type]), input[type=text], textarea",
    ))
      say(field.value, field);
    return { page: document.documentElement.lang, texts: [...said.values()] };
  });

const SOURCES = join(import.meta.dirname, "../src");
const { bodies, people } = JSON.parse(
  readFileSync(join(SOURCES, "../sample/organisation.json"), "utf8"),
) as Record<"bodies" | "people", { id: string; name: string }[]>;

/** What of the house's own texts and of the sample's ids is no word. */
export const raw = rawWords(
  { sv: [...readMessages(SOURCES, "sv").values()], en: [...readMessages(SOURCES, "en").values()] },
  // "socialnamnden" is no word; "kommunstyrelsen" and "revisor" are, and so is "follow-up"
  [
    ...objectNames.map(({ object }) => object).filter((object) => object.includes("-")),
    ...people.filter(({ id }) => id.includes("-")),
    ...bodies.filter(({ id, name }) => id !== name.toLocaleLowerCase("sv")),
  ].map((of) => (typeof of === "string" ? of : of.id)),
);

/** What a page says that is no word, once it is seen that it is in the language and says something. */
export async function rawOn(page: Page, language: Language): Promise<string[]> {
  const said = await saidOn(page);
  if (said.page !== language) return [`sidan är på ${said.page}, inte på ${language}`];
  if (said.texts.length <= 5) return ["sidan säger nästan ingenting"];
  return said.texts.flatMap(({ text, language: marked }) =>
    raw.in(text, marked).map((word) => `${word} (${text.slice(0, 120)})`),
  );
}
