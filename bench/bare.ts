import type { AllocationInput } from "../src/budget/base/rules/allocation-input.ts";

/** The input as plain rows of numbers, so that nothing but the sums is left to compute. */
export interface BareInput {
  readonly years: number;
  readonly bodies: number;
  readonly ages: number;
  /** By year and age, from the year before the first one. */
  readonly people: Float64Array;
  readonly base: Float64Array;
  readonly serviceBody: Int32Array;
  readonly serviceFrom: Int32Array;
  readonly serviceTo: Int32Array;
  readonly coverage: Float64Array;
  /** By service and year. */
  readonly price: Float64Array;
  readonly lineBody: Int32Array;
  readonly lineBase: Float64Array;
  /** By line and year: rate × share. */
  readonly growth: Float64Array;
  /** By year and body: one-offs and adjustments, already summed. */
  readonly other: Float64Array;
}

export function bareInput(input: AllocationInput): BareInput {
  const { years, bodies, services, indexation } = input;
  const n = years.length;
  const first = years[0] as number;
  const index = new Map(bodies.map((body, i) => [body, i]));
  const at = (body: string) => index.get(body) as number;
  const ages =
    1 + Math.max(...Object.values(input.population).flatMap((one) => Object.keys(one).map(Number)));
  const people = new Float64Array((n + 1) * ages);
  for (let y = 0; y <= n; y++)
    for (const [age, count] of Object.entries(input.population[first - 1 + y] ?? {}))
      people[y * ages + Number(age)] = count;
  const other = new Float64Array(n * bodies.length);
  const add = (y: number, body: string, amount: number) => {
    if (y < n) other[y * bodies.length + at(body)] = (other[y * bodies.length + at(body)] as number) + amount;
  };
  for (const { body, amountTkr } of input.oneOffs) add(0, body, -amountTkr);
  for (const { body, year, amountTkr, oneOff } of input.adjustments) {
    add(year - first, body, amountTkr);
    if (oneOff) add(year - first + 1, body, -amountTkr);
  }
  return {
    years: n,
    bodies: bodies.length,
    ages,
    people,
    base: Float64Array.from(bodies, (body) => input.base[body] as number),
    serviceBody: Int32Array.from(services, (service) => at(service.body)),
    serviceFrom: Int32Array.from(services, (service) => service.ages?.[0] ?? 0),
    serviceTo: Int32Array.from(services, (service) => Math.min(service.ages?.[1] ?? -1, ages - 1)),
    coverage: Float64Array.from(services, (service) => service.coverage ?? 1),
    price: Float64Array.from(
      services.flatMap((service) => years.map((year) => service.priceKr[year] as number)),
    ),
    lineBody: Int32Array.from(indexation, (line) => at(line.body)),
    lineBase: Float64Array.from(indexation, (line) => line.baseTkr),
    growth: Float64Array.from(
      indexation.flatMap((line) =>
        years.map((year) => (line.rate[year] as number) * (line.share?.[year] ?? 1)),
      ),
    ),
    other,
  };
}

/** The sums alone in binary floating point, each line rounded by itself: inexact, unexplained, as fast as it gets. */
export function bareFrames(input: BareInput): Float64Array {
  const { years, bodies, ages, people, price, growth } = input;
  const frames = new Float64Array(years * bodies);
  const now = Float64Array.from(input.base);
  const base = Float64Array.from(input.lineBase);
  for (let y = 0; y < years; y++) {
    for (let s = 0; s < input.serviceBody.length; s++) {
      let change = 0;
      const to = input.serviceTo[s] as number;
      for (let age = input.serviceFrom[s] as number; age <= to; age++)
        change += (people[(y + 1) * ages + age] as number) - (people[y * ages + age] as number);
      const amount = Math.round(
        (change * (input.coverage[s] as number) * (price[s * years + y] as number)) / 1000,
      );
      const body = input.serviceBody[s] as number;
      now[body] = (now[body] as number) + amount;
    }
    for (let i = 0; i < base.length; i++) {
      const amount = Math.round((base[i] as number) * (growth[i * years + y] as number));
      base[i] = (base[i] as number) + amount;
      const body = input.lineBody[i] as number;
      now[body] = (now[body] as number) + amount;
    }
    for (let body = 0; body < bodies; body++) {
      now[body] = (now[body] as number) + (input.other[y * bodies + body] as number);
      frames[y * bodies + body] = now[body] as number;
    }
  }
  return frames;
}
