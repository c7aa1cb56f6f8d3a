import { sql } from "kysely";
import { hasAlongside, keepAlongside } from "../decisions/store/alongside.ts";
import { decisionNumbered, decisionsUntil } from "../decisions/store/chain.ts";
import { documentSource } from "../documents/chapter.ts";
import { GOVERNING_DOCUMENT } from "../documents/kind.ts";
import { registeredDocuments } from "../documents/store.ts";
import { day } from "../kernel/day.ts";
import type { Door } from "../platform/database/door.ts";
import type { House } from "./chapters.ts";

const WRITER = { personId: "installation", requestId: "alongside" };

/**
 * Keeps beside what was decided and registered before the house kept it: once a municipality, in one transaction. Gives the
 * municipalities for which it was done.
 */
export async function rebuildAlongside(door: Door, house: House): Promise<string[]> {
  const { rows } = await door.read("", (tx) =>
    sql<{ code: string }>`select municipality_id as code from platform.municipality order by 1`.execute(tx),
  );
  const done: string[] = [];
  for (const { code } of rows)
    if (!(await door.read(code, hasAlongside)) && (await rebuildOne(door, house, code))) done.push(code);
  return done;
}

/** All that is decided, in the order in which it was, and then the documents; false where there was nothing. */
const rebuildOne = (door: Door, house: House, code: string): Promise<boolean> =>
  door.write({ municipality: code, ...WRITER }, "Ansvar, band och sökrader läggs upp", async (tx) => {
    const chapterOf = (name: string) => house.chapters.find(({ chapter }) => chapter === name);
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
    return decisions.length + documents.length > 0;
  });
