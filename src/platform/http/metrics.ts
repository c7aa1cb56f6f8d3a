import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { problemKind, refuse } from "../../kernel/problem.ts";
import type { Door } from "../database/door.ts";
import { threadLoads } from "../threads/work-thread.ts";
import { bringsToken, type Health } from "./health.ts";

/** What a chapter or the shell measures: read when somebody asks; a reading that fails leaves the measure out. */
export interface Measure {
  readonly name: string;
  readonly help: string;
  /** Its one label, where there are several values. */
  readonly label?: string;
  /** Values by the label's; "" where there is none. */
  read(): Promise<ReadonlyMap<string, number>>;
}

const NoToken = problemKind("no-token", 401);

/** From a cached answer to a document of twenty seconds. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];
const STATUS = { pass: 1, warn: 0.5, fail: 0 } as const;

/**
 * GET /metrics in Prometheus' text, for who brings the token. Nothing of any person: requests are counted by the route's template
 * ("/api/matters/:id"), never by address; municipalities stand by their code alone.
 */
export function serveMetrics(
  app: FastifyInstance,
  token: string,
  {
    health,
    door,
    sources,
  }: { readonly health: Health; readonly door: Door; readonly sources: readonly Measure[] },
): void {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const registers = [register];
  const requests = new Histogram({
    name: "tillit_http_request_seconds",
    help: "Time from a request's first byte to its answer's last, by route and status",
    labelNames: ["method", "route", "status"],
    buckets: SECONDS,
    registers,
  });
  app.addHook("onResponse", async (request, reply) => {
    requests.observe(
      { method: request.method, route: routeOf(request.routeOptions.url), status: reply.statusCode },
      reply.elapsedTime / 1000,
    );
  });
  gauge(register, "tillit_database_connections", "Connections of the pool, by state", "state", async () => {
    const { connections, idle, waiting, most } = door.load();
    return Object.entries({ used: connections - idle, idle, waiting, most });
  });
  gauge(register, "tillit_queue_waiting", "Work that waits or is under way, by queue", "queue", async () =>
    threadLoads().map(({ name, waiting }) => [name, waiting]),
  );
  gauge(register, "tillit_health", "Each check of /api/health: 1 pass, 0.5 warn, 0 fail", "check", async () =>
    (await health()).map(({ name, status }) => [name, STATUS[status]]),
  );
  for (const { name, help, label, read } of sources)
    gauge(register, name, help, label, async () =>
      (await read().catch(() => new Map<string, number>())).entries(),
    );

  app.get("/metrics", { config: { rateLimit: false } }, async (request, reply) => {
    if (!bringsToken(request, token)) {
      reply.header("www-authenticate", "Bearer");
      refuse(NoToken);
    }
    return reply
      .header("cache-control", "no-store")
      .type(register.contentType)
      .send(await register.metrics());
  });
}

function gauge(
  register: Registry,
  name: string,
  help: string,
  label: string | undefined,
  read: () => Promise<Iterable<[string, number]>>,
): void {
  new Gauge({
    name,
    help,
    labelNames: label === undefined ? [] : [label],
    registers: [register],
    async collect() {
      this.reset();
      const values = [...(await read())];
      if (label === undefined && values.length === 0) this.remove();
      for (const [of, value] of values) this.set(label === undefined ? {} : { [label]: of }, value);
    },
  });
}

/** Each built file of the pages has a route of its own: they are counted as one, as is what there is no route for. */
const routeOf = (template: string | undefined): string =>
  template === undefined ? "none" : /^\/(api|problems|metrics)\b/.test(template) ? template : "pages";
