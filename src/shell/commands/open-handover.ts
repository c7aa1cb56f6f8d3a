import { createReadStream } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import {
  type ChainedVersion,
  type ChainHead,
  type ChainLink,
  verifyChain,
} from "../../decisions/rules/chain.ts";
import { openHandover } from "../../platform/database/handover/open.ts";
import type { TarFile } from "../../platform/database/handover/tar.ts";
import { sha256 } from "../../platform/hash.ts";
import { ToldError } from "../../platform/told.ts";
import { FAULTS } from "./chain-faults.ts";

const USAGE = `Användning: npm run -s tillit -- open-handover FIL --key=NYCKELFIL [--to=MAPP]
Öppnar en fil med en kommuns egna uppgifter, prövar att allt stämmer och att beslutskedjan är hel, och packar upp den i MAPP, som ska vara ny.`;

/**
 * Opens what an operator has handed over to a municipality, with the key of that municipality, and verifies it (docs/handover.md). Needs
 * no database. Exit status 0 when all of it holds; 1 when not, and then nothing is left; 2 when it was called wrongly.
 */
export async function run(args: string[]): Promise<number> {
  const given = (name: string) => args.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);
  const [file, ...more] = args.filter((one) => !one.startsWith("--"));
  const key = given("key");
  const to = given("to");
  const known = args.every((one) => !one.startsWith("--") || /^--(key|to)=./.test(one));
  if (!file || more.length > 0 || !key || !known) {
    console.error(USAGE);
    return 2;
  }
  const identity = await identityIn(key);
  const folder = to === undefined ? undefined : await newFolder(resolve(to));
  try {
    const { contents, links, versions, head } = await openHandover(
      identity,
      createReadStream(file),
      folder === undefined ? undefined : (one) => put(folder, one),
    );
    const report = verifyChain(
      links as readonly ChainLink[],
      versions as readonly ChainedVersion[],
      (head ?? undefined) as ChainHead | undefined,
      sha256,
    );
    const { name, code } = contents.municipality;
    if (!report.whole)
      throw new ToldError(`${code}: kedjan är bruten vid beslut ${report.number}: ${FAULTS[report.fault]}.`);
    const rows = contents.tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(
      `${name} (${code}), som det var ${contents.snapshotAt}: ${contents.tables.length} tabeller, ${rows} rader. Allt stämmer.`,
    );
    console.log(`${code}: kedjan är hel, ${report.count} beslut, huvud ${report.head}`);
    if (folder !== undefined) console.log(`Uppackat i ${folder}.`);
    return 0;
  } catch (cause) {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    throw (cause as NodeJS.ErrnoException).code === "ENOENT"
      ? new ToldError(`${file} finns inte.`, { cause })
      : cause;
  }
}

/** The secret key in a file as the page gives it, or as age-keygen writes it. */
async function identityIn(path: string): Promise<string> {
  const text = await readFile(path, "utf8").catch((cause) => {
    throw new ToldError(`Nyckelfilen ${path} går inte att läsa.`, { cause });
  });
  const found = /AGE-SECRET-KEY-1[0-9A-Z]+/.exec(text)?.[0];
  if (found === undefined)
    throw new ToldError(`${path} är ingen nyckelfil: där ska stå en rad som börjar med AGE-SECRET-KEY-1.`);
  return found;
}

async function newFolder(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await mkdir(path, { mode: 0o700 }).catch((cause) => {
    throw new ToldError(`${path} finns redan, eller går inte att skriva: ange en ny mapp.`, { cause });
  });
  return path;
}

async function put(folder: string, { name, bytes }: TarFile): Promise<void> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes, { mode: 0o600, flag: "wx" });
}
