import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { followupMenu } from "../followup/pages/menu.ts";
import type { Messages } from "../platform/messages.ts";
import { readMessages } from "../platform/texts.ts";

/**
 * What a word of the field is called in English, as those who work with public finance say it. `never` is what it has been called,
 * or what one is led to by the Swedish.
 */
const TERMS: readonly { readonly sv: string; readonly en: string; readonly never: RegExp }[] = [
  { sv: "Ekonomi", en: "Finance, finances", never: /\beconomy\b/i },
  { sv: "god ekonomisk hushållning", en: "sound financial management", never: /\bsound economic\b/i },
  { sv: "Styrdokument", en: "Governing documents", never: /\bsteering documents?\b/i },
  { sv: "organ", en: "body", never: /\borgans?\b/i },
  { sv: "§ i protokollet", en: "Item (§)", never: /\bparagraphs?\b/i },
  { sv: "Utseende", en: "Theme", never: /^Look:/ },
  { sv: "Skriv vidare", en: "Continue", never: /\bwrite on\b/i },
  { sv: "Lägg fram", en: "Send for decision, submit", never: /\b(laid|lay) (\w+ ){0,2}forward\b/i },
  { sv: "Lägg in", en: "Submit", never: /\bput in (an?|the) (lesson|observation)\b/i },
  { sv: "Kommer", en: "Upcoming", never: /^to come$/i },
  { sv: "Summa", en: "Total", never: /^sum$/i },
  { sv: "Stoppar", en: "Blocking", never: /^(stops|obstacle)$|\bobstacles?\b/i },
  { sv: "Rätta", en: "Correct", never: /\bmend(ed|ing)?\b/i },
  { sv: "verksamhet", en: "service", never: /^operations?$/i },
  { sv: "Omvärldsanalys", en: "External analysis", never: /\benvironment(al)? (analysis|scan)/i },
  { sv: "Hur går det för målen?", en: "How are the goals doing?", never: /\bhow do the \w+ go\b/i },
  { sv: "skattesats", en: "tax rate, %", never: /tax rate\b.*\b(kr|kronor|SEK)\b(?! per hundred\))/i },
  { sv: "tkr", en: "SEK thousand", never: /(?<!\()\btkr\b/i },
  { sv: "utfall mot budget", en: "outturn", never: /\bbudget and outcome\b/i },
  { sv: "soliditet", en: "equity ratio", never: /\bsolidity\b/i },
  { sv: "avskriven", en: "depreciated", never: /\bwritten off\b/i },
  { sv: "finansnetto", en: "net financial items", never: /\bfinancial net\b/i },
  { sv: "balanskrav", en: "balanced-budget requirement", never: /(?<!-budget )\bbalance requirement\b/i },
  { sv: "ska (i en regel)", en: "must", never: /\bshall\b/i },
];

/** Where a Swedish word is meant as it stands: what a file's heading or a field's name in the API is called. */
const AS_WRITTEN = new Set([
  "shell: page.data.step.base.text",
  "internal: internal.paste-help",
  "budget: internal.paste-help",
  "budget: internal.paste-trouble.no-amounts",
]);

const flat = (messages: Messages, path = ""): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${path}${key}`, value] as [string, string]]
      : flat(value, `${path}${key}.`),
  );
const texts = [...readMessages(join(import.meta.dirname, ".."), "en")].flatMap(([chapter, messages]) =>
  flat(messages).map(([key, text]) => ({
    at: `${chapter}: ${key}`,
    // What is filled in has names of its own
    text: text.replace(/\{\{[^}]*\}\}/g, "…"),
  })),
);

describe("T-1: the English is that of the field", () => {
  test.each(TERMS)("$sv is called $en", ({ never }) => {
    expect(
      texts
        .filter(({ at, text }) => never.test(text) && !AS_WRITTEN.has(at))
        .map(({ at, text }) => `${at}: ${text}`),
    ).toEqual([]);
  });

  test("the chapter on follow-up and the report after April are told apart", () => {
    const of = (key: string) => texts.find(({ at }) => at === key)?.text;
    expect(followupMenu.names.en).toBe("Follow-up");
    expect(of("followup: report.title.follow-up")).toBe("April report …");
  });
});
