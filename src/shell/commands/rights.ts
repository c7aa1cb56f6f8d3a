import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Day } from "../../kernel/day.ts";
import { readOrganisation } from "../../organisation/organisation-file.ts";
import type { Mandate } from "../../organisation/rules/mandate.ts";
import { allMandates } from "../../organisation/store.ts";
import { machineClock, swedishDay } from "../../platform/clock.ts";
import { readConfig } from "../../platform/config.ts";
import { holdsData } from "../../platform/database/data-folder.ts";
import { ToldError } from "../../platform/told.ts";
import { dataFolderOf, openDatabaseBeside } from "../database.ts";
import { storedMunicipalities } from "../municipalities.ts";
import { csvOf, rowsIn } from "../rights/csv.ts";
import { houseOfRights } from "../rights/house.ts";
import { keyOf, rightsTable } from "../rights/table.ts";

const REPOSITORY = join(import.meta.dirname, "../../..");
const WRITTEN = join(REPOSITORY, "docs/rights.csv");
const SAMPLE = join(REPOSITORY, "sample/organisation.json");

const USAGE = `Användning:
  npm run -s tillit -- rights [kommunkod]   skriver vad reglerna och databasens mandat ger, i samma form som docs/rights.csv;
                                            utan databas: exempelkommunens mandat`;

/**
 * Prints who may do what by the running rules and mandates, in the shape of docs/rights.csv: `diff` tells what differs. The grounds are
 * those that are written there. Exit status 0; 1 where there is no such municipality, 2 when it was called wrongly.
 */
export async function run(args: string[]): Promise<number> {
  const [code, ...more] = args;
  if (more.length > 0 || (code !== undefined && !/^\d{4}$/.test(code))) {
    console.error(USAGE);
    return 2;
  }
  const { mandates, day } = await mandatesOf(code);
  const written = rowsIn(await readFile(WRITTEN, "utf8"));
  const grounds = new Map(written.map((row) => [keyOf(row), row.ground]));
  const rows = rightsTable(houseOfRights(), mandates, day);
  process.stdout.write(csvOf(rows.map((row) => ({ ...row, ground: grounds.get(keyOf(row)) ?? "" }))));
  return 0;
}

/** The mandates of a municipality in the database, on its day; of the sample where there is no database. */
async function mandatesOf(code: string | undefined): Promise<{ mandates: readonly Mandate[]; day: Day }> {
  const config = readConfig(process.env);
  const today = swedishDay(machineClock.now());
  const folder = dataFolderOf(config);
  if (folder !== undefined && !holdsData(folder)) {
    const read = readOrganisation(JSON.parse(await readFile(SAMPLE, "utf8")));
    if ("faults" in read) throw new ToldError(`${SAMPLE} beskriver ingen organisation.`);
    if (code !== undefined && code !== read.file.municipality.code)
      throw new ToldError(
        `Det finns ingen databas; exempelkommunen har koden ${read.file.municipality.code}.`,
      );
    return { mandates: read.file.mandates, day: today };
  }
  const database = await openDatabaseBeside(config);
  try {
    const all = await storedMunicipalities(database.door);
    const chosen = code === undefined ? all : all.filter((one) => one.code === code);
    const [one, other] = chosen;
    if (!one)
      throw new ToldError(
        code === undefined
          ? "Det finns ingen kommun i databasen."
          : `Det finns ingen kommun med koden ${code}.`,
      );
    if (other) throw new ToldError(`Säg vilken kommun: ${chosen.map((each) => each.code).join(", ")}.`);
    const mandates = await database.door.read(one.code, allMandates);
    return { mandates, day: ((one.sample ? one.sampleDay : null) as Day | null) ?? today };
  } finally {
    await database.close();
  }
}
