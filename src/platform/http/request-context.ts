import { createHash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { sql } from "kysely";
import { type Day, isDay } from "../../kernel/day.ts";
import { problemKind, refuse } from "../../kernel/problem.ts";
import { type Clock, municipalDay } from "../clock.ts";
import type { Config } from "../config.ts";
import type { Door, Tx } from "../database/door.ts";
import { isOpen, sampleFor } from "../sample-doors.ts";
import type { Language } from "../texts.ts";
import type { Context } from "./handle.ts";
import type { YearPlay } from "./year-play.ts";

type PlatformTables = {
  "platform.municipality": {
    municipality_id: string;
    name: string;
    host: string | null;
    sample: boolean;
    sample_today: string | null;
  };
  "platform.session": { municipality_id: string; token_sha256: string; person_id: string; expires_at: Date };
};

const MAX_MUNICIPALITIES = 300;
export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");

/** English for a browser that puts it first; Swedish for everybody else. */
export const languageOf = (request: FastifyRequest): Language =>
  request.headers["accept-language"]?.startsWith("en") ? "en" : "sv";

/** Whether a person belongs to the organisation on a day; a chapter knows. */
export type Belongs = (tx: Tx, personId: string, day: Day) => Promise<boolean>;

interface Surroundings {
  readonly door: Door;
  readonly config: Config;
  readonly belongs: Belongs;
  /** The name of the cookie that holds the session's token. */
  readonly cookie: string;
  readonly play: YearPlay | undefined;
  readonly clock: Clock;
}

/** Who asks, in which municipality, and what day it is there. */
export async function contextOf(
  request: FastifyRequest,
  { door, config, belongs, cookie, play, clock }: Surroundings,
): Promise<Context> {
  if (request.method !== "GET") refuseForeignOrigin(request, config);
  const token = request.cookies[cookie];
  const known = await door.read("", (tx) =>
    tx
      .withTables<PlatformTables>()
      .selectFrom("platform.municipality")
      .selectAll()
      .limit(MAX_MUNICIPALITIES)
      .execute(),
  );
  // A name in the net has no letter case, and may end with the dot of its root
  const host = request.hostname.toLowerCase().replace(/\.$/, "");
  const own =
    known.find((m) => m.host?.toLowerCase() === host) ?? (known.length === 1 ? known[0] : undefined);
  if (!own) refuse({ code: "no-municipality", status: 404 }, { params: { host } });
  const now = clock.now();
  const whom = sampleFor(config, own);
  const open = isOpen(whom);
  const present = municipalDay({ open, sampleDay: own.sample_today }, now);
  const today = chosenDay(request, open) ?? present;
  const personId = token
    ? await door.read(own.municipality_id, async (tx) => {
        const person = await personOf(tx, token);
        return person !== undefined && (await belongs(tx, person, today)) ? person : undefined;
      })
    : undefined;
  return {
    municipality: own.municipality_id,
    personId,
    today,
    present,
    now,
    sample: open,
    sampleFor: whom,
    playing: open ? play?.progress() : undefined,
    language: languageOf(request),
    requestId: request.id,
    sessionToken: token,
  };
}

/** Whose session a token opens, while it lasts. */
async function personOf(tx: Tx, token: string): Promise<string | undefined> {
  const session = await tx
    .withTables<PlatformTables>()
    .selectFrom("platform.session")
    .select("person_id")
    .where("token_sha256", "=", tokenHash(token))
    .where("expires_at", ">", sql<Date>`now()`)
    .executeTakeFirst();
  return session?.person_id;
}

/**
 * In a sample municipality one may choose the day that one reads on, to see the year at any moment; nowhere else. A link to a file
 * says it in its address (`dag`).
 */
function chosenDay(request: FastifyRequest, sample: boolean): Day | undefined {
  const { dag } = request.query as { dag?: unknown };
  const chosen = request.headers["tillit-today"] ?? (request.method === "GET" ? dag : undefined);
  if (!sample || typeof chosen !== "string") return undefined;
  if (!isDay(chosen)) refuse({ code: "bad-header", status: 400 }, { params: { header: "Tillit-Today" } });
  return chosen;
}

const ForeignOrigin = problemKind("foreign-origin", 403);

/** A browser says which site a write comes from; only our own may. Programs that say nothing carry no cookie by accident. */
function refuseForeignOrigin(request: FastifyRequest, config: Config): void {
  const origin = request.headers.origin;
  if (!origin) return;
  const own = [config.publicUrl ? new URL(config.publicUrl).host : undefined, request.host];
  let host: string | undefined;
  try {
    host = new URL(origin).host;
  } catch {
    refuse(ForeignOrigin);
  }
  if (!own.includes(host)) refuse(ForeignOrigin);
}
