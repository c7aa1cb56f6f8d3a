import type { z } from "zod";
import type { Tx } from "../database/door.ts";

/** What a letter is of: whose, about what, and the address that its links begin with. */
export interface LetterOf<About> {
  readonly municipality: string;
  readonly personId: string;
  readonly about: About;
  /** "https://tillit.kommunen.se": no slash at its end. */
  readonly base: string;
}

/** What a letter says. */
export interface LetterText {
  readonly subject: string;
  readonly text: string;
  /** The same to look at. */
  readonly html?: string | undefined;
  /** Where a program of mail ends letters of this sort by one press (RFC 8058). */
  readonly unsubscribe?: string | undefined;
}

/** A sort of letter: a chapter declares its own, and the shell gathers them for the job that sends. */
export interface LetterKind<About = unknown> {
  /** Small letters and hyphens. */
  readonly kind: string;
  readonly about: z.ZodType<About>;
  /**
   * What it says, written when it is sent and anew at each try: what opens anything is made here, and stands nowhere before.
   * Undefined where nobody is to have it any longer.
   */
  write(tx: Tx, of: LetterOf<About>): Promise<LetterText | undefined>;
  /** What follows when it has been sent (`fault` null), or never will be, with what the mail server said. */
  settled?(tx: Tx, of: Omit<LetterOf<About>, "base">, fault: string | null): Promise<void>;
}

// biome-ignore lint/suspicious/noExplicitAny: letters of all sorts stand in one list; each checks its own by its schema
export type AnyLetterKind = LetterKind<any>;
