import type { AllocationInput } from "../../base/rules/allocation-input.ts";

/** A fraction of whole numbers without bounds: no decimals library, no rounding anywhere. */
interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

const whole = (value: number): Fraction => ({ over: BigInt(value), under: 1n });
const times = (a: Fraction, b: Fraction): Fraction => ({ over: a.over * b.over, under: a.under * b.under });
const plus = (a: Fraction, b: Fraction): Fraction => ({
  over: a.over * b.under + b.over * a.under,
  under: a.under * b.under,
});

/** A number as people wrote it: 0.034 is 34/1000. */
function fraction(value: number): Fraction {
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  const [integer = "0", decimals = ""] = mantissa.split(".");
  const shift = BigInt(decimals.length - Number(exponent));
  const digits = BigInt(integer + decimals);
  return shift >= 0n ? { over: digits, under: 10n ** shift } : { over: digits * 10n ** -shift, under: 1n };
}

const floor = ({ over, under }: Fraction): bigint => (over - (((over % under) + under) % under)) / under;

function halfAwayFromZero({ over, under }: Fraction): bigint {
  const size = over < 0n ? -over : over;
  const rounded = (2n * size + under) / (2n * under);
  return over < 0n ? -rounded : rounded;
}

/** Gives what is missing, one each, to the largest remainder that has not had any; the first among equals. */
function together(parts: readonly Fraction[]): number[] {
  const result = parts.map(floor);
  let missing = halfAwayFromZero(parts.reduce(plus, whole(0))) - result.reduce((s, p) => s + p, 0n);
  const left = parts.map((part, i) => plus(part, { over: -(result[i] as bigint), under: 1n }));
  const had = new Set<number>();
  for (; missing > 0n; missing--) {
    const larger = (a: Fraction, b: Fraction) => a.over * b.under > b.over * a.under;
    let best: number | undefined;
    for (const [i, remainder] of left.entries())
      if (!had.has(i) && (best === undefined || larger(remainder, left[best] as Fraction))) best = i;
    had.add(best as number);
    result[best as number] = (result[best as number] as bigint) + 1n;
  }
  return result.map(Number);
}

interface PlainLine {
  readonly body: string;
  readonly step: string;
  readonly amountTkr: number;
}

/**
 * The allocation written a second time, from the words and not from the engine's code, with fractions: what the
 * engine must agree with to the krona.
 */
export function exactAllocation(input: AllocationInput) {
  const frames = new Map(input.bodies.map((body) => [body, input.base[body] as number]));
  const grown = input.indexation.map((line) => line.baseTkr);
  const years = [];
  for (const [nth, year] of input.years.entries()) {
    const lines: PlainLine[] = [];
    const out =
      nth === 0 ? input.oneOffs : input.adjustments.filter((item) => item.oneOff && item.year === year - 1);
    for (const { body, amountTkr } of out) lines.push({ body, step: "one-off", amountTkr: 0 - amountTkr });

    const demography = input.services.map((service) => {
      const counted = (of: number): Fraction => {
        if (service.measured) return fraction(service.measured[of] as number);
        const [from, to] = service.ages as readonly [number, number];
        let sum = 0;
        for (const [age, people] of Object.entries(input.population[of] ?? {}))
          if (Number(age) >= from && Number(age) <= to) sum += people;
        return whole(sum);
      };
      const more = plus(counted(year), times(counted(year - 1), whole(-1)));
      const kronor = times(
        times(more, fraction(service.measured ? 1 : (service.coverage ?? 1))),
        fraction(service.priceKr[year] as number),
      );
      return times(kronor, { over: 1n, under: 1000n });
    });
    for (const [i, amountTkr] of together(demography).entries()) {
      const service = input.services[i] as (typeof input.services)[number];
      lines.push({ body: service.body, step: `demography:${service.id}`, amountTkr });
    }

    for (const item of input.adjustments)
      if (item.year === year && item.trueUp)
        lines.push({ body: item.body, step: "demography:true-up", amountTkr: 0 + item.amountTkr });

    const growth = input.indexation.map((line, i) =>
      times(
        times(whole(grown[i] as number), fraction(line.rate[year] as number)),
        fraction(line.share?.[year] ?? 1),
      ),
    );
    for (const [i, amountTkr] of together(growth).entries()) {
      const line = input.indexation[i] as (typeof input.indexation)[number];
      lines.push({ body: line.body, step: `indexation:${line.kind}`, amountTkr });
      grown[i] = (grown[i] as number) + amountTkr;
    }

    for (const item of input.adjustments)
      if (item.year === year && !item.trueUp)
        lines.push({ body: item.body, step: "other", amountTkr: 0 + item.amountTkr });

    for (const { body, amountTkr } of lines) frames.set(body, (frames.get(body) as number) + amountTkr);
    years.push({
      year,
      frames: Object.fromEntries([...frames].map(([body, amount]) => [body, amount + 0])),
      totalTkr: [...frames.values()].reduce((sum, amount) => sum + amount, 0),
      lines,
    });
  }
  return { years };
}
