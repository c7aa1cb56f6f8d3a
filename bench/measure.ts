import { Bench } from "tinybench";

/** One way of doing something, as often as it is asked to. */
export interface Way {
  readonly name: string;
  readonly work: () => void;
}

/** So long does one measured call take at least: the clock itself takes part of a thousandth. */
const CALL_MS = 0.5;
const ROUNDS = 7;

/**
 * How long each way takes, in ms: the median of rounds in which the ways are measured one after the other, so that a machine
 * that is busy for a while is so for all of them.
 */
export async function medians(ways: readonly Way[], roundMs = 120): Promise<number[]> {
  const repeated = ways.map((way) => ({ ...way, times: timesOf(way.work) }));
  const rounds: number[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const bench = new Bench({ time: roundMs, warmupTime: roundMs / 4, iterations: 3, warmupIterations: 1 });
    for (const { name, work, times } of repeated)
      bench.add(name, () => {
        for (let i = 0; i < times; i++) work();
      });
    await bench.run();
    rounds.push(
      bench.tasks.map(({ result }, i) =>
        "latency" in result ? result.latency.p50 / (repeated[i]?.times ?? 1) : Number.NaN,
      ),
    );
  }
  return ways.map((_, i) => median(rounds.map((round) => round[i] as number)));
}

function timesOf(work: () => void): number {
  for (let times = 1; ; times *= 4) {
    const from = performance.now();
    for (let i = 0; i < times; i++) work();
    if (performance.now() - from >= CALL_MS || times >= 65_536) return times;
  }
}

const { threadCpuUsage = process.cpuUsage } = process;

/** How much of the processor's time some work took on this thread, in ms: what others do on the machine is not part of it. */
export function processorMs(work: () => void): number {
  const before = threadCpuUsage.call(process);
  work();
  const after = threadCpuUsage.call(process);
  return (after.user + after.system - before.user - before.system) / 1000;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}

export const round = (value: number): number => Number(value.toPrecision(3));
