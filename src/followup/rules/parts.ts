import { type Remark, remark } from "../../kernel/remark.ts";
import { isBlank } from "../../kernel/written.ts";

interface Part {
  readonly lead: string;
  readonly goal: string;
  readonly wording: string;
}

interface Told {
  readonly lead: string;
  readonly goal: string;
  readonly text: string;
}

/** What has been told of a part. */
export const toldOf = <T extends Told>(
  told: readonly T[],
  { lead, goal }: Pick<Part, "lead" | "goal">,
): T | undefined => told.find((one) => one.lead === lead && one.goal === goal);

/** What is told of the parts when one of them is told of. */
export const withTold = (told: readonly Told[], { lead, goal }: Part, text: string): Told[] =>
  toldOf(told, { lead, goal })
    ? told.map((one) => (one.lead === lead && one.goal === goal ? { ...one, text } : one))
    : [...told, { lead, goal, text }];

/** A body answers for its part in a goal that another leads (model §1.1, P-3): what came of it stands in each of its reports. */
export const partsToldRemarks = (told: readonly Told[], parts: readonly Part[]): Remark[] =>
  parts.flatMap((part) => {
    const i = told.findIndex(({ lead, goal }) => lead === part.lead && goal === part.goal);
    return isBlank(told[i]?.text)
      ? [
          remark(
            "stops",
            "part-not-told",
            "§1.1",
            { goal: part.wording },
            i === -1 ? "parts" : `parts.${i}.text`,
          ),
        ]
      : [];
  });
