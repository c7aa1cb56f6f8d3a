import { z } from "zod";
import type { Tx } from "../database/door.ts";
import type { Job } from "../jobs/job.ts";
import { postJob } from "../jobs/post.ts";
import type { LetterKind } from "./letter-kind.ts";
import { newLetter } from "./store.ts";

export const SEND_LETTER = {
  name: "send-letter",
  data: z.object({ letter: z.number().int() }),
} satisfies Pick<Job, "name" | "data">;

/** Whom a letter goes to, and what it is about: nothing in it opens anything. */
interface To<About> {
  readonly personId: string;
  /** The account whose address it goes to; the person's own address where none is said. */
  readonly account?: number;
  readonly about: About;
}

/**
 * Posts a letter, sent when the transaction has ended; where no letters can be sent from here it waits for somebody to hand over
 * what it would have said.
 */
export async function postLetter<About>(
  tx: Tx,
  municipality: string,
  { kind, about: shape }: Pick<LetterKind<About>, "kind" | "about">,
  { personId, account = undefined, about }: To<About>,
  { offered }: { readonly offered: boolean },
): Promise<void> {
  const letter = await newLetter(tx, municipality, {
    kind,
    personId,
    account: account ?? null,
    about: shape.parse(about),
    state: offered ? "waiting" : "by-hand",
  });
  if (offered) await sendAgain(tx, letter);
}

/** Posts the sending of a letter that is there. */
export const sendAgain = (tx: Tx, letter: number): Promise<void> =>
  postJob(tx, SEND_LETTER, { letter }, String(letter));
