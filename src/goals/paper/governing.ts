import type { PaperOf } from "../../decisions/matter-kinds.ts";
import { dayText } from "../../kernel/format.ts";
import type { PaperChapter } from "../../kernel/paper.ts";
import type { StrategicGoals, Vision } from "../contract.ts";
import { say } from "./texts.ts";

/** V-1: the vision and how long it is in force. */
export const visionPaper = async ({
  content: { name, text, validTo },
}: PaperOf<Vision>): Promise<PaperChapter[]> => [
  {
    title: name,
    blocks: [
      { kind: "prose", text },
      { kind: "note", text: `${say("valid-to")} ${dayText(validTo, "sv")}` },
    ],
  },
];

/** V-2: each strategic goal and the goals of Agenda 2030 that it serves. */
export const strategicGoalsPaper = async ({
  content: { goals },
}: PaperOf<StrategicGoals>): Promise<PaperChapter[]> =>
  goals.map(({ name, text, agenda2030 }) => ({
    title: name,
    blocks: [
      { kind: "prose", text },
      ...(agenda2030.length > 0
        ? [{ kind: "note", text: say("agenda", { goals: agenda2030.join(", ") }) } as const]
        : []),
    ],
  }));
