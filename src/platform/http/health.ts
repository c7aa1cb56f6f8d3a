import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { machineClock } from "../clock.ts";
import { keptFor } from "../kept-for.ts";

export type HealthStatus = "pass" | "warn" | "fail";

export interface HealthAnswer {
  readonly status: HealthStatus;
  readonly observedValue?: unknown;
  /** What is wrong and what to do, for the one who runs the installation. */
  readonly output?: string;
}

/** One thing that may be well or not; `run` may throw, which is a fail. */
export interface HealthCheck {
  /** "postgresql:responseTime": what is looked at, and which side of it. */
  readonly name: string;
  readonly componentType: string;
  run(): Promise<HealthAnswer>;
}

/** The answer comes within a second, also where what is asked does not. */
const LIMIT_MS = 800;
/** Asked by anybody and without limit, so what was found is told again for a moment. */
const KEPT_MS = 1000;

interface Found extends HealthAnswer {
  readonly name: string;
  readonly componentType: string;
  readonly time: string;
}

export type Health = () => Promise<readonly Found[]>;

/** Runs the checks side by side, each within its time; several who ask at once get one answer. */
export const healthOf = (checks: readonly HealthCheck[]): Health =>
  keptFor(KEPT_MS, () => Promise.all(checks.map(found)));

async function found(check: HealthCheck): Promise<Found> {
  const { name, componentType } = check;
  const answer = await withinLimit(check).catch(
    (cause): HealthAnswer => ({
      status: "fail",
      output: cause instanceof Error ? cause.message : String(cause),
    }),
  );
  return { name, componentType, time: machineClock.now().toISOString(), ...answer };
}

async function withinLimit(check: HealthCheck): Promise<HealthAnswer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<HealthAnswer>((done) => {
    timer = setTimeout(() => done({ status: "fail", output: `inget svar inom ${LIMIT_MS} ms` }), LIMIT_MS);
  });
  try {
    return await Promise.race([check.run(), late]);
  } finally {
    clearTimeout(timer);
  }
}

export const worst = (all: readonly HealthStatus[]): HealthStatus =>
  all.includes("fail") ? "fail" : all.includes("warn") ? "warn" : "pass";

/**
 * GET /api/health (draft-inadarei-api-health-check): 200 where it passes or warns, 503 where it fails. Anybody learns which check
 * is well and which is not; what was observed, and why, only who brings the token (TILLIT_METRICS_TOKEN): behind a proxy everybody
 * comes from the same address, so an address proves nothing.
 */
export function serveHealth(
  app: FastifyInstance,
  health: Health,
  { version, token }: { readonly version: string; readonly token: string | undefined },
): void {
  app.get("/api/health", { config: { rateLimit: false } }, async (request, reply) => {
    const all = await health();
    const known = token !== undefined && bringsToken(request, token);
    const status = worst(all.map((one) => one.status));
    const checks = Object.fromEntries(
      all.map(({ name, componentType, status, time, observedValue, output }) => [
        name,
        [{ componentType, status, ...(known ? { time, observedValue, output } : {}) }],
      ]),
    );
    return reply
      .code(status === "fail" ? 503 : 200)
      .header("cache-control", "no-store")
      .type("application/health+json")
      .send(JSON.stringify({ status, version: "1", releaseId: version, checks }));
  });
}

/** `Authorization: Bearer …`, compared in a time that tells nothing of where they differ. */
export function bringsToken(request: FastifyRequest, token: string): boolean {
  const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? "")?.[1];
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return given !== undefined && timingSafeEqual(digest(given), digest(token));
}
