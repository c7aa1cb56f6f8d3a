import { readFile, stat } from "node:fs/promises";
import { z } from "zod";
import { verifyStoredChain } from "../../decisions/store/chain.ts";
import { INSTALLATION } from "../../kernel/installation.ts";
import { layOut } from "../../organisation/installation/lay-out.ts";
import { firstAddress } from "../../organisation/installation/rules/first-address.ts";
import { hostName, takenBy } from "../../organisation/installation/rules/host-name.ts";
import {
  lockNames,
  makeFirstAddress,
  type StoredMunicipality,
  storedMunicipalities,
  storeNames,
} from "../../organisation/installation/store.ts";
import { readOrganisation } from "../../organisation/organisation-file.ts";
import { people } from "../../organisation/store.ts";
import { machineClock, swedishDay } from "../../platform/clock.ts";
import { readConfig } from "../../platform/config.ts";
import { countRows } from "../../platform/database/count-rows.ts";
import { storeEvents } from "../../platform/http/security-log.ts";
import { weaknessOf } from "../../platform/sign-in/password-strength.ts";
import { setPassword } from "../../platform/sign-in.ts";
import { openDatabaseBeside } from "../database.ts";
import { removeRows } from "../remove-municipality.ts";
import { tellFaults } from "./faults.ts";

const COMMAND = "npm run tillit -- municipality";
const USAGE = `Användning:
  ${COMMAND} list                                  vilka kommuner som finns, och på vilket namn de svarar
  ${COMMAND} add <organisation.json> [värdnamn]    lägger upp en kommun ur en fil (mall: sample/organisation.json)
  ${COMMAND} host <kommunkod> <värdnamn> [fler]    säger på vilka namn i nätet en kommun svarar; adresser skrivs med det första
  ${COMMAND} account <kommunkod> <person> <e-post> ger en person ett konto; lösenordet läses från stdin
  ${COMMAND} operator                              ger en engångsadress där ett driftkonto läggs upp (sidan /drift)
  ${COMMAND} remove <kommunkod> --yes <kommunkod>  tar bort en kommun och allt som är dess; det går inte att ångra`;

const MAX_INPUT_BYTES = 10_000;
const MAX_FILE_BYTES = 20_000_000;

/** Sets up, names and takes away municipalities and their local accounts from the server's own command line. */
export async function run([what, ...args]: string[]): Promise<number> {
  if (what === "list" && args.length === 0) return list();
  if (what === "add" && args[0] && args.length <= 2) return add(args[0], args[1] ?? null);
  if (what === "host" && args[0] && args.length >= 2) return nameHosts(args[0], args.slice(1));
  if (what === "operator" && args.length === 0) return operator();
  if (what === "account" && args.length === 3) return account(args as [string, string, string]);
  if (what === "remove" && args[0] && (args.length === 1 || (args.length === 3 && args[1] === "--yes")))
    return remove(args[0], args[2]);
  console.error(USAGE);
  return 2;
}

async function list(): Promise<number> {
  return withDatabase(async ({ door }) => {
    const known = await storedMunicipalities(door);
    if (known.length === 0) console.log("Det finns ingen kommun.");
    for (const { code, name, hosts, sample, paused } of known)
      console.log(
        `${code}  ${name}${sample ? " (exempel)" : ""}${paused ? " (pausad)" : ""}  ${hosts.join(", ") || "inget värdnamn"}`,
      );
    for (const one of withoutHost(known)) if (known.length > 1) console.log(unreachable(one));
    return 0;
  });
}

const withoutHost = (known: readonly StoredMunicipality[]) => known.filter(({ hosts }) => hosts.length === 0);
const unreachable = ({ code, name }: { readonly code: string; readonly name: string }) =>
  `${name} (${code}) har inget värdnamn och kan inte nås bredvid en annan kommun. Sätt det: ${COMMAND} host ${code} <värdnamn>`;

async function add(path: string, given: string | null): Promise<number> {
  const host = given === null ? null : hostIn(given);
  if (host === undefined) return 2;
  const json = await readJson(path);
  if (json === undefined) return 1;
  const read = readOrganisation(json);
  if ("faults" in read) {
    tellFaults(`${path} beskriver ingen organisation; inget har lagts upp.`, read.faults, "filen");
    return 1;
  }
  const { file } = read;
  const { code, name } = file.municipality;
  return withDatabase(async ({ door }) => {
    const known = await storedMunicipalities(door);
    const fault = known.some((one) => one.code === code)
      ? `Kommunen ${code} finns redan`
      : (taken(known, host, code) ?? unreachableBeside(known, { code, name, host }));
    if (fault !== undefined) {
      console.error(`${fault}\nInget har lagts upp.`);
      return 1;
    }
    await door.write({ municipality: code, ...WRITER }, "Kommunen läggs upp", async (tx) => {
      await layOut(tx, file, { host, startedOn: swedishDay(machineClock.now()) });
      await storeEvents(tx, code, [{ kind: "rights-changed", ...WRITER }]);
    });
    console.log(`${name} (${code}) är upplagd: ${file.bodies.length} organ, ${file.people.length} personer.`);
    return 0;
  });
}

/** Which municipality could not be reached any longer, or not at all, with a second one beside; undefined where all can. */
function unreachableBeside(
  known: readonly StoredMunicipality[],
  added: { readonly code: string; readonly name: string; readonly host: string | null },
): string | undefined {
  if (known.length === 0) return undefined;
  const nameless = withoutHost(known).map(unreachable);
  if (added.host === null)
    nameless.push(
      `${added.name} (${added.code}) behöver ett värdnamn för att kunna nås bredvid en annan kommun: ${COMMAND} add <organisation.json> <värdnamn>`,
    );
  return nameless.length > 0 ? nameless.join("\n") : undefined;
}

/** Whose name it is already; undefined where it is free. */
const taken = (
  known: readonly StoredMunicipality[],
  host: string | null,
  code: string,
): string | undefined => {
  const other = host === null ? undefined : takenBy(known, host, code);
  return other && `Värdnamnet ${host} är redan ${other.name}s (${other.code})`;
};

/** A host name in small letters; says what is wrong and gives undefined for what is none. */
function hostIn(given: string): string | undefined {
  const host = hostName(given);
  if (host === undefined)
    console.error(
      `${given} är inget värdnamn. Skriv det som står i adressen mellan https:// och nästa snedstreck, utan port, till exempel tillit.kommunen.se.`,
    );
  return host;
}

async function nameHosts(code: string, given: readonly string[]): Promise<number> {
  const read = given.map(hostIn);
  const hosts = read.filter((host) => host !== undefined);
  if (hosts.length < read.length) return 2;
  return withDatabase(async ({ door }) => {
    const known = await storedMunicipalities(door);
    const own = known.find((one) => one.code === code);
    const fault = own
      ? hosts.map((host) => taken(known, host, code)).find((one) => one !== undefined)
      : `Det finns ingen kommun med koden ${code}.`;
    if (!own || fault !== undefined) {
      console.error(`${fault}\nInget har ändrats.`);
      return 1;
    }
    await door.write({ municipality: code, ...WRITER }, "Kommunens värdnamn sätts", async (tx) => {
      await lockNames(tx);
      await storeNames(tx, code, { name: own.name, hosts: [...new Set(hosts)] });
      await storeEvents(tx, code, [{ kind: "host-changed", reason: hosts.join(", "), ...WRITER }]);
    });
    const before = own.hosts.length === 0 ? "" : ` (förut ${own.hosts.join(", ")})`;
    console.log(`${own.name} (${code}) svarar på ${hosts.join(", ")}${before}.`);
    return 0;
  });
}

async function operator(): Promise<number> {
  const { publicUrl, port } = readConfig(process.env);
  return withDatabase(async ({ door }) => {
    if ((await storedMunicipalities(door)).length === 0) {
      console.error(
        "Det finns ingen kommun än: starta Tillit, som skriver adressen där den första läggs upp.",
      );
      return 1;
    }
    const token = await door.write(
      { municipality: INSTALLATION, ...WRITER },
      "En engångsadress för ett driftkonto görs",
      (tx) => makeFirstAddress(tx, INSTALLATION),
    );
    const address = firstAddress(publicUrl ?? `http://127.0.0.1:${port}`, token);
    console.log(`Lägg upp driftkontot här, en gång och innan servern startas om:\n${address}`);
    return 0;
  });
}

async function remove(code: string, confirmed: string | undefined): Promise<number> {
  return withDatabase(async ({ door, ownerUrl: url }) => {
    const own = (await storedMunicipalities(door)).find((one) => one.code === code);
    if (!own) {
      console.error(`Det finns ingen kommun med koden ${code}.`);
      return 1;
    }
    const chain = await door.read(code, verifyStoredChain);
    const sure = confirmed === code;
    const found = sure ? await removeRows(url, code) : await countRows(door, code);
    const total = found.reduce((sum, { rows }) => sum + rows, 0);
    for (const { table, rows } of found)
      console.log(`  ${table.padEnd(40)} ${String(rows).padStart(9)} rader`);
    const decisions = chain.whole
      ? `Beslutskedjan var hel: ${chain.count} beslut, huvud ${chain.head}.`
      : `Beslutskedjan var bruten vid beslut ${chain.number}.`;
    if (sure) {
      console.log(`${own.name} (${code}) är borttagen, ${total} rader. ${decisions} Spara den här listan.`);
      return 0;
    }
    if (confirmed !== undefined) console.error(`--yes ${confirmed} är en annan kommun än ${code}.`);
    console.error(
      `${own.name} (${code}) har ${total} rader. ${decisions}\nInget har tagits bort. Gör först en säkerhetskopia av databasen; sedan går det inte att ångra:\n  ${COMMAND} remove ${code} --yes ${code}`,
    );
    return 2;
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
  if (password === "") {
    console.error("Skicka lösenordet på stdin.");
    return 2;
  }
  if (!z.email().safeParse(email).success) {
    console.error(`${email} är ingen e-postadress.`);
    return 2;
  }
  return withDatabase(async ({ door }) => {
    const own = (await storedMunicipalities(door)).find((one) => one.code === code);
    const [person] = own ? await door.read(code, (tx) => people(tx, personId)) : [];
    if (!own || !person) {
      console.error(`Det finns ingen person ${personId} i kommunen ${code}.`);
      return 1;
    }
    const about = [email, person.name, personId, own.name, code, ...person.posts.map(({ title }) => title)];
    const weakness = await weaknessOf(password, about);
    if (weakness) {
      console.error(`${weakness.told} Inget konto har lagts upp.`);
      return 2;
    }
    return door.write({ municipality: code, ...WRITER }, "Ett konto läggs upp", async (tx) => {
      await setPassword(tx, { municipality: code, email, personId, password });
      console.log(`${email} kan nu logga in som ${personId}.`);
      return 0;
    });
  });
}

const WRITER = { personId: "installation", requestId: "cli" };

async function withDatabase(
  work: (database: Awaited<ReturnType<typeof openDatabaseBeside>>) => Promise<number>,
): Promise<number> {
  const database = await openDatabaseBeside(readConfig(process.env));
  try {
    return await work(database);
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
