/** How much an allocation's input may hold; what is above is refused, with the limit. */
export const LIMITS = {
  years: 12,
  bodies: 300,
  services: 500,
  indexation: 5_000,
  adjustments: 20_000,
  oneOffs: 5_000,
  ages: 130,
  people: 20_000_000,
  priceKr: 1_000_000_000,
  rate: 0.5,
  decimals: 20,
  text: 1_000,
  source: 500,
  name: 200,
  by: 200,
  effect: 2_000,
  volumeDecimals: 2,
  decision: 10_000_000,
  faults: 200,
} as const;

/** How many decimals a number's shortest text has: 0.034 has 3, 1e-7 has 7. */
export function decimals(value: number): number {
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  return Math.max(0, (mantissa.split(".")[1]?.length ?? 0) - Number(exponent));
}

const MAX_SHOWN = 60;

/** A value as a fault shows it: short, and not by looking into lists and objects, however deep they are. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return "[…]";
  if (typeof value === "object" && value !== null) return "{…}";
  const text = typeof value === "string" ? `"${value}"` : value === undefined ? "inget" : String(value);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}
