import { dayText, monthText } from "../../kernel/format.ts";
import type { ExtraFollowUp } from "./extra.ts";
import type { WrittenWheel } from "./which-wheel.ts";

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} och ${words.at(-1)}`;

/** What a decision on a wheel says (R-5). */
export const wheelInWords = (
  { steps, appliesFrom }: Pick<WrittenWheel, "steps" | "appliesFrom">,
  organ: string,
  year: number,
): string =>
  `${organ} fastställer årshjulet för ${year} och åren därefter med ${steps.length} steg${
    appliesFrom ? `, att gälla från ${dayText(appliesFrom, "sv")}` : ""
  }`;

/** The same of extra follow-ups; undefined where there is none. */
export const extraInWords = (
  occasions: readonly ExtraFollowUp[],
  organ: string,
  year: number,
): string | undefined =>
  occasions.length === 0
    ? undefined
    : `${organ} beslutar att ${year} också följs upp efter ${listed(
        occasions.map(({ month, due }) => `${monthText(month, "sv")}, senast ${dayText(due, "sv")}`),
      )}`;
