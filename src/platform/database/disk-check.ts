import { statfs } from "node:fs/promises";
import type { HealthCheck } from "../http/health.ts";

/** Below this nothing more should be written, and PostgreSQL soon can't. */
const TOO_LITTLE_BYTES = 200_000_000;
const LITTLE_BYTES = 2_000_000_000;
const LITTLE_SHARE = 0.1;

/** What is free on the disk of a folder: the embedded database's, or where files that are read in lie meanwhile. */
export const diskCheck = (folder: string): HealthCheck => ({
  name: "disk:free",
  componentType: "system",
  async run() {
    const { bavail, blocks, bsize } = await statfs(folder);
    const bytes = bavail * bsize;
    const told = `${Math.round(bytes / 1_000_000)} MB ledigt på disken där ${folder} ligger`;
    if (bytes < TOO_LITTLE_BYTES)
      return {
        status: "fail",
        observedValue: bytes,
        output: `${told}: gör plats nu, annars stannar databasen.`,
      };
    if (bytes < LITTLE_BYTES && bavail < blocks * LITTLE_SHARE)
      return { status: "warn", observedValue: bytes, output: `${told}: gör plats.` };
    return { status: "pass", observedValue: bytes };
  },
});
