import { sql } from "kysely";
import { verifyStoredChain } from "../../decisions/store/chain.ts";
import { readConfig } from "../../platform/config.ts";
import { openDatabaseBeside } from "../server.ts";

/**
 * Recomputes the chain of decisions and names the first broken link. Arguments: a municipality code (all when none is
 * given) and `--head=<sha256>`, the published head that the chain must end in. Exit status 0 when whole, 1 when not.
 */
export async function run(args: string[]): Promise<number> {
  const expectedHead = args.find((a) => a.startsWith("--head="))?.slice("--head=".length);
  const asked = args.find((a) => !a.startsWith("--"));
  const database = await openDatabaseBeside(readConfig(process.env));
  try {
    const codes = await database.door.read("", async (tx) => {
      const found = await sql<{
        municipality_id: string;
      }>`select municipality_id from platform.municipality order by 1`.execute(tx);
      return found.rows.map((row) => row.municipality_id);
    });
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
    for (const code of chosen) {
      const report = await database.door.read(code, verifyStoredChain);
      if (!report.whole) {
        whole = false;
        const matter = "matterId" in report ? ` (${report.matterId})` : "";
        console.log(
          `${code}: kedjan är bruten vid beslut ${report.number}${matter}: ${FAULTS[report.fault]}`,
        );
      } else if (expectedHead !== undefined && report.head !== expectedHead) {
        whole = false;
        console.log(`${code}: kedjan är hel men slutar i ${report.head}, inte i det angivna huvudet`);
      } else {
        console.log(`${code}: kedjan är hel, ${report.count} beslut, huvud ${report.head}`);
      }
    }
    return whole ? 0 : 1;
  } finally {
    await database.close();
  }
}

const FAULTS = {
  "number-missing": "beslutet saknas",
  "previous-differs": "det hänger inte på beslutet före",
  "decision-changed": "beslutets uppgifter har ändrats",
  "version-missing": "den beslutade versionen saknas",
  "version-changed": "den beslutade versionens innehåll har ändrats",
  "version-state": "den beslutade versionens status har ändrats",
  "decided-without-decision": "en version är låst utan beslut",
  "head-differs": "kedjans huvud stämmer inte; beslut kan ha tagits bort i slutet",
} as const;
