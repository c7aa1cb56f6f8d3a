import { type Day, dayOf, endOfMonth, monthOf } from "../../kernel/day.ts";
import type { Language } from "../../kernel/format.ts";
import { monthText } from "../../kernel/format.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import { isBlank } from "../../kernel/written.ts";
import type { BodyKind } from "../../organisation/rules/organisation.ts";
import type { WheelStep } from "./step.ts";

/** The months after which a year can be followed up once more; after the last one comes the annual report. */
export const EXTRA_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;

/** The kinds of body that can owe a follow-up. */
export const EXTRA_BODIES = ["executive", "committee", "company"] as const satisfies BodyKind[];

/** The kind of matter that an extra follow-up is reported in: the chapter above has it. */
export const EXTRA_REPORT = "extra-follow-up";

/** Which of the year's extra follow-ups a report is of: "after-10". */
export const extraOccasion = (month: number): string => `after-${month}`;

/** A follow-up beyond those of the model, that the executive decides on (U-5). */
export interface ExtraFollowUp {
  /** The month that it looks to the end of. */
  readonly month: number;
  readonly due: Day;
  readonly bodies: readonly BodyKind[];
  readonly why: string;
}

const CITE = "§2.5";
const ID = /^U-5-(\d{1,2})$/;

const WORDS: Readonly<Record<Language, (month: string) => Pick<WheelStep, "name" | "short">>> = {
  sv: (month) => ({ name: `Extra uppföljning efter ${month}`, short: `Extra efter ${month}`.slice(0, 24) }),
  en: (month) => ({ name: `Extra follow-up after ${month}`, short: `Extra after ${month}`.slice(0, 24) }),
};
const BODIES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  sv: { executive: "styrelsen", committee: "nämnderna", company: "bolagsstyrelserna" },
  en: { executive: "the executive", committee: "the committees", company: "the company boards" },
};
const TO: Readonly<Record<Language, string>> = { sv: "till styrelsen", en: "to the executive" };

/** What an extra follow-up's step is called; undefined for a step that is none. */
export function extraWords(
  step: Pick<WheelStep, "id" | "kind" | "bodies">,
  language: Language,
): Pick<WheelStep, "name" | "short" | "who"> | undefined {
  const month = Number(ID.exec(step.id)?.[1]);
  if (step.kind !== EXTRA_REPORT || !(month >= 1)) return undefined;
  const who = step.bodies.map((kind) => BODIES[language][kind] ?? kind).join(", ");
  return {
    ...WORDS[language](monthText(month, language)),
    who: `${who.charAt(0).toUpperCase()}${who.slice(1)} ${TO[language]}`,
  };
}

/** The steps of a year's extra follow-ups: what makes each of them owed, late and seen like the others (U-5, A-13). */
export const extraSteps = (occasions: readonly ExtraFollowUp[], year: number): WheelStep[] =>
  occasions.map(({ month, due, bodies }) => {
    const id = `U-5-${month}`;
    const first = endOfMonth(year, month);
    const from = first < due ? dayOf(year, month + 1, 1) : first;
    return {
      id,
      ...(extraWords({ id, kind: EXTRA_REPORT, bodies }, "sv") as Pick<WheelStep, "name" | "short" | "who">),
      cite: CITE,
      track: "follow-up",
      from: { month: monthOf(from), day: Number(from.slice(8)) },
      due: { month: monthOf(due), day: Number(due.slice(8)) },
      yearOffset: 0,
      kind: EXTRA_REPORT,
      reaches: "decided",
      occasion: extraOccasion(month),
      looksTo: month,
      bodies,
      after: [],
    };
  });

/** What stands in the way of deciding on extra follow-ups (U-5). `ordinary`: the months that the wheel follows up already. */
export function extraRemarks(
  occasions: readonly ExtraFollowUp[],
  { year, ordinary }: { readonly year: number; readonly ordinary: readonly number[] },
): Remark[] {
  if (occasions.length === 0) return [remark("stops", "extra-none", CITE, {}, "occasions")];
  return occasions.flatMap(({ month, due, bodies, why }, i) => {
    const at = `occasions.${i}`;
    const end = endOfMonth(year, month);
    return [
      ...(occasions.findIndex((one) => one.month === month) < i
        ? [remark("stops", "extra-same-month", CITE, { month: monthText(month, "sv") }, `${at}.month`)]
        : []),
      ...(due <= end || due > endOfMonth(year + 1, 1)
        ? [remark("stops", "extra-due", CITE, { from: end, year: year + 1 }, `${at}.due`)]
        : []),
      ...(bodies.length === 0 ? [remark("stops", "extra-nobody", CITE, {}, `${at}.bodies`)] : []),
      ...(isBlank(why) ? [remark("stops", "extra-why", CITE, {}, `${at}.why`)] : []),
      ...(ordinary.includes(month)
        ? [remark("deviation", "extra-ordinary", CITE, { month: monthText(month, "sv") }, `${at}.month`)]
        : []),
    ];
  });
}
