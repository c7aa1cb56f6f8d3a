import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bigInput } from "../../budget/allocation/testing/big-input.ts";
import { ROOT, tillit } from "../testing/command.ts";

const EXAMPLE = join(ROOT, "src/budget/allocation/testing/worked-example");
const input = readFileSync(`${EXAMPLE}.input.json`, "utf8");

const tillitAllocate = (stdin: string | Uint8Array) => tillit(["allocate"], stdin);

describe("E-8: tillit allocate", { timeout: 60_000 }, () => {
  test("gives the worked example on stdout, nothing on stderr, status 0", async () => {
    const { status, out, err } = await tillitAllocate(input);
    expect([status, err]).toEqual([0, ""]);
    expect(JSON.parse(out)).toEqual(JSON.parse(readFileSync(`${EXAMPLE}.expected.json`, "utf8")));
  });

  test("bad input: nothing on stdout, a line a fault with its place on stderr, status 1", async () => {
    const bad = JSON.parse(input);
    delete bad.population[2028];
    bad.services[0].coverage = 86;
    bad.indexation[0].rate[2027] = 3;
    const { status, out, err } = await tillitAllocate(JSON.stringify(bad));
    expect([status, out]).toEqual([1, ""]);
    expect(err.trim().split("\n")).toEqual([
      "Indata går inte att räkna på. 3 fel:",
      "  population.2028: År 2028 saknas; ange ett värde för varje år.",
      "  services.0.coverage: Täckningsgraden 86 ska vara mellan 0 och 1; 86 procent skrivs 0.86.",
      "  indexation.0.rate.2027: Uppräkningen 3 ska vara mellan −0,5 och 0,5; 3 procent skrivs 0.03.",
    ]);
  });

  test.each([
    ["nothing", ""],
    ["no JSON", "ramar 2027"],
    ["half a JSON", input.slice(0, 200)],
    ["bytes that are no text", Uint8Array.from([0xff, 0xfe, 0x00, 0x80])],
    ["a list without end of depth", `{"years":${"[".repeat(200_000)}${"]".repeat(200_000)},"bodies":["a"]}`],
    ["null", "null"],
  ])("%s is refused in words, without a stack", async (_what, stdin) => {
    const { status, out, err } = await tillitAllocate(stdin);
    expect([status, out]).toEqual([1, ""]);
    expect(err).toMatch(/^Indata (är inte giltig JSON|går inte att räkna på)/);
    expect(err).not.toMatch(/\n\s+at |RangeError|TypeError/);
  });

  test.each([
    [
      "a number that is none",
      input.replace(/"coverage": ?[\d.]+/, '"coverage": NaN'),
      /rad \d+, tecken \d+: "NaN" kan inte stå där/,
    ],
    [
      "an age twice",
      input.replace('"population"', '"years": [2027], "population"'),
      /fältet "years" står två gånger/,
    ],
    [
      "more than any number",
      input.replace(/"coverage": ?[\d.]+/, '"coverage": 1e400'),
      /services\.0\.coverage: Infinity/,
    ],
    [
      "a decimal comma",
      input.replace(/"coverage": ?0\.(\d+)/, '"coverage": 0,$1'),
      /rad \d+, tecken \d+: "\d+" kan inte stå där/,
    ],
  ])("%s is refused, and its place is told", async (_what, stdin, told) => {
    expect(stdin).not.toBe(input);
    const { status, out, err } = await tillitAllocate(stdin);
    expect([status, out]).toEqual([1, ""]);
    expect(err).toMatch(told);
  });

  test("a text that begins with a mark, or is in UTF-16, is read as any other", async () => {
    for (const bytes of [Buffer.from(`\ufeff${input}`), Buffer.from(`\ufeff${input}`, "utf16le")])
      expect(await tillitAllocate(bytes)).toMatchObject({ status: 0, err: "" });
  });

  test("ten megabytes go through, and more than fifty are refused", async () => {
    const text = " ".repeat(10_000_000);
    const large = await tillitAllocate(JSON.stringify(bigInput(1)) + text);
    expect([large.status, large.err]).toEqual([0, ""]);
    const tooLarge = await tillitAllocate(" ".repeat(51_000_000));
    expect([tooLarge.status, tooLarge.out, tooLarge.err]).toEqual([
      1,
      "",
      "Indata är större än 50 MB. Dela upp dem.\n",
    ]);
  });
});
