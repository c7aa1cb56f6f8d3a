import type { FastifyRequest } from "fastify";
import { sql } from "kysely";
import { canonicalJson } from "../../kernel/canonical.ts";
import { problemKind, refuse } from "../../kernel/problem.ts";
import type { Tx } from "../database/door.ts";
import { sha256 } from "../hash.ts";
import { Answer, type Context, type Upload } from "./handle.ts";
import { YEAR_KEY } from "./year-play.ts";

type AnsweredTable = {
  "platform.answered_request": {
    municipality_id: string;
    person_id: string;
    key: string;
    request_sha256: string;
    status: number | null;
    etag: string | null;
    answer: string | null;
  };
};

const KeyUsedForOther = problemKind("key-used-for-other", 422);
const MAX_KEY = 200;
/**
 * Who asks again does so within days; older answers are forgotten, a few each time somebody asks. Those of a sample's year say
 * how far it has been played, and stay until it has been.
 */
const KEPT_DAYS = 7;
const FORGOTTEN_AT_ONCE = 50;

/**
 * A client that sends `Idempotency-Key` can ask again after a lost answer: what was done is not done twice, and the first
 * answer comes again. The answer is stored in the same transaction as what it answers. The same request is the same method,
 * address and body, or file.
 */
export async function answerOnce(
  request: FastifyRequest,
  ctx: Context,
  tx: Tx,
  upload: Upload | undefined,
  run: () => Promise<Answer<unknown>>,
): Promise<Answer<unknown>> {
  const key = request.headers["idempotency-key"];
  if (typeof key !== "string" || !ctx.personId) return run();
  if (key === "" || key.length > MAX_KEY)
    refuse({ code: "bad-header", status: 400 }, { params: { header: "Idempotency-Key" } });
  const db = tx.withTables<AnsweredTable>();
  const sent = upload ? upload.sha256 : canonicalJson(request.body ?? null);
  const requestSha256 = sha256(`${request.method} ${request.url}\n${sent}`);
  const mine = { municipality_id: ctx.municipality, person_id: ctx.personId, key };
  const first = await db
    .insertInto("platform.answered_request")
    .values({ ...mine, request_sha256: requestSha256, status: null, etag: null, answer: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning("key")
    .executeTakeFirst();
  if (!first) {
    const before = await db
      .selectFrom("platform.answered_request")
      .selectAll()
      .where("person_id", "=", ctx.personId)
      .where("key", "=", key)
      .executeTakeFirstOrThrow();
    if (before.request_sha256 !== requestSha256) refuse(KeyUsedForOther);
    return new Answer<unknown>(before.answer, before.etag ? { etag: before.etag } : {});
  }
  await forgetOld(tx);
  const answer = await run();
  await db
    .updateTable("platform.answered_request")
    .set({ status: 200, etag: answer.etag ?? null, answer: JSON.stringify(answer.value ?? null) })
    .where("person_id", "=", ctx.personId)
    .where("key", "=", key)
    .execute();
  return answer;
}

async function forgetOld(tx: Tx): Promise<void> {
  await sql`delete from platform.answered_request where ctid in (
    select ctid from platform.answered_request
    where municipality_id = platform.municipality() and at < now() - make_interval(days => ${KEPT_DAYS})
      and not (key like ${`${YEAR_KEY}%`} and exists (select 1 from platform.municipality m
        where m.municipality_id = platform.municipality() and m.sample_stage = 'playing'))
    limit ${FORGOTTEN_AT_ONCE})`.execute(tx);
}
