import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { verifyStoredChain } from "../../decisions/store/chain.ts";
import { readConfig } from "../../platform/config.ts";
import { type Checked, checkBackup, restoreBackup } from "../../platform/database/backup/restore.ts";
import { isEncrypted } from "../../platform/database/backup/sealed.ts";
import { holdsData } from "../../platform/database/data-folder.ts";
import { toStderr } from "../../platform/database/database-log.ts";
import { openDoor } from "../../platform/database/door.ts";
import { startEmbedded, stopLeftBehind } from "../../platform/database/embedded.ts";
import { makeFolder } from "../../platform/database/folder.ts";
import { whileStarting } from "../../platform/database/start-lock.ts";
import { ToldError } from "../../platform/told.ts";
import { type Addresses, dataFolderOf, ownDatabase } from "../database.ts";
import { inSeconds } from "./amounts.ts";
import { backupPassword, untilInterrupted } from "./password.ts";

const USAGE = `Användning: npm run -s tillit -- restore FIL
Till den tomma databasen i DATABASE_URL, eller till mappen i TILLIT_DATA. Lösenordet tas ur TILLIT_BACKUP_PASSWORD, eller frågas efter.`;

/**
 * Puts a backup into an empty database or a folder without one, and verifies it (docs/operation.md). Exit status 0 when all is
 * there and every chain is whole and ends as the backup says; 1 when not, and then nothing is left; 2 when it was called wrongly.
 */
export async function run([given, ...more]: string[]): Promise<number> {
  if (!given || more.length > 0 || given.startsWith("--")) {
    console.error(USAGE);
    return 2;
  }
  const file = resolve(given);
  const config = readConfig(process.env);
  const folder = dataFolderOf(config);
  if (folder !== undefined) refuseHeld(folder);
  const encrypted = await isEncrypted(file);
  const password = encrypted ? await backupPassword("Säkerhetskopians lösenord: ") : undefined;
  if (encrypted && password === undefined) {
    console.error("Säkerhetskopian är krypterad: ange lösenordet i TILLIT_BACKUP_PASSWORD.");
    return 2;
  }
  const began = performance.now();
  await untilInterrupted(async (signal) => {
    const checked = await checkBackup(file, password, { signal });
    const rows = [...checked.sums.values()].reduce((sum, table) => sum + table.rows, 0);
    console.log(
      `${file}: hel. Som det var ${checked.header.snapshotAt}: ${checked.sums.size} tabeller, ${rows} rader.`,
    );
    const restore = ({ ownerUrl, runUrl }: Addresses) =>
      restoreBackup(
        { databaseUrl: ownerUrl, runUrl, file, password, signal, verify: (url) => verify(url, checked) },
        checked,
      );
    if (folder === undefined) await restore(ownDatabase(config));
    else await intoFolder(folder, (ownerUrl) => restore({ ownerUrl }));
  });
  console.log(`Återställd till ${folder ?? "databasen i DATABASE_URL"} på ${inSeconds(began)}.`);
  return 0;
}

function refuseHeld(folder: string): void {
  if (holdsData(folder))
    throw new ToldError(
      `Det finns redan en databas i ${folder}, och en återställning skriver inte över något: ange en annan mapp med TILLIT_DATA, eller flytta undan den först.`,
    );
}

/** Every chain is recomputed, and must end as it did when the backup was made. */
async function verify(databaseUrl: string, { header }: Checked): Promise<void> {
  const door = openDoor(databaseUrl);
  try {
    for (const { code, decisions, head } of header.municipalities) {
      const report = await door.read(code, verifyStoredChain);
      if (!report.whole)
        throw new ToldError(
          `${code}: kedjan i säkerhetskopian är bruten vid beslut ${report.number}. Inget har återställts: använd en annan kopia.`,
        );
      if (report.count !== decisions || (head !== null && report.head !== head))
        throw new ToldError(
          `${code}: kedjan slutar inte som säkerhetskopian säger. Inget har återställts: använd en annan kopia.`,
        );
      console.log(`${code}: kedjan är hel, ${report.count} beslut, huvud ${report.head}`);
    }
  } finally {
    await door.close();
  }
}

const IN_MAKING = "restoring-";

/**
 * Restores beside the place where the database belongs, and puts it there when it is whole and stopped: cut off at any moment,
 * the folder holds no database that a start would take for the real one.
 */
async function intoFolder(folder: string, restore: (databaseUrl: string) => Promise<void>): Promise<void> {
  const made = !existsSync(folder);
  await makeFolder(folder);
  try {
    const done = await whileStarting(join(folder, "starting"), async () => {
      refuseHeld(folder);
      await removeLeftBehind(folder);
      const place = join(folder, `${IN_MAKING}${randomUUID()}`);
      try {
        const embedded = await startEmbedded(place, toStderr);
        try {
          await restore(embedded.url);
        } finally {
          await embedded.stop();
        }
        await rename(join(place, "postgres"), join(folder, "postgres"));
      } finally {
        await rm(place, { recursive: true, force: true });
      }
    });
    if (done === "busy")
      throw new ToldError(`Tillit startar just nu på ${folder}: stäng det och försök igen.`);
  } catch (cause) {
    if (made) await rm(folder, { recursive: true, force: true });
    throw cause;
  }
}

/** A restore that was killed may have left a PostgreSQL at work. */
async function removeLeftBehind(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(IN_MAKING)) continue;
    const left = join(folder, name);
    if (holdsData(left)) await stopLeftBehind(left);
    await rm(left, { recursive: true, force: true });
  }
}
