import { type RawBuilder, sql } from "kysely";
import { YEAR_KEY } from "../http/year-play.ts";
import { throwUnused } from "../rendering/documents.ts";
import type { Job, Work } from "./job.ts";

const WRITER = { personId: "installation", requestId: "jobs" };
/** Rows thrown in one transaction: nobody waits long for what it holds. */
const AT_ONCE = 500;

/** Who asks again after a lost answer does so within days. */
export const ANSWERS_KEPT_DAYS = 7;
/** Wrong passwords are counted together for a day (sign-in.ts); what is older tells nothing. */
const TRIES_KEPT_DAYS = 2;
/** Who asks why a letter never came does so within months. */
const LETTERS_KEPT_DAYS = 90;
/** A budget's documents are read through its year and the next; what is asked for again is made again. */
const DOCUMENTS_KEPT_DAYS = 540;

/** Throws rows a few at a time, until there are none left or the turn is over. */
async function throwRows(
  { door, municipality, signal }: Work,
  why: string,
  some: RawBuilder<unknown>,
): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const thrown = await door.write({ municipality, ...WRITER }, why, async (tx) => some.execute(tx));
    if (Number(thrown.numAffectedRows ?? 0) < AT_ONCE) return;
  }
}

const some = (table: string, which: RawBuilder<unknown>) => sql`delete from ${sql.raw(table)} where ctid in (
  select ctid from ${sql.raw(table)} where municipality_id = platform.municipality() and ${which}
  limit ${AT_ONCE} for update skip locked)`;

/** Throws away what has gone out: what nobody can ask for any more, or what can be made again. */
export const housekeeping: readonly Job[] = [
  {
    name: "throw-sessions",
    cron: "10 3 * * *",
    run: (work) =>
      throwRows(
        work,
        "Inloggningar som har gått ut tas bort",
        some("platform.session", sql`expires_at < now()`),
      ),
  },
  {
    name: "throw-answers",
    cron: "20 3 * * *",
    run: (work) =>
      throwRows(
        work,
        "Svar som ingen frågar efter igen tas bort",
        some(
          "platform.answered_request",
          // Those of a sample's year say how far it has been played, and stay until it has been
          sql`at < now() - make_interval(days => ${ANSWERS_KEPT_DAYS})
            and not (key like ${`${YEAR_KEY}%`} and exists (select 1 from platform.municipality m
              where m.municipality_id = platform.municipality() and m.sample_stage = 'playing'))`,
        ),
      ),
  },
  {
    name: "throw-sign-in-tries",
    cron: "30 3 * * *",
    run: (work) =>
      throwRows(
        work,
        "Gamla inloggningsförsök tas bort",
        some("platform.sign_in_count", sql`last_at < now() - make_interval(days => ${TRIES_KEPT_DAYS})`),
      ),
  },
  {
    name: "throw-letters",
    cron: "50 3 * * *",
    run: (work) =>
      throwRows(
        work,
        "Gamla brev tas bort",
        some("platform.letter", sql`settled_at < now() - make_interval(days => ${LETTERS_KEPT_DAYS})`),
      ),
  },
  {
    name: "throw-documents",
    cron: "40 3 * * *",
    async run({ door, municipality }) {
      await door.write(
        { municipality, ...WRITER },
        "Dokument som ingen har frågat efter på länge tas bort",
        (tx) => throwUnused(tx, DOCUMENTS_KEPT_DAYS),
      );
    },
  },
];
