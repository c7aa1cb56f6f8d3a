import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { dayText } from "../../kernel/format.ts";
import { problemKind, refuse } from "../../kernel/problem.ts";
import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import type { Door, Tx } from "../database/door.ts";
import { PROGRESS_HEADER, ProgressKey } from "../intake/contract.ts";
import { readIn } from "../intake/intake.ts";
import { type FileUnderWay, forgetProgress, tellOf } from "../intake/progress.ts";
import { Document } from "../rendering/document.ts";
import { type Documents, Ordered } from "../rendering/documents.ts";
import { askedBy } from "../threads/asker.ts";
import { answerOnce } from "./answer-once.ts";
import type { Route } from "./contract.ts";
import { DEVICE_COOKIE, ROUND_COOKIE, setCookies } from "./cookies.ts";
import { fromOf } from "./from.ts";
import {
  Answer,
  type Asked,
  type Context,
  type FileReading,
  type Handler,
  mustBeWanted,
  type Upload,
} from "./handle.ts";
import { type KeptAnswers, sendPacked } from "./kept-answers.ts";
import { refuseBeyond } from "./program-access.ts";
import { type Belongs, contextOf } from "./request-context.ts";
import { askedIn, type Noting, type SecurityLog } from "./security-log.ts";
import type { Senders } from "./senders.ts";
import { uploadOf } from "./upload.ts";
import { isPlayer, refuseWhereLost, refuseWhilePlaying, type YearPlay } from "./year-play.ts";

/** Who asks in each request that is under way. */
export type Contexts = WeakMap<FastifyRequest, Context>;

/** What all routes share. */
export interface RouteParts {
  readonly config: Config;
  readonly door: Door;
  readonly belongs: Belongs;
  readonly play: YearPlay | undefined;
  readonly clock: Clock;
  readonly documents: Documents;
  readonly senders: Senders;
  readonly contexts: Contexts;
  readonly security: SecurityLog;
  readonly kept: KeptAnswers;
}

/** Makes a contract an HTTP route: who asks, one transaction, the answer with its headers. */
export function serveRoute(app: FastifyInstance, handler: Handler, parts: RouteParts): void {
  const { route } = handler;
  const { contexts, kept, config } = parts;
  const keeps = kept.takes(route);
  app.withTypeProvider<ZodTypeProvider>().route({
    method: route.method,
    url: `/api${route.path.replace(/\{(\w+)\}/g, ":$1")}`,
    ...(route.upload ? { bodyLimit: route.upload.maxBytes } : {}),
    ...(route.form ? { config: { form: true } } : {}),
    schema: {
      ...(route.params ? { params: route.params } : {}),
      ...(route.query ? { querystring: route.query } : {}),
      ...(route.body ? { body: route.body } : {}),
    },
    // Before anything of what was sent is read: who has not signed in learns nothing of what is right or wrong in it. After
    // the count of requests, which is made as they come in
    preParsing: async (request, reply) => {
      const ctx = await letIn(request, route, parts);
      const answer = keeps ? kept.find(request, ctx) : undefined;
      return answer && sendPacked(request, reply, answer, route);
    },
    handler: async (request, reply) => {
      const ctx = contexts.get(request) as Context;
      const answering = await answeringOf(request, reply, ctx, handler, parts);
      const answer = keeps
        ? await kept.make(route, request, ctx, (as) => answering.read(undefined, as))
        : await answering.whole();
      answering.tellNoted();
      return answer instanceof Answer
        ? send(reply, route.produces, answer, config)
        : sendPacked(request, reply, answer, route);
    },
  });
}

/** Finds out who asks, and refuses who may not ask at all, or may not write now. */
async function letIn(
  request: FastifyRequest,
  route: Route,
  { door, config, belongs, play, clock, contexts, senders }: RouteParts,
): Promise<Context> {
  const found = await contextOf(request, { door, config, belongs, play, clock }, route);
  const setsUp = route.whileSettingUp && found.halfway?.stage === "set-up";
  const ctx = setsUp ? { ...found, personId: found.halfway?.personId } : found;
  contexts.set(request, ctx);
  if (ctx.refused) refuse(ctx.refused);
  if (ctx.personId && ctx.sessionToken) senders.opened(ctx.sessionToken);
  if (ctx.program) {
    senders.openedBy(request);
    refuseBeyond(route, ctx.program.actions);
  }
  if (route.access !== "signed-in") return ctx;
  if (!ctx.personId) refuse({ code: ctx.sessionEnded ? "session-ended" : "sign-in-first", status: 401 });
  if (route.method === "GET") return ctx;
  // An operator is nobody in a municipality
  if (route.of !== "installation") refuseOthersPage(request, ctx);
  refuseWhilePlaying(request, play);
  if (!route.onAnyDay) refuseOnAnotherDay(ctx);
  return ctx;
}

/** The ways in which one request is answered. */
interface Answering {
  /** In a transaction that reads; `as` is who asks, as a kept answer's maker watches it. */
  read(before: unknown, as?: Context): Promise<Answer<unknown>>;
  /** What comes before the transaction, the transaction, and what was ordered in it. */
  whole(): Promise<Answer<unknown>>;
  /** Tells the security log what happened in the transaction: it has happened when that is stored. */
  tellNoted(): void;
}

async function answeringOf(
  request: FastifyRequest,
  reply: FastifyReply,
  ctx: Context,
  { route, run, reading, before }: Handler,
  { door, play, documents, security, config }: RouteParts,
): Promise<Answering> {
  const { municipality } = ctx;
  const returns = route.produces || !route.returns ? undefined : route.returns;
  const sent = route.upload && fileUnderWay(request, ctx);
  const tell = sent && tellOf(sent);
  const left = gone(reply);
  const noted: Parameters<Noting>[0][] = [];
  const note: Noting = (event) => {
    if (!isPlayer(request, play)) security.note(municipality, { ...askedIn(request), ...event });
  };
  const asked = {
    params: request.params,
    query: request.query,
    body: request.body,
    ctx,
    seen: seenBy(request),
    upload: route.upload ? await uploadOf(request, route.upload.maxBytes, tell) : undefined,
    from: fromOf(request),
    gone: left,
    tell,
  };

  const runIn = async (tx: Tx, before: unknown, as: Context): Promise<Answer<unknown>> => {
    // What is told of is told each time, with the request's own number: such an answer is not kept
    const noteHere: Noting = (event) => void (as.requestId && noted.push(event));
    return shaped(returns, await run({ ...asked, ctx: as, tx, note: noteHere }, before));
  };
  const read = (before: unknown, as = ctx) =>
    door.read(municipality, async (tx) => {
      const answer = await runIn(tx, before, as);
      return answer.value instanceof Document
        ? new Answer(await documents.ordered(tx, municipality, answer.value, asked.seen), answer)
        : answer;
    });
  const write = (before: unknown) => {
    const writer = {
      municipality,
      personId: ctx.personId ?? "besökare",
      requestId: ctx.requestId,
      // A play that was cut off goes on after the last step that is stored, whichever it is
      flush: !isPlayer(request, play),
    };
    return door.write(writer, whyOf(request, route.summary), async (tx) => {
      await refuseWhereLost(request, play, tx);
      const once = async () => {
        const answer = await runIn(tx, before, ctx);
        // A file that its sender has called back is not stored
        if (route.upload) mustBeWanted(left);
        return answer;
      };
      return route.secret ? once() : answerOnce(request, ctx, tx, asked.upload, once);
    });
  };
  const doneBefore = async (): Promise<unknown> => {
    if (before)
      return before({
        ...asked,
        note,
        door,
        ip: request.ip,
        device: request.cookies[DEVICE_COOKIE],
        round: request.cookies[ROUND_COOKIE],
        origin: originOf(request, config),
      });
    const { upload } = asked;
    return reading && upload && readBefore(reading, { ...asked, upload }, door);
  };
  const inFull = async (): Promise<Answer<unknown>> => {
    const done = await doneBefore();
    try {
      const answer = await (route.method === "GET" ? read(done) : write(done));
      if (!(answer.value instanceof Ordered)) return answer;
      // The document that was ordered in the transaction is made when that has ended
      const { sha256: etag, decided } = answer.value;
      const bytes = await documents.made(municipality, answer.value);
      return new Answer(bytes, { ...answer, etag, decided, unchanged: bytes === undefined });
    } finally {
      if (done !== undefined) await reading?.release?.(done);
      if (sent) forgetProgress(sent);
    }
  };
  const asker = { id: ctx.personId ?? request.ip, signedIn: ctx.personId !== undefined };
  return {
    read,
    whole: () => askedBy(asker, () => (route.produces ? documents.inTurn(asker, left, inFull) : inFull())),
    tellNoted: () => {
      for (const event of noted) note(event);
    },
  };
}

/** Reads the request's file outside any transaction: a file may take its time, and holds no connection meanwhile. */
async function readBefore(
  { module, prepare }: FileReading<unknown>,
  {
    query,
    ctx,
    upload,
    gone,
    tell,
  }: Pick<Asked<unknown, unknown, unknown>, "query" | "ctx" | "gone" | "tell"> & {
    upload: Upload;
  },
  door: Door,
): Promise<unknown> {
  const params = await door.read(ctx.municipality, (tx) => prepare({ query, ctx, tx }));
  return readIn(module, upload, params, { signal: gone, tell });
}

/** The file that its sender wants to follow: by the key that the sender has given it. */
function fileUnderWay(
  request: FastifyRequest,
  { municipality, personId }: Context,
): FileUnderWay | undefined {
  const given = request.headers[PROGRESS_HEADER];
  if (given === undefined || personId === undefined) return undefined;
  const key = ProgressKey.safeParse(given);
  if (!key.success) refuse({ code: "bad-header", status: 400 }, { params: { header: "Tillit-Progress" } });
  return { municipality, personId, key: key.data };
}

/** Tells when the one who asked has gone: then nobody waits for what is under way. */
function gone(reply: FastifyReply): AbortSignal {
  const left = new AbortController();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) left.abort();
  });
  return left.signal;
}

/**
 * The answer in its contract's shape. Inside the transaction: an answer that the contract does not allow is our fault, and
 * then nothing has been stored, as the person is told.
 */
function shaped(returns: z.ZodType | undefined, given: unknown): Answer<unknown> {
  const answer = given instanceof Answer ? given : new Answer(given);
  return returns && !answer.unchanged ? new Answer(z.encode(returns, answer.value), answer) : answer;
}

function send(
  reply: FastifyReply,
  produces: string | undefined,
  answer: Answer<unknown>,
  config: Config,
): FastifyReply {
  // What is decided may be kept by the browser, which asks each time whether it is still the same; a draft may not
  reply.header("cache-control", answer.decided ? "private, no-cache" : "no-store");
  if (answer.etag) reply.header("etag", `"${answer.etag}"`);
  if (answer.unchanged) return reply.code(304).send();
  if (answer.filename)
    reply.header("content-disposition", `inline; filename*=UTF-8''${encodeURIComponent(answer.filename)}`);
  setCookies(reply, answer, config);
  if (produces) reply.type(produces);
  return reply.send(answer.value instanceof Uint8Array ? Buffer.from(answer.value) : answer.value);
}

/** Where whoever asks sees us: a browser says it of each write, and it has been looked at (`refuseForeignOrigin`). */
const originOf = (request: FastifyRequest, { publicUrl }: Config): string =>
  request.headers.origin ?? (publicUrl ? new URL(publicUrl).origin : `${request.protocol}://${request.host}`);

const SomebodyElse = problemKind("somebody-else", 409);

/**
 * A page says whom it was opened for. Where somebody else has signed in in the same browser since, in another window, what
 * the first one wrote there must not be stored as the other's. Programs that say nothing have one person only.
 */
function refuseOthersPage(request: FastifyRequest, ctx: Context): void {
  const said = request.headers["tillit-person"];
  if (typeof said === "string" && said !== encodeURIComponent(ctx.personId ?? "")) refuse(SomebodyElse);
}

const ReadingAnotherDay = problemKind("reading-another-day", 409);

/**
 * A chosen day is for reading: what is written is written on the municipality's own day, for all. Refused before anything of
 * what was sent has been used, so that nothing of it is half stored.
 */
function refuseOnAnotherDay({ today, present, language }: Context): void {
  if (today === present) return;
  const params = { today: dayText(today, language), present: dayText(present, language) };
  refuse(ReadingAnotherDay, { params });
}

/** If-Match: "v1r2" → v1r2, and what a reader has already likewise (If-None-Match); If-None-Match: * → none. */
function seenBy(request: FastifyRequest): string | undefined {
  const bare = (etag: string) => etag.replace(/^W\//, "").replaceAll('"', "");
  const { "if-match": match, "if-none-match": other } = request.headers;
  if (match) return bare(match);
  if (other === "*") return "none";
  return other && request.method === "GET" ? bare(other) : undefined;
}

const MAX_WHY = 500;
function whyOf(request: FastifyRequest, fallback: string): string {
  const given = request.headers["tillit-why"];
  if (typeof given !== "string" || given === "") return fallback;
  try {
    return decodeURIComponent(given).slice(0, MAX_WHY);
  } catch {
    refuse({ code: "bad-header", status: 400 }, { params: { header: "Tillit-Why" } });
  }
}
