import { spawnSync } from "node:child_process";

// Types, lint and format, floors and rooms, unused code, the API's description. All are run, so that one look shows everything.
const CHECKS: [string, string[]][] = [
  ["tsc", ["--noEmit", "-p", "."]],
  ["biome", ["ci", "--error-on-warnings", "."]],
  ["depcruise", ["src", "--config", ".dependency-cruiser.mjs", "--output-type", "err-long"]],
  ["knip", []],
  ["node", ["scripts/api-lint.ts"]],
];

const failed = CHECKS.filter(([tool, args]) => {
  console.log(`\n— ${tool} ${args.join(" ")}`);
  return spawnSync(`node_modules/.bin/${tool}`, args, { stdio: "inherit" }).status !== 0;
});
console.log(
  failed.length === 0 ? "\nAllt stämmer." : `\nStämmer inte: ${failed.map(([tool]) => tool).join(", ")}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
