import type { FastifyRequest } from "fastify";
import { canonicalJson } from "../../kernel/canonical.ts";
import { problemKind, refuse } from "../../kernel/problem.ts";
import type { Tx } from "../database/door.ts";
import { sha256 } from "../hash.ts";
import { Answer, type Context, type Upload } from "./handle.ts";

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
 * A client that sends `Idempotency-Key` can ask again after a lost answer: what was done is not done twice, and the first
 * answer comes again. The answer is stored in the same transaction as what it answers, and thrown away after days
 * (platform/jobs/housekeeping.ts). The same request is the same method, address and body, or file.
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
  const answer = await run();
  await db
    .updateTable("platform.answered_request")
    .set({ status: 200, etag: answer.etag ?? null, answer: JSON.stringify(answer.value ?? null) })
    .where("person_id", "=", ctx.personId)
    .where("key", "=", key)
    .execute();
  return answer;
}
