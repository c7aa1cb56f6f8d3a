import { sql } from "kysely";
import { asReader } from "../../../decisions/facts/reading.ts";
import { secretSources } from "../../../decisions/store/secrecy.ts";
import type { Day } from "../../../kernel/day.ts";
import type { Language } from "../../../kernel/format.ts";
import type { SampleFor } from "../../../kernel/sample-for.ts";
import { onReadingDay } from "../../../organisation/bodies/reading-day.ts";
import type { Chapter } from "../../../platform/chapter.ts";
import { type Clock, municipalDay } from "../../../platform/clock.ts";
import type { Config } from "../../../platform/config.ts";
import type { Tx } from "../../../platform/database/door.ts";
import type { Context } from "../../../platform/http/handle.ts";
import { isOpen, sampleFor } from "../../../platform/sample-doors.ts";
import type { MineItem } from "../../contract.ts";
import { mineNow } from "../../facts/mine.ts";

/** Where and when letters are written. */
export interface Standing {
  readonly municipality: string;
  readonly name: string;
  readonly day: Day;
  readonly now: Date;
  readonly whom: SampleFor | null;
}

export async function standingOf(
  tx: Tx,
  municipality: string,
  { config, clock }: { readonly config: Config; readonly clock: Clock },
): Promise<Standing> {
  const { rows } = await sql<{ name: string; sample: boolean; sample_today: string | null }>`
    select name, sample, sample_today from platform.municipality where municipality_id = ${municipality}`.execute(
    tx,
  );
  const own = rows[0] as (typeof rows)[number];
  const whom = sampleFor(config, own);
  const now = clock.now();
  const day = municipalDay({ open: isOpen(whom), sampleDay: own.sample_today }, now);
  return { municipality, name: own.name, day, now, whom };
}

/** A line of somebody's own list, and whether it is of something secret: then nothing of it is said in a letter. */
export type Line = MineItem & { readonly secret: boolean };

/**
 * What waits for a person, as that person's own page says it: asked of the chapters as the person, with what he or she reads. Nobody
 * with a protected identity is named.
 */
export async function linesOf(
  tx: Tx,
  {
    standing,
    personId,
    language,
  }: { readonly standing: Standing; readonly personId: string; readonly language: Language },
  chapters: readonly Chapter[],
): Promise<Line[]> {
  const ctx = asPerson(standing, personId, language);
  const secret = new Set(await secretSources(tx));
  // Nothing of it is opened to anybody here: what is secret leaves without its name
  const lines = await onReadingDay(ctx, () =>
    asReader({ ctx, note: () => {} }, () => mineNow(tx, ctx, chapters)),
  );
  return lines.map((line) => ({ ...line, secret: secret.has(line.thing.split(/[/@]/)[0] ?? "") }));
}

const asPerson = (
  { municipality, day, now, whom }: Standing,
  personId: string,
  language: Language,
): Context => ({
  municipality,
  personId,
  program: undefined,
  refused: undefined,
  halfway: undefined,
  today: day,
  standsOn: day,
  present: day,
  now,
  sample: isOpen(whom),
  sampleFor: whom,
  playing: undefined,
  language,
  requestId: "reminders",
  sessionToken: undefined,
  sessionEnded: false,
});
