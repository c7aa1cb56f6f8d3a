import { dayText, type Language, numberText } from "../../kernel/format.ts";
import { ownValue } from "../../kernel/own-value.ts";
import { type PaperText, plainText, together } from "../../kernel/paper.ts";
import baseEn from "../base/messages/en.json" with { type: "json" };
import baseSv from "../base/messages/sv.json" with { type: "json" };
import type { FinancialGoalUnit } from "../base/rules/financial-goals.ts";
import { goalValueText } from "../base/rules/goal-value.ts";
import companyEn from "../company/messages/en.json" with { type: "json" };
import companySv from "../company/messages/sv.json" with { type: "json" };
import positionEn from "../position/messages/en.json" with { type: "json" };
import positionSv from "../position/messages/sv.json" with { type: "json" };
import en from "./messages/en.json" with { type: "json" };
import sv from "./messages/sv.json" with { type: "json" };

const MESSAGES = {
  sv: { own: sv, base: baseSv, position: positionSv, company: companySv },
  en: { own: en, base: baseEn, position: positionEn, company: companyEn },
};
type Base = typeof baseSv;
type Position = typeof positionSv;

export type DocumentKey = keyof typeof sv.document;
export type Facts = Readonly<Record<string, string | number>>;
type Told = Readonly<Record<string, PaperText | number>>;

/** What stands in a text's places, "{{name}}", and between them. */
const partsFilled = (text: string, told: Told): PaperText[] =>
  text.split(/\{\{(\w+)\}\}/).map((part, i) => {
    const value = i % 2 === 0 ? part : ownValue(told, part);
    return typeof value === "number" ? String(value) : (value ?? "");
  });
const filled = (text: string, facts: Facts): string => plainText(together(partsFilled(text, facts)));

/** The words of the budget's documents in one language. */
export type Words<Text extends PaperText = PaperText> = ReturnType<typeof wordsOf<Text>>;

/** `written` is what a municipality's own words become, in its language, and `joined` texts where they stand among ours. */
function wordsOf<Text extends PaperText>(
  language: Language,
  written: (text: string) => Text,
  joined: (texts: readonly PaperText[]) => Text,
) {
  const { own, base, position, company } = MESSAGES[language];
  const say = (key: DocumentKey, facts: Facts = {}): string => filled(own.document[key], facts);
  /** A name of ours, or what the municipality has called it. */
  const named = (names: Readonly<Record<string, string>>, id: string): Text => {
    const name = ownValue(names, id);
    return name === undefined ? written(id) : joined([name]);
  };
  const numberOf = (value: number, decimals = 0) => numberText(value, language, decimals);
  return {
    language,
    written,
    joined: (...texts: readonly PaperText[]) => joined(texts),
    say,
    /** As `say`, of what may hold what is written. */
    tell: (key: DocumentKey, told: Told): Text => joined(partsFilled(own.document[key], told)),
    sayInBook: (key: keyof typeof sv.workbook, facts: Facts = {}): string => filled(own.workbook[key], facts),
    serviceName: (id: string, name?: string): Text =>
      name === undefined ? named(base.service, id) : written(name),
    /** What an index is of, with the object where a body has several of the kind. */
    indexName: (kind: string, name?: string): Text =>
      name ? joined([named(base.indexation, kind), ", ", written(name)]) : named(base.indexation, kind),
    stepName: (step: keyof Base["step"]): string => base.step[step],
    stepShort: (step: keyof Base["step-short"]): string => base["step-short"][step],
    resultRowName: (id: keyof Position["page"]["result-row"]): string => position.page["result-row"][id],
    lineName: (line: keyof Position["position"]["line"]): string => position.position.line[line],
    companyLineName: (line: keyof typeof companySv.company.line): string => company.company.line[line],
    statementName: (id: keyof Position["position"]["statement"]): string => position.position.statement[id],
    directionText: (direction: keyof Base["page"]["direction"]): string => base.page.direction[direction],
    /** A goal's target or outcome with its unit. */
    inUnit: (value: number, unit: FinancialGoalUnit): string =>
      goalValueText(value, unit, { language, nameOf: (one) => base.page["goal-unit"][one] }),
    dayInWords: (day: string): string => dayText(day, language),
    tkrText: (tkr: number): string => numberOf(tkr),
  };
}

/** The budget is a document of a Swedish authority: what is taken away is Swedish, whoever reads the screen in English. */
export const swedish = wordsOf(
  "sv",
  (text) => text,
  (texts) => plainText(together(texts)),
);
const english = wordsOf<PaperText>("en", (text) => [{ text: text.trim(), language: "sv" }], together);

/** Of the page, in the reader's language. */
export const wordsIn = (language: Language): Words => (language === "sv" ? swedish : english);

export const sayInData = (key: "opening" | "about" | "title", facts: Facts = {}): string =>
  filled(sv["open-data"][key], facts);

/** What each column of the open data holds, by its name, in the file's order. */
export const DATA_COLUMNS = sv["open-data"].column;
export type DataColumn = keyof typeof DATA_COLUMNS;
