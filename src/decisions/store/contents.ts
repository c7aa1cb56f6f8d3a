import type { Tx } from "../../platform/database/door.ts";
import { memoryHere } from "../../platform/memory/memory.ts";
import { withoutSecret } from "./secrecy.ts";
import { tables, type Version } from "./tables.ts";

/**
 * Versions with the contents of those that are decided, which their rows came without (`openVersions`): from memory where they are at
 * hand, else from the database, once. They are shared by all who read them, and frozen. What is secret for the one who asks is left out.
 */
export async function withContents(tx: Tx, all: readonly Version[]): Promise<Version[]> {
  const versions = await withoutSecret(tx, all);
  const here = memoryHere();
  const municipality = here?.municipality ?? "";
  const nameOf = ({ matter, number, sha256 }: Version) => `${matter.id} ${number} ${sha256}`;
  const contents = new Map<Version, unknown>();
  const unread: Version[] = [];
  for (const version of versions) {
    if (version.sha256 === null) continue;
    const known = here?.memory.decided(municipality, nameOf(version));
    if (known) contents.set(version, known);
    else unread.push(version);
  }
  if (unread.length > 0) {
    const rows = await tables(tx)
      .selectFrom("decisions.version")
      .select(["matter_id", "number", "content"])
      .where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple("matter_id", "number"),
          "in",
          unread.map(({ matter, number }) => tuple(matter.id, number)),
        ),
      )
      .execute();
    const found = new Map(rows.map((row) => [`${row.matter_id} ${row.number}`, row.content]));
    for (const version of unread) {
      const content = found.get(`${version.matter.id} ${version.number}`);
      contents.set(version, content);
      if (typeof content === "object" && content !== null)
        here?.memory.keepDecided(municipality, nameOf(version), content);
    }
  }
  return versions.map((version) =>
    version.sha256 === null ? version : { ...version, content: contents.get(version) },
  );
}
