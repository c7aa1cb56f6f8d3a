import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The first draws no window round each page, which takes a seventh of the processor's time for the same page. */
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];
const ROOT = join(import.meta.dirname, "..");

/** A Chromium to test with: one that is there, else Debian's, else the one that @sparticuz/chromium carries. */
export async function findBrowser(): Promise<string> {
  return browserAtHand() ?? fromDebian() ?? carried();
}

/** The Chromium that is there already, if any. */
export const browserAtHand = (): string | undefined => process.env.TILLIT_BROWSER || onPath();

const onPath = (): string | undefined =>
  (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((file) => existsSync(file));

function fromDebian(): string | undefined {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get"))
    return undefined;
  console.log("Installerar Chromium ur Debian för webbläsartesterna …");
  const options = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
  spawnSync("apt-get", ["update"], options);
  for (const name of ["chromium-headless-shell", "chromium"]) {
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", name], options);
    if (onPath()) break;
  }
  return onPath();
}

/**
 * The Chromium that comes through npm, for a machine that has nothing of its own. The package also carries the libraries that
 * a bare system lacks (libnss3, libnspr4, …), but unpacks and uses them only where it believes itself in its usual place: so
 * it is told that it is there, in a process and a folder of its own. What is given back is a script that starts the browser
 * with those libraries; nothing else is.
 */
export function carried(): string {
  const entry = import.meta.resolve("@sparticuz/chromium");
  const packageFolder = join(dirname(fileURLToPath(entry)), "../..");
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  const folder = join(ROOT, "node_modules/.cache", `chromium-${version}`);
  const script = join(folder, "start.sh");
  if (existsSync(script)) return script;
  console.log("Packar upp den medföljande Chromium för webbläsartesterna …");
  const fresh = `${folder}.new-${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      "--input-type=module",
      "-e",
      `const { default: chromium } = await import(${JSON.stringify(entry)}); await chromium.executablePath();`,
    ],
    { cwd: ROOT, env: { ...process.env, ...USUAL_PLACE, TMPDIR: fresh }, encoding: "utf8" },
  );
  if (status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Error(`Den medföljande Chromium gick inte att packa upp:\n${stderr}`);
  }
  const fonts = join(fresh, "fonts/fonts.conf");
  writeFileSync(fonts, readFileSync(fonts, "utf8").replaceAll("/tmp/fonts", join(folder, "fonts")));
  writeFileSync(
    join(fresh, "start.sh"),
    `#!/bin/sh
folder=$(dirname "$0")
export LD_LIBRARY_PATH="$folder/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export FONTCONFIG_PATH="$folder/fonts"
exec "$folder/chromium" "$@"
`,
  );
  chmodSync(join(fresh, "start.sh"), 0o755);
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
  return script;
}

/** Amazon's Lambda, on which the package knows that the libraries are missing. */
const USUAL_PLACE = { AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" };

export const BROWSER_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];
