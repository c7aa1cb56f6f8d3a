/** A scale of about so many round steps that holds both; never without height. */
export function niceScale(
  low: number,
  high: number,
  steps: number,
): { from: number; to: number; ticks: number[] } {
  const rough = Math.max(high - low, 1) / steps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? 10 * power;
  const from = Math.floor(low / step) * step;
  const to = Math.max(Math.ceil(high / step) * step, from + step);
  const count = Math.round((to - from) / step);
  return { from, to, ticks: Array.from({ length: count + 1 }, (_, i) => from + i * step) };
}
