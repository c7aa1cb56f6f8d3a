import { keepAssignment } from "../decisions/assignments/giving.ts";
import { assignmentThing } from "../decisions/assignments/kind.ts";
import { assignmentsOn } from "../decisions/assignments/store.ts";
import { hasAlongside, keepAlongside } from "../decisions/store/alongside.ts";
import { decisionNumbers } from "../decisions/store/chain.ts";
import { keepBeside, keepFound, kindsFound } from "../decisions/store/search-rows.ts";
import { forgetThread } from "../decisions/thread/store/keep.ts";
import { documentsChapter, keptDocument } from "../documents/chapter.ts";
import { GOVERNING_DOCUMENT } from "../documents/kind.ts";
import { registeredDocuments } from "../documents/store.ts";
import { LAST_DAY } from "../kernel/day.ts";
import { presentDay } from "../organisation/bodies/reading-day.ts";
import { followPosts } from "../organisation/follow-posts.ts";
import { endHoldings, keepHoldings, objectsHeld } from "../organisation/holdings.ts";
import { storedMunicipalities } from "../organisation/installation/store.ts";
import { peopleWithoutPost } from "../organisation/people/ownerless.ts";
import { allBodies, people } from "../organisation/store.ts";
import type { Door, Tx } from "../platform/database/door.ts";
import type { House } from "./chapters.ts";
import { decidedAs } from "./decided-as.ts";
import { keepNewThread, keepRegistered } from "./rebuild-thread.ts";

const WRITER = { personId: "installation", requestId: "alongside" };

/**
 * Keeps beside what was decided and registered before the house kept it: once a municipality, or for the kinds of matter in which the
 * house has begun to keep who holds what, what can be found, or the thread, since; in one transaction. Gives the municipalities for which it was done.
 */
export async function rebuildAlongside(door: Door, house: House): Promise<string[]> {
  const done: string[] = [];
  for (const { code } of await storedMunicipalities(door)) {
    const all = !(await door.read(code, hasAlongside));
    const written = all
      ? await rebuildOne(door, house, code)
      : [
          await keepNewHoldings(door, house, code),
          await keepNewRows(door, house, code),
          await keepNewThread(door, house, code),
        ].some(Boolean);
    const followed = await followEnded(door, code);
    if (written || followed) done.push(code);
  }
  return done;
}

/** What is held by people whose posts had ended before things followed the posts goes to whoever is nearest; false where there is none. */
async function followEnded(door: Door, code: string): Promise<boolean> {
  const without = await door.read(code, peopleWithoutPost);
  if (without.length === 0) return false;
  return door.write(
    { municipality: code, ...WRITER },
    "Det som saknade ansvarig får en (§3.2)",
    async (tx) => {
      await followPosts(tx, { people: without }, await presentDay(tx), { orStay: true });
      return true;
    },
  );
}

/** All that is decided, in the order in which it was, and then what stands beside it; false where there was nothing. */
const rebuildOne = (door: Door, house: House, code: string): Promise<boolean> =>
  door.write({ municipality: code, ...WRITER }, "Ansvar, band och sökrader läggs upp", async (tx) => {
    await forgetThread(tx);
    const decisions = await decisionNumbers(tx);
    for (const number of decisions) {
      const of = await decidedAs(tx, house, number);
      if (of) await keepAlongside(tx, code, of.chapter, of.stored, of.decided);
    }
    const documents = await registeredDocuments(tx);
    for (const { id, document } of documents)
      await keepAlongside(tx, code, documentsChapter, keptDocument(id, document));
    await keepRegistered(tx, house, code);
    await keepRegisteredHoldings(tx, house, code);
    const beside = await keepAllBeside(tx, house, code, new Set([GOVERNING_DOCUMENT.object]));
    await keepAssignments(tx, code);
    return decisions.length + documents.length > 0 || beside;
  });

/** Who holds what of all that was registered outside matters. */
async function keepRegisteredHoldings(tx: Tx, { chapters }: House, code: string): Promise<void> {
  const bodies = await allBodies(tx);
  for (const chapter of chapters)
    for (const kept of (await chapter.registered?.(tx)) ?? []) {
      const held = (await chapter.holdings?.({ ...kept, bodies }, tx)) ?? [];
      if (held.length > 0) await keepHoldings(tx, code, kept.source, kept.on, held);
    }
}

/** What has been asked of somebody in a decision, and who has it, until it was closed. */
async function keepAssignments(tx: Tx, code: string): Promise<void> {
  const of = { bodies: await allBodies(tx), people: await people(tx) };
  for (const one of (await assignmentsOn(tx, {}, LAST_DAY)).reverse()) {
    await keepAssignment(tx, code, one, of);
    if (one.closedOn !== null) await endHoldings(tx, [assignmentThing(one.id)], one.closedOn);
  }
}

/** What chapters keep beside matters, of the kinds of which nothing is found yet; false where there is nothing. */
async function keepAllBeside(
  tx: Tx,
  house: House,
  code: string,
  known: ReadonlySet<string>,
): Promise<boolean> {
  let any = false;
  for (const beside of house.chapters.flatMap(({ foundBeside = [] }) => foundBeside)) {
    if (known.has(beside.kind)) continue;
    for (const one of await beside.all(tx)) {
      await keepBeside(tx, code, beside, one);
      any = true;
    }
  }
  return any;
}

/** Who holds what in kinds of matter that were decided before their holdings were kept; false where there is nothing new. */
async function keepNewHoldings(door: Door, house: House, code: string): Promise<boolean> {
  const known = new Set(await door.read(code, objectsHeld));
  const kinds = house.chapters.flatMap(({ holds = [] }) => holds).filter((kind) => !known.has(kind));
  if (kinds.length === 0) return false;
  const decisions = await door.read(code, (tx) => decisionNumbers(tx, kinds));
  if (decisions.length === 0) return false;
  return door.write({ municipality: code, ...WRITER }, "Ansvar läggs upp", async (tx) => {
    const bodies = await allBodies(tx);
    let any = false;
    for (const number of decisions) {
      const of = await decidedAs(tx, house, number);
      if (!of?.chapter?.holdings) continue;
      const { source, on } = of.stored;
      const holdings = await of.chapter.holdings({ ...of.stored, bodies }, tx);
      any ||= holdings.length > 0;
      await keepHoldings(tx, code, source, on, holdings);
    }
    return any;
  });
}

/** What can be found in what was decided and stored before it was kept; false where there is nothing new. */
async function keepNewRows(door: Door, house: House, code: string): Promise<boolean> {
  const known = new Set(await door.read(code, kindsFound));
  const kinds = house.kinds.all.map(({ routes }) => routes.kind.kind).filter((kind) => !known.has(kind));
  // The latest of a matter is what stands: its rows take the place of those before
  const numbers = await door.read(code, (tx) => decisionNumbers(tx, kinds));
  return door.write({ municipality: code, ...WRITER }, "Sökrader läggs upp", async (tx) => {
    const bodies = await allBodies(tx);
    for (const number of numbers) {
      const of = await decidedAs(tx, house, number);
      if (of?.chapter) await keepFound(tx, code, of.chapter, { ...of.stored, bodies }, of.decided);
    }
    const beside = await keepAllBeside(tx, house, code, known);
    return numbers.length > 0 || beside;
  });
}
