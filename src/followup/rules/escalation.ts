import { onOneLine } from "../../decisions/rules/sentence.ts";

/** How long whoever a question has been taken to has to answer, before it is late (model §2.5, U-8). */
export const DAYS_TO_ANSWER_ESCALATION = 14;

const LINE = 200;

/** What is asked, so much of it as tells it from others in a list. */
export function escalationLine(text: string): string {
  const line = onOneLine(text);
  return line.length <= LINE ? line : `${line.slice(0, Math.max(line.lastIndexOf(" ", LINE), 1))} …`;
}
