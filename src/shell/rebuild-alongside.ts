import { hasAlongside, keepAlongside, keepSearchRows, kindsFound } from "../decisions/store/alongside.ts";
import { decisionNumbered, decisionsUntil } from "../decisions/store/chain.ts";
import { forgetThread } from "../decisions/thread/store/keep.ts";
import { GOVERNING_DOCUMENT } from "../documents/kind.ts";
import { documentSource } from "../documents/sources.ts";
import { registeredDocuments } from "../documents/store.ts";
import { day } from "../kernel/day.ts";
import { presentDay } from "../organisation/bodies/reading-day.ts";
import { followPosts } from "../organisation/follow-posts.ts";
import { keepHoldings, objectsHeld } from "../organisation/holdings.ts";
import { storedMunicipalities } from "../organisation/installation/store.ts";
import { peopleWithoutPost } from "../organisation/people/ownerless.ts";
import { allBodies } from "../organisation/store.ts";
import type { Door } from "../platform/database/door.ts";
import type { House } from "./chapters.ts";
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
  const people = await door.read(code, peopleWithoutPost);
  if (people.length === 0) return false;
  return door.write(
    { municipality: code, ...WRITER },
    "Det som saknade ansvarig får en (§3.2)",
    async (tx) => {
      await followPosts(tx, { people }, await presentDay(tx), { orStay: true });
      return true;
    },
  );
}

/** All that is decided, in the order in which it was, and then the documents; false where there was nothing. */
const rebuildOne = (door: Door, house: House, code: string): Promise<boolean> =>
  door.write({ municipality: code, ...WRITER }, "Ansvar, band och sökrader läggs upp", async (tx) => {
    const chapterOf = (name: string) => house.chapters.find(({ chapter }) => chapter === name);
    await forgetThread(tx);
    const decisions = (await decisionsUntil(tx, {}, "9999-12-31")).reverse();
    for (const { number, decidedOn } of decisions) {
      const version = (await decisionNumbered(tx, number))?.version;
      const routes = version && house.kinds.find(version.matter.kind)?.routes;
      if (!version || !routes) continue;
      const { id, kind, body, year } = version.matter;
      const content = routes.read(version);
      await keepAlongside(tx, code, chapterOf(routes.kind.chapter), {
        source: id,
        kind,
        body,
        year,
        on: day(decidedOn),
        content,
      });
    }
    const documents = await registeredDocuments(tx);
    for (const { id, document } of documents)
      await keepAlongside(tx, code, chapterOf("documents"), {
        source: documentSource(id),
        kind: GOVERNING_DOCUMENT.object,
        body: document.body,
        year: null,
        on: document.validFrom,
        content: document,
      });
    await keepRegistered(tx, house, code);
    return decisions.length + documents.length > 0;
  });

/** Who holds what in kinds of matter that were decided before their holdings were kept; false where there is nothing new. */
async function keepNewHoldings(door: Door, house: House, code: string): Promise<boolean> {
  const known = new Set(await door.read(code, objectsHeld));
  const kinds = house.chapters.flatMap(({ holds = [] }) => holds).filter((kind) => !known.has(kind));
  if (kinds.length === 0) return false;
  const decisions = await door.read(code, async (tx) => {
    const found = [];
    for (const kind of kinds) found.push(...(await decisionsUntil(tx, { kind }, "9999-12-31")));
    return found.sort((a, b) => a.number - b.number);
  });
  if (decisions.length === 0) return false;
  return door.write({ municipality: code, ...WRITER }, "Ansvar läggs upp", async (tx) => {
    const bodies = await allBodies(tx);
    let any = false;
    for (const { number, decidedOn } of decisions) {
      const version = (await decisionNumbered(tx, number))?.version;
      const routes = version && house.kinds.find(version.matter.kind)?.routes;
      const chapter = house.chapters.find((one) => one.chapter === routes?.kind.chapter);
      if (!version || !routes || !chapter?.holdings) continue;
      const { id, kind, body, year } = version.matter;
      const on = day(decidedOn);
      const of = { source: id, kind, body, year, on, content: routes.read(version), bodies };
      const holdings = await chapter.holdings(of, tx);
      any ||= holdings.length > 0;
      await keepHoldings(tx, code, id, on, holdings);
    }
    return any;
  });
}

/** What can be found in kinds of matter that were decided before it was kept; false where there is nothing new. */
async function keepNewRows(door: Door, house: House, code: string): Promise<boolean> {
  const known = new Set(await door.read(code, kindsFound));
  const kinds = house.chapters.flatMap(({ finds = [] }) => finds).filter((kind) => !known.has(kind));
  if (kinds.length === 0) return false;
  return door.write({ municipality: code, ...WRITER }, "Sökrader läggs upp", async (tx) => {
    const bodies = await allBodies(tx);
    let any = false;
    // The latest of a matter is what stands: its rows take the place of those before
    for (const kind of kinds)
      for (const { number, decidedOn } of (await decisionsUntil(tx, { kind }, "9999-12-31")).reverse()) {
        const version = (await decisionNumbered(tx, number))?.version;
        const routes = version && house.kinds.find(version.matter.kind)?.routes;
        const chapter = house.chapters.find((one) => one.chapter === routes?.kind.chapter);
        if (!version || !routes || !chapter?.searchRows) continue;
        const { id, body, year } = version.matter;
        const of = {
          source: id,
          kind,
          body,
          year,
          on: day(decidedOn),
          content: routes.read(version),
          bodies,
        };
        const rows = await chapter.searchRows(of, tx);
        any ||= rows.length > 0;
        await keepSearchRows(tx, code, of, rows);
      }
    return any;
  });
}
