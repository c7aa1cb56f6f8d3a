import type { FastifyBaseLogger, FastifyRequest } from "fastify";
import { type Generated, sql } from "kysely";
import type { Problem } from "../../kernel/problem.ts";
import type { SecurityKind } from "../../kernel/security-kinds.ts";
import type { Door, Tx } from "../database/door.ts";

export interface SecurityEvent {
  readonly kind: SecurityKind;
  readonly personId?: string | undefined;
  /** The beginning of the SHA-256 of an address that was tried. */
  readonly address?: string | undefined;
  /** The sender's IP address. */
  readonly sender?: string | undefined;
  /** What was asked for: "PUT /api/goals/…". */
  readonly operation?: string | undefined;
  /** The mandate that is missing, or the sort of problem. */
  readonly reason?: string | undefined;
  readonly requestId: string;
  readonly times?: number;
}

/** Notes what happens in a request that is answered; who sends it and what is asked for is known already. */
export type Noting = (event: Pick<SecurityEvent, "kind" | "personId" | "address" | "reason">) => void;

type EventTable = {
  "platform.security_event": {
    municipality_id: string;
    entry: Generated<number>;
    at: Generated<Date>;
    kind: SecurityKind;
    person_id: string | null;
    address: string | null;
    sender: string | null;
    operation: string | null;
    reason: string | null;
    request_id: string;
    times: number;
  };
};

const MAX_TEXT = 200;
const short = (text: string | undefined): string | null => text?.slice(0, MAX_TEXT) ?? null;

/** Writes events in a transaction that is under way, for what must not happen without them. */
export async function storeEvents(
  tx: Tx,
  municipality_id: string,
  events: readonly SecurityEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await tx
    .withTables<EventTable>()
    .insertInto("platform.security_event")
    .values(
      events.map((event) => ({
        municipality_id,
        kind: event.kind,
        person_id: short(event.personId),
        address: short(event.address),
        sender: short(event.sender),
        operation: short(event.operation),
        reason: short(event.reason),
        request_id: event.requestId,
        times: event.times ?? 1,
      })),
    )
    .execute();
}

export interface SecurityLog {
  /** Takes an event up; it is written a moment later, by itself. `municipality` undefined: nobody's, and in the server's log only. */
  note(municipality: string | undefined, event: SecurityEvent): void;
  /** Writes what has not been written. */
  close(): Promise<void>;
}

/** So that the same again is one row, and many are one statement. */
const WRITTEN_AFTER_MS = 200;
const MAX_WAITING = 5000;
/** How fast events may come: so many at once, and then so many a minute; by those who are known, and by strangers. */
const AT_ONCE = 1000;
const A_MINUTE = { people: 120, strangers: 30 } as const;
/** What is written however fast it comes: each opening of what is secret, which only those who may read it cause. */
const ALWAYS: readonly SecurityKind[] = ["secret-opened"];
type Whose = keyof typeof A_MINUTE;

/** The log of what happens at the door: in a table of the municipality's own and in the server's log. */
export function securityLog(
  door: Door,
  log: FastifyBaseLogger,
  now: () => number = () => performance.now(),
): SecurityLog {
  const waiting = new Map<string, Map<string, SecurityEvent>>();
  const allowance = new Map<string, { left: number; atMs: number }>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  const mayBeWritten = (municipality: string, whose: Whose): boolean => {
    const key = `${municipality} ${whose}`;
    const own = allowance.get(key) ?? { left: AT_ONCE, atMs: now() };
    const gained = ((now() - own.atMs) / 60_000) * A_MINUTE[whose];
    const left = Math.min(AT_ONCE, own.left + gained);
    allowance.set(key, { left: Math.max(0, left - 1), atMs: now() });
    return left >= 1;
  };
  const add = (municipality: string, event: SecurityEvent) => {
    const own = waiting.get(municipality) ?? new Map<string, SecurityEvent>();
    waiting.set(municipality, own);
    const { requestId: _each, times: _many, ...same } = event;
    const key = JSON.stringify(Object.entries(same).sort());
    const before = own.get(key);
    if (!before && own.size >= MAX_WAITING && !ALWAYS.includes(event.kind)) return;
    own.set(key, { ...event, times: (before?.times ?? 0) + (event.times ?? 1) });
  };
  const write = async () => {
    const batches = [...waiting];
    waiting.clear();
    for (const [municipality, events] of batches) {
      const all = [...events.values()];
      const writer = { municipality, personId: "installation", requestId: "security" };
      await door
        .write(writer, "Säkerhetsloggen förs", (tx) => storeEvents(tx, municipality, all))
        .catch((err: unknown) => {
          // They stand in the server's log; the next ones may be written again
          log.error({ err, events: all.length }, "säkerhetsloggen kunde inte skrivas");
        });
    }
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(write);
    return writing;
  };
  return {
    note(municipality, event) {
      const whose = event.personId === undefined ? "strangers" : "people";
      if (!ALWAYS.includes(event.kind) && !mayBeWritten(municipality ?? "", whose)) {
        if (municipality !== undefined) add(municipality, { kind: "more", requestId: "-" });
        return;
      }
      const { requestId, ...told } = event;
      const level = event.kind === "spraying" ? "warn" : "info";
      log[level]({ security: { ...told, municipality }, reqId: requestId }, `säkerhet: ${event.kind}`);
      if (municipality === undefined) return;
      add(municipality, event);
      timer ??= setTimeout(() => void flush(), WRITTEN_AFTER_MS).unref();
    },
    close: flush,
  };
}

const NOTED_BY_SIGN_IN = ["wrong-password", "sign-in-wait", "wrong-code", "passkey-refused"];

/** What a refusal tells the log; undefined for one that has nothing to do with who may what. */
export function refusalEvent(
  request: FastifyRequest,
  ctx: { readonly personId: string | undefined; readonly sessionToken: string | undefined } | undefined,
  { kind, facts }: Problem,
): SecurityEvent | undefined {
  if (NOTED_BY_SIGN_IN.includes(kind.code)) return undefined;
  const about = {
    personId: ctx?.personId,
    reason: String(facts.params?.action ?? kind.code),
    ...askedIn(request),
  };
  if (kind.code.startsWith("token-") && kind.status === 401) return { kind: "token-refused", ...about };
  if (kind.status === 403) return { kind: "refused", ...about };
  // Who has never signed in and is asked to has done nothing that anybody need know
  if (kind.status === 401 && ctx?.sessionToken !== undefined) return { kind: "session-refused", ...about };
  return undefined;
}

/** Who sends a request, and what it asks for. */
export const askedIn = (
  request: FastifyRequest,
): Pick<SecurityEvent, "sender" | "operation" | "requestId"> => ({
  sender: request.ip,
  operation: `${request.method} ${request.routeOptions.url ?? ""}`,
  requestId: request.id,
});

/** An event as it is read. */
export interface StoredEvent {
  readonly entry: number;
  readonly at: Date;
  readonly kind: SecurityKind;
  readonly personId: string | null;
  readonly address: string | null;
  readonly sender: string | null;
  readonly operation: string | null;
  readonly reason: string | null;
  readonly times: number;
}

/** The newest events, newest first; of one sort, or before one of them, where that is asked. */
export async function latestEvents(
  tx: Tx,
  {
    kind,
    before,
    limit,
  }: {
    readonly kind?: SecurityKind | undefined;
    readonly before?: number | undefined;
    readonly limit: number;
  },
): Promise<StoredEvent[]> {
  let query = tx
    .withTables<EventTable>()
    .selectFrom("platform.security_event")
    .select([
      "entry",
      "at",
      "kind",
      "person_id as personId",
      "address",
      "sender",
      "operation",
      "reason",
      "times",
    ])
    .orderBy("entry", "desc")
    .limit(limit);
  if (kind !== undefined) query = query.where("kind", "=", kind);
  if (before !== undefined) query = query.where("entry", "<", before);
  return query.execute();
}

const FORGOTTEN_AT_ONCE = 5000;

/** Takes away events of more than twelve months, some at a time; gives how many. */
export async function forgetOldEvents(tx: Tx): Promise<number> {
  const { numAffectedRows } =
    await sql`delete from platform.security_event where (municipality_id, entry) in (
    select municipality_id, entry from platform.security_event
    where municipality_id = platform.municipality() and at <= now() - interval '12 months'
    order by entry limit ${FORGOTTEN_AT_ONCE})`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}
