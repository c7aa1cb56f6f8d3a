import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import type { OrganisationFile } from "../organisation/organisation-file.ts";
import { storeOrganisation } from "../organisation/store.ts";
import type { Config } from "../platform/config.ts";
import { DatabaseAway } from "../platform/database/away.ts";
import type { Door } from "../platform/database/door.ts";
import { isKept, PLAYER_HEADER, type Progress, YEAR_KEY, type YearPlay } from "../platform/http/year-play.ts";
import { ToldError } from "../platform/told.ts";
import { type Client, IN_PASSING, inProcess } from "./year/client.ts";
import { type Answers, LAST_DAY, playYear, readSteps, type Stage } from "./year/play.ts";

const FOLDER = join(import.meta.dirname, "../../sample");
const WRITER = { personId: "installation", requestId: "sample" };

/**
 * Puts the sample municipality's organisation into an empty installation, in one transaction. Gives the code of the
 * municipality whose year is to be played, or played on; undefined when there is none.
 */
export async function layOutSample(door: Door, sample: Config["sample"]): Promise<string | undefined> {
  if (sample === "none") return undefined;
  const file = JSON.parse(await readFile(join(FOLDER, "organisation.json"), "utf8")) as OrganisationFile;
  const { code, name } = file.municipality;
  const known = await door.read("", (tx) =>
    sql<{
      municipality_id: string;
      sample_stage: string | null;
    }>`select municipality_id, sample_stage from platform.municipality`.execute(tx),
  );
  const own = known.rows.find((row) => row.municipality_id === code);
  if (own) return own.sample_stage === "playing" ? code : undefined;
  if (known.rows.length > 0) return undefined; // a real installation: nothing is put beside its own
  const full = sample === "full";
  // The play moves the day on, step by step; without a year the sample follows Sweden's day until somebody moves it
  const firstDay = full ? ((await readSteps(FOLDER))[0]?.on ?? null) : null;
  await door.write(
    { municipality: code, ...WRITER },
    "Exempelkommunens organisation läggs in",
    async (tx) => {
      await sql`insert into platform.municipality (municipality_id, name, sample, sample_stage, sample_today, first_year)
        values (${code}, ${name}, true, ${full ? "playing" : "organisation"}, ${firstDay},
          ${file.municipality.firstYear ?? null})`.execute(tx);
      await storeOrganisation(tx, code, file);
    },
  );
  return full ? code : undefined;
}

/** A play of the sample's year, which others can look at while it goes on. */
export interface SamplePlay extends YearPlay {
  /**
   * Finds how far an earlier start came. From then on others see the play, and wait with what they write. False where there
   * is nothing that can be played on: an earlier version's year had begun, and stays as far as it came.
   */
  prepare(door: Door, municipality: string): Promise<boolean>;
  /**
   * Plays the year through the same HTTP API and the same rules as everybody's, from where an earlier start was cut off.
   * Ends between two steps when the signal says so; throws a ToldError at a step that does not go as it should.
   */
  play(
    app: FastifyInstance,
    door: Door,
    municipality: string,
    told: { readonly signal: AbortSignal; onStep(progress: Progress): void },
  ): Promise<void>;
}

export function samplePlay(stage: Stage = "full"): SamplePlay {
  const key = randomUUID();
  let progress: Progress | undefined;
  let before: Answers = new Map();
  return {
    key,
    progress: () => progress,
    async prepare(door, municipality) {
      try {
        before = await answersOf(door, municipality);
      } catch (cause) {
        if (cause instanceof OtherYear) return false;
        throw cause;
      }
      progress = { done: Math.max(-1, ...before.keys()) + 1, of: (await readSteps(FOLDER, stage)).length };
      return true;
    },
    async play(app, door, municipality, { signal, onStep }) {
      if (!progress) throw new Error("a play is prepared before it begins");
      const { of } = progress;
      const client = inProcess(app, { [PLAYER_HEADER]: key });
      const playOn = async () => {
        let last: string | undefined;
        for await (const { done, lastKey } of playSteps(client, before, stage)) {
          progress = { done, of };
          last = lastKey;
          onStep(progress);
          if (signal.aborted) return;
        }
        await door.write({ municipality, ...WRITER }, "Exempelåret är uppspelat", async (tx) => {
          if (last !== undefined && !(await isKept(tx, last)))
            throw new CutOff("det sista steget sparades inte.");
          await sql`update platform.municipality set sample_stage = 'played', sample_today = ${LAST_DAY[stage]}`.execute(
            tx,
          );
        });
        progress = undefined;
      };
      let reached = -1;
      let triesHere = 0;
      for (;;)
        try {
          return await playOn();
        } catch (cause) {
          if (signal.aborted) return;
          if (!(cause instanceof CutOff || cause instanceof DatabaseAway)) throw cause;
          triesHere = progress.done === reached ? triesHere + 1 : 0;
          reached = progress.done;
          if (triesHere >= MAX_TRIES) throw cause;
          await new Promise((done) => setTimeout(done, TRY_EACH_MS));
          // What was stored last may have gone with PostgreSQL: where to go on is what the database says, not what we remember
          before = await answersOf(door, municipality).catch(() => before);
        }
    },
  };
}

const TRY_EACH_MS = 500;
/** At one step: as long as PostgreSQL has to come back. */
const MAX_TRIES = 240;

/** A step that something in passing stood in the way of: it is taken again, from what is stored. */
class CutOff extends ToldError {
  constructor(why: string) {
    super(`Exempelåret kunde inte spelas upp: ${why} ${PLAYED_ON_LATER}`);
  }
}
const PLAYED_ON_LATER = "Starta igen när det är åtgärdat, så spelas året vidare därifrån.";

/** Plays the sample's steps, each of which must go as it should; gives how many are done, and the key of the last that is stored. */
export async function* playSteps(
  client: Client,
  before: Answers,
  stage?: Stage,
): AsyncGenerator<{ done: number; lastKey: string | undefined }> {
  for await (const step of playYear(client, FOLDER, { before, stage })) {
    if (!step.asExpected) {
      const { status, json } = step.reply;
      // A session is stored as the steps are, and may be lost with them
      if (status === IN_PASSING || (json as { code?: string }).code === "sign-in-first")
        throw new CutOff(step.outcome);
      const again = status >= 500 ? PLAYED_ON_LATER : "Börja om med en ny mapp (TILLIT_DATA).";
      throw new ToldError(
        `Exempelåret kunde inte spelas upp, steget ”${step.name}” (${step.as}, ${step.on}) gav: ${step.outcome.replace(/\.?$/, ".")} ${again}`,
      );
    }
    yield { done: step.index + 1, lastKey: step.lastKey };
  }
}

/**
 * What the play has been answered so far, by the steps' indices; the answer itself where later steps name it. Throws OtherYear
 * where what has been played is not this year's beginning: an earlier version of the sample had begun.
 */
export async function answersOf(door: Door, municipality: string): Promise<Answers> {
  const steps = await readSteps(FOLDER);
  const named = steps.flatMap(({ key, keep }) => (keep ? [key] : []));
  const { rows } = await door.read(municipality, (tx) =>
    sql<{ key: string; answer: unknown }>`
      select key, case when key = any(${named}) then jsonb_build_object('id', answer -> 'id', 'number', answer -> 'number') end as answer
      from platform.answered_request where key like ${`${YEAR_KEY}%`}`.execute(tx),
  );
  const places = new Map(steps.map(({ key }, index) => [key, index]));
  const answers = new Map<number, unknown>();
  for (const { key, answer } of rows) {
    const place = places.get(key);
    if (place === undefined) throw new OtherYear();
    answers.set(place, answer);
  }
  return answers;
}

/** The sample's year had begun to be played as it was in another version: it can't be played on. */
export class OtherYear extends Error {}
