import { parseArgs } from "node:util";
import { Dice } from "./attack/dice.ts";
import { fuzz } from "./attack/fuzz.ts";
import { postgresKills, serverKills } from "./attack/kills.ts";
import type { Outcome, Part } from "./attack/part.ts";
import { rights } from "./attack/rights.ts";
import { attackedPostgres } from "./attack/running.ts";
import { slow } from "./attack/slow.ts";
import { tampering } from "./attack/tampering.ts";
import { tenancy } from "./attack/tenancy.ts";
import { workbooks } from "./attack/workbooks.ts";

// What somebody would try who wants Tillit to fall: docs/attack.md tells of each part. All of it on this machine alone, in folders and
// on ports of its own. The same seed tries the same again.
const PARTS: readonly Part[] = [
  fuzz,
  workbooks,
  slow,
  tenancy,
  rights,
  tampering,
  serverKills,
  postgresKills,
];
/** They play the sample's year first, or wait for what takes half a minute to come back. */
const ONLY_LONG: readonly Part[] = [tampering, postgresKills];

const { values } = parseArgs({
  options: {
    short: { type: "boolean", default: false },
    seed: { type: "string" },
    only: { type: "string" },
    mutant: { type: "string" },
  },
});
const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
const asked = values.only?.split(",");
const unknown = asked?.filter((name) => !PARTS.some((part) => part.name === name)) ?? [];
const oddMutant = values.mutant !== undefined && !/^[\w-]+:\d+$/.test(values.mutant);
if (!Number.isSafeInteger(seed) || unknown.length > 0 || oddMutant) {
  console.error(
    `Användning: npm run attack -- [--short] [--seed=TAL] [--only=${PARTS.map(({ name }) => name).join(",")}] [--mutant=LÄSARE:TAL]`,
  );
  process.exit(2);
}

interface Done extends Outcome {
  readonly name: string;
  readonly seconds: number;
}

async function attack(part: Part): Promise<Done> {
  const began = performance.now();
  const undo: (() => Promise<unknown>)[] = [];
  const after = (one: () => Promise<unknown>) => void undo.unshift(one);
  const outcome = await part
    .run({ seed, short: values.short, dice: new Dice(seed), mutant: values.mutant, after, postgres })
    // What could not be tried has not held
    .catch(
      (cause: unknown): Outcome => ({
        tries: 0,
        fell: [
          {
            what: `kunde inte prövas: ${cause instanceof Error ? (cause.stack ?? cause.message) : cause}`,
            repeat: `npm run attack -- --only=${part.name} --seed=${seed}`,
          },
        ],
      }),
    );
  for (const one of undo) await one().catch((cause) => console.error(cause));
  return { name: part.name, seconds: (performance.now() - began) / 1000, ...outcome };
}

let shared: ReturnType<typeof attackedPostgres> | undefined;
async function postgres(): Promise<string> {
  shared ??= attackedPostgres();
  return (await shared).url;
}

console.log(`Frö ${seed}${values.short ? ", kort" : ""}`);
const all: Done[] = [];
for (const part of PARTS)
  if (asked?.includes(part.name) ?? !(values.short && ONLY_LONG.includes(part))) all.push(await attack(part));
await (await shared)?.stop();

const line = (...cells: (string | number)[]) =>
  console.log(
    cells.map((cell, i) => (i === 0 ? String(cell).padEnd(14) : String(cell).padStart(9))).join(""),
  );
line("del", "försök", "föll", "sekunder");
for (const { name, tries, fell, seconds } of all) line(name, tries, fell.length, seconds.toFixed(1));
for (const { name, fell } of all)
  for (const { what, repeat } of fell) console.log(`\n${name}: ${what}\n  igen: ${repeat}`);
const fallen = all.reduce((sum, { fell }) => sum + fell.length, 0);
console.log(fallen === 0 ? "\nInget föll." : `\n${fallen} föll.`);
process.exitCode = fallen === 0 ? 0 : 1;
