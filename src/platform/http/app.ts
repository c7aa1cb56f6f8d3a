import { randomUUID } from "node:crypto";
import fastifyCookie from "@fastify/cookie";
import fastifyHelmet from "@fastify/helmet";
import fastifyMultipart from "@fastify/multipart";
import fastifyRateLimit from "@fastify/rate-limit";
import fastifyUnderPressure from "@fastify/under-pressure";
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import { validatorCompiler, type ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { dayText } from "../../kernel/format.ts";
import { Problem, problemKind, refuse } from "../../kernel/problem.ts";
import { type Clock, machineClock } from "../clock.ts";
import type { Config } from "../config.ts";
import { DatabaseAway } from "../database/away.ts";
import type { Door } from "../database/door.ts";
import { type Disk, DiskFull } from "../disk.ts";
import { PROGRESS_HEADER, ProgressKey } from "../intake/contract.ts";
import { readIn } from "../intake/intake.ts";
import { type FileUnderWay, forgetProgress, tellOf } from "../intake/progress.ts";
import { Document } from "../rendering/document.ts";
import { type Documents, Ordered } from "../rendering/documents.ts";
import type { Texts } from "../texts.ts";
import { askedBy } from "../threads/asker.ts";
import { answerOnce } from "./answer-once.ts";
import {
  Answer,
  type Asked,
  type Context,
  type FileReading,
  type Handler,
  mustBeWanted,
  type Upload,
} from "./handle.ts";
import { type HealthCheck, healthOf, serveHealth } from "./health.ts";
import { KeptAnswers, sendPacked } from "./kept-answers.ts";
import { type Measure, serveMetrics } from "./metrics.ts";
import type { Installation } from "./openapi/about.ts";
import { explainedProblem, problemBody, problemOf, retryAfter } from "./problems.ts";
import { type Belongs, contextOf, languageOf } from "./request-context.ts";
import { askedIn, type Noting, refusalEvent, type SecurityLog, securityLog } from "./security-log.ts";
import { Senders } from "./senders.ts";
import { serveText } from "./serve-text.ts";
import { storable } from "./storable.ts";
import { uploadOf } from "./upload.ts";
import { isPlayer, refuseWhereLost, refuseWhilePlaying, type YearPlay } from "./year-play.ts";

const NoSuchPage = problemKind("no-such-page", 404);
export const MAX_BODY_BYTES = 1_048_576;
/** Time for the largest file over a slow line: 50 MB at 7 Mbit/s. */
const REQUEST_TIMEOUT_MS = 60_000;
const HEADERS_TIMEOUT_MS = 15_000;
const CHECKED_EACH_MS = 5_000;
export const SESSION_COOKIE = "tillit_session";
const AWAY_TOLD_EACH_MS = 5_000;
const SESSION_SECONDS = 12 * 3600;
/** By which a browser is known again at sign-in (`platform/sign-in/devices.ts`); it opens nothing. */
export const DEVICE_COOKIE = "tillit_device";
const DEVICE_SECONDS = 180 * 24 * 3600;

export interface AppParts {
  readonly config: Config;
  readonly door: Door;
  readonly texts: Texts;
  readonly handlers: readonly Handler[];
  readonly version: string;
  /** Whether a person belongs to the organisation on a day: the session of one who has left opens nothing. */
  readonly belongs: Belongs;
  /** The API's own description (OpenAPI); asked once, when it is first read. */
  readonly describe: (installation: Installation) => Promise<object>;
  readonly log: FastifyBaseLogger;
  /** What /api/health tells of, and what /metrics measures beside what the platform itself does. */
  readonly checks?: readonly HealthCheck[];
  readonly measures?: readonly Measure[];
  /** The sample's year, where one is played while the server runs. */
  readonly play?: YearPlay | undefined;
  /** Makes the documents that the answers carry. */
  readonly documents: Documents;
  /** The machine's time; another only where the time is given, in tests. */
  readonly clock?: Clock;
  /** The disk that the data lie on. */
  readonly disk?: Disk;
}

/** The HTTP server: limits, security headers, contracts, problems, health and the API's own description. */
export async function createApp({
  config,
  door,
  texts,
  handlers,
  version,
  belongs,
  describe,
  log,
  checks = [],
  measures = [],
  play,
  documents,
  clock = machineClock,
  disk,
}: AppParts): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: log,
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionTimeout: REQUEST_TIMEOUT_MS * 2,
    // Node takes the longer of the two for the whole request, and looks only as often as it is told
    http: { headersTimeout: HEADERS_TIMEOUT_MS, connectionsCheckingInterval: CHECKED_EACH_MS },
    genReqId: () => randomUUID(),
    forceCloseConnections: "idle",
    // Whose word is taken for where a request comes from, and which name it was asked by
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    routerOptions: { maxParamLength: 250 },
    // An address that can't be read, or is too long: no route has it
    frameworkErrors: (_error, request, reply) => {
      sendProblem(texts, request, reply as FastifyReply, new Problem(NoSuchPage));
    },
  });
  app.removeContentTypeParser("text/plain");
  app.setValidatorCompiler(validatorCompiler);

  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: config.publicUrl?.startsWith("https:") ? { maxAge: 31_536_000 } : false,
  });
  await app.register(fastifyCookie);
  await app.register(fastifyMultipart, { limits: { files: 1, fields: 5, fileSize: 50_000_000, parts: 6 } });
  const senders = new Senders(SESSION_COOKIE);
  if (config.requestsPerMinute > 0)
    await app.register(fastifyRateLimit, {
      max: config.requestsPerMinute,
      timeWindow: 60_000,
      keyGenerator: (request) => senders.of(request),
      // Pages and their parts are files: they cost nothing, and a page that is opened anew asks for many at once
      allowList: (request) => !request.url.startsWith("/api/") || isPlayer(request, play),
    });
  await app.register(fastifyUnderPressure, {
    maxEventLoopDelay: 5000,
    retryAfter: 5,
    exposeStatusRoute: false,
  });

  const security = securityLog(door, log);
  app.addHook("onClose", () => security.close());
  const contexts: Contexts = new WeakMap();
  let toldAwayAt = Number.NEGATIVE_INFINITY;
  /** While the database is away every request meets with it: once in a while is enough for the log. */
  const tellAway = (request: FastifyRequest, error: DatabaseAway) => {
    if (performance.now() - toldAwayAt < AWAY_TOLD_EACH_MS) return;
    toldAwayAt = performance.now();
    request.log.warn(error.message);
  };
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error);
    // What the sample's year does, nobody has done
    const event =
      problem && !isPlayer(request, play) && refusalEvent(request, contexts.get(request), problem);
    if (event) security.note(contexts.get(request)?.municipality, event);
    if (!problem) request.log.error({ err: error }, "unexpected error");
    if (problem?.kind === DiskFull) {
      disk?.refused();
      request.log.error({ err: error }, "the disk is full");
    }
    if (error instanceof DatabaseAway) tellAway(request, error);
    return sendProblem(texts, request, reply, problem);
  });
  app.setNotFoundHandler((request, reply) => sendProblem(texts, request, reply, new Problem(NoSuchPage)));

  const health = healthOf(checks);
  serveHealth(app, health, { version, token: config.metricsToken });
  const { metricsToken } = config;
  // Said here where there is none: else the pages would answer, as they do at every other address
  if (metricsToken === undefined) app.get("/metrics", (_request, reply) => reply.callNotFound());
  else serveMetrics(app, metricsToken, { health, door, sources: measures });
  serveText(app, "/api/openapi.json", "application/json", async () =>
    JSON.stringify(
      await describe({
        version,
        cookie: SESSION_COOKIE,
        publicUrl: config.publicUrl,
        limits: { requestsPerMinute: config.requestsPerMinute, bodyBytes: MAX_BODY_BYTES },
      }),
    ),
  );

  app.get<{ Params: { code: string } }>("/problems/:code", async (request, reply) => {
    const found = explainedProblem(request.params.code, texts, languageOf(request));
    return found ? reply.send(found) : reply.callNotFound();
  });
  app.addHook("preValidation", async (request) => {
    if (!storable(request.body)) refuse({ code: "bad-request", status: 400 });
  });

  const kept = new KeptAnswers(door.memory);
  for (const handler of handlers)
    serve(app, handler, { config, door, belongs, play, clock, senders, contexts, security, documents, kept });
  return app;
}

type Contexts = WeakMap<FastifyRequest, Context>;

/** Makes a contract an HTTP route: who asks, one transaction, the answer with its headers. */
function serve(
  app: FastifyInstance,
  { route, run, reading, before }: Handler,
  {
    config,
    door,
    belongs,
    play,
    clock,
    senders,
    contexts,
    security,
    documents,
    kept,
  }: Pick<AppParts, "config" | "door" | "belongs" | "play" | "documents"> & {
    readonly clock: Clock;
    readonly senders: Senders;
    readonly contexts: Contexts;
    readonly security: SecurityLog;
    readonly kept: KeptAnswers;
  },
): void {
  const keeps = kept.takes(route);
  const returns = route.produces || !route.returns ? undefined : route.returns;
  app.withTypeProvider<ZodTypeProvider>().route({
    method: route.method,
    url: `/api${route.path.replace(/\{(\w+)\}/g, ":$1")}`,
    ...(route.upload ? { bodyLimit: route.upload.maxBytes } : {}),
    schema: {
      ...(route.params ? { params: route.params } : {}),
      ...(route.query ? { querystring: route.query } : {}),
      ...(route.body ? { body: route.body } : {}),
    },
    // Before anything of what was sent is read: who has not signed in learns nothing of what is right or wrong in it. After
    // the count of requests, which is made as they come in
    preParsing: async (request, reply) => {
      const ctx = await contextOf(request, { door, config, belongs, cookie: SESSION_COOKIE, play, clock });
      contexts.set(request, ctx);
      if (ctx.personId && ctx.sessionToken) senders.opened(ctx.sessionToken);
      if (route.access === "signed-in" && !ctx.personId)
        refuse({ code: ctx.sessionEnded ? "session-ended" : "sign-in-first", status: 401 });
      if (route.access === "signed-in" && route.method !== "GET") {
        refuseOthersPage(request, ctx);
        refuseWhilePlaying(request, play);
        if (!route.onAnyDay) refuseOnAnotherDay(ctx);
      }
      const answer = keeps ? kept.find(request, ctx) : undefined;
      return answer && sendPacked(request, reply, answer, route);
    },
    handler: async (request, reply) => {
      const ctx = contexts.get(request) as Context;
      const sent = route.upload && fileUnderWay(request, ctx);
      const tell = sent && tellOf(sent);
      const left = gone(reply);
      const note: Noting = (event) => {
        if (!isPlayer(request, play)) security.note(ctx.municipality, { ...askedIn(request), ...event });
      };
      // What happened in the transaction has happened when it is stored
      const noted: Parameters<Noting>[0][] = [];
      const asked = {
        params: request.params,
        query: request.query,
        body: request.body,
        ctx,
        note: ((event) => void noted.push(event)) as Noting,
        seen: seenBy(request),
        upload: route.upload ? await uploadOf(request, route.upload.maxBytes, tell) : undefined,
        gone: left,
        tell,
      };
      const read = (as: Context, file: unknown) =>
        door.read(ctx.municipality, async (tx) =>
          shaped(
            returns,
            await run(
              {
                ...asked,
                ctx: as,
                tx,
                // What is told of is told each time, with the request's own number: such an answer is not kept
                note: ((event) => void (as.requestId && noted.push(event))) as Noting,
              },
              file,
            ),
          ),
        );
      const answered = (file: unknown) =>
        route.method === "GET"
          ? door.read(ctx.municipality, async (tx) => {
              const answer = shaped(returns, await run({ ...asked, tx }, file));
              return answer.value instanceof Document
                ? new Answer(await documents.ordered(tx, ctx.municipality, answer.value, asked.seen), answer)
                : answer;
            })
          : door.write(
              {
                municipality: ctx.municipality,
                personId: ctx.personId ?? "besökare",
                requestId: ctx.requestId,
                // A play that was cut off goes on after the last step that is stored, whichever it is
                flush: !isPlayer(request, play),
              },
              whyOf(request, route.summary),
              async (tx) => {
                await refuseWhereLost(request, play, tx);
                return answerOnce(request, ctx, tx, asked.upload, async () => {
                  const answer = shaped(returns, await run({ ...asked, tx }, file));
                  // A file that its sender has called back is not stored
                  if (route.upload) mustBeWanted(left);
                  return answer;
                });
              },
            );
      if (keeps) {
        const answer = await kept.make(route, request, ctx, (as) => read(as, undefined));
        for (const event of noted) note(event);
        return answer instanceof Answer
          ? send(reply, route.produces, answer, config)
          : sendPacked(request, reply, answer, route);
      }
      const asker = { id: ctx.personId ?? request.ip, signedIn: ctx.personId !== undefined };
      const whole = async () => {
        const { upload } = asked;
        const read = before
          ? await before({ ...asked, note, door, ip: request.ip, device: request.cookies[DEVICE_COOKIE] })
          : reading && upload && (await readBefore(reading, { ...asked, upload }, door));
        try {
          const answer = await answered(read);
          if (!(answer.value instanceof Ordered)) return answer;
          // The document that was ordered in the transaction is made when that has ended
          const { sha256: etag, decided } = answer.value;
          const bytes = await documents.made(ctx.municipality, answer.value);
          return new Answer(bytes, { ...answer, etag, decided, unchanged: bytes === undefined });
        } finally {
          if (read !== undefined) await reading?.release?.(read);
          if (sent) forgetProgress(sent);
        }
      };
      const answer = await askedBy(asker, () =>
        route.produces ? documents.inTurn(asker, left, whole) : whole(),
      );
      for (const event of noted) note(event);
      return send(reply, route.produces, answer, config);
    },
  });
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
  if (answer.session !== undefined) {
    reply.setCookie(SESSION_COOKIE, answer.session ?? "", {
      path: "/",
      httpOnly: true,
      sameSite: "strict",
      secure: config.publicUrl?.startsWith("https:") ?? false,
      maxAge: answer.session ? SESSION_SECONDS : 0,
    });
  }
  if (answer.device !== undefined) {
    reply.setCookie(DEVICE_COOKIE, answer.device, {
      path: "/api/sign-in",
      httpOnly: true,
      sameSite: "strict",
      secure: config.publicUrl?.startsWith("https:") ?? false,
      maxAge: DEVICE_SECONDS,
    });
  }
  if (produces) reply.type(produces);
  return reply.send(answer.value instanceof Uint8Array ? Buffer.from(answer.value) : answer.value);
}

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

function sendProblem(
  texts: Texts,
  request: FastifyRequest,
  reply: FastifyReply,
  problem: Problem | undefined,
) {
  const body = problemBody(problem, texts, languageOf(request), request.id);
  const seconds = problem?.facts.retryAfterS ?? retryAfter(body.status);
  if (seconds !== undefined && !reply.hasHeader("retry-after")) reply.header("retry-after", String(seconds));
  return reply.code(body.status).type("application/problem+json").serializer(JSON.stringify).send(body);
}
