import type { HealthCheck } from "../http/health.ts";
import { keptFor } from "../kept-for.ts";
import type { Watch } from "./watch.ts";

const SLOW_MS = 250;

export const databaseCheck = (watch: Watch): HealthCheck => ({
  name: "postgresql:responseTime",
  componentType: "datastore",
  async run() {
    const began = performance.now();
    try {
      await watch.ask("select 1");
    } catch (cause) {
      return {
        status: "fail",
        output: `Databasen svarar inte: ${cause instanceof Error ? cause.message : cause}`,
      };
    }
    const ms = Math.round(performance.now() - began);
    return ms > SLOW_MS
      ? { status: "warn", observedValue: ms, output: `Databasen svarar långsamt: ${ms} ms.` }
      : { status: "pass", observedValue: ms };
  },
});

export interface LastBackup {
  /** The moment that it shows; null where none has been made. */
  readonly snapshotAt: Date | null;
  readonly file: string | null;
  readonly bytes: number | null;
  /** When the installation was made, which is when the time for the first began. */
  readonly since: Date;
  /** A real municipality's data are here: a sample can be played anew. */
  readonly needed: boolean;
}

export async function lastBackup(watch: Watch): Promise<LastBackup> {
  const [found] = await watch.ask<LastBackup>(
    `select b.snapshot_at as "snapshotAt", b.file_name as file, b.bytes::float8 as bytes, m.since,
       exists (select from platform.municipality where not sample) as needed
     from (select min(ran_at) as since from public.tillit_migration) m
     left join lateral (select * from platform.backup order by snapshot_at desc limit 1) b on true`,
  );
  return found as LastBackup; // an aggregate always gives a row
}

const HOUR_MS = 3_600_000;

/** `hours`: how old the last backup may be; 0 where backups are made by other means, and nothing is known of them here. */
export function backupCheck(watch: Watch, hours: number, now: () => Date): HealthCheck {
  const last = keptFor(30_000, () => lastBackup(watch));
  return {
    name: "backup:age",
    componentType: "system",
    async run() {
      if (hours === 0)
        return { status: "pass", output: "Säkerhetskopior görs på annat sätt (TILLIT_BACKUP_HOURS=0)." };
      const { snapshotAt, file, since, needed } = await last();
      const ageHours = Math.round(((now().getTime() - (snapshotAt ?? since).getTime()) / HOUR_MS) * 10) / 10;
      const observedValue = { hours: snapshotAt && ageHours, file };
      if (!needed || ageHours <= hours) return { status: "pass", observedValue };
      const output = snapshotAt
        ? `Den senaste säkerhetskopian är ${ageHours} timmar gammal: kör tillit backup, och se efter varför den inte gjordes.`
        : "Ingen säkerhetskopia har gjorts: kör tillit backup, och låt den köras varje natt (docs/operation.md).";
      return { status: "warn", observedValue, output };
    },
  };
}
