import type { AllocationInput } from "../src/budget/base/rules/allocation-input.ts";
import { type LiveAllocation, liveAllocation } from "../src/budget/live/rules/allocation.ts";
import { type BareInput, bareFrames, bareInput } from "./bare.ts";
import { type Workbook, workbook } from "./spreadsheet.ts";

/** The sorts of change that are recomputed; each is made in the same numbers in every model, other ones each time. */
export const CHANGES = ["one-price", "all-prices", "one-index", "people", "all"] as const;
export type Change = (typeof CHANGES)[number];

/** What the turn-th change makes of a number: so much more that whole thousands change, and no sum stays as it was. */
const movedPrice = (value: number, turn: number) => value + 1000 * ((turn % 97) + 1);
const movedPeople = (value: number, turn: number, y: number, age: number) =>
  value + ((turn * (y + 1) + age) % 97);
const movedRate = (value: number, turn: number) => Math.round(value * 1000 + (turn % 17) - 8) / 1000;
const movedShare = (value: number, turn: number) => Math.round(value * 50 + (turn % 50)) / 100;

type Do = (turn: number) => void;

/** How each model makes a change and computes it. */
export interface Model {
  readonly make: Readonly<Record<Change, Do>>;
  readonly frames: () => number[][];
}

/** The numbers of an input in rows, so that the models spend no time on finding them. */
function numbersOf(input: AllocationInput) {
  const { years, services, indexation, population } = input;
  const first = years[0] as number;
  const ages = 1 + Math.max(...Object.keys(population[first] ?? {}).map(Number));
  const byYear = <T>(rows: readonly T[], value: (row: T, year: number) => number) =>
    years.map((year) => rows.map((row) => value(row, year)));
  return {
    years,
    first,
    ages,
    prices: byYear(services, (service, year) => service.priceKr[year] as number),
    coverages: services.map(({ coverage = 1 }) => coverage),
    rates: byYear(indexation, (line, year) => line.rate[year] as number),
    shares: byYear(indexation, (line, year) => line.share?.[year] ?? 1),
    wages: indexation.flatMap(({ kind }, i) => (kind === "wages" ? [i] : [])),
    people: [first - 1, ...years].map((year) =>
      Array.from({ length: ages }, (_, age) => population[year]?.[age] ?? 0),
    ),
  };
}
type Numbers = ReturnType<typeof numbersOf>;

export function tillit(input: AllocationInput, live: LiveAllocation = liveAllocation(input)): Model {
  const numbers = numbersOf(input);
  const { years, first } = numbers;
  const prices: Do = (turn) => {
    for (let y = 0; y < years.length; y++) {
      const row = numbers.prices[y] as number[];
      for (let i = 0; i < row.length; i++) live.setPrice(i, first + y, movedPrice(row[i] as number, turn));
    }
  };
  const people: Do = (turn) => {
    for (let y = 0; y < numbers.people.length; y++) {
      const row = numbers.people[y] as number[];
      for (let age = 0; age < row.length; age++)
        live.setPeople(first - 1 + y, age, movedPeople(row[age] as number, turn, y, age));
    }
  };
  const then =
    (set: Do): Do =>
    (turn) => {
      set(turn);
      live.recalculate();
    };
  return {
    make: {
      "one-price": then((turn) =>
        live.setPrice(0, first, movedPrice(numbers.prices[0]?.[0] as number, turn)),
      ),
      "all-prices": then(prices),
      "one-index": then((turn) => {
        const row = numbers.rates[0] as number[];
        for (const i of numbers.wages) live.setRate(i, first, movedRate(row[i] as number, turn));
      }),
      people: then(people),
      all: then((turn) => {
        prices(turn);
        people(turn);
        for (let i = 0; i < numbers.coverages.length; i++)
          live.setCoverage(i, movedShare(numbers.coverages[i] as number, turn));
        for (let y = 0; y < years.length; y++) {
          const rates = numbers.rates[y] as number[];
          const shares = numbers.shares[y] as number[];
          for (let i = 0; i < rates.length; i++) {
            live.setRate(i, first + y, movedRate(rates[i] as number, turn));
            live.setShare(i, first + y, movedShare(shares[i] as number, turn));
          }
        }
      }),
    },
    frames: () =>
      input.bodies.map((_, b) => years.map((_year, y) => live.frames[y * input.bodies.length + b] as number)),
  };
}

export function bare(input: AllocationInput): Model {
  const numbers = numbersOf(input);
  const model: BareInput = bareInput(input);
  const n = numbers.years.length;
  const prices: Do = (turn) => {
    for (let y = 0; y < n; y++) {
      const row = numbers.prices[y] as number[];
      for (let i = 0; i < row.length; i++) model.price[i * n + y] = movedPrice(row[i] as number, turn);
    }
  };
  const people: Do = (turn) => {
    for (let y = 0; y < numbers.people.length; y++) {
      const row = numbers.people[y] as number[];
      for (let age = 0; age < row.length; age++)
        model.people[y * numbers.ages + age] = movedPeople(row[age] as number, turn, y, age);
    }
  };
  let frames = bareFrames(model);
  const then =
    (set: Do): Do =>
    (turn) => {
      set(turn);
      frames = bareFrames(model);
    };
  return {
    make: {
      "one-price": then((turn) => {
        model.price[0] = movedPrice(numbers.prices[0]?.[0] as number, turn);
      }),
      "all-prices": then(prices),
      "one-index": then((turn) => {
        const rates = numbers.rates[0] as number[];
        const shares = numbers.shares[0] as number[];
        for (const i of numbers.wages)
          model.growth[i * n] = movedRate(rates[i] as number, turn) * (shares[i] as number);
      }),
      people: then(people),
      all: then((turn) => {
        prices(turn);
        people(turn);
        for (let i = 0; i < numbers.coverages.length; i++)
          model.coverage[i] = movedShare(numbers.coverages[i] as number, turn);
        for (let y = 0; y < n; y++) {
          const rates = numbers.rates[y] as number[];
          const shares = numbers.shares[y] as number[];
          for (let i = 0; i < rates.length; i++)
            model.growth[i * n + y] =
              movedRate(rates[i] as number, turn) * movedShare(shares[i] as number, turn);
        }
      }),
    },
    frames: () =>
      input.bodies.map((_, b) =>
        numbers.years.map((_year, y) => frames[y * input.bodies.length + b] as number),
      ),
  };
}

export function spreadsheet(input: AllocationInput, book: Workbook = workbook(input)): Model {
  const numbers: Numbers = numbersOf(input);
  const n = numbers.years.length;
  const turned = (rows: readonly (readonly number[])[], value: (n: number) => number) =>
    (rows[0] as readonly number[]).map((_, i) => rows.map((row) => value(row[i] as number)));
  const prices: Do = (turn) =>
    book.set(
      "services",
      0,
      2,
      turned(numbers.prices, (v) => movedPrice(v, turn)),
    );
  const people: Do = (turn) =>
    book.set(
      "people",
      0,
      0,
      (numbers.people[0] as number[]).map((_, age) =>
        numbers.people.map((row, y) => movedPeople(row[age] as number, turn, y, age)),
      ),
    );
  return {
    make: {
      "one-price": (turn) =>
        book.set("services", 0, 2, [[movedPrice(numbers.prices[0]?.[0] as number, turn)]]),
      "all-prices": prices,
      "one-index": (turn) =>
        book.batch(() => {
          const row = numbers.rates[0] as number[];
          // The lines of a kind stand after each other
          book.set(
            "indexation",
            numbers.wages[0] as number,
            2,
            numbers.wages.map((i) => [movedRate(row[i] as number, turn)]),
          );
        }),
      people,
      all: (turn) =>
        book.batch(() => {
          prices(turn);
          people(turn);
          book.set(
            "services",
            0,
            1,
            numbers.coverages.map((value) => [movedShare(value, turn)]),
          );
          book.set(
            "indexation",
            0,
            2,
            turned(numbers.rates, (v) => movedRate(v, turn)),
          );
          book.set(
            "indexation",
            0,
            2 + n,
            turned(numbers.shares, (v) => movedShare(v, turn)),
          );
        }),
    },
    frames: book.frames,
  };
}
