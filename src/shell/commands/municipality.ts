import { readFile, stat } from "node:fs/promises";
import { sql } from "kysely";
import { z } from "zod";
import { readOrganisation } from "../../organisation/organisation-file.ts";
import { people, storeOrganisation } from "../../organisation/store.ts";
import { readConfig } from "../../platform/config.ts";
import { setPassword } from "../../platform/sign-in.ts";
import { openDatabaseBeside } from "../server.ts";
import { tellFaults } from "./faults.ts";

const USAGE = `Användning:
  npm run tillit -- municipality add <organisation.json> [värdnamn]   lägger upp en kommun ur en fil (mall: sample/organisation.json)
  npm run tillit -- municipality account <kommunkod> <person> <e-post>   ger en person ett konto; lösenordet läses från stdin`;

const MIN_PASSWORD = 12;
const MAX_INPUT_BYTES = 10_000;
const MAX_FILE_BYTES = 20_000_000;

/** Sets up a municipality and its local accounts from the server's own command line, where no sign-in exists yet. */
export async function run([what, ...args]: string[]): Promise<number> {
  if (what === "add" && args[0]) return add(args[0], args[1] ?? null);
  if (what === "account" && args.length === 3) return account(args as [string, string, string]);
  console.error(USAGE);
  return 2;
}

async function add(path: string, host: string | null): Promise<number> {
  const given = await readJson(path);
  if (given === undefined) return 1;
  const read = readOrganisation(given);
  if ("faults" in read) {
    tellFaults(`${path} beskriver ingen organisation; inget har lagts upp.`, read.faults, "filen");
    return 1;
  }
  const { file } = read;
  const { code, name } = file.municipality;
  return withDatabase(async (door) => {
    const known = await door.read("", (tx) =>
      sql<{ municipality_id: string; host: string | null }>`
        select municipality_id, host from platform.municipality where municipality_id = ${code} or host = ${host}`.execute(
        tx,
      ),
    );
    const [other] = known.rows;
    if (other) {
      const what =
        other.municipality_id === code
          ? `Kommunen ${code} finns redan`
          : `Värdnamnet ${host} är redan ${other.municipality_id}:s`;
      console.error(`${what}; inget har lagts upp.`);
      return 1;
    }
    await door.write({ municipality: code, ...WRITER }, "Kommunen läggs upp", async (tx) => {
      await sql`insert into platform.municipality (municipality_id, name, host, first_year)
        values (${code}, ${name}, ${host}, ${file.municipality.firstYear ?? null})`.execute(tx);
      await storeOrganisation(tx, code, file);
    });
    console.log(`${name} (${code}) är upplagd: ${file.bodies.length} organ, ${file.people.length} personer.`);
    return 0;
  });
}

/** What a JSON file holds; says what is wrong with it and gives undefined when it can't be read. */
async function readJson(path: string): Promise<unknown> {
  try {
    const { size } = await stat(path);
    if (size > MAX_FILE_BYTES) {
      console.error(`${path} är större än ${MAX_FILE_BYTES / 1_000_000} MB.`);
      return undefined;
    }
    return JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    const why = cause instanceof SyntaxError ? "är inte giltig JSON" : "går inte att läsa";
    console.error(`${path} ${why}: ${cause instanceof Error ? cause.message : cause}`);
    return undefined;
  }
}

async function account([code, personId, email]: [string, string, string]): Promise<number> {
  const password = (await readStdin()).replace(/\r?\n$/, "");
  if (password.length < MIN_PASSWORD) {
    console.error(`Lösenordet ska ha minst ${MIN_PASSWORD} tecken. Skicka det på stdin.`);
    return 2;
  }
  if (!z.email().safeParse(email).success) {
    console.error(`${email} är ingen e-postadress.`);
    return 2;
  }
  return withDatabase((door) =>
    door.write({ municipality: code, ...WRITER }, "Ett konto läggs upp", async (tx) => {
      if ((await people(tx, personId)).length === 0) {
        console.error(`Det finns ingen person ${personId} i kommunen ${code}.`);
        return 1;
      }
      await setPassword(tx, { municipality: code, email, personId, password });
      console.log(`${email} kan nu logga in som ${personId}.`);
      return 0;
    }),
  );
}

const WRITER = { personId: "installation", requestId: "cli" };

async function withDatabase(
  work: (door: Awaited<ReturnType<typeof openDatabaseBeside>>["door"]) => Promise<number>,
): Promise<number> {
  const database = await openDatabaseBeside(readConfig(process.env));
  try {
    return await work(database.door);
  } finally {
    await database.close();
  }
}

async function readStdin(): Promise<string> {
  let text = "";
  for await (const chunk of process.stdin) {
    text += chunk;
    if (text.length > MAX_INPUT_BYTES) throw new Error(`Högst ${MAX_INPUT_BYTES} tecken läses från stdin.`);
  }
  return text;
}
