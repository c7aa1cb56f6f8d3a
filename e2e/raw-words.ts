import type { Page } from "playwright-core";
import type { Language } from "../src/kernel/format.ts";
import type { Messages } from "../src/platform/messages.ts";

/** What is never said to people: the name of a text instead of the text, a code's id, or what a program writes of nothing. */
export interface RawWords {
  in(text: string, language: Language): string[];
}

/** Finds them by the texts that there are: how keys begin, and which parts of keys are no words of any language. */
export function rawWords(messages: Iterable<Messages>): RawWords {
  const all = [...messages];
  const starts = new Set(all.flatMap((messages) => Object.keys(messages)));
  const key = new RegExp(String.raw`(?<![\p{L}\w./@-])(?:${[...starts].join("|")})(?:\.[\w*-]+)+`, "gu");
  const said = new Set(all.flatMap(texts).flatMap((text) => text.match(ID) ?? []));
  const ids = new Set(all.flatMap(parts).filter((part) => ID_ALONE.test(part)));
  return {
    in: (text, language) => [
      ...(text.match(key) ?? []),
      ...(text.match(NOTHING) ?? []),
      ...(text.match(MATTER) ?? []),
      ...(text.match(ID) ?? []).filter((id) => ids.has(id) && (language === "sv" || !said.has(id))),
    ],
  };
}

const NOTHING =
  /\{\{.*?\}\}|\[object \w+\]|\bundefined\b|\bNaN\b|\bInfinity\b|\bInvalid Date\b|(?<![\w-])null(?![\w-])/g;
/** "budget:kommunfullmaktige:2027", as a matter is called in an address. */
const MATTER = /\b[a-z]+(?:-[a-z]+)*:[a-z]+(?:-[a-z]+)*:\d{4}\b/g;
/** Lower-case words with hyphens, as ids are written: "population-forecast". */
const ID = /(?<![\p{L}\w./@:-])[a-z]+(?:-[a-z]+)+(?![\p{L}\w/.@-]*[/@])/gu;
const ID_ALONE = /^[a-z]+(?:-[a-z]+)+$/;

const parts = (messages: Messages): string[] =>
  Object.entries(messages).flatMap(([part, of]) => [part, ...(typeof of === "string" ? [] : parts(of))]);
const texts = (messages: Messages): string[] =>
  Object.values(messages).flatMap((of) => (typeof of === "string" ? [of] : texts(of)));

/**
 * All that a page says: its title, each piece of text, what is written in fields, and what is said only to those who hear it. Not what
 * is shown as code, such as the exact content of a version, which is to be compared sign by sign.
 */
export const saidOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const said = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest("script, style, pre, code")) said.push(node.textContent ?? "");
    for (const name of ["aria-label", "aria-description", "aria-valuetext", "title", "placeholder", "alt"])
      for (const element of document.body.querySelectorAll(`[${name}]`))
        said.push(element.getAttribute(name) ?? "");
    for (const field of document.body.querySelectorAll("input:not([type]), input[type=text], textarea"))
      said.push((field as HTMLInputElement).value);
    return [...new Set(said.map((text) => text.trim()).filter(Boolean))];
  });
