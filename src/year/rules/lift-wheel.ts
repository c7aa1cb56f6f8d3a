/**
 * A wheel of an older shape in the present one. Until 2026 a step named the `period` of a report on internal control; now any
 * kind of matter can be written in parts, and a step names the `occasion`.
 */
export function liftWheel(content: unknown): unknown {
  const { steps } = content as { readonly steps?: unknown };
  if (!Array.isArray(steps)) return content;
  return { ...(content as object), steps: steps.map(liftStep) };
}

function liftStep(step: unknown): unknown {
  if (typeof step !== "object" || step === null || !("period" in step)) return step;
  const { period, ...rest } = step;
  return { ...rest, occasion: period };
}
