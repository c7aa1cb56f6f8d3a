import type { Readable } from "node:stream";
import type { z } from "zod";
import type { Day } from "../../kernel/day.ts";
import { type ProblemKind, problemKind, refuse } from "../../kernel/problem.ts";
import type { SampleFor } from "../../kernel/sample-for.ts";
import type { Door, Tx } from "../database/door.ts";
import type { Tell } from "../intake/progress.ts";
import type { Document } from "../rendering/document.ts";
import type { Program } from "../sign-in/programs.ts";
import type { Stage } from "../sign-in/sessions.ts";
import type { Route } from "./contract.ts";
import type { From } from "./from.ts";
import type { Noting } from "./security-log.ts";
import type { Progress } from "./year-play.ts";

/** What is known of a request before any chapter has looked at it. */
export interface Context {
  readonly municipality: string;
  /** Undefined when nobody has signed in. */
  readonly personId: string | undefined;
  /** Whose token it was asked by, where a program asks: then `personId` is its id. */
  readonly program: Program | undefined;
  /** Why the token that it was asked by opens nothing. */
  readonly refused: ProblemKind | undefined;
  /** Who has given the password and has a second factor to give, or to set up: nobody yet, but to what is done for that. */
  readonly halfway: { readonly personId: string; readonly stage: Stage } | undefined;
  /** The day that one reads on: the municipality's own, or an earlier one that was chosen (in a sample a later one too). */
  readonly today: Day;
  /**
   * The day whose posts and mandates the one who asks has: the municipality's own, whatever day is read. In a sample municipality, where
   * anybody takes whichever role, the day that is read.
   */
  readonly standsOn: Day;
  /**
   * The municipality's own day, on which everything is written. Where something is written the two are the same: else it is
   * refused before any chapter has seen it.
   */
  readonly present: Day;
  /** The machine's time, for the log and for order; never shown as a day. */
  readonly now: Date;
  /** Whether roles and days can be chosen: a sample municipality, where it is open. */
  readonly sample: boolean;
  /** Whom a sample municipality is open for; null in one that is no sample. */
  readonly sampleFor: SampleFor | null;
  /** How far the sample's year has been played, while it is. */
  readonly playing: Progress | undefined;
  readonly language: "sv" | "en";
  readonly requestId: string;
  /** Only for sign-in: what the cookie said, and how to set it. */
  readonly sessionToken: string | undefined;
  /** Whether what the cookie said is a session that has lasted its time, or has not been used for long. */
  readonly sessionEnded: boolean;
}

export interface Upload {
  readonly filename: string;
  /** Empty where a reader has taken them over (`handleFile`). */
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

export interface Asked<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly ctx: Context;
  readonly tx: Tx;
  /**
   * The version that the client saw: an ETag; "none" where it says that there is none (If-None-Match: *). What it already
   * has, when it reads (If-None-Match).
   */
  readonly seen: string | undefined;
  readonly upload: Upload | undefined;
  /** Where it comes from, and by which name it was asked. */
  readonly from: From;
  /** The sender has gone, and wants nothing of it done: checked between the parts of what takes its time. */
  readonly gone: AbortSignal;
  /** Tells the sender how far a file has come, where the sender wants to know. */
  readonly tell: Tell | undefined;
  /** Tells the security log, once what is done here is stored. */
  readonly note: Noting;
}

/** An answer with what HTTP carries beside the body. */
export class Answer<T> {
  readonly value: T;
  readonly etag: string | undefined;
  readonly filename: string | undefined;
  /** A new session token, or null to sign out. */
  readonly session: string | null | undefined;
  /** The same of an operator's session. */
  readonly operator: string | null | undefined;
  /** By what this browser is known again at sign-in. */
  readonly device: string | undefined;
  /** By what it is known again when its person comes back from an identity provider. */
  readonly round: string | undefined;
  /** The client has this version already (304): there is no value. */
  readonly unchanged: boolean;
  /** A document of something decided. */
  readonly decided: boolean;
  constructor(
    value: T,
    extra: {
      etag?: string | undefined;
      filename?: string | undefined;
      session?: string | null | undefined;
      operator?: string | null | undefined;
      device?: string | undefined;
      round?: string | undefined;
      unchanged?: boolean;
      decided?: boolean;
    } = {},
  ) {
    this.value = value;
    this.etag = extra.etag;
    this.filename = extra.filename;
    this.session = extra.session;
    this.operator = extra.operator;
    this.device = extra.device;
    this.round = extra.round;
    this.unchanged = extra.unchanged ?? false;
    this.decided = extra.decided ?? false;
  }
}

/** How the file of a request is read before its transaction begins, in a thread of its own (`platform/intake`). */
export interface FileReading<Q> {
  /** A module whose default export reads: `FileReader` in platform/intake/reader.ts. */
  readonly module: URL;
  /** Asked first, before the file is read: refuses who may not, and gives what the reader needs to know. */
  readonly prepare: (asked: { query: Q; ctx: Context; tx: Tx }) => Promise<unknown>;
  /** Lets go of what the reader left outside its answer, whether the request came to anything or not. */
  // biome-ignore lint/suspicious/noExplicitAny: what its own reader gives
  readonly release?: (read: any) => Promise<void>;
}

/** What is known before a request's transaction begins. */
export interface Before<B, P = unknown> {
  readonly params: P;
  readonly body: B;
  readonly ctx: Context;
  readonly door: Door;
  /** The sender's address. */
  readonly ip: string;
  readonly from: From;
  /** What the browser's cookie says that the device is. */
  readonly device: string | undefined;
  /** And by what it is known again when its person comes back from an identity provider. */
  readonly round: string | undefined;
  /** Where the sender's browser says that it is, scheme and host: "https://tillit.example.se". */
  readonly origin: string;
  /** Tells the security log at once, whatever the answer becomes. */
  readonly note: Noting;
}

export interface Handler {
  readonly route: Route;
  // biome-ignore lint/suspicious/noExplicitAny: the types meet in `handle`; here all handlers are alike
  readonly run: (asked: Asked<any, any, any>, read?: any) => Promise<unknown>;
  // biome-ignore lint/suspicious/noExplicitAny: as above, in `handleFile`
  readonly reading?: FileReading<any>;
  // biome-ignore lint/suspicious/noExplicitAny: as above, in `handleAfter`
  readonly before?: (asked: Before<any, any>) => Promise<unknown>;
}

/** Ties a route to what answers it. One request is one transaction: answered means stored. */
export function handle<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  route: Route<P, Q, B, R>,
  run: (
    asked: Asked<z.output<P>, z.output<Q>, z.output<B>>,
  ) => Promise<z.input<R> | Answer<z.input<R>> | Answer<Uint8Array> | Answer<Document>>,
): Handler {
  return { route, run };
}

/** Ties a route that takes a file to what reads it and to what answers it, with what was read. */
export function handleFile<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
  Read,
>(
  route: Route<P, Q, B, R>,
  reading: FileReading<z.output<Q>>,
  run: (
    asked: Asked<z.output<P>, z.output<Q>, z.output<B>> & { readonly upload: Upload },
    read: Read,
  ) => Promise<z.input<R>>,
): Handler {
  return { route, reading, run: run as Handler["run"] };
}

/**
 * Ties a route to what is done before its transaction, in transactions of its own – what must stay stored though the answer is a
 * refusal – and to what answers, with what came of it.
 */
export function handleAfter<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
  Done,
>(
  route: Route<P, Q, B, R>,
  before: (asked: Before<z.output<B>, z.output<P>>) => Promise<Done>,
  run: (
    asked: Asked<z.output<P>, z.output<Q>, z.output<B>>,
    done: Done,
  ) => Promise<z.input<R> | Answer<z.input<R>> | Answer<Readable>>,
): Handler {
  return { route, before, run: run as Handler["run"] };
}

export const MustSayWhatWasSeen = problemKind("must-say-what-was-seen", 428);
export const Stale = problemKind("stale", 412);
export const NotFound = problemKind("not-found", 404);

/** Optimistic locking: refuses unless the client has seen the version that is there ("none": nothing is there yet). */
export function mustHaveSeen(seen: string | undefined, present: string): void {
  if (seen === undefined) refuse(MustSayWhatWasSeen);
  if (seen !== present) refuse(Stale);
}

const CalledBack = problemKind("called-back", 409);

/** Refuses to go on with what its sender has called back: the transaction is taken back with it. */
export function mustBeWanted(gone: AbortSignal): void {
  if (gone.aborted) refuse(CalledBack);
}
