import { statfs } from "node:fs/promises";
import { problemKind } from "../kernel/problem.ts";
import { type Clock, machineClock } from "./clock.ts";
import { type HealthCheck, type HealthStatus, worst } from "./http/health.ts";

/** Nothing more can be written: on the database's disk, or where files that are read lie meanwhile. */
export const DiskFull = problemKind("disk-full", 507);

/** PostgreSQL's disk_full, and what the system says of a file of our own. */
const CODES = ["53100", "ENOSPC", "EDQUOT"];
const WORDS = /\b(ENOSPC|EDQUOT|No space left on device)\b/;

/** Whether an error says that the disk is full; one from a thread has only its words left. */
export function saysFull(cause: unknown): boolean {
  const { code, message } = cause as { code?: unknown; message?: unknown };
  if (typeof code === "string" && CODES.includes(code)) return true;
  return typeof message === "string" && WORDS.test(message);
}

const MB = 1024 * 1024;
const FAIL_BELOW_BYTES = 200 * MB;
const WARN_BELOW_BYTES = 1024 * MB;
const WARN_BELOW_PART = 0.1;
/** So long is a refused write a sign that there is no room, whatever the disk says. */
const LATELY_MS = 5 * 60_000;

export interface Disk {
  /** A write was refused because the disk is full. */
  refused(): void;
  /** How much room there is, for the health page. */
  readonly check: HealthCheck;
}

/** Watches the disks that some folders lie on; `clock`: the machine's time. */
export function watchDisk(folders: readonly string[], clock: Clock = machineClock): Disk {
  let refusedAt: number | undefined;
  return {
    refused() {
      refusedAt = clock.now().getTime();
    },
    check: {
      name: "disk:freeSpace",
      componentType: "system",
      async run() {
        const all = await Promise.all(folders.map(freeIn));
        const least = all.reduce((a, b) => (b.free < a.free ? b : a));
        const lately = refusedAt !== undefined && clock.now().getTime() - refusedAt < LATELY_MS;
        const status = lately ? "fail" : worst(all.map(statusOf));
        return {
          status,
          observedValue: Math.floor(least.free / MB),
          ...(status === "pass" ? {} : { output: OUTPUT[lately ? "refused" : status] }),
        };
      },
    },
  };
}

const OUTPUT = {
  refused: "Något gick inte att spara för att disken är full: gör plats. Det som är sparat står kvar.",
  fail: "Nästan inget ledigt på disken (MB): gör plats nu, annars stannar databasen.",
  warn: "Det börjar bli ont om plats på disken (MB): gör plats.",
} as const;

interface Room {
  readonly free: number;
  readonly total: number;
}

/** Bytes that a program may still write where a folder lies. */
async function freeIn(folder: string): Promise<Room> {
  const { bsize, bavail, blocks } = await statfs(folder);
  return { free: bsize * bavail, total: bsize * blocks };
}

const statusOf = ({ free, total }: Room): HealthStatus =>
  free < FAIL_BELOW_BYTES
    ? "fail"
    : free < WARN_BELOW_BYTES || free < total * WARN_BELOW_PART
      ? "warn"
      : "pass";
