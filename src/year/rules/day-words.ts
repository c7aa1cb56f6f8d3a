import type { Language } from "../../kernel/format.ts";
import { monthText } from "../../kernel/format.ts";
import { LAST } from "./meetings.ts";
import { isFixed, type StepDay } from "./step-day.ts";

const ORDINALS: Readonly<Record<Language, readonly string[]>> = {
  sv: ["", "första", "andra", "tredje", "fjärde", "femte"],
  en: ["", "first", "second", "third", "fourth", "fifth"],
};
const SORTS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  sv: {
    workday: "vardagen",
    monday: "måndagen",
    tuesday: "tisdagen",
    wednesday: "onsdagen",
    thursday: "torsdagen",
    friday: "fredagen",
  },
  en: {
    workday: "workday",
    monday: "Monday",
    tuesday: "Tuesday",
    wednesday: "Wednesday",
    thursday: "Thursday",
    friday: "Friday",
  },
};

const ordinal = (n: number, language: Language): string =>
  ORDINALS[language][n] ?? (language === "sv" ? `${n}:e` : `${n}th`);

function nthWords(nth: number, language: Language): string {
  const last = language === "sv" ? "sista" : "last";
  if (nth === LAST) return last;
  return nth > 0
    ? ordinal(nth, language)
    : `${ordinal(-nth, language)} ${language === "sv" ? "från slutet" : "to last"}`;
}

/** A step's day as one says it: "sista vardagen i mars", "fyra veckor före kommunstyrelsens sista sammanträde i maj". */
export function dayWords(of: StepDay, language: Language, nameOf: (body: string) => string): string {
  const sv = language === "sv";
  const month = monthText(of.month, language);
  if (isFixed(of)) {
    const moved = {
      before: sv ? "vardagen före" : "the workday before",
      after: sv ? "vardagen efter" : "the workday after",
    };
    const where = of.workday ? (sv ? `, annars ${moved[of.workday]}` : `, else ${moved[of.workday]}`) : "";
    return `${of.day} ${month}${where}`;
  }
  if (of.rule === "nth") {
    const words = nthWords(of.nth, language);
    const sort = SORTS[language][of.of] ?? of.of;
    const backwards = of.nth < LAST;
    if (sv && backwards) return `${ordinal(-of.nth, language)} ${sort} från slutet av ${month}`;
    return sv ? `${words} ${sort} i ${month}` : `the ${words} ${sort} of ${month}`;
  }
  const meeting = sv
    ? `${nameOf(of.body)}: ${of.which === "first" ? "första" : "sista"} sammanträdet i ${month}`
    : `${nameOf(of.body)}: ${of.which} meeting in ${month}`;
  if (of.weeksBefore === 0) return meeting;
  const weeks = sv
    ? `${of.weeksBefore} ${of.weeksBefore === 1 ? "vecka" : "veckor"} före`
    : `${of.weeksBefore} ${of.weeksBefore === 1 ? "week" : "weeks"} before`;
  return `${weeks} ${meeting}`;
}
