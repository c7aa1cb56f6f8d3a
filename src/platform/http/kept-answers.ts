import type { FastifyReply, FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import pLimit from "p-limit";
import { sha256 } from "../hash.ts";
import type { Made, Memory, Reading } from "../memory/memory.ts";
import type { Route } from "./contract.ts";
import type { Answer, Context } from "./handle.ts";

/** An answer as it leaves: its bytes and its tag. */
interface Packed {
  readonly body: Buffer;
  /** Of an editable thing its version; of anything else the hash of its bytes. */
  readonly etag: string;
  readonly byHash: boolean;
  /** Whether it was made without looking at who asks: then it is the same for all who may ask. */
  readonly forAll: boolean;
}
type KeptAnswer = Made<Packed>;

/** Two thirds of the memory; the rest is for what answers are made of. */
const ANSWERS_PART = 2 / 3;
/** What an answer takes besides its bytes. */
const EACH_BYTES = 1000;
const MAX_MATERIAL_BYTES = 4_000_000;
/** After a save many ask anew for the same things: so many are made at once, so that those who save come in between. */
const MAKING_AT_ONCE = 6;

/**
 * The answers to what is read, as bytes, each for as long as nothing that it was made of has changed. Who asks, and what that person may,
 * is found out before one is looked for. An answer is given again in the same municipality, in the same language, on the same days, at
 * the same address; and to the same person, unless it was made without looking at who asks.
 */
export class KeptAnswers {
  readonly #memory: Memory;
  readonly #kept: LRUCache<string, KeptAnswer> | undefined;
  readonly #inTurn = pLimit(MAKING_AT_ONCE);
  readonly #underWay = new Map<string, Promise<unknown>>();
  /** Routes whose answers have been seen to be a person's own: nobody waits for another's. */
  readonly #personal = new Set<string>();

  constructor(memory: Memory) {
    this.#memory = memory;
    const maxSize = Math.floor(memory.maxBytes * ANSWERS_PART);
    if (maxSize > EACH_BYTES) this.#kept = new LRUCache({ maxSize });
  }

  /** Whether answers of a route are kept at all: files are made and kept in their own way (`platform/rendering`). */
  takes(route: Route): boolean {
    return this.#kept !== undefined && route.method === "GET" && !route.produces && route.kept !== false;
  }

  /** The answer to a request, if one is kept that still holds. */
  find(request: FastifyRequest, ctx: Context): Packed | undefined {
    if (!this.#memory.keeps || ctx.playing) return undefined;
    return this.#valid(keyOf(request, ctx, FOR_ALL)) ?? this.#valid(keyOf(request, ctx, whoOf(ctx)));
  }

  #valid(key: string): Packed | undefined {
    const kept = this.#kept?.get(key);
    if (!kept) return undefined;
    if (this.#memory.isValid(kept)) return kept.value;
    this.#kept?.delete(key);
    return undefined;
  }

  /**
   * Makes an answer, and keeps it if it may be. Who asks for what another has just asked for waits for that answer, and is given it if
   * it still holds then and is theirs too.
   */
  async make(
    { id }: Route,
    request: FastifyRequest,
    ctx: Context,
    work: (ctx: Context) => Promise<Answer<unknown>>,
  ): Promise<Packed | Answer<unknown>> {
    const waitFor = keyOf(request, ctx, this.#personal.has(id) ? whoOf(ctx) : FOR_ALL);
    const other = this.#underWay.get(waitFor);
    if (other) {
      await other;
      const theirs = this.find(request, ctx);
      if (theirs) return theirs;
    }
    const making = this.#make(id, request, ctx, work);
    const done = making.then(
      () => {},
      () => {}, // whoever waits makes its own, and hears of its own faults
    );
    this.#underWay.set(waitFor, done);
    try {
      return await making;
    } finally {
      if (this.#underWay.get(waitFor) === done) this.#underWay.delete(waitFor);
    }
  }

  async #make(
    id: string,
    request: FastifyRequest,
    ctx: Context,
    work: (ctx: Context) => Promise<Answer<unknown>>,
  ): Promise<Packed | Answer<unknown>> {
    const seen = { who: false };
    const made = await this.#inTurn(() =>
      this.#memory.gather(ctx.municipality, (reading) => work(watched(ctx, reading, seen))),
    );
    if (seen.who) this.#personal.add(id);
    const answer = made.value;
    if (answer.unchanged || answer.session !== undefined || answer.filename !== undefined) return answer;
    const body = Buffer.from(JSON.stringify(answer.value) ?? "null");
    const value: Packed = {
      body,
      etag: answer.etag ?? sha256(body).slice(0, ETAG_SIGNS),
      byHash: answer.etag === undefined,
      forAll: !seen.who,
    };
    const kept = { value, reading: made.reading };
    if (!ctx.playing && body.length <= MAX_MATERIAL_BYTES && this.#memory.isValid(kept))
      this.#kept?.set(keyOf(request, ctx, value.forAll ? FOR_ALL : whoOf(ctx)), kept, {
        size: body.length + EACH_BYTES,
      });
    return value;
  }
}

const ETAG_SIGNS = 32;
const FOR_ALL = "all";
const whoOf = ({ personId, halfway }: Context): string =>
  [personId === undefined ? "visitor" : `person ${personId}`, halfway?.stage, halfway?.personId].join(" ");

/** All that an answer depends on besides rows. No part can hold the sign that parts them. */
const keyOf = (request: FastifyRequest, ctx: Context, who: string): string =>
  [ctx.municipality, ctx.sample, who, ctx.language, ctx.today, ctx.present, request.url].join("\n");

/**
 * The context of a request whose answer may be kept: it notices when it is asked who asks, and when it is asked for what is another
 * at each request.
 */
function watched(ctx: Context, reading: Reading, seen: { who: boolean }): Context {
  const once = (name: "now" | "requestId" | "sessionToken") => ({
    enumerable: true,
    get() {
      reading.mayBeKept = false;
      return ctx[name];
    },
  });
  return Object.defineProperties({ ...ctx } as Context, {
    personId: {
      enumerable: true,
      get() {
        seen.who = true;
        return ctx.personId;
      },
    },
    halfway: {
      enumerable: true,
      get() {
        seen.who = true;
        return ctx.halfway;
      },
    },
    now: once("now"),
    requestId: once("requestId"),
    sessionToken: once("sessionToken"),
  });
}

/**
 * Sends an answer, or 304 to who has it already. What is the same for everybody, also for strangers, a browser may keep, and asks each
 * time whether it holds. All else stays out of its store: what is made for one person; and what is edited, whose tag is its version, and
 * says nothing of what else is in the answer.
 */
export function sendPacked(
  request: FastifyRequest,
  reply: FastifyReply,
  { body, etag, byHash, forAll }: Packed,
  { access, editable }: Route,
): FastifyReply {
  const browserMayKeep = byHash && forAll && access === "public";
  reply.header("cache-control", browserMayKeep ? "private, no-cache" : "no-store");
  // Of what is edited an ETag says which version was seen; where there is none yet, none is said to have been
  if (byHash && editable) return reply.type("application/json; charset=utf-8").send(body);
  reply.header("etag", `"${etag}"`);
  if (browserMayKeep) reply.header("vary", "accept-language, tillit-today");
  if (hasAlready(request, etag)) return reply.code(304).send();
  return reply.type("application/json; charset=utf-8").send(body);
}

/** Whether a client says that it has it (If-None-Match): one tag or several, weak or not. */
const hasAlready = ({ headers }: FastifyRequest, etag: string): boolean =>
  headers["if-none-match"]?.split(",").some((one) => one.trim().replace(/^W\//, "") === `"${etag}"`) ?? false;
