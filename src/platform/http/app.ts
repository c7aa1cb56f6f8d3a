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
import type { Door } from "../database/door.ts";
import { readIn } from "../intake/intake.ts";
import type { Texts } from "../texts.ts";
import { askedBy } from "../threads/asker.ts";
import { answerOnce } from "./answer-once.ts";
import { Answer, type Context, type FileReading, type Handler, type Upload } from "./handle.ts";
import { KeptAnswers, sendPacked } from "./kept-answers.ts";
import type { Installation } from "./openapi/about.ts";
import { explainedProblem, problemBody, problemOf } from "./problems.ts";
import { type Belongs, contextOf, languageOf } from "./request-context.ts";
import { serveText } from "./serve-text.ts";
import { storable } from "./storable.ts";
import { uploadOf } from "./upload.ts";
import { isPlayer, refuseWhilePlaying, type YearPlay } from "./year-play.ts";

const NoSuchPage = problemKind("no-such-page", 404);
export const MAX_BODY_BYTES = 1_048_576;
/** Time for the largest file over a slow line: 50 MB at 7 Mbit/s. */
const REQUEST_TIMEOUT_MS = 60_000;
const HEADERS_TIMEOUT_MS = 15_000;
const CHECKED_EACH_MS = 5_000;
export const SESSION_COOKIE = "tillit_session";
const SESSION_SECONDS = 12 * 3600;

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
  /** The sample's year, where one is played while the server runs. */
  readonly play?: YearPlay | undefined;
  /** The machine's time; another only where the time is given, in tests. */
  readonly clock?: Clock;
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
  play,
  clock = machineClock,
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
  if (config.requestsPerMinute > 0)
    await app.register(fastifyRateLimit, {
      max: config.requestsPerMinute,
      timeWindow: 60_000,
      allowList: (request) => isPlayer(request, play),
    });
  await app.register(fastifyUnderPressure, {
    maxEventLoopDelay: 5000,
    retryAfter: 5,
    exposeStatusRoute: false,
  });

  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error);
    if (!problem) request.log.error({ err: error }, "unexpected error");
    return sendProblem(texts, request, reply, problem);
  });
  app.setNotFoundHandler((request, reply) => sendProblem(texts, request, reply, new Problem(NoSuchPage)));

  app.get("/api/health", { config: { rateLimit: false } }, async (_request, reply) => {
    const ok = await door.healthy();
    return reply
      .code(ok ? 200 : 503)
      .type("application/health+json")
      .send(
        JSON.stringify({
          status: ok ? "pass" : "fail",
          version: "1",
          releaseId: version,
          checks: {
            "postgresql:responseTime": [{ status: ok ? "pass" : "fail", componentType: "datastore" }],
          },
        }),
      );
  });
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
  for (const handler of handlers) serve(app, handler, { config, door, belongs, play, clock, kept });
  return app;
}

/** Makes a contract an HTTP route: who asks, one transaction, the answer with its headers. */
function serve(
  app: FastifyInstance,
  { route, run, reading }: Handler,
  {
    config,
    door,
    belongs,
    play,
    clock,
    kept,
  }: Pick<AppParts, "config" | "door" | "belongs" | "play"> & {
    readonly clock: Clock;
    readonly kept: KeptAnswers;
  },
): void {
  const keeps = kept.takes(route);
  const returns = route.produces || !route.returns ? undefined : route.returns;
  const contexts = new WeakMap<FastifyRequest, Context>();
  app.withTypeProvider<ZodTypeProvider>().route({
    method: route.method,
    url: `/api${route.path.replace(/\{(\w+)\}/g, ":$1")}`,
    ...(route.upload ? { bodyLimit: route.upload.maxBytes } : {}),
    schema: {
      ...(route.params ? { params: route.params } : {}),
      ...(route.query ? { querystring: route.query } : {}),
      ...(route.body ? { body: route.body } : {}),
    },
    // Before anything of what was sent is read: who has not signed in learns nothing of what is right or wrong in it
    onRequest: async (request) => {
      const ctx = await contextOf(request, { door, config, belongs, cookie: SESSION_COOKIE, play, clock });
      if (route.access === "signed-in" && !ctx.personId) refuse({ code: "sign-in-first", status: 401 });
      if (route.access === "signed-in" && route.method !== "GET") {
        refuseOthersPage(request, ctx);
        refuseWhilePlaying(request, play);
        if (!route.onAnyDay) refuseOnAnotherDay(ctx);
      }
      contexts.set(request, ctx);
    },
    // After all that is looked at before a request is let in, how often one asks too
    preParsing: async (request, reply) => {
      const answer = keeps ? kept.find(request, contexts.get(request) as Context) : undefined;
      return answer && sendPacked(request, reply, answer, route);
    },
    handler: async (request, reply) => {
      const ctx = contexts.get(request) as Context;
      const asked = {
        params: request.params,
        query: request.query,
        body: request.body,
        ctx,
        seen: seenBy(request),
        upload: route.upload ? await uploadOf(request, route.upload.maxBytes) : undefined,
      };
      const read = (as: Context, file: unknown) =>
        door.read(ctx.municipality, async (tx) =>
          shaped(returns, await run({ ...asked, ctx: as, tx }, file)),
        );
      const answered = (file: unknown) =>
        route.method === "GET"
          ? read(ctx, file)
          : door.write(
              {
                municipality: ctx.municipality,
                personId: ctx.personId ?? "besökare",
                requestId: ctx.requestId,
                // A play that was cut off goes on after the last step that is stored, whichever it is
                flush: !isPlayer(request, play),
              },
              whyOf(request, route.summary),
              (tx) =>
                answerOnce(request, ctx, tx, asked.upload, async () =>
                  shaped(returns, await run({ ...asked, tx }, file)),
                ),
            );
      if (keeps) {
        const answer = await kept.make(route, request, ctx, (as) => read(as, undefined));
        return answer instanceof Answer
          ? send(reply, route.produces, answer, config)
          : sendPacked(request, reply, answer, route);
      }
      const asker = { id: ctx.personId ?? request.ip, signedIn: ctx.personId !== undefined };
      const answer = await askedBy(asker, async () => {
        const { upload } = asked;
        const file =
          reading && upload && (await readBefore(reading, { ...asked, upload }, door, gone(reply)));
        try {
          return await answered(file);
        } finally {
          if (file !== undefined) await reading?.release?.(file);
        }
      });
      return send(reply, route.produces, answer, config);
    },
  });
}

/** Reads the request's file outside any transaction: a file may take its time, and holds no connection meanwhile. */
async function readBefore(
  { module, prepare }: FileReading<unknown>,
  { query, ctx, upload }: { query: unknown; ctx: Context; upload: Upload },
  door: Door,
  signal: AbortSignal,
): Promise<unknown> {
  const params = await door.read(ctx.municipality, (tx) => prepare({ query, ctx, tx }));
  return readIn(module, upload, params, signal);
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
  reply.header("cache-control", "no-store");
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
  return reply.code(body.status).type("application/problem+json").serializer(JSON.stringify).send(body);
}
