import type { FastifyRequest } from "fastify";
import { problemKind, refuse } from "../../kernel/problem.ts";

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

export const PLAYER_HEADER = "tillit-player";

export const isPlayer = (request: FastifyRequest, play: YearPlay | undefined): boolean =>
  play !== undefined && request.headers[PLAYER_HEADER] === play.key;

const SamplePlaying = problemKind("sample-playing", 503);

/** While the year is played only the play writes: what a visitor wrote could stand in the way of a later step. */
export function refuseWhilePlaying(request: FastifyRequest, play: YearPlay | undefined): void {
  const progress = play?.progress();
  if (!progress || isPlayer(request, play)) return;
  refuse(SamplePlaying, { params: { done: progress.done, of: progress.of } });
}
