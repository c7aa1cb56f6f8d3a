import { isDay } from "../../../kernel/day.ts";
import { dayText, type Language } from "../../../kernel/format.ts";
import type { ToldField } from "./history.ts";

/** The words that a change is told with: the page's and the files' are the same. */
export interface LogWords {
  readonly language: Language;
  readonly nothing: string;
  /** "{{before}} → {{after}}", filled in. */
  readonly fromTo: (before: string, after: string) => string;
  readonly field: (column: string) => string;
  readonly role: (role: string) => string;
  readonly kind: (kind: string) => string;
  readonly scope: (scope: string) => string;
  readonly state: (state: string) => string;
  readonly action: (action: string) => string;
}

/** A value in words: days as days, roles and reaches as they are called. */
function saidValue({ said }: ToldField, value: string | null, words: LogWords): string {
  if (value === null) return words.nothing;
  if (isDay(value)) return dayText(value, words.language);
  switch (said) {
    case "role":
      return each(value, words.role);
    case "kind":
      return each(value, words.kind);
    case "scope":
      return words.scope(value);
    case "action":
      return words.action(value);
    case "state":
      return words.state(value);
    default:
      return value;
  }
}
const each = (values: string, say: (one: string) => string): string => values.split(", ").map(say).join(", ");

/** What a change made of a field (T-7): what stood before and after where it was changed, else what came or went. */
export const saidField = (field: ToldField, operation: string, words: LogWords): string =>
  operation === "update"
    ? words.fromTo(saidValue(field, field.before, words), saidValue(field, field.after, words))
    : saidValue(field, field.after ?? field.before, words);

/** As much as a cell of a spreadsheet is read with: what is longer is cut, and says so by its last sign. */
const MAX_TOLD = 4_000;

/** All that a change made, in one cell: "Namn: A → B; Gäller från: 1 juli 2028". */
export function saidAll(fields: readonly ToldField[], operation: string, words: LogWords): string {
  const all = fields
    .map((field) => `${words.field(field.column)}: ${saidField(field, operation, words)}`)
    .join("; ");
  return all.length > MAX_TOLD ? `${all.slice(0, MAX_TOLD - 2)} …` : all;
}

/** What the log calls what no person has done: a start, an upgrade, a job in the night. */
export const THE_HOUSE: readonly string[] = ["installation", "uppgradering"];

/** The machine's time by the clock in Sweden. */
export const timeText = (at: string, language: Language): string => timeFormat[language].format(new Date(at));

const format = (locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium", timeZone: "Europe/Stockholm" });
const timeFormat: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  sv: format("sv-SE"),
  en: format("en-GB"),
};
