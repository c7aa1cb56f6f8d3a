import { type Body, nameOfBody } from "../../organisation/rules/organisation.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Kinds } from "../matter-kinds.ts";
import { differences } from "../rules/differences.ts";
import { asSentence, saidOf } from "../rules/in-words.ts";
import { type Version, type VersionHead, versionNumbered } from "../store/versions.ts";

/** The sentence that a decision on a version is proposed to be told by, made of what it changes of what was decided before. */
export async function proposedFor(
  { tx, kinds, bodies }: { readonly tx: Tx; readonly kinds: Kinds; readonly bodies: readonly Body[] },
  version: Version,
  heads: readonly VersionHead[],
): Promise<string> {
  const { matter } = version;
  const kind = kinds.find(matter.kind);
  if (!kind) throw new Error(`no chapter knows the kind ${matter.kind}`);
  const { routes, computed } = kind;
  const last = heads.find(({ decision }) => decision !== null);
  const decided = last && (await versionNumbered(tx, matter.id, last.number));
  const nameOf = (body: string) => nameOfBody(bodies, body);
  const said = kind.inWords?.(routes.read(version), {
    before: decided && routes.read(decided),
    body: matter.body,
    year: matter.year,
    nameOf,
  });
  if (said !== undefined) return asSentence(said);
  return saidOf({
    kind: routes.kind.names.sv,
    body: nameOf(matter.body),
    year: matter.year,
    again: decided !== undefined,
    differences: decided ? differences(routes.lifted(decided), routes.lifted(version), computed) : [],
  });
}
