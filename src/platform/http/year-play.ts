import type { FastifyRequest } from "fastify";
import { sql } from "kysely";
import { problemKind, refuse } from "../../kernel/problem.ts";
import type { Tx } from "../database/door.ts";
import { DatabaseGone } from "./problems.ts";

/** How far a sample's year has been played. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** The play of a sample's year, while the server already answers others. */
export interface YearPlay {
  /** Known to the play alone, and sent with each of its requests: they are let through, and not counted as a visitor's. */
  readonly key: string;
  /** Undefined when nothing is being played. */
  progress(): Progress | undefined;
}

/** What the keys of the play's own writes begin with. */
export const YEAR_KEY = "year-";
export const PLAYER_HEADER = "tillit-player";
/** The key of the step that the play was answered last. */
export const AFTER_HEADER = "tillit-after";

export const isPlayer = (request: FastifyRequest, play: YearPlay | undefined): boolean =>
  play !== undefined && request.headers[PLAYER_HEADER] === play.key;

const SamplePlaying = problemKind("sample-playing", 503);

/** While the year is played only the play writes: what a visitor wrote could stand in the way of a later step. */
export function refuseWhilePlaying(request: FastifyRequest, play: YearPlay | undefined): void {
  const progress = play?.progress();
  if (!progress || isPlayer(request, play)) return;
  refuse(SamplePlaying, { params: { done: progress.done, of: progress.of } });
}

/**
 * A step of the play stands on the one before it, which may have gone with a PostgreSQL that died after it had answered: then
 * the play begins anew from what is stored. In the step's own transaction, so that nothing can happen in between.
 */
export async function refuseWhereLost(
  request: FastifyRequest,
  play: YearPlay | undefined,
  tx: Tx,
): Promise<void> {
  const after = request.headers[AFTER_HEADER];
  if (typeof after !== "string" || !isPlayer(request, play) || (await isKept(tx, after))) return;
  refuse(DatabaseGone);
}

/** Whether the answer to a step is kept. */
export async function isKept(tx: Tx, key: string): Promise<boolean> {
  const { rows } = await sql`select 1 from platform.answered_request where key = ${key} limit 1`.execute(tx);
  return rows.length > 0;
}
