import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");
/** Small files of faults with their right values, kept beside the repository; they are read where they are. */
const KEPT = join(ROOT, "../shared/data/faults");

/** `tillit population` as a process of its own. */
function population(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      ["src/shell/cli.ts", "population", ...args],
      { cwd: ROOT },
      (error, out, err) => done({ status: error ? Number(error.code) : 0, out, err }),
    );
  });
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "population-"));
});
afterAll(() => rm(folder, { recursive: true }));

const file = async (name: string, content: string | Uint8Array) => {
  await writeFile(join(folder, name), content);
  return join(folder, name);
};
const table = (people: (age: number) => string, head = "ålder;Kvinnor 2025;Män 2025") =>
  [head, ...Array.from({ length: 101 }, (_, age) => `${age === 100 ? "100+" : age};${people(age)};1`)].join(
    "\n",
  );

describe("E-3: tillit population", { timeout: 60_000 }, () => {
  test("tells what a file holds, year by year, with status 0", async () => {
    const { status, out, err } = await population(
      await file(
        "a.csv",
        table((age) => String(age)),
      ),
    );
    expect([status, err]).toEqual([0, ""]);
    expect(JSON.parse(out)).toEqual({
      region: null,
      years: [
        {
          year: 2025,
          people: 5050 + 101,
          women: 5050,
          men: 101,
          ages: Array.from({ length: 101 }, (_, age) => age + 1),
        },
      ],
      notes: [],
      refused: [],
    });
  });

  test("tells each fault with its cell and what to do, with status 1", async () => {
    const bad = await population(
      await file(
        "b.csv",
        table((age) => (age === 5 ? "1.000" : "2")),
      ),
    );
    expect(bad.status).toBe(1);
    expect(JSON.parse(bad.out)).toEqual({
      region: null,
      years: [],
      notes: [],
      refused: [{ cell: "B7", what: expect.stringContaining("kan läsas på två sätt (1.000). Skriv") }],
    });
    const picture = await population(await file("c.xlsx", Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0])));
    expect(picture.status).toBe(1);
    expect(JSON.parse(picture.out).refused[0].what).toContain("ingen hel Excelfil");
  });

  test("a file that is not there, and a command that can't be understood, are told without a stack", async () => {
    const none = await population(join(folder, "ingen.csv"));
    expect([none.status, none.out, none.err]).toEqual([1, "", "ingen.csv finns inte.\n"]);
    const folderGiven = await population(folder);
    expect([folderGiven.status, folderGiven.err]).toEqual([1, expect.stringContaining("är ingen fil.")]);
    for (const args of [[], ["a.csv", "b.csv"], ["a.csv", "--kommun", "x"]]) {
      const wrong = await population(...args);
      expect([wrong.status, wrong.out, wrong.err]).toEqual([
        2,
        "",
        expect.stringMatching(/^Användning: [^\n]+\n$/),
      ]);
    }
  });

  /** Region, people of the last year, or the cell that is refused. */
  const RIGHT: [string, number | string][] = [
    ["02-code-column-last.csv", 9123],
    ["02b-hidden-first-sheet.xlsx", 2025],
    ["03-only-unmarried.csv", "B1"],
    ["03b-births-as-people.csv", "D1"],
    ["03c-women-only-heading.csv", "B1"],
    ["04-scb-2025-totals-with-noise.csv", 9123],
    ["04b-scb-2025-total-sex-label.csv", 9123],
    ["07-scb-excel-default.xlsx", 9123],
    ["07b-cover-sheet-first.xlsx", 2025],
    ["08-codes-from-api.csv", 9123],
    ["08b-tid-heading.csv", 9123],
  ];
  test.skipIf(!existsSync(KEPT)).each(RIGHT)("of the kept faults, %s gives %s", async (name, right) => {
    const { status, out } = await population(join(KEPT, name));
    const { years, notes, refused } = JSON.parse(out);
    if (typeof right === "string") expect([status, refused[0].cell]).toEqual([1, right]);
    else expect([status, right === 2025 ? years.at(-1).year : years.at(-1).people]).toEqual([0, right]);
    if (name.startsWith("04-")) expect(notes).toHaveLength(2);
  });
});
