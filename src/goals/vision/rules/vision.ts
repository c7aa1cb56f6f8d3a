import { type Remark, remark } from "../../../kernel/remark.ts";
import { isBlank } from "../../../kernel/written.ts";
import type { Judgement } from "../../indicators/rules/indicator.ts";
import { beginsPeriod, mandatePeriod } from "./mandate-period.ts";

/** What a vision without parts is followed up by. */
export const WHOLE = "whole";
const CITE = "§2.1";

interface Part {
  readonly id: string;
  readonly text: string;
}
interface Row {
  readonly part: string;
  readonly text: string;
  readonly judgement: Judgement | null;
  readonly grounds: string;
}
interface VisionTexts {
  readonly name: string;
  readonly text: string;
  readonly validTo: string;
  readonly parts: readonly Part[];
}
interface VisionContent extends VisionTexts {
  readonly followUp: string;
  readonly review: { readonly rows: readonly Row[]; readonly why: string } | null;
}

/** Whether a vision goes on as it was, or says something else. */
export const visionOutcome = (
  now: Omit<VisionTexts, "parts">,
  before: Omit<VisionTexts, "parts">,
): "kept" | "changed" =>
  now.name === before.name && now.text === before.text && now.validTo === before.validTo ? "kept" : "changed";

/** What is followed up of a vision: its parts, or all of it where it has none; what is already judged stays. */
export function reviewRows(
  before: { readonly name: string; readonly parts: readonly Part[] },
  rows: readonly Row[],
) {
  const parts = before.parts.length > 0 ? before.parts : [{ id: WHOLE, text: before.name }];
  return parts.map(({ id, text }) => {
    const { judgement = null, grounds = "" } = rows.find(({ part }) => part === id) ?? {};
    return { part: id, text, judgement, grounds };
  });
}

/** The vision of a new mandate period as it is begun: as the one in force, which is then to be followed up (V-1). */
export const nextVision = <V extends VisionContent>(before: V, newPeriod: boolean) => ({
  ...before,
  review: newPeriod ? { before: null, rows: reviewRows(before, []), why: "" } : null,
});

/** What every vision says: its name and its text. */
export const visionBlanks = ({ name, text }: Pick<VisionTexts, "name" | "text">): string[] => [
  ...(isBlank(name) ? ["name"] : []),
  ...(isBlank(text) ? ["text"] : []),
];

/** What stands in the way of a vision's being decided, and that one of an earlier mandate period is not followed up (V-1). */
export function visionRemarks(
  vision: VisionContent,
  { year, before }: { readonly year: number; readonly before: number | undefined },
): Remark[] {
  const { validTo, parts, followUp, review } = vision;
  const missing = (given: string, code: string, at: string) =>
    isBlank(given) ? [remark("stops", code, CITE, {}, at)] : [];
  const { from, to } = mandatePeriod(year);
  return [
    ...visionBlanks(vision).map((at) => remark("stops", `vision-${at}-missing`, CITE, {}, at)),
    ...(validTo < `${year}-01-01` ? [remark("deviation", "vision-ended", CITE, { year }, "validTo")] : []),
    ...parts.flatMap((part, i) => [
      ...missing(part.text, "vision-part-missing", `parts.${i}.text`),
      ...(parts.findIndex(({ id }) => id === part.id) < i
        ? [remark("stops", "id-twice", CITE, { id: part.id }, `parts.${i}.text`)]
        : []),
    ]),
    ...(isBlank(followUp) ? [remark("info", "vision-follow-up-missing", CITE, {}, "followUp")] : []),
    ...(review === null && beginsPeriod(year, before)
      ? [remark("deviation", "vision-not-followed-up", CITE, { from, to })]
      : []),
    ...(review?.rows ?? []).flatMap((row, i) => [
      ...(row.judgement === null
        ? [
            remark(
              "stops",
              "review-judgement-missing",
              CITE,
              { what: row.text },
              `review.rows.${i}.judgement`,
            ),
          ]
        : []),
      ...(isBlank(row.grounds)
        ? [remark("stops", "review-grounds-missing", CITE, { what: row.text }, `review.rows.${i}.grounds`)]
        : []),
    ]),
    ...(review ? missing(review.why, "review-why-missing", "review.why") : []),
  ];
}
