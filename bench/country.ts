import { allocate } from "../src/budget/allocation/rules/allocate.ts";
import type { AllocationInput } from "../src/budget/base/rules/allocation-input.ts";
import { bare, type Change, type Model, tillit } from "./changes.ts";
import { median, processorMs, round } from "./measure.ts";
import { workbook } from "./spreadsheet.ts";

const SIZES = [10, 29, 100, 290];
const LINEAR = 1.2;
const ROUNDS = 5;
/** Every so many of them is measured alone: the mean of those is the mean of all. */
const EACH = 10;
/** So long is one measurement at least: the processor's time is counted in thousandths of a ms, but not for nothing. */
const LEAST_MS = 25;
const ALONE_MS = 1;

/**
 * (a) and (c) All municipalities: how much one of them takes among many, against what it takes alone. In the processor's own
 * time, in rounds of all sizes after each other, since a run of all takes long enough to be interrupted by what else goes on.
 */
export function measureCountry(source: string, inputs: readonly AllocationInput[]): void {
  const live = inputs.map((input) => tillit(input));
  const sums = inputs.map((input) => bare(input));
  let turn = 0;
  const changed = (models: readonly Model[], change: Change) => (i: number) =>
    models[i]?.make[change](++turn);
  const kinds: [string, (i: number) => void][] = [
    ["Tillit: från början, med ursprung", (i) => void allocate(inputs[i] as AllocationInput)],
    ["Tillit: ett pris i varje kommun", changed(live, "one-price")],
    ["Tillit: alla priser i varje kommun", changed(live, "all-prices")],
    ["Tillit: alla indata i varje kommun", changed(live, "all")],
    ["flyttal: alla indata i varje kommun", changed(sums, "all")],
  ];
  console.log(`Alla kommuner (${source}), processortid`);
  console.table(kinds.map(([name, one]) => ({ hur: name, ...linear(one, inputs.length) })));
  againstSpreadsheet(inputs);
}

function linear(one: (i: number) => void, count: number): Record<string, unknown> {
  const among = (size: number) =>
    eachMs(LEAST_MS, () => {
      for (let i = 0; i < size; i++) one(i);
    }) / size;
  const alone = () => {
    let sum = 0;
    for (let i = 0; i < count; i += EACH) {
      eachMs(ALONE_MS / 2, () => one(i)); // until everything of it is at hand
      sum += eachMs(ALONE_MS, () => one(i));
    }
    return sum / Math.ceil(count / EACH);
  };
  const rounds = Array.from({ length: ROUNDS }, () => [alone(), ...SIZES.map(among)]);
  const [single, ...sizes] = [1, ...SIZES].map((_, i) => median(rounds.map((row) => row[i] as number)));
  const ratio = median(rounds.map((row) => (row.at(-1) as number) / (row[0] as number)));
  return {
    "1 (medel), µs": round((single as number) * 1000),
    ...Object.fromEntries(SIZES.map((size, i) => [`${size}, µs/kommun`, round((sizes[i] as number) * 1000)])),
    "290 mot 1": round(ratio),
    [`mål ≤ ${LINEAR}`]: ratio <= LINEAR ? "nått" : "ej nått",
  };
}

/** The processor's time for one piece of work, done again until it has taken so long. */
function eachMs(leastMs: number, work: () => void): number {
  let times = 1;
  for (;;) {
    const took = processorMs(() => {
      for (let i = 0; i < times; i++) work();
    });
    if (took >= leastMs) return took / times;
    times = Math.ceil(times * Math.max(2, Math.min(100, (leastMs / Math.max(took, 0.001)) * 1.1)));
  }
}

function againstSpreadsheet(inputs: readonly AllocationInput[]): void {
  const all = inputs.length;
  const sheets = processorMs(() => inputs.forEach((input) => void workbook(input).close()));
  const own = median(
    Array.from({ length: 3 }, () => processorMs(() => inputs.forEach((input) => void allocate(input)))),
  );
  console.log(
    `Alla ${all} från början: Tillit ${round(own)} ms, HyperFormula ${round(sheets)} ms: ${round(sheets / own)} gånger\n`,
  );
}
