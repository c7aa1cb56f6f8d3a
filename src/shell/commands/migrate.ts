import { readConfig } from "../../platform/config.ts";
import {
  pendingMigrations,
  placeOf,
  prepareDatabase,
  tryMigrations,
} from "../../platform/database/migrate.ts";
import { runRoleFor } from "../../platform/database/run-role.ts";
import { withOwner } from "../database.ts";

const USAGE = `Användning:
  npm run tillit -- migrate --dry-run   prövar att föra databasen till den här versionen, utan att ändra något
  npm run tillit -- migrate             för den till den här versionen; ta en säkerhetskopia först`;
const BACKUP = "Ta en säkerhetskopia först: npm run -s tillit -- backup FIL";

/**
 * Brings the database to this version, as a start does, or tries it: the trial runs all for real in one transaction, which is
 * then taken back. Exit status 0 when it went or would go well, 1 when it did not, 2 when it was called wrongly.
 */
export async function run([how, ...more]: string[]): Promise<number> {
  if (more.length > 0 || (how !== undefined && how !== "--dry-run")) {
    console.error(USAGE);
    return 2;
  }
  return withOwner(readConfig(process.env), async ({ ownerUrl, runUrl }) => {
    const role = runRoleFor(ownerUrl, runUrl);
    console.log(`Databasen: ${placeOf(ownerUrl)}`);
    const pending = await pendingMigrations(ownerUrl);
    if (pending.length === 0) {
      console.log("Inget att göra: databasen är redan i den här versionen.");
      return 0;
    }
    console.log(`Saknas: ${pending.join(", ")}`);
    if (how === undefined) {
      const { ran } = await prepareDatabase(ownerUrl, role);
      console.log(`Klart: ${counted(ran.length)} har körts.`);
      return 0;
    }
    const { ms, stopped } = await tryMigrations(ownerUrl, role);
    if (stopped) {
      console.error(`Provet stannade vid ${stopped.name}: ${stopped.because}\nInget har ändrats.`);
      return 1;
    }
    console.log(
      `Provet gick bra: ${counted(pending.length)} på ${inSeconds(ms)}. Inget har ändrats.\n${BACKUP}\nFör den sedan till den här versionen med npm run tillit -- migrate, eller genom att starta.`,
    );
    return 0;
  });
}

const counted = (n: number): string => `${n} ${n === 1 ? "migrering" : "migreringar"}`;
const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(1).replace(".", ",")} s`;
