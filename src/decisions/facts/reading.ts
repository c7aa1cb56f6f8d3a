import { dayText } from "../../kernel/format.ts";
import { refuse } from "../../kernel/problem.ts";
import { nameOfBody } from "../../organisation/rules/organisation.ts";
import { people, whoAsks } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Asked, Context } from "../../platform/http/handle.ts";
import { DraftNotYours, NotKnownThen, SecretByLaw } from "../contract.ts";
import { NoMatter } from "../rules/no-matter.ts";
import {
  draftOf,
  isDraft,
  READING,
  type Readable,
  type Reads,
  readsDraftAs,
  readsInPublic,
  readsSecretAs,
} from "../rules/reading.ts";
import { asOnDay } from "../rules/seen.ts";
import { citeOf, groundText } from "../secrecy/rules/grounds.ts";
import { namedIn, namedInMatters } from "../store/named.ts";
import { openMarkings, readingAs } from "../store/secrecy.ts";
import { headsOf, type VersionHead } from "../store/versions.ts";

const asked = new WeakMap<Context, Map<string | undefined, Promise<Reads>>>();

/**
 * Which versions the one who asks may read: every route and fact that shows what is not decided asks here; `matter` where it shows
 * those of one matter alone. Found once a request.
 */
export function readsOf(tx: Tx, ctx: Context, matter?: string): Promise<Reads> {
  const before = asked.get(ctx) ?? new Map<string | undefined, Promise<Reads>>();
  asked.set(ctx, before);
  const found = before.get(undefined) ?? before.get(matter) ?? findReads(tx, ctx, matter);
  before.set(matter, found);
  return found;
}

async function findReads(tx: Tx, ctx: Context, matter: string | undefined): Promise<Reads> {
  const marked = await openMarkings(tx);
  const isMarked = ({ matter }: Readable) => marked.has(matter.id);
  const inPublic: Reads =
    marked.size === 0 ? readsInPublic : (version) => readsInPublic(version) && !isMarked(version);
  if (ctx.personId === undefined) return inPublic;
  const { person, bodies, may: answers } = await whoAsks(tx, ctx);
  if (!person) return inPublic;
  const may = (action: string, body: string) => answers(action, body).allowed;
  const asker = { person, bodies, day: ctx.standsOn, may, named: () => false };
  // What one reads by one's posts needs no look at who is named in it
  const elsewhere = bodies.filter(
    ({ id }) => readsDraftAs(asker, draftOf({ id: "", kind: "", body: id })) === undefined,
  );
  const found = await namedIn(
    tx,
    person.id,
    elsewhere.map(({ id }) => id),
    ctx.today,
    matter,
  );
  const named = ({ matter, number }: Readable) => found.has(`${matter.id}@${number}`);
  const among = [...marked.keys()].filter((id) => matter === undefined || id === matter);
  const inMarked = await namedInMatters(tx, person.id, among, ctx.today);
  const namedInMarked = ({ matter }: Readable) => inMarked.has(matter.id);
  return (version) =>
    isMarked(version)
      ? // What is secret by law is opened by people, each time noted: never by a program
        ctx.program === undefined && readsSecretAs({ ...asker, named: namedInMarked }, version) !== undefined
      : !isDraft(version) || readsDraftAs({ ...asker, named }, version) !== undefined;
}

/**
 * Where none of a matter's versions is shown: refuses somebody who has signed in with who reads the newest, where that is a draft of
 * another line. Whoever has not signed in learns nothing of it.
 */
export async function refuseUnread(tx: Tx, ctx: Context, newest: VersionHead | undefined): Promise<void> {
  if (newest && ctx.personId !== undefined && !(await readsOf(tx, ctx))(newest))
    await refuseDraft(tx, ctx, newest);
}

/** Refuses where the one who asks does not read a matter's drafts: with who does, or as one that is not there. */
export async function mustReadMatter(tx: Tx, ctx: Context, id: string): Promise<void> {
  const [newest] = asOnDay(await headsOf(tx, id), ctx.today);
  if (!newest) refuseNone(ctx, id);
  const reads = await readsOf(tx, ctx, id);
  if (!reads({ ...newest, state: "draft", decision: null })) await refuseDraft(tx, ctx, newest);
}

/** Does a request's work so that what is secret is given to those who read it, and each opening of it is noted. */
export function asReader<T>(
  { ctx, note }: Pick<Asked<unknown, unknown, unknown>, "ctx" | "note">,
  work: () => Promise<T>,
): Promise<T> {
  const told = new Set<string>();
  const opened = (matter: string) => {
    if (told.has(matter)) return;
    told.add(matter);
    note({ kind: "secret-opened", personId: ctx.personId, reason: matter });
  };
  return readingAs({ reads: (tx) => readsOf(tx, ctx), opened }, work);
}

/** Refuses where there is nothing of a matter: on an earlier day it may be one that was not known of then. */
export function refuseNone({ today, present, language }: Context, matter: string): never {
  if (today < present) refuse(NotKnownThen, { cite: READING, params: { today: dayText(today, language) } });
  refuse(NoMatter, { params: { matter } });
}

/** Refuses to show a draft, with who reads it and who writes it; or what is secret, with its ground. */
export async function refuseDraft(tx: Tx, ctx: Context, version: VersionHead): Promise<never> {
  const { matter, editedBy } = version;
  const { bodies, may } = await whoAsks(tx, ctx);
  const answer = may(`edit:${matter.kind}`, matter.body);
  const instead = answer.allowed ? [] : answer.ask;
  const body = nameOfBody(bodies, matter.body);
  const marking = (await openMarkings(tx)).get(matter.id);
  if (marking) {
    const { ground } = marking;
    const params = { ground: groundText(ground, ctx.language), body };
    refuse(SecretByLaw, { cite: citeOf(ground), ask: instead, params });
  }
  const [writer] = await people(tx, editedBy);
  const name = writer?.name ?? editedBy;
  return refuse(DraftNotYours, {
    cite: READING,
    ask: [...new Set([name, ...instead])],
    params: { body, writer: name },
  });
}
