import type { z } from "zod";
import { type Day, LAST_DAY } from "../../kernel/day.ts";
import { nameOfBody } from "../../organisation/rules/organisation.ts";
import { personNames, type Who, whoAsks } from "../../organisation/store.ts";
import type { Chapter } from "../../platform/chapter.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import type { getBeforeDecision, listAwaiting } from "../contract.ts";
import type { Kinds } from "../matter-kinds.ts";
import { type Difference, differences, MAX_DIFFERENCES } from "../rules/differences.ts";
import { beforeDecisionPath } from "../rules/kind.ts";
import { secrecyOf } from "../secrecy/routes.ts";
import {
  type AwaitingHead,
  allInForce,
  awaitingOf,
  awaitingOn,
  headsOn,
  inForce,
  type Laying,
  layingsSince,
  proposalOf,
  type Version,
  type VersionHead,
  versionOfHead,
} from "../store/versions.ts";
import { matterTitle } from "../words.ts";
import { councilDecides } from "./deciding.ts";
import { readsOf } from "./reading.ts";

type Line = z.output<typeof listAwaiting.returns>[number];
type BeforeDecision = z.output<typeof getBeforeDecision.returns>;

interface House {
  readonly kinds: Kinds;
  readonly chapters: readonly Chapter[];
}

/**
 * What awaits a decision on the day that is read: what is to be decided first comes first, and what has no day last; of one day in the
 * order of the organs that decide.
 */
export async function awaiting(
  tx: Tx,
  ctx: Context,
  house: House,
  of: { readonly body?: string | undefined },
): Promise<Line[]> {
  const who = await whoAsks(tx, ctx);
  const secrecy = await secrecyOf(tx, ctx);
  const lines: Line[] = [];
  for (const version of await awaitingOn(tx, of, ctx.today)) {
    // That something secret is on its way is told when it is decided; those who read it have it in their own list
    if (!secrecy(version.matter).read) continue;
    lines.push(await awaitingLine(tx, ctx, { ...house, who }, version));
  }
  const places = new Map(who.bodies.map(({ id }, place) => [id, String(place).padStart(PLACES, "0")]));
  const order = ({ decidedBy, decides, id }: Line) =>
    `${decidedBy ?? LAST_DAY} ${places.get(decides.organ) ?? LAST_DAY} ${id}`;
  return lines.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
const PLACES = 6;

/** How a version awaits its decision: who has proposed it, who decides, and by when. */
export async function awaitingLine(
  tx: Tx,
  ctx: Context,
  { kinds, chapters, who }: House & { readonly who: Who },
  { changes, ...version }: AwaitingHead,
): Promise<Line> {
  const { matter, number } = version;
  const { id, kind, body, year, key } = matter;
  const laying = await proposalOf(tx, version, ctx.today);
  const organ = organThatDecides(who, version, laying);
  const bodyName = nameOfBody(who.bodies, body);
  const since = laying?.meeting?.decidedOn ?? laying?.on ?? version.proposedOn ?? version.writtenOn;
  const days = { since, asOf: ctx.today };
  let decidedBy: Day | null = null;
  for (const chapter of chapters) decidedBy ??= (await chapter.decidedBy?.(tx, matter, days)) ?? null;
  const ofCouncil = who.bodies.find((one) => one.id === body)?.kind === "council";
  return {
    id,
    kind,
    body,
    bodyName,
    year,
    key,
    version: number,
    title: matterTitle(ctx.language, kinds.declared(kind).names, {
      year,
      body: ofCouncil ? "" : bodyName,
      changes,
    }),
    proposedOn: since,
    proposedBy: laying ? { organ: laying.organ, name: nameOfBody(who.bodies, laying.organ) } : null,
    paragraph: laying?.meeting?.paragraph ?? null,
    decides: { organ, name: nameOfBody(who.bodies, organ) },
    decidedBy,
    href: beforeDecisionPath(matter),
  };
}

/** The organ that decides: the council where its mandates say so, else the one that it was laid forward for. */
function organThatDecides(
  who: Who,
  { matter: { kind, body } }: VersionHead,
  laying: Omit<Laying, "by"> | undefined,
): string {
  return (councilDecides(who, kind, body) && who.sole("council")) || (laying?.organ ?? body);
}

/** A matter that awaits its decision, with what it would take the place of; undefined where nothing of it does. */
export async function beforeDecision(
  tx: Tx,
  ctx: Context,
  house: House,
  id: string,
): Promise<BeforeDecision | undefined> {
  const [head] = awaitingOf(await headsOn(tx, id, ctx.today));
  if (!head || !(await readsOf(tx, ctx, id))(head)) return undefined;
  const who = await whoAsks(tx, ctx);
  const kind = house.kinds.all.find(({ routes }) => routes.kind.kind === head.matter.kind);
  if (!kind) throw new Error(`no chapter knows the kind ${head.matter.kind}`);
  const { routes, computed } = kind;
  const content = routes.lifted(await versionOfHead(tx, head));
  const before = await lastDecided(tx, head, ctx.today);
  const changes = before?.matter.id === head.matter.id;
  const decided = before && routes.lifted(before);
  const own = before?.matter.id === head.matter.id ? before.number : 0;
  const layings = await layingsSince(tx, id, { after: own, asOf: ctx.today });
  const all = before ? differences(decided, content, computed) : [];
  return {
    ...(await awaitingLine(tx, ctx, { ...house, who }, { ...head, changes })),
    content,
    before: before?.decision
      ? {
          matter: before.matter.id,
          year: before.matter.year,
          version: before.number,
          decision: before.decision.number,
          decidedOn: before.decision.decidedOn,
          content: decided,
        }
      : null,
    layings: layings.map((laying) => ({ ...laying, organName: nameOfBody(who.bodies, laying.organ) })),
    differences: named(all.slice(0, MAX_DIFFERENCES), await personNames(tx)),
    more: all.length > MAX_DIFFERENCES,
  };
}

/** Whoever is responsible, or has judged, is told by name: it is a person's id that differs. */
const named = (all: readonly Difference[], nameOf: (person: string) => string): Difference[] =>
  all.map((one) =>
    PEOPLE.includes(one.path.at(-1) ?? "")
      ? { ...one, from: nameIn(one.from, nameOf), to: nameIn(one.to, nameOf) }
      : one,
  );
const PEOPLE = ["responsible", "by"];
const nameIn = (value: Difference["from"], nameOf: (person: string) => string) =>
  typeof value === "string" ? nameOf(value) : value;

/** What a proposal would take the place of: what is decided of the matter, else of the nearest year before it. */
async function lastDecided(tx: Tx, { matter }: VersionHead, asOf: Day): Promise<Version | undefined> {
  const own = await inForce(tx, matter, asOf);
  if (own || matter.key !== "") return own;
  const earlier = await allInForce(tx, { kind: matter.kind, body: matter.body }, asOf);
  return earlier.findLast(({ matter: { year } }) => year < matter.year);
}
