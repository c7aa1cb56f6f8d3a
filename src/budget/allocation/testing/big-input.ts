import type { AllocationInput } from "../../base/rules/allocation-input.ts";

/** Numbers that look like chance but are the same each time. */
function sequence(seed: number): (max: number) => number {
  let state = seed >>> 0 || 1;
  return (max) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * max);
  };
}

const YEARS = [2027, 2028, 2029];
const AGES = 101;

/**
 * An input of a municipality's real size: 15 bodies, 12 services, 101 ages, 3 years, 45 lines of indexation. Another seed
 * is another municipality.
 */
export function bigInput(seed: number): AllocationInput {
  const next = sequence(seed);
  const bodies = Array.from({ length: 15 }, (_, i) => `namnd-${i + 1}`);
  const body = (i: number) => bodies[i % bodies.length] as string;
  const byYear = <T>(value: () => T) => Object.fromEntries(YEARS.map((year) => [year, value()]));
  const ages = () => Array.from({ length: AGES }, (_, age) => age);
  const population = Object.fromEntries(
    [2026, ...YEARS].map((year) => [
      year,
      Object.fromEntries(ages().map((age) => [age, 60 + next(900) + next(40)])),
    ]),
  );
  return {
    years: YEARS,
    bodies,
    base: Object.fromEntries(bodies.map((id) => [id, 10_000 + next(900_000)])),
    oneOffs: bodies.slice(0, 5).map((id) => ({ body: id, amountTkr: next(5000) - 2500 })),
    population,
    services: Array.from({ length: 12 }, (_, i) => {
      const from = i * 8;
      return {
        id: `tjanst-${i + 1}`,
        body: body(i),
        ages: [from, Math.min(from + 9, AGES - 1)] as const,
        coverage: next(10_000) / 10_000,
        priceKr: byYear(() => 20_000 + next(500_000)),
      };
    }),
    indexation: Array.from({ length: 45 }, (_, i) => ({
      body: body(i),
      kind: ["wages", "rents", "other"][Math.floor(i / 15)] as string,
      baseTkr: 5000 + next(500_000),
      rate: byYear(() => (next(80) - 10) / 1000),
      share: byYear(() => next(101) / 100),
    })),
    adjustments: Array.from({ length: 30 }, (_, i) => ({
      body: body(i),
      year: YEARS[i % 3] as number,
      amountTkr: next(6000) - 3000,
      oneOff: next(3) === 0,
    })),
  };
}

/** The input with so many units under its bodies, each with people and a price of its own, wages, rents and other costs. */
export function withUnits(input: AllocationInput, units: number): AllocationInput {
  const next = sequence(units);
  const byYear = <T>(value: () => T) => Object.fromEntries(input.years.map((year) => [year, value()]));
  const all = Array.from({ length: units }, (_, i) => ({
    id: `enhet-${String(i + 1).padStart(3, "0")}`,
    body: input.bodies[i % input.bodies.length] as string,
  }));
  return {
    ...input,
    services: all.map(({ id, body }, i) => ({
      id,
      body,
      ages: [(i * 7) % 80, ((i * 7) % 80) + 5 + (i % 15)] as const,
      coverage: next(2000) / 10_000,
      priceKr: byYear(() => 20_000 + next(200_000)),
    })),
    indexation: ["wages", "rents", "other"].flatMap((kind) =>
      all.map(({ id, body }) => ({
        body,
        kind,
        name: id,
        baseTkr: 200 + next(9000),
        rate: byYear(() => (next(50) - 5) / 1000),
        share: byYear(() => 1),
      })),
    ),
  };
}
