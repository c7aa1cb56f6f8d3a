import { filled } from "../../../kernel/filled.ts";
import sv from "../messages/sv.json" with { type: "json" };

/** The words of a paper: Swedish, as on the page that shows the same. */
export const say = (
  key: keyof typeof sv.governing,
  facts: Readonly<Record<string, string | number>> = {},
): string => filled(sv.governing[key], facts);

export const judgementWord = (judgement: keyof typeof sv.judgement | null): string =>
  judgement === null ? "–" : sv.judgement[judgement];

export const agendaName = (goal: number): string =>
  `${goal} ${sv.agenda[String(goal) as keyof typeof sv.agenda]}`;

/** The columns of a table whose cells are words. */
export const columns = (...keys: readonly Parameters<typeof say>[0][]) =>
  keys.map((key) => ({ label: say(key), kind: "text" as const }));
