import type { Day } from "../../kernel/day.ts";

interface Judgement {
  readonly judgement: string | null;
  readonly grounds: string;
  readonly by?: string | undefined;
  readonly on?: string | undefined;
}

/**
 * Who judged, and when (U-7): whoever saved a judgement that is new or otherwise than it was stored. What is unchanged is the
 * one's who judged it; what a caller says of who judged is not read. A judgement that is not made is nobody's.
 */
export function judgedBy<Own extends Judgement>(
  now: Own,
  stored: Judgement | undefined,
  person: string | undefined,
  today: Day,
): Own {
  const { by: _by, on: _on, ...own } = now;
  if (own.judgement === null) return own as Own;
  const same = stored?.judgement === own.judgement && stored.grounds === own.grounds;
  const who = same ? { by: stored.by, on: stored.on } : { by: person, on: today };
  return who.by === undefined ? (own as Own) : ({ ...own, ...who } as Own);
}
