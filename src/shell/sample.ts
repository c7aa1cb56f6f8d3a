import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import type { OrganisationFile } from "../organisation/organisation-file.ts";
import { storeOrganisation } from "../organisation/store.ts";
import type { Config } from "../platform/config.ts";
import type { Door } from "../platform/database/door.ts";
import { PLAYER_HEADER, type Progress, type YearPlay } from "../platform/http/year-play.ts";
import { ToldError } from "../platform/told.ts";
import { type Client, inProcess } from "./year/client.ts";
import { type Answers, playYear, readSteps, stepKey } from "./year/play.ts";

const FOLDER = join(import.meta.dirname, "../../sample");
const WRITER = { personId: "installation", requestId: "sample" };

/** The sample's own day when its year has been played: the year is closed and the next is being planned. */
const PLAYED_TODAY = "2028-05-15";

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
  /** Finds how far an earlier start came. From then on others see the play, and wait with what they write. */
  prepare(door: Door, municipality: string): Promise<void>;
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

export function samplePlay(): SamplePlay {
  const key = randomUUID();
  let progress: Progress | undefined;
  let before: Answers = new Map();
  return {
    key,
    progress: () => progress,
    async prepare(door, municipality) {
      before = await answersOf(door, municipality);
      progress = { done: Math.max(-1, ...before.keys()) + 1, of: (await readSteps(FOLDER)).length };
    },
    async play(app, door, municipality, { signal, onStep }) {
      if (!progress) throw new Error("a play is prepared before it begins");
      const { of } = progress;
      const client = inProcess(app, { [PLAYER_HEADER]: key });
      for await (const { done } of playSteps(client, before)) {
        progress = { done, of };
        onStep(progress);
        if (signal.aborted) return;
      }
      await door.write({ municipality, ...WRITER }, "Exempelåret är uppspelat", (tx) =>
        sql`update platform.municipality set sample_stage = 'played', sample_today = ${PLAYED_TODAY}`.execute(
          tx,
        ),
      );
      progress = undefined;
    },
  };
}

/** Plays the sample's steps, each of which must go as it should; gives how many are done. */
export async function* playSteps(client: Client, before: Answers): AsyncGenerator<{ done: number }> {
  for await (const step of playYear(client, FOLDER, before)) {
    if (!step.asExpected)
      throw new ToldError(
        `Exempelåret kunde inte spelas upp, steget ”${step.name}” (${step.as}, ${step.on}) gav: ${step.outcome.replace(/\.?$/, ".")} Börja om med en ny mapp (TILLIT_DATA).`,
      );
    yield { done: step.index + 1 };
  }
}

/**
 * What the play has been answered so far, by the steps' indices; the answer itself where later steps name it. They are kept
 * for as long again as from now, since an answer is forgotten after some days.
 */
export async function answersOf(door: Door, municipality: string): Promise<Answers> {
  const named = (await readSteps(FOLDER)).flatMap((step, index) => (step.keep ? [stepKey(index)] : []));
  const { rows } = await door.write({ municipality, ...WRITER }, "Exempelåret spelas vidare", async (tx) => {
    await sql`update platform.answered_request set at = clock_timestamp()
      where key like ${stepKey("%")} and at < clock_timestamp() - interval '1 day'`.execute(tx);
    return sql<{ key: string; answer: unknown }>`
      select key, case when key = any(${named}) then jsonb_build_object('id', answer -> 'id', 'number', answer -> 'number') end as answer
      from platform.answered_request where key like ${stepKey("%")}`.execute(tx);
  });
  return new Map(rows.map(({ key, answer }) => [Number(key.slice(stepKey("").length)), answer]));
}
