import { MODEL_WHEEL } from "./model-wheel.ts";

/**
 * A wheel of an older shape in the present one. Until 2026 a step named the `period` of a report on internal control; now any
 * kind of matter can be written in parts, and a step names the `occasion`. A step did not say either how far its matter looks:
 * then it looks as far as the model's own. Before a wheel had the organs' meetings some days stood outside it: they are the model's, and
 * go on as they were.
 */
export function liftWheel(content: unknown): unknown {
  const { steps, meetings } = content as { readonly steps?: unknown; readonly meetings?: unknown };
  if (!Array.isArray(steps)) return content;
  const lifted = steps.map(liftStep);
  if (meetings !== undefined) return { ...(content as object), steps: lifted };
  return { ...(content as object), steps: [...lifted, ...outside(lifted)], meetings: [] };
}

/** The model's steps whose days stood in the program when such a wheel was decided. */
const outside = (steps: readonly unknown[]) => {
  const has = (id: string) => steps.some((step) => (step as { readonly id?: unknown }).id === id);
  return MODEL_WHEEL.filter(({ id }) => OUTSIDE_THE_WHEEL.includes(id) && !has(id));
};
const OUTSIDE_THE_WHEEL = ["V-1-provning", "V-8-enhet", "U-8-var", "U-8-host"];

function liftStep(step: unknown): unknown {
  if (typeof step !== "object" || step === null) return step;
  const { period, ...rest } = step as { readonly period?: unknown } & Readonly<Record<string, unknown>>;
  const named = period === undefined ? rest : { ...rest, occasion: period };
  if (named.looksTo !== undefined || typeof named.kind !== "string") return named;
  const model = MODEL_WHEEL.find(({ kind, occasion }) => kind === named.kind && occasion === named.occasion);
  return model?.looksTo === undefined ? named : { ...named, looksTo: model.looksTo };
}
