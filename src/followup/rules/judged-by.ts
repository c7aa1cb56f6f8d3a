import type { Day } from "../../kernel/day.ts";
import { type Remark, remark } from "../../kernel/remark.ts";

interface Judgement {
  readonly judgement: string | null;
  readonly grounds: string;
  readonly by?: string | undefined;
  readonly on?: string | undefined;
  /** The fingerprint of what it rested on. */
  readonly ground?: string | undefined;
  /** What it rested on has changed since: it is to be looked at again. */
  readonly lookAgain?: boolean | undefined;
}

/**
 * Who judged, when and on what (U-7): whoever saved a judgement that is new or otherwise than it was stored, or that stands after
 * it was asked to be looked at again. What is unchanged is the one's who judged it; what a caller says of who judged is not read.
 * A judgement that is not made is nobody's.
 */
export function judgedBy<Own extends Judgement>(
  now: Own,
  stored: Judgement | undefined,
  who: { readonly person: string | undefined; readonly today: Day; readonly ground: string },
): Own {
  const { by: _by, on: _on, ground: _ground, lookAgain: asked, ...own } = now;
  if (own.judgement === null) return own as Own;
  const same = stored?.judgement === own.judgement && stored.grounds === own.grounds;
  const stands = same && stored.lookAgain === true && asked !== true;
  if (!same || stands) {
    const judged = { ...own, ground: who.ground } as unknown as Own;
    return who.person === undefined ? judged : { ...judged, by: who.person, on: who.today };
  }
  const { by, on, ground } = stored;
  return {
    ...own,
    ...(by === undefined ? {} : { by, on }),
    // Of those from before it was kept nobody knows what they rested on
    ...(ground === undefined ? {} : { ground }),
    ...(ground !== undefined && ground !== who.ground ? { lookAgain: true } : {}),
  } as unknown as Own;
}

/** A judgement whose ground has changed is looked at again before the report goes on: it stands, or it is another. */
export const lookAgainRemarks = (
  judged: readonly { readonly lookAgain?: boolean | undefined }[],
  nameOf: (place: number) => string,
  at: string,
): Remark[] =>
  judged.flatMap(({ lookAgain }, i) =>
    lookAgain
      ? [remark("stops", "judged-on-old-ground", "§2.5", { goal: nameOf(i) }, `${at}.${i}.judgement`)]
      : [],
  );
