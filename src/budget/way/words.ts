import { ownValue } from "../../kernel/own-value.ts";
import type { Context } from "../../platform/http/handle.ts";
import baseEn from "../base/messages/en.json" with { type: "json" };
import baseSv from "../base/messages/sv.json" with { type: "json" };
import type { Occasion } from "../base/rules/true-up-kind.ts";
import en from "./messages/en.json" with { type: "json" };
import sv from "./messages/sv.json" with { type: "json" };

const WORDS = { sv: { ...sv, service: baseSv.service }, en: { ...en, service: baseEn.service } };

/** What an adjustment after a true-up is called in the budget, in the language of who takes it in. */
export function trueUpText(
  language: Context["language"],
  occasion: Occasion,
  year: number,
  service: string,
): string {
  const words = WORDS[language];
  const name = ownValue(words.service as Readonly<Record<string, string>>, service) ?? service;
  return words["true-up"][`adjustment-${occasion}`]
    .replace("{{year}}", String(year))
    .replace("{{service}}", name);
}
