import type { Context } from "../../platform/http/handle.ts";
import en from "./messages/en.json" with { type: "json" };
import sv from "./messages/sv.json" with { type: "json" };

const WORDS = { sv, en };

/** "Samordnar intern kontroll: Socialnämnden"; kept in Swedish whoever reads it. */
export const coordinatorWords = (body: string): string =>
  WORDS.sv.waiting.coordinator.replace("{{body}}", body);

type Line = Exclude<keyof typeof sv.waiting, "coordinator">;

/** A line of somebody's own list, in the reader's language. */
export const lineWords = (
  { language }: Pick<Context, "language">,
  line: Line,
  params: Readonly<Record<string, string | number>>,
): string =>
  Object.entries(params).reduce(
    (text, [key, value]) => text.replace(`{{${key}}}`, String(value)),
    WORDS[language].waiting[line],
  );

/** How a body's internal control stood, in one line; kept in Swedish whoever reads it. */
export function stoodWords({
  plan,
  controls,
  measures,
}: {
  readonly plan: boolean;
  readonly controls: { readonly planned: number; readonly done: number; readonly deviations: number };
  readonly measures: { readonly open: number; readonly due: number };
}): string {
  const words = WORDS.sv.stood;
  if (!plan) return words["no-plan"];
  const facts = {
    done: controls.done,
    planned: controls.planned,
    deviations: controls.deviations,
    open: measures.open,
    due: measures.due,
  };
  return Object.entries(facts).reduce(
    (text, [key, value]) => text.replace(`{{${key}}}`, String(value)),
    words.plan,
  );
}
