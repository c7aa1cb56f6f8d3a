import { councilDecides } from "../../decisions/facts/deciding.ts";
import type { Kinds } from "../../decisions/matter-kinds.ts";
import { matterPath } from "../../decisions/rules/kind.ts";
import { awaitingOn, proposalOf } from "../../decisions/store/versions.ts";
import { matterTitle } from "../../decisions/words.ts";
import { addDays, type Day } from "../../kernel/day.ts";
import { postsOn } from "../../organisation/rules/organisation.ts";
import { whoAsks } from "../../organisation/store.ts";
import type { Waiting } from "../../platform/chapter.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";

/** What is laid before an organ is taken up within so many days, where the wheel says nothing of it. */
const DAYS_TO_TAKE_UP = 30;

/** The day by which the wheel has a matter decided; undefined where no step is about it. */
export type DecidedBy = (
  tx: Tx,
  matter: { readonly kind: string; readonly body: string; readonly year: number },
  days: { readonly since: Day; readonly asOf: Day },
) => Promise<Day | undefined>;

/**
 * What has been laid before an organ and is in no step of the wheel: it waits for those who register what that organ decides. What
 * the council decides waits for the executive first, which proposes it.
 */
export async function laidWaiting(
  tx: Tx,
  ctx: Context,
  { kinds, decidedBy }: { readonly kinds: Kinds; readonly decidedBy: DecidedBy },
): Promise<Waiting[]> {
  const who = await whoAsks(tx, ctx);
  if (!who.person) return [];
  const posts = new Set(postsOn(who.person, ctx.today).map(({ body }) => body));
  const lines: Waiting[] = [];
  for (const { changes, ...version } of await awaitingOn(tx, {}, ctx.today)) {
    const { id, kind, body, year } = version.matter;
    const laying = await laidBefore(version);
    if (!laying) continue;
    const due = addDays(laying.on, DAYS_TO_TAKE_UP);
    const declared = kinds.declared(kind);
    lines.push({
      thing: id,
      todo: "decide",
      // The list says itself whose it is
      name: matterTitle(ctx.language, declared.names, { year, body: "", changes }),
      language: ctx.language,
      cite: declared.cite,
      body,
      year,
      from: laying.on,
      due,
      late: due < ctx.today,
      href: matterPath(version.matter),
      kind,
    });
  }
  return lines;

  /** How it was laid before an organ that whoever asks registers the decisions of; undefined where it is another's turn, or a step's. */
  async function laidBefore(version: Parameters<typeof proposalOf>[1]) {
    const { kind, body } = version.matter;
    const council = councilDecides(who, kind, body) ? who.sole("council") : undefined;
    const executive = who.sole("executive");
    const decides = posts.has(council ?? body) && who.may(`decide:${kind}`, body).allowed;
    const proposes =
      council !== undefined &&
      executive !== undefined &&
      posts.has(executive) &&
      who.may(`propose:${kind}`, body).allowed;
    if (!decides && !proposes) return undefined;
    const laying = await proposalOf(tx, version, ctx.today);
    if (!laying) return undefined;
    const proposed = council === undefined || laying.meeting !== undefined;
    if (proposed ? !decides : !proposes) return undefined;
    const days = { since: laying.on, asOf: ctx.today };
    return (await decidedBy(tx, version.matter, days)) === undefined ? laying : undefined;
  }
}
