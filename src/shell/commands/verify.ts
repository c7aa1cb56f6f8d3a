import { join } from "node:path";
import { sql } from "kysely";
import { GENESIS } from "../../decisions/rules/chain.ts";
import { decisionNumbered, verifyStoredChain } from "../../decisions/store/chain.ts";
import { type SealReport, verifySeals } from "../../decisions/store/verify-seals.ts";
import { storedMunicipalities } from "../../organisation/installation/store.ts";
import { readConfig } from "../../platform/config.ts";
import type { Tx } from "../../platform/database/door.ts";
import { readTexts, type Texts } from "../../platform/texts.ts";
import { house } from "../chapters.ts";
import { openDatabaseBeside } from "../database.ts";
import { FAULTS } from "./chain-faults.ts";

/** How long one statement may take here: a change log of millions of rows is gone through at leisure. */
const STATEMENT_TIMEOUT_MS = 1_800_000;

/**
 * Recomputes the chain of decisions and names the first broken link; then the seals over the change log, and every row of the
 * logged tables against it, and names the first row that differs. Arguments: a municipality code (all when none is
 * given) and `--head=<sha256>`, a published head that the chain must end in, or `--head=<number>:<sha256>`, one that was
 * published when the chain had so many decisions and that it must still hold: then nobody has written the whole chain anew
 * since. Exit status 0 when whole, 1 when not, 2 when it was called wrongly.
 */
export async function run(args: string[]): Promise<number> {
  const given = args.find((a) => a.startsWith("--head="))?.slice("--head=".length);
  const expected = given === undefined ? undefined : headIn(given);
  if (expected === null) {
    console.error("Ett huvud skrivs som 64 tecken (0–9, a–f), eller som NUMMER:HUVUD för ett tidigare.");
    return 2;
  }
  const asked = args.find((a) => !a.startsWith("--"));
  const database = await openDatabaseBeside(readConfig(process.env));
  try {
    const codes = (await storedMunicipalities(database.door)).map(({ code }) => code);
    const chosen = asked === undefined ? codes : codes.filter((code) => code === asked);
    if (chosen.length === 0) {
      console.error(
        asked === undefined
          ? "Det finns ingen kommun i databasen."
          : `Det finns ingen kommun med koden ${asked}.`,
      );
      return 1;
    }
    let whole = true;
    const { chapters } = house();
    const texts = readTexts(join(import.meta.dirname, "../.."));
    for (const code of chosen) {
      const report = await database.door.read(code, verifyStoredChain);
      if (!report.whole) {
        whole = false;
        const matter = "matterId" in report ? ` (${report.matterId})` : "";
        console.log(
          `${code}: kedjan är bruten vid beslut ${report.number}${matter}: ${FAULTS[report.fault]}`,
        );
        continue;
      }
      const differs = expected && (await database.door.read(code, (tx) => differsFrom(tx, expected, report)));
      if (differs) {
        whole = false;
        console.log(`${code}: ${differs}`);
        continue;
      }
      console.log(`${code}: kedjan är hel, ${report.count} beslut, huvud ${report.head}`);
      const seals = await database.door.read(code, async (tx) => {
        await sql`select set_config('statement_timeout', ${String(STATEMENT_TIMEOUT_MS)}, true)`.execute(tx);
        return verifySeals(tx, code, chapters);
      });
      if (seals.fault) whole = false;
      console.log(`${code}: ${sealText(seals, texts)}`);
      for (const { tables, on, why } of seals.begun)
        console.log(`${code}: loggen börjar om med ${tables} tabeller ${on}: ${why}`);
    }
    return whole ? 0 : 1;
  } finally {
    await database.close();
  }
}

interface PublishedHead {
  /** How many decisions the chain had then; undefined for the present head. */
  readonly number: number | undefined;
  readonly sha256: string;
}

/** Null for what is no head. */
function headIn(text: string): PublishedHead | null {
  const found = /^(?:(\d{1,9}):)?([0-9a-f]{64})$/.exec(text);
  if (!found) return null;
  return { number: found[1] === undefined ? undefined : Number(found[1]), sha256: found[2] as string };
}

/** What differs from a published head, in words; undefined where the chain holds it. */
async function differsFrom(
  tx: Tx,
  { number, sha256 }: PublishedHead,
  { count, head }: { readonly count: number; readonly head: string },
): Promise<string | undefined> {
  if (number === undefined || number === count)
    return head === sha256 ? undefined : `kedjan är hel men slutar i ${head}, inte i det angivna huvudet`;
  if (number > count)
    return `kedjan är hel men har bara ${count} beslut, och det angivna huvudet är av beslut ${number}: beslut har tagits bort`;
  const then = number === 0 ? GENESIS : (await decisionNumbered(tx, number))?.decision.sha256;
  return then === sha256
    ? undefined
    : `kedjan är hel, men beslut ${number} har ${then}, inte det angivna huvudet: kedjan har skrivits om`;
}

/** What was found of the seals, in words. */
function sealText({ seals, sealed, waiting, tables, fault }: SealReport, texts: Texts): string {
  if (!fault)
    return `${seals} förseglingar håller, ${sealed} rader i ändringsloggen är förseglade, ${waiting} väntar; ${tables} tabeller stämmer med loggen`;
  const where = [
    "seal" in fault ? `försegling ${fault.seal}` : undefined,
    "number" in fault ? `beslut ${fault.number}` : undefined,
    "table" in fault ? `tabell ${fault.table}` : undefined,
    "key" in fault ? `rad ${fault.key}` : undefined,
    "entry" in fault && fault.entry !== undefined ? `post ${fault.entry} i ändringsloggen` : undefined,
  ].filter((part) => part !== undefined);
  return `något har ändrats vid sidan av Tillit: ${where.join(", ")}: ${texts("sv", `fault.${fault.fault}`)}`;
}
