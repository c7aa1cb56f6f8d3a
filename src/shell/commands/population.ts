import { readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { populationFile } from "../../budget/population/file.ts";
import { IMPORT_LIMITS } from "../../budget/population/rules/import.ts";
import { menOf } from "../../budget/population/rules/population.ts";
import { readPopulationSheets } from "../../budget/population/rules/sheets.ts";
import { Problem } from "../../kernel/problem.ts";
import type { Remark } from "../../kernel/remark.ts";
import { sumOf } from "../../kernel/sum.ts";
import { readTexts, type Texts } from "../../platform/texts.ts";
import { ToldError } from "../../platform/told.ts";

const USAGE = "Användning: npm run -s tillit -- population FIL [--region NAMN]";

interface Told {
  readonly region: string | null;
  /** People on the last day of each year; women and men null where the file doesn't tell them apart; ages 0–100 in order. */
  readonly years: readonly {
    readonly year: number;
    readonly people: number;
    readonly women: number | null;
    readonly men: number | null;
    readonly ages: readonly number[];
  }[];
  readonly notes: readonly string[];
  readonly refused: readonly { readonly cell: string; readonly what: string }[];
}

/**
 * Writes what a population file holds as JSON on stdout, without a server or a database (docs/population.md). Exit status 0
 * where it can be taken in; 1 where not, with each fault and its cell; 2 where the command can't be understood.
 */
export async function run(args: string[]): Promise<number> {
  const given = argumentsIn(args);
  if (!given) {
    console.error(USAGE);
    return 2;
  }
  const texts = readTexts(join(import.meta.dirname, "../.."));
  const told = await read(given.file, given.region, texts);
  process.stdout.write(`${JSON.stringify(told, null, 1)}\n`);
  return told.refused.length === 0 ? 0 : 1;
}

function argumentsIn(args: string[]): { file: string; region: string | undefined } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { region: { type: "string" } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    return file === undefined || more.length > 0 ? undefined : { file, region: values.region };
  } catch {
    return undefined; // an option that there is none of: the usage says which there are
  }
}

async function read(file: string, region: string | undefined, texts: Texts): Promise<Told> {
  const say = ({ code, params }: Remark) => texts("sv", `remark.${code}`, params) ?? code;
  const refused = (faults: Told["refused"]): Told => ({
    region: null,
    years: [],
    notes: [],
    refused: faults,
  });
  try {
    const table = readPopulationSheets(await populationFile(await bytesOf(file)), region);
    if ("faults" in table)
      return refused(table.faults.map((fault) => ({ cell: fault.at ?? "A1", what: say(fault) })));
    return {
      region: table.region,
      years: table.years.map((year) => {
        const men = menOf(year);
        return {
          year: year.year,
          people: sumOf(year.people),
          women: year.women && sumOf(year.women),
          men: men && sumOf(men),
          ages: year.people,
        };
      }),
      notes: table.notes.map(say),
      refused: [],
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const what = texts("sv", `problem.${error.kind.code}.detail`, error.facts.params) ?? error.kind.code;
    return refused([{ cell: "A1", what }]);
  }
}

/** The file's bytes, where it is a file that may be read and no larger than what the page takes. */
async function bytesOf(file: string): Promise<Uint8Array> {
  const name = basename(file);
  try {
    const found = await stat(file);
    if (!found.isFile()) throw new ToldError(`${name} är ingen fil.`);
    if (found.size > IMPORT_LIMITS.bytes)
      throw new ToldError(`${name} är större än ${IMPORT_LIMITS.bytes / 1_000_000} MB. Spara bara tabellen.`);
    return await readFile(file);
  } catch (error) {
    if (error instanceof ToldError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new ToldError(code === "ENOENT" ? `${name} finns inte.` : `${name} går inte att läsa (${code}).`);
  }
}
