import { spawn } from "node:child_process";

// Types, lint and format, floors and rooms, unused code, the API's description, keys that anybody may have chosen. All are run,
// side by side, so that one look shows everything; what each says is shown when it has ended, in this order.
const TYPES_KEPT = "node_modules/.cache/tillit/types.tsbuildinfo";
const CHECKS: readonly (readonly [string, readonly string[]])[] = [
  // Types by the compiler that is a program of its own; what reads our sources by the one that has an interface (dev dependency `typescript`)
  ["../typescript-native/bin/tsc", ["--noEmit", "-p", ".", "--incremental", "--tsBuildInfoFile", TYPES_KEPT]],
  ["biome", ["ci", "--error-on-warnings", "."]],
  ["depcruise", ["src", "--config", ".dependency-cruiser.mjs", "--output-type", "err-long"]],
  ["knip", []],
  ["node", ["scripts/api-lint.ts"]],
  ["node", ["scripts/own-keys.ts"]],
];

interface Checked {
  readonly holds: boolean;
  readonly said: string;
  readonly seconds: number;
}

function check(tool: string, args: readonly string[]): Promise<Checked> {
  const began = performance.now();
  const child = spawn(`node_modules/.bin/${tool}`, args, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  return new Promise((done) => {
    const end = (holds: boolean) => done({ holds, said, seconds: (performance.now() - began) / 1000 });
    child.once("error", (cause) => {
      said += `${cause.message}\n`;
      end(false);
    });
    child.once("close", (status) => end(status === 0));
  });
}

const running = CHECKS.map(([tool, args]) => ({ tool, args, checked: check(tool, args) }));
const failed: string[] = [];
for (const { tool, args, checked } of running) {
  const { holds, said, seconds } = await checked;
  console.log(`\n— ${[tool, ...args].join(" ")}: ${seconds.toFixed(1)} s`);
  process.stdout.write(said);
  if (!holds) failed.push(tool);
}
console.log(failed.length === 0 ? "\nAllt stämmer." : `\nStämmer inte: ${failed.join(", ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;
