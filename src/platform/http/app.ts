import { randomUUID } from "node:crypto";
import fastifyCookie from "@fastify/cookie";
import fastifyHelmet from "@fastify/helmet";
import fastifyMultipart from "@fastify/multipart";
import fastifyRateLimit from "@fastify/rate-limit";
import fastifyUnderPressure from "@fastify/under-pressure";
import Fastify, {
  errorCodes,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import { validatorCompiler } from "fastify-type-provider-zod";
import { Problem, problemKind, refuse } from "../../kernel/problem.ts";
import { type Clock, machineClock } from "../clock.ts";
import type { Config } from "../config.ts";
import { DatabaseAway } from "../database/away.ts";
import type { Door } from "../database/door.ts";
import { type Disk, DiskFull } from "../disk.ts";
import type { Documents } from "../rendering/documents.ts";
import type { Texts } from "../texts.ts";
import { SESSION_COOKIE } from "./cookies.ts";
import type { Handler } from "./handle.ts";
import { type HealthCheck, healthOf, serveHealth } from "./health.ts";
import { KeptAnswers } from "./kept-answers.ts";
import { type Measure, serveMetrics } from "./metrics.ts";
import type { Installation } from "./openapi/about.ts";
import { explainedProblem, problemBody, problemOf, retryAfter } from "./problems.ts";
import { type Belongs, languageOf } from "./request-context.ts";
import { refusalEvent, securityLog } from "./security-log.ts";
import { Senders } from "./senders.ts";
import { type Contexts, serveRoute } from "./serve-route.ts";
import { serveText } from "./serve-text.ts";
import { storable } from "./storable.ts";
import { isPlayer, type YearPlay } from "./year-play.ts";

const NoSuchPage = problemKind("no-such-page", 404);
export const MAX_BODY_BYTES = 1_048_576;
/** A form's own words are not read: it says no more than that it was pressed. */
const MAX_FORM_BYTES = 1024;
/** Time for the largest file over a slow line: 50 MB at 7 Mbit/s. */
const REQUEST_TIMEOUT_MS = 60_000;
const HEADERS_TIMEOUT_MS = 15_000;
const CHECKED_EACH_MS = 5_000;
const AWAY_TOLD_EACH_MS = 5_000;

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
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string", bodyLimit: MAX_FORM_BYTES },
    (request, _body, done) =>
      (request.routeOptions.config as { form?: true }).form
        ? done(null, undefined)
        : done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(request.headers["content-type"])),
  );
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
  const senders = new Senders();
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
  const parts = { config, door, belongs, play, clock, senders, contexts, security, documents, kept };
  for (const handler of handlers) serveRoute(app, handler, parts);
  return app;
}

function sendProblem(
  texts: Texts,
  request: FastifyRequest,
  reply: FastifyReply,
  problem: Problem | undefined,
) {
  const body = problemBody(problem, texts, languageOf(request), request.id);
  const seconds = retryAfter(problem);
  if (seconds !== undefined && !reply.hasHeader("retry-after")) reply.header("retry-after", String(seconds));
  return reply.code(body.status).type("application/problem+json").serializer(JSON.stringify).send(body);
}
