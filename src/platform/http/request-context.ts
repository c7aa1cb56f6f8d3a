import type { FastifyRequest } from "fastify";
import { sql } from "kysely";
import { type Day, isDay, within } from "../../kernel/day.ts";
import { dayText } from "../../kernel/format.ts";
import { INSTALLATION } from "../../kernel/installation.ts";
import { ownValue } from "../../kernel/own-value.ts";
import { type ProblemKind, problemKind, refuse } from "../../kernel/problem.ts";
import { type Clock, municipalDay, swedishDay } from "../clock.ts";
import type { Config } from "../config.ts";
import type { Door, Tx } from "../database/door.ts";
import { sha256 } from "../hash.ts";
import { clockAside, only } from "../memory/memory.ts";
import { isOpen, sampleFor } from "../sample-doors.ts";
import { noteProgramUse, type Program, programByToken } from "../sign-in/programs.ts";
import type { Stage } from "../sign-in/sessions.ts";
import type { Language } from "../texts.ts";
import type { Route } from "./contract.ts";
import { OPERATOR_COOKIE, SESSION_COOKIE } from "./cookies.ts";
import type { Context } from "./handle.ts";
import { bearerIn, TokenEnded, TokenOwnerless, TokenUnknown } from "./program-access.ts";
import type { YearPlay } from "./year-play.ts";

type PlatformTables = {
  "platform.municipality": {
    municipality_id: string;
    name: string;
    host: string | null;
    sample: boolean;
    sample_today: string | null;
    paused_at: Date | null;
  };
  "platform.host": { municipality_id: string; host: string };
  "platform.session": {
    municipality_id: string;
    token_sha256: string;
    person_id: string;
    expires_at: Date;
    used_at: Date;
    stage: Stage | null;
  };
};

const MAX_MUNICIPALITIES = 300;

/** What the address asks for (`lang`), as a link to a file does; else English for a browser that puts it first; else Swedish. */
export function languageOf(request: FastifyRequest): Language {
  const { lang } = (request.query ?? {}) as { lang?: unknown };
  if (lang === "sv" || lang === "en") return lang;
  return request.headers["accept-language"]?.startsWith("en") ? "en" : "sv";
}

/** Whether a person belongs to the organisation on a day; a chapter knows. */
export type Belongs = (tx: Tx, personId: string, day: Day) => Promise<boolean>;

interface Surroundings {
  readonly door: Door;
  readonly config: Config;
  readonly belongs: Belongs;
  readonly play: YearPlay | undefined;
  readonly clock: Clock;
}

const MunicipalityPaused = problemKind("municipality-paused", 403);

/** Which municipalities there are, with all the names that each answers on. */
const knownMunicipalities = (door: Door) =>
  door.memory.remember("", "municipalities", () =>
    door.read("", async (tx) => {
      const db = tx.withTables<PlatformTables>();
      const all = await db
        .selectFrom("platform.municipality")
        .select(["municipality_id", "name", "host", "sample", "sample_today", "paused_at"])
        .limit(MAX_MUNICIPALITIES)
        .execute();
      const hosts = await db.selectFrom("platform.host").select(["municipality_id", "host"]).execute();
      return all.map((one) => ({
        ...one,
        hosts: [
          ...(one.host === null ? [] : [one.host.toLowerCase()]),
          ...hosts.flatMap((own) => (own.municipality_id === one.municipality_id ? [own.host] : [])),
        ],
      }));
    }),
  );

/** Who asks, in which municipality, and what day it is there; of what is the installation's own, who of its operators. */
export async function contextOf(
  request: FastifyRequest,
  { door, config, belongs, play, clock }: Surroundings,
  { of }: Pick<Route, "of">,
): Promise<Context> {
  // A browser sends its cookies by itself, whoever asks it to; a token is sent by the program that has it
  const bearer = bearerIn(request);
  if (request.method !== "GET" && bearer === undefined) refuseForeignOrigin(request, config);
  if (of === "installation") return operatorsContext(request, door, config, clock);
  const token = bearer === undefined ? ownValue(request.cookies, SESSION_COOKIE) : undefined;
  const { memory } = door;
  const known = await knownMunicipalities(door);
  // A name in the net has no letter case, and may end with the dot of its root
  const host = request.hostname.toLowerCase().replace(/\.$/, "");
  const own = known.find(({ hosts }) => hosts.includes(host)) ?? (known.length === 1 ? known[0] : undefined);
  if (!own) refuse({ code: "no-municipality", status: 404 }, { params: { host } });
  if (own.paused_at !== null) refuse(MunicipalityPaused, { params: { name: own.name } });
  const now = clock.now();
  const whom = sampleFor(config, own);
  const open = isOpen(whom);
  const present = municipalDay({ open, sampleDay: own.sample_today }, now);
  const today = chosenDay(request, open, present) ?? present;
  const standsOn = open ? today : present;
  const program = bearer === undefined ? undefined : await programByToken(door, own.municipality_id, bearer);
  const isIn = (personId: string): Promise<boolean> =>
    memory.remember(own.municipality_id, `belongs ${standsOn} ${personId}`, () =>
      door.read(own.municipality_id, (tx) => belongs(tx, personId, standsOn)),
    );
  const refused = bearer === undefined ? undefined : await refusedToken(program, present, isIn);
  if (program && !refused) await noteProgramUse(door, own.municipality_id, program.id);
  const session = token ? await sessionOf(door, own.municipality_id, token, config.idleMinutes) : undefined;
  const opens = session !== undefined && !session.ended && (await isIn(session.personId));
  // Half in: whoever has given the password and has more to do is nobody yet, but to the routes that say so
  const halfway = opens && session.stage ? { personId: session.personId, stage: session.stage } : undefined;
  const personId = program?.id ?? (opens && !halfway ? session.personId : undefined);
  if (token && opens && session.unnoted && request.headers[BY_ITSELF] === undefined)
    await noteUse(door, own.municipality_id, session.personId, token);
  return {
    municipality: own.municipality_id,
    personId,
    program: refused ? undefined : program,
    refused,
    halfway,
    today,
    standsOn,
    present,
    now,
    sample: open,
    sampleFor: whom,
    playing: open ? play?.progress() : undefined,
    language: languageOf(request),
    requestId: request.id,
    sessionToken: token,
    sessionEnded: session?.ended ?? false,
  };
}

/** An operator belongs to the installation until the account is taken away; the day is Sweden's. */
async function operatorsContext(
  request: FastifyRequest,
  door: Door,
  config: Config,
  clock: Clock,
): Promise<Context> {
  const token = ownValue(request.cookies, OPERATOR_COOKIE);
  const session = token ? await sessionOf(door, INSTALLATION, token, config.idleMinutes) : undefined;
  const personId = session && !session.ended && !session.stage ? session.personId : undefined;
  if (token && personId !== undefined && session?.unnoted) await noteUse(door, INSTALLATION, personId, token);
  const now = clock.now();
  return {
    municipality: INSTALLATION,
    personId,
    program: undefined,
    refused: undefined,
    halfway: undefined,
    today: swedishDay(now),
    standsOn: swedishDay(now),
    present: swedishDay(now),
    now,
    sample: false,
    sampleFor: null,
    playing: undefined,
    language: languageOf(request),
    requestId: request.id,
    sessionToken: token,
    sessionEnded: session?.ended ?? false,
  };
}

/** Why a token opens nothing; undefined for one that does. */
async function refusedToken(
  program: Program | undefined,
  day: Day,
  isIn: (personId: string) => Promise<boolean>,
): Promise<ProblemKind | undefined> {
  if (!program) return TokenUnknown;
  if (program.endedAt !== null || !within(day, program.validFrom, program.validTo)) return TokenEnded;
  // In office both: who answers for it, and as what it acts (its body may be no more)
  return (await isIn(program.owner)) && (await isIn(program.id)) ? undefined : TokenOwnerless;
}

/** On what a page asks by itself, to see whether there is anything new: it tells nothing of whether anybody sits there. */
const BY_ITSELF = "tillit-by-itself";
/** That a session is used is noted at most so often. */
const NOTED_EACH_MS = 5 * 60_000;

interface Session {
  readonly personId: string;
  /** It has lasted its time, or nobody has used it for so long that whoever comes may be somebody else. */
  readonly ended: boolean;
  /** Nobody has noted lately that it is used. */
  readonly unnoted: boolean;
  /** What is to be done before it opens anything. */
  readonly stage: Stage | null;
}

/**
 * Whose session a token is of, and whether it still opens anything. A session is known by its token's hash until its row changes; how
 * long it has left is looked at each time, by what the database said and the time that has passed since.
 */
async function sessionOf(
  door: Door,
  municipality: string,
  token: string,
  idleMinutes: number,
): Promise<Session | undefined> {
  const hash = sha256(token);
  const session = await door.memory.remember(
    municipality,
    `session ${hash}`,
    () =>
      door.read(municipality, (tx) =>
        only("platform.session", [hash], () => clockAside(() => storedSession(tx, hash, idleMinutes))),
      ),
    // A token that opens nothing is not worth a place: strangers could make up any number
    (found) => found !== undefined,
  );
  const at = performance.now();
  return (
    session && {
      personId: session.personId,
      ended: at >= session.endsAtMs,
      unnoted: at - session.usedAtMs >= NOTED_EACH_MS,
      stage: session.stage,
    }
  );
}

async function storedSession(
  tx: Tx,
  hash: string,
  idleMinutes: number,
): Promise<
  | {
      readonly personId: string;
      readonly endsAtMs: number;
      readonly usedAtMs: number;
      readonly stage: Stage | null;
    }
  | undefined
> {
  const session = await tx
    .withTables<PlatformTables>()
    .selectFrom("platform.session")
    .select([
      "person_id",
      "stage",
      sql<number>`extract(epoch from least(expires_at, used_at + make_interval(mins => ${idleMinutes})) - now())::float8`.as(
        "seconds_left",
      ),
      sql<number>`extract(epoch from now() - used_at)::float8`.as("seconds_unused"),
    ])
    .where("token_sha256", "=", hash)
    .executeTakeFirst();
  const at = performance.now();
  return (
    session && {
      personId: session.person_id,
      endsAtMs: at + 1000 * session.seconds_left,
      usedAtMs: at - 1000 * session.seconds_unused,
      stage: session.stage,
    }
  );
}

/** Notes that a session is used now, in a transaction of its own: the request may be one that only reads. */
async function noteUse(door: Door, municipality: string, personId: string, token: string): Promise<void> {
  await door.write(
    { municipality, personId, requestId: "session", flush: false },
    "Sessionen används",
    (tx) =>
      tx
        .withTables<PlatformTables>()
        .updateTable("platform.session")
        .set({ used_at: sql<Date>`now()` })
        .where("token_sha256", "=", sha256(token))
        .execute(),
  );
}

const DayNotYet = problemKind("day-not-yet", 400);

/**
 * One may choose an earlier day to read on, and is answered with what was known at its end; in a sample municipality a coming one too, to
 * see the year at any moment. A link to a file says it in its address (`dag`).
 */
function chosenDay(request: FastifyRequest, sample: boolean, present: Day): Day | undefined {
  const { dag } = request.query as { dag?: unknown };
  const chosen = request.headers["tillit-today"] ?? (request.method === "GET" ? dag : undefined);
  if (typeof chosen !== "string") return undefined;
  if (!isDay(chosen)) refuse({ code: "bad-header", status: 400 }, { params: { header: "Tillit-Today" } });
  if (!sample && chosen > present) {
    const language = languageOf(request);
    refuse(DayNotYet, { params: { day: dayText(chosen, language), present: dayText(present, language) } });
  }
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
