import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import type { OrganisationFile } from "../organisation/organisation-file.ts";
import { storeOrganisation } from "../organisation/store.ts";
import type { Config } from "../platform/config.ts";
import type { Door } from "../platform/database/door.ts";
import { inProcess } from "./year/client.ts";
import { playYear } from "./year/play.ts";

const FOLDER = join(import.meta.dirname, "../../sample");
const WRITER = { personId: "installation", requestId: "sample" };

/** The day that the played sample shows when nothing else is chosen: the year is closed and the next is being planned. */
const PLAYED_TODAY = "2028-05-15";

/**
 * Puts the sample municipality into an empty installation: its organisation in one transaction, and then its year, played
 * through the same HTTP API and the same rules as everybody's. A start that was cut off goes on where it was.
 */
export async function loadSample(app: FastifyInstance, door: Door, sample: Config["sample"]): Promise<void> {
  if (sample === "none") return;
  const file = JSON.parse(await readFile(join(FOLDER, "organisation.json"), "utf8")) as OrganisationFile;
  const { code, name } = file.municipality;
  const known = await door.read("", (tx) =>
    sql<{
      municipality_id: string;
      sample_stage: string | null;
    }>`select municipality_id, sample_stage from platform.municipality`.execute(tx),
  );
  const own = known.rows.find((row) => row.municipality_id === code);
  if (!own && known.rows.length > 0) return; // a real installation: nothing is put beside its own
  if (!own)
    await door.write(
      { municipality: code, ...WRITER },
      "Exempelkommunens organisation läggs in",
      async (tx) => {
        const stage = sample === "full" ? "playing" : "organisation";
        await sql`insert into platform.municipality (municipality_id, name, sample, sample_stage, first_year)
                values (${code}, ${name}, true, ${stage}, ${file.municipality.firstYear ?? null})`.execute(
          tx,
        );
        await storeOrganisation(tx, code, file);
      },
    );
  if (own ? own.sample_stage !== "playing" : sample !== "full") return;
  console.log("Spelar upp exempelkommunens år …");
  for await (const step of playYear(inProcess(app), FOLDER))
    if (!step.asExpected) throw new Error(`${step.name}: ${step.outcome}`);
  await door.write({ municipality: code, ...WRITER }, "Exempelkommunens år är uppspelat", (tx) =>
    sql`update platform.municipality set sample_stage = 'played', sample_today = ${PLAYED_TODAY}`.execute(tx),
  );
}
