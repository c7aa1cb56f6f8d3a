import type { Config } from "../platform/config.ts";
import { holdsData } from "../platform/database/data-folder.ts";
import { toStderr } from "../platform/database/database-log.ts";
import { FolderInUse, runningEmbedded, startEmbedded } from "../platform/database/embedded.ts";
import { ToldError } from "../platform/told.ts";
import { dataFolderOf } from "./server.ts";

/**
 * The database as it is, without migrating it: for what must work on it before an upgrade, and beside a running server. Throws
 * a ToldError where there is none.
 */
export async function databaseAsItIs(
  config: Config,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const folder = dataFolderOf(config);
  if (folder === undefined)
    return { url: config.databaseOwnerUrl ?? (config.databaseUrl as string), close: async () => {} };
  if (!holdsData(folder)) throw new ToldError(`Det finns ingen databas i ${folder}.`);
  try {
    const embedded = await startEmbedded(folder, toStderr);
    return { url: embedded.url, close: () => embedded.stop() };
  } catch (cause) {
    const url = cause instanceof FolderInUse ? await runningEmbedded(folder) : undefined;
    if (!url) throw cause;
    return { url, close: async () => {} };
  }
}
