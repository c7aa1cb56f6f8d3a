import { resolve } from "node:path";
import { chainEnd } from "../../decisions/store/chain-end.ts";
import { readConfig } from "../../platform/config.ts";
import { saveBackup } from "../../platform/database/backup/save.ts";
import { holdsData } from "../../platform/database/data-folder.ts";
import { ToldError } from "../../platform/told.ts";
import { dataFolderOf, withOwner } from "../database.ts";
import { VERSION } from "../version.ts";
import { inSeconds, sizeText } from "./amounts.ts";
import { newBackupPassword, untilInterrupted } from "./password.ts";

const USAGE = `Användning: npm run -s tillit -- backup FIL
Filen krypteras med lösenordet i TILLIT_BACKUP_PASSWORD; på en terminal frågas efter det. Utan lösenord blir den okrypterad.`;

/**
 * Saves the whole database in a file, while people work (docs/operation.md). Exit status 0 when the file is whole and on disk; 1
 * when not, and then there is no file; 2 when it was called wrongly.
 */
export async function run([given, ...more]: string[]): Promise<number> {
  if (!given || more.length > 0 || given.startsWith("--")) {
    console.error(USAGE);
    return 2;
  }
  const file = resolve(given);
  const password = await newBackupPassword();
  const began = performance.now();
  const config = readConfig(process.env);
  const folder = dataFolderOf(config);
  if (folder !== undefined && !holdsData(folder)) throw new ToldError(`Det finns ingen databas i ${folder}.`);
  return withOwner(config, async ({ ownerUrl }) => {
    const made = await untilInterrupted((signal) =>
      saveBackup({ databaseUrl: ownerUrl, file, password, release: VERSION, chainEnd, signal }),
    );
    console.log(
      `${file}: ${made.tables} tabeller, ${made.rows} rader, ${sizeText(made.bytes)}, ${inSeconds(began)}, som det var ${made.header.snapshotAt}.`,
    );
    for (const { code, decisions, head } of made.header.municipalities)
      console.log(`${code}: ${decisions} beslut${head ? `, huvud ${head}` : ""}`);
    console.log(`SHA-256 ${made.sha256}`);
    if (password === undefined)
      console.log(
        "Filen är okrypterad: den som har den kan läsa allt. Med TILLIT_BACKUP_PASSWORD krypteras den.",
      );
    return 0;
  });
}
