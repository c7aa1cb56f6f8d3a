import { splitTkr } from "../../../kernel/money.ts";
import { roundScaledTogether } from "../../../kernel/scaled.ts";
import { sumOf } from "../../../kernel/sum.ts";
import { AGES, type PopulationYear, TOP_AGE } from "./population.ts";

/**
 * What a population is moved on by (E-3). Rates and weights are by the age that people have on the last day of the year,
 * 0–100; those of fertility by the mother's age on its first day.
 */
export interface Assumptions {
  readonly source: string;
  /** Children that a woman has in a life of these rates; the curve says at which ages. */
  readonly childrenPerWoman: number;
  readonly fertilityCurve: readonly number[];
  /** The share of the born who are boys. */
  readonly boys: number;
  /** The share who die during the year. */
  readonly mortalityWomen: readonly number[];
  readonly mortalityMen: readonly number[];
  /** 1: as in the rates; 0.95: five per cent fewer deaths. */
  readonly mortalityFactor: number;
  /** The share who move out during the year. */
  readonly outRates: readonly number[];
  readonly outFactor: number;
  /** People who move in a year, beside those of the planned housing, and at which ages. */
  readonly inMovers: number;
  readonly inCurve: readonly number[];
  /** New dwellings by year, with those who move into them from elsewhere. */
  readonly housing: readonly { readonly year: number; readonly dwellings: number }[];
  readonly peoplePerDwelling: number;
  readonly housingCurve: readonly number[];
}

/** A year moved on, with what happened in it: people + births − deaths + in − out = the next year's people, exactly. */
export interface ProjectedYear extends PopulationYear {
  readonly women: readonly number[];
  readonly births: number;
  readonly deaths: number;
  readonly movedIn: number;
  readonly movedOut: number;
  /** Of those who moved in: into planned housing. */
  readonly intoNew: number;
}

/** Rates are counted in millionths: whole numbers, so that the server and every browser get the same people. */
const UNIT = 1_000_000;
const WOMEN = 0;
const CELLS = 2 * AGES;

/** The cell of an age and sex. */
const cell = (sex: number, age: number) => sex * AGES + age;

/**
 * Moves a population on year by year (cohort-component, E-3): everyone becomes a year older, some die, some move out, some
 * move in, children are born. Whole people by largest remainder, so that no one is lost or added on the way. Takes a start
 * counted by sex, with `women` ≤ `people` at every age.
 */
export function project(start: PopulationYear, lastYear: number, given: Assumptions): ProjectedYear[] {
  if (!start.women) throw new Error(`the population of ${start.year} is not counted by sex`);
  const women = start.women;
  let cells = Float64Array.from({ length: CELLS }, (_, i) =>
    i < AGES ? (women[i] as number) : (start.people[i - AGES] as number) - (women[i - AGES] as number),
  );
  const years: ProjectedYear[] = [];
  const rates = millionths(given);
  for (let year = start.year + 1; year <= lastYear; year++) {
    const moved = oneYear(cells, year, given, rates);
    cells = moved.cells;
    years.push({ year, ...moved.facts, ...bySex(cells) });
  }
  return years;
}

interface Millionths {
  readonly fertility: readonly number[];
  readonly mortality: readonly (readonly number[])[];
  readonly out: readonly number[];
}

const million = (rate: number) => Math.min(UNIT, Math.max(0, Math.round(rate * UNIT)));

function millionths(given: Assumptions): Millionths {
  const curve = sumOf(given.fertilityCurve);
  return {
    fertility: given.fertilityCurve.map((weight) =>
      curve === 0 ? 0 : million((given.childrenPerWoman * weight) / curve),
    ),
    mortality: [given.mortalityWomen, given.mortalityMen].map((rates) =>
      rates.map((rate) => million(rate * given.mortalityFactor)),
    ),
    out: given.outRates.map((rate) => million(rate * given.outFactor)),
  };
}

function oneYear(before: Float64Array, year: number, given: Assumptions, rates: Millionths) {
  const births = born(before, rates.fertility);
  const boys = Math.round(births * given.boys);
  // The born stand at age 0, the others a year older; the oldest stay together
  const cells = new Float64Array(CELLS);
  for (const sex of [WOMEN, 1]) {
    cells[cell(sex, 0)] = sex === WOMEN ? births - boys : boys;
    for (let age = 0; age <= TOP_AGE; age++) {
      const to = cell(sex, Math.min(age + 1, TOP_AGE));
      cells[to] = (cells[to] as number) + (before[cell(sex, age)] as number);
    }
  }
  const died = takeAway(cells, (i) => rates.mortality[Math.floor(i / AGES)]?.[i % AGES] as number);
  const out = takeAway(cells, (i) => rates.out[i % AGES] as number);
  const intoNew = Math.round(
    sumOf(given.housing.filter((h) => h.year === year).map((h) => h.dwellings)) * given.peoplePerDwelling,
  );
  const moved = add(cells, given.inMovers, given.inCurve);
  const housed = add(cells, intoNew, given.housingCurve);
  const [deaths, movedOut, others, inNew] = [died, out, moved, housed].map(sumOf) as [
    number,
    number,
    number,
    number,
  ];
  return {
    cells,
    facts: { births, deaths, movedIn: others + inNew, movedOut, intoNew: inNew },
    byCell: { died, out, moved, housed },
  };
}

/** How many there are of an age in a projected year: those who have come to it, and what happened to them in the year. */
export interface AgeEvents {
  readonly year: number;
  readonly age: number;
  /** The born of the year, or those who were a year younger the year before; of the oldest also those who were the oldest. */
  readonly came: number;
  readonly deaths: number;
  readonly movedOut: number;
  /** Into other than planned housing. */
  readonly movedIn: number;
  readonly intoNew: number;
  /** came − deaths − moved out + moved in, also into planned housing. */
  readonly people: number;
}

/** What made an age's people of a projected year, to the person (E-3, E-8); undefined for a year that is not projected. */
export function ageEvents(
  start: PopulationYear,
  given: Assumptions,
  of: { readonly year: number; readonly age: number },
): AgeEvents | undefined {
  const { year, age } = of;
  if (!start.women || year <= start.year || age < 0 || age > TOP_AGE) return undefined;
  const before = project(start, year - 1, given).at(-1) ?? start;
  const women = before.women as readonly number[];
  const cells = Float64Array.from({ length: CELLS }, (_, i) =>
    i < AGES ? (women[i] as number) : (before.people[i - AGES] as number) - (women[i - AGES] as number),
  );
  const { byCell, cells: after } = oneYear(cells, year, given, millionths(given));
  const both = (of: ArrayLike<number>) => (of[cell(WOMEN, age)] as number) + (of[cell(1, age)] as number);
  const [deaths, movedOut, movedIn, intoNew] = [byCell.died, byCell.out, byCell.moved, byCell.housed].map(
    both,
  ) as [number, number, number, number];
  const people = both(after);
  return {
    year,
    age,
    came: people + deaths + movedOut - movedIn - intoNew,
    deaths,
    movedOut,
    movedIn,
    intoNew,
    people,
  };
}

function born(before: Float64Array, fertility: readonly number[]): number {
  let children = 0;
  for (let age = 0; age < AGES; age++)
    children += (before[cell(WOMEN, age)] as number) * (fertility[age] as number);
  return Math.round(children / UNIT);
}

/** Takes each cell's share away, in whole people who sum to the whole's own rounded; returns how many of each cell. */
function takeAway(cells: Float64Array, share: (cell: number) => number): number[] {
  const exact = Float64Array.from(cells, (people, i) => people * share(i));
  const whole = new Float64Array(CELLS);
  roundScaledTogether(exact, CELLS, UNIT, whole, new Float64Array(CELLS), new Float64Array(CELLS));
  for (let i = 0; i < CELLS; i++) cells[i] = (cells[i] as number) - (whole[i] as number);
  return [...whole];
}

/** Adds people by the ages' weights, as many women as men; nobody where every weight is 0. Returns how many to each cell. */
function add(cells: Float64Array, people: number, curve: readonly number[]): number[] {
  if (people === 0 || sumOf(curve) === 0) return new Array<number>(CELLS).fill(0);
  const parts = splitTkr(people, [...curve, ...curve]);
  for (let i = 0; i < CELLS; i++) cells[i] = (cells[i] as number) + (parts[i] as number);
  return parts;
}

function bySex(cells: Float64Array): { people: number[]; women: number[] } {
  const women = [...cells.subarray(0, AGES)];
  return { women, people: women.map((n, age) => n + (cells[cell(1, age)] as number)) };
}

/** How long a person lives by the rates, in years: what the rates are checked by. */
export function lifeExpectancy(mortality: readonly number[], factor = 1): number {
  let alive = 1;
  let years = 0;
  for (const [age, rate] of mortality.entries()) {
    const dead = alive * Math.min(1, rate * factor);
    // Those who die live half the year; the oldest live on by their rate
    years += age === TOP_AGE ? alive / Math.max(0.01, Math.min(1, rate * factor)) : alive - dead / 2;
    alive -= dead;
  }
  return years;
}
