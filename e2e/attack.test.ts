import { expect, test } from "vitest";
import { Dice } from "../scripts/attack/dice.ts";
import { mutatedBytes, mutatedJson, mutatedText } from "../scripts/attack/mutate.ts";
import { Count } from "../scripts/attack/part.ts";
import { end, start } from "./server-process.ts";

const PATIENCE_MS = 280_000;

test("T-4, T-5: nothing falls in the short form of the attack", async () => {
  const program = start(process.execPath, ["scripts/attack.ts", "--short"]);
  const late = setTimeout(() => void end(program), PATIENCE_MS);
  const status = await program.exited;
  clearTimeout(late);
  expect(program.said()).toContain("Inget föll.");
  expect(status, program.said()).toBe(0);
});

test("T-5: the attack fails where something falls, and says how it is seen again", async () => {
  const program = start(process.execPath, [
    "scripts/attack.ts",
    "--only=fuzz",
    "--seed=4",
    "--mutant=a-reader-that-throws:17",
  ]);
  expect(await program.exited, program.said()).toBe(1);
  expect(program.said()).toContain("TypeError");
  expect(program.said()).toContain("npm run attack -- --only=fuzz --seed=4 --mutant=a-reader-that-throws:17");
});

test("T-5: the same seed makes the same mutants, and they differ from what they are made of", () => {
  const given = { a: [1, 2, { b: "text" }], c: "2027-01-01" };
  const made = (seed: number) => {
    const dice = new Dice(seed);
    return [
      Buffer.from(mutatedBytes(dice, Buffer.from("#FLAGGA 0\n#VER A 1\n"))).toString("hex"),
      mutatedText(dice, "82,5"),
      JSON.stringify(mutatedJson(dice, given)),
    ];
  };
  const all = Array.from({ length: 200 }, (_, seed) => made(seed));
  expect(Array.from({ length: 200 }, (_, seed) => made(seed))).toEqual(all);
  expect(new Set(all.map(String)).size).toBeGreaterThan(190);
  expect(given).toEqual({ a: [1, 2, { b: "text" }], c: "2027-01-01" });
});

test("T-5: what falls many times is told once, with how often and how it is seen again", () => {
  const count = new Count("part", { seed: 7 });
  for (let i = 0; i < 3; i++) count.holds(false, "fel", `--mutant=x:${i}`);
  count.holds(true, "rätt");
  expect(count.outcome()).toEqual({
    tries: 4,
    fell: [{ what: "fel (3 gånger)", repeat: "npm run attack -- --only=part --seed=7 --mutant=x:0" }],
  });
});
