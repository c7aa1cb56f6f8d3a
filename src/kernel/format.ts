import type { Day } from "./day.ts";

export type Language = "sv" | "en";
const LOCALES: Record<Language, string> = { sv: "sv-SE", en: "en-GB" };

/** A fifth of an em in Source Sans, which is what a thin space is; its own thin spaces (U+2009, U+202F) are too thin to see. */
export const THIN_SPACE = "\u00a0";
export const MINUS = "\u2212";

/** Made once each: making one takes longer than writing a whole table of numbers with it. */
const formats = new Map<string, Intl.NumberFormat>();
function formatOf(language: Language, decimals: number): Intl.NumberFormat {
  const key = `${language} ${decimals}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(LOCALES[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  formats.set(key, made);
  return made;
}

/** What stands between thousands: 1 234,5 in Swedish, 1,234.5 in English. */
export const GROUP: Record<Language, string> = { sv: THIN_SPACE, en: "," };

/** A number as people read it: thousands apart as the language has them, a real minus sign, decimals as given (0). */
export function numberText(value: number, language: Language, decimals = 0): string {
  return formatOf(language, decimals)
    .formatToParts(value + 0)
    .map(({ type, value: text }) =>
      type === "group" ? GROUP[language] : type === "minusSign" ? MINUS : text,
    )
    .join("");
}

/** A change, always with its sign: "+1 200", "−300", "0". */
export const changeText = (value: number, language: Language, decimals = 0): string =>
  value > 0 ? `+${numberText(value, language, decimals)}` : numberText(value, language, decimals);

/** A number's text with its unit: "1,9 %", and "1.9%" in English, where per cent stands close. */
export const withUnit = (text: string, unit: string, language: Language): string =>
  language === "en" && unit === "%" ? `${text}%` : `${text}\u00a0${unit}`;

/** An amount with its unit: "1 200 tkr", and "SEK 1,200 thousand" in English. `signed`: always with its sign. */
export function tkrText(tkr: number, language: Language, signed = false): string {
  const amount = signed ? changeText(tkr, language) : numberText(tkr, language);
  return language === "sv" ? `${amount} tkr` : `SEK ${amount} thousand`;
}

/** Made once each, as the numbers' are. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();
function dayFormatOf(language: Language, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(parts)}`;
  const known = dayFormats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(LOCALES[language], { ...parts, timeZone: "UTC" });
  dayFormats.set(key, made);
  return made;
}
const LONG_DAY = { day: "numeric", month: "long", year: "numeric" } as const;
const SHORT_DAY = { day: "numeric", month: "short" } as const;

/** "26 april 2027", or "26 apr" without its year. */
export function dayText(day: Day | string, language: Language, form: "long" | "short" = "long"): string {
  const time = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(time.getTime())) return day;
  return dayFormatOf(language, form === "long" ? LONG_DAY : SHORT_DAY).format(time);
}

export const monthText = (month: number, language: Language, form: "long" | "short" = "long"): string =>
  dayFormatOf(language, { month: form })
    .format(new Date(Date.UTC(2027, month - 1, 1)))
    .replace(".", "");

/** A text whose amounts and paragraphs are not broken over two lines: "1 400 tkr", "§ 71". */
export const unbroken = (text: string): string =>
  text
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, THIN_SPACE)
    .replace(/(?<=\d) (?=(?:tkr|kr|mnkr|procent|%)(?![\p{L}]))/gu, THIN_SPACE)
    .replace(/(?<=§) (?=\d)/g, THIN_SPACE);

/** What a number in running text counts: an amount or a count, never a year, an account or an id. */
const UNITS =
  "tkr|kr|kronor|öre|thousand|invånare|personer|människor|barn|elever|rader|tecken|residents|people|children|pupils|rows|characters";
const COUNTED = new RegExp(
  `(?<![\\p{L}\\d.,/§:–-])([-\u2212]?)(\\d{4,})(?=(?:[.,]\\d+)?[ \u00a0](?:${UNITS})(?![\\p{L}\\d]))`,
  "gu",
);
/** In English the unit of kronor stands before its number. */
const AFTER_SEK = /(?<=SEK[ \u00a0])([-\u2212]?)(\d{4,})(?![\p{L}\d])/gu;

/** A text with the numbers that count something as people read them: "1440 tkr" is "1 440 tkr". Years and accounts stay as they are. */
export function groupedInText(text: string, language: Language): string {
  const grouped = (_: string, sign: string, digits: string) =>
    `${sign ? MINUS : ""}${digits.replace(/\B(?=(\d{3})+$)/g, GROUP[language])}`;
  return text.replace(COUNTED, grouped).replace(AFTER_SEK, grouped);
}
