import { refuse } from "../../kernel/problem.ts";
import { people, whoAsks } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { DraftNotYours } from "../contract.ts";
import {
  draftOf,
  isDraft,
  READING,
  type Readable,
  type Reads,
  readsDecided,
  readsDraftAs,
} from "../rules/reading.ts";
import { namedIn } from "../store/named.ts";
import type { VersionHead } from "../store/versions.ts";

const asked = new WeakMap<Context, Promise<Reads>>();

/**
 * Which versions the one who asks may read: every route and fact that shows what is not decided asks here. Found once a request.
 */
export function readsOf(tx: Tx, ctx: Context): Promise<Reads> {
  const found = asked.get(ctx) ?? findReads(tx, ctx);
  asked.set(ctx, found);
  return found;
}

async function findReads(tx: Tx, ctx: Context): Promise<Reads> {
  if (ctx.personId === undefined) return readsDecided;
  const { person, bodies, may: answers } = await whoAsks(tx, ctx);
  if (!person) return readsDecided;
  const may = (action: string, body: string) => answers(action, body).allowed;
  const asker = { person, bodies, day: ctx.today, may, named: () => false };
  // What one reads by one's posts needs no look at who is named in it
  const elsewhere = bodies.filter(
    ({ id }) => readsDraftAs(asker, draftOf({ id: "", kind: "", body: id })) === undefined,
  );
  const found = await namedIn(
    tx,
    person.id,
    elsewhere.map(({ id }) => id),
    ctx.today,
  );
  const named = ({ matter, number }: Readable) => found.has(`${matter.id}@${number}`);
  return (version) => !isDraft(version) || readsDraftAs({ ...asker, named }, version) !== undefined;
}

/**
 * Where none of a matter's versions is shown: refuses somebody who has signed in with who reads the newest, where that is a draft of
 * another line. Whoever has not signed in learns nothing of it.
 */
export async function refuseUnread(tx: Tx, ctx: Context, newest: VersionHead | undefined): Promise<void> {
  if (newest && ctx.personId !== undefined && !(await readsOf(tx, ctx))(newest))
    await refuseDraft(tx, ctx, newest);
}

/** Refuses to show a draft, with who reads it and who writes it. */
export async function refuseDraft(tx: Tx, ctx: Context, { matter, editedBy }: VersionHead): Promise<never> {
  const { bodies, may } = await whoAsks(tx, ctx);
  const [writer] = await people(tx, editedBy);
  const answer = may(`edit:${matter.kind}`, matter.body);
  const instead = answer.allowed ? [] : answer.ask;
  const body = bodies.find(({ id }) => id === matter.body)?.name ?? matter.body;
  const name = writer?.name ?? editedBy;
  return refuse(DraftNotYours, {
    cite: READING,
    ask: [...new Set([name, ...instead])],
    params: { body, writer: name },
  });
}
