import { execFileSync } from "node:child_process";
import { cp, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ROOT } from "./server-process.ts";

/** Copies what git knows, as a clone would have it: no node_modules, no data, nothing built. */
export async function cloneInto(folder: string): Promise<void> {
  const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  for (const file of files.split("\0").filter(Boolean)) {
    const to = join(folder, file);
    await mkdir(dirname(to), { recursive: true });
    await cp(join(ROOT, file), to).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== "ENOENT") throw cause; // removed in the work tree, not yet in git
    });
  }
}

/** The first command in README's Start chapter, as a newcomer reads it. */
export const firstCommand = (readme: string): string =>
  /## Start[\s\S]*?```sh\n(.*)\n```/.exec(readme)?.[1] ?? "";
