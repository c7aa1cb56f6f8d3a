import { dayText, numberText } from "../../kernel/format.ts";
import { ownValue } from "../../kernel/own-value.ts";
import base from "../base/messages/sv.json" with { type: "json" };
import { goalDecimals } from "../base/rules/financial-goals.ts";
import position from "../position/messages/sv.json" with { type: "json" };
import sv from "./messages/sv.json" with { type: "json" };

type Facts = Readonly<Record<string, string | number>>;
/** "{{name}}" in a text becomes the value of that name. */
const filled = (text: string, facts: Facts): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(ownValue(facts, name) ?? ""));

/** The budget is a document of a Swedish authority: its own words are Swedish, whoever reads the screen in English. */
export const say = (key: keyof typeof sv.document, facts: Facts = {}): string =>
  filled(sv.document[key], facts);
export const sayInBook = (key: keyof typeof sv.workbook, facts: Facts = {}): string =>
  filled(sv.workbook[key], facts);
export const sayInData = (key: "opening" | "about" | "title", facts: Facts = {}): string =>
  filled(sv["open-data"][key], facts);

/** What each column of the open data holds, by its name, in the file's order. */
export const DATA_COLUMNS = sv["open-data"].column;
export type DataColumn = keyof typeof DATA_COLUMNS;

const named = (names: Readonly<Record<string, string>>, id: string): string => ownValue(names, id) ?? id;
export const serviceName = (id: string): string => named(base.service, id);
/** What an index is of, with the object where a body has several of the kind. */
export const indexName = (kind: string, name?: string): string =>
  name ? `${named(base.indexation, kind)}, ${name}` : named(base.indexation, kind);
export const stepName = (step: keyof typeof base.step): string => base.step[step];
export const stepShort = (step: keyof (typeof base)["step-short"]): string => base["step-short"][step];
export const resultRowName = (id: keyof (typeof position.page)["result-row"]): string =>
  position.page["result-row"][id];

export const lineName = (line: keyof typeof position.position.line): string => position.position.line[line];
export const statementName = (id: keyof typeof position.position.statement): string =>
  position.position.statement[id];

export const directionText = (direction: keyof typeof base.page.direction): string =>
  base.page.direction[direction];
/** A goal's target or outcome with its unit: per cent with one decimal, amounts in whole. */
export const inUnit = (value: number, unit: keyof (typeof base.page)["goal-unit"]): string =>
  `${numberText(value, "sv", unit === "percent" ? goalDecimals(value) : 0)}\u00a0${base.page["goal-unit"][unit]}`;

export const dayInWords = (day: string): string => dayText(day, "sv");
export const tkrText = (tkr: number): string => numberText(tkr, "sv");
