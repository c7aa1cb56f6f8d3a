import { MODEL_WHEEL } from "./model-wheel.ts";

/**
 * A wheel of an older shape in the present one. Until 2026 a step named the `period` of a report on internal control; now any
 * kind of matter can be written in parts, and a step names the `occasion`. A step did not say either how far its matter looks:
 * then it looks as far as the model's own.
 */
export function liftWheel(content: unknown): unknown {
  const { steps } = content as { readonly steps?: unknown };
  if (!Array.isArray(steps)) return content;
  return { ...(content as object), steps: steps.map(liftStep) };
}

function liftStep(step: unknown): unknown {
  if (typeof step !== "object" || step === null) return step;
  const { period, ...rest } = step as { readonly period?: unknown } & Readonly<Record<string, unknown>>;
  const named = period === undefined ? rest : { ...rest, occasion: period };
  if (named.looksTo !== undefined || typeof named.kind !== "string") return named;
  const model = MODEL_WHEEL.find(({ kind, occasion }) => kind === named.kind && occasion === named.occasion);
  return model?.looksTo === undefined ? named : { ...named, looksTo: model.looksTo };
}
