import { join, resolve } from "node:path";
import { readConfig } from "../../platform/config.ts";
import {
  chooseDataFolder,
  holdsData,
  PROGRAM,
  stateFolder,
  thisMachine,
} from "../../platform/database/data-folder.ts";
import { moveData } from "../../platform/database/move-data.ts";
import { isSuperuser } from "../../platform/database/postgres-user.ts";

const USAGE = `Användning:
  npm run tillit -- data               säger var databasen ligger
  npm run tillit -- data move [mapp]   flyttar den till mappen; som root utan mapp: till programmets egen plats under /var/lib/tillit`;

/** Tells where the embedded database lies, or moves it: data are never moved by anything else. */
export async function run([what, to, ...more]: string[]): Promise<number> {
  const { dataFolder, databaseUrl } = readConfig(process.env);
  if (more.length > 0 || (what !== undefined && what !== "move")) {
    console.error(USAGE);
    return 2;
  }
  if (databaseUrl) {
    console.error("Databasen är den som DATABASE_URL anger; den inbyggda används inte.");
    return what === undefined ? 0 : 1;
  }
  if (what === "move") return move(dataFolder, to);
  const folder = chooseDataFolder(dataFolder, thisMachine);
  console.log(holdsData(folder) ? folder : `${folder} (tom: databasen läggs där vid nästa start)`);
  return 0;
}

async function move(named: string | undefined, to: string | undefined): Promise<number> {
  const own = join(stateFolder(), "data");
  if (to === undefined && !isSuperuser()) {
    console.error(`Säg vart: npm run tillit -- data move <mapp>.`);
    return 2;
  }
  const from = named ?? [join(PROGRAM, "data"), own].find(holdsData) ?? join(PROGRAM, "data");
  const target = to === undefined ? own : resolve(to);
  await moveData(from, target);
  console.log(`Databasen ligger nu i ${target}.`);
  if (target !== own) console.log(`Starta med TILLIT_DATA=${target} så att den används.`);
  return 0;
}
