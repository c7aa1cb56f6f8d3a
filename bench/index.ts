import { Bench } from "tinybench";
import { allocate } from "../src/budget/rules/allocate.ts";
import { checkAllocationInput } from "../src/budget/rules/check-allocation-input.ts";
import { liveAllocation } from "../src/budget/rules/live-allocation.ts";
import { bigInput } from "../src/budget/testing/big-input.ts";
import { country } from "../src/budget/testing/country.ts";
import { bareFrames, bareInput } from "./bare.ts";
import { workbook } from "./spreadsheet.ts";

// How long an allocation takes, beside the same model in a spreadsheet engine and beside the bare sums. Only told, never
// tested: a machine that is busy is not a fault.

const one = bigInput(1277);
const oneBare = bareInput(one);
const { source, inputs } = country();
const allBare = inputs.map(bareInput);
const openBook = workbook(one);
let price = 100_000;
const live = liveAllocation(one);
const allLive = inputs.map(liveAllocation);

const LIVE = "Tillit: levande, exakt";
const ENGINE = "Tillit: exakt, med ursprung";
const OUT: Record<string, unknown>[] = [];

/** Measures ways of doing one thing; the first is what the others are compared with. */
async function compare(what: string, timeMs: number, ways: [string, () => void][]): Promise<void> {
  const bench = new Bench({ time: timeMs, warmupTime: timeMs / 5, iterations: 3, warmupIterations: 1 });
  for (const [name, work] of ways) bench.add(name, work);
  await bench.run();
  const medianMs = bench.tasks.map((task) =>
    "latency" in task.result ? task.result.latency.p50 : Number.NaN,
  );
  for (const [i, [name]] of ways.entries())
    OUT.push({
      vad: what,
      hur: name,
      "median, ms": round(medianMs[i] as number),
      "gånger den förstas tid": round((medianMs[i] as number) / (medianMs[0] as number)),
    });
}
const round = (value: number): number => Number(value.toPrecision(3));

await compare("en kommun, från början", 1500, [
  [ENGINE, () => allocate(one)],
  [
    "Tillit: med kontroll av indata",
    () => {
      const checked = checkAllocationInput(one);
      if ("input" in checked) allocate(checked.input);
    },
  ],
  ["HyperFormula: bygg och räkna", () => workbook(one).close()],
  ["bara summorna, flyttal", () => bareFrames(oneBare)],
]);
await compare("en kommun, ett pris ändras", 1500, [
  [
    LIVE,
    () => {
      live.setPrice(0, 2027, ++price);
      live.recalculate();
    },
  ],
  [ENGINE, () => allocate(one)],
  ["HyperFormula: räkna om det som hänger på", () => openBook.setPrice(++price)],
  ["bara summorna, flyttal", () => bareFrames(oneBare)],
]);
await compare(`${inputs.length} kommuner (${source})`, 1500, [
  [LIVE, () => allLive.forEach((one) => void one.recalculate())],
  [ENGINE, () => inputs.forEach((input) => void allocate(input))],
  ["HyperFormula: bygg och räkna", () => inputs.forEach((input) => void workbook(input).close())],
  ["bara summorna, flyttal", () => allBare.forEach((input) => void bareFrames(input))],
]);
openBook.close();

console.log(
  `Ramberäkning: ${one.bodies.length} nämnder, ${one.services.length} verksamheter, 101 åldrar, ${one.indexation.length} uppräkningar, 3 år`,
);
console.table(OUT);
