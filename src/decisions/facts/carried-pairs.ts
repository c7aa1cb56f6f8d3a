import { type Body, postsOn } from "../../organisation/rules/organisation.ts";
import { personNames, type Who, whoAsks } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import type { CarriedPair } from "../contract.ts";
import type { Kinds } from "../matter-kinds.ts";
import { placeOfThing } from "../rules/carried-on.ts";
import { latestHeadsOfAll } from "../store/versions.ts";
import { pairsOf } from "./namesakes.ts";
import { readsOf } from "./reading.ts";

const MAX_PAIRS = 2000;

/**
 * Whether the one who asks may say what goes on of a body's things: who writes that body's matters of the kind, or those of the
 * executive, which leads and coordinates the municipality's work (KL 6:1).
 */
export function maySettle(who: Who, kind: string, body: string) {
  const own = who.may(`edit:${kind}`, body);
  if (own.allowed) return own;
  const leads = who.bodies
    .filter((one) => one.kind === "executive" && one.validTo === null)
    .map((one) => who.may(`edit:${kind}`, one.id))
    .find((answer) => answer.allowed);
  return leads ?? own;
}

/** Refuses the one who may say nothing of a body's things, with who may instead. */
export function mustSettle(who: Who, kinds: Kinds, body: Body): void {
  const own = kinds.all.flatMap(({ things, routes }) =>
    things && routes.kind.bodies.includes(body.kind) ? [routes.kind.kind] : [],
  );
  if (!own.some((kind) => maySettle(who, kind, body.id).allowed)) who.must(`edit:${own[0] ?? ""}`, body.id);
}

/** All pairs of things with one id, of a body where it is given; what waits for a person first. */
export async function carriedPairs(
  tx: Tx,
  ctx: Context,
  kinds: Kinds,
  only: string | undefined,
): Promise<CarriedPair[]> {
  const who = await whoAsks(tx, ctx);
  const nameOf = await personNames(tx);
  const bodies = who.bodies.filter(({ id }) => only === undefined || id === only);
  const found: CarriedPair[] = [];
  for (const kind of kinds.all.filter(({ things }) => things)) {
    const declared = kind.routes.kind;
    const hidden = await unread(tx, ctx, { kind: declared.kind, body: only });
    for (const body of bodies.filter((one) => declared.bodies.includes(one.kind))) {
      const may = maySettle(who, declared.kind, body.id);
      for (const { row, year, now, before, same } of await pairsOf(tx, kind, body.id)) {
        const isHidden = (thing: string) => hidden.has(placeOfThing(thing)?.matter ?? "");
        if (!may.allowed && (isHidden(row.thing) || isHidden(before.thing))) continue;
        found.push({
          thing: row.thing,
          kind: declared.kind,
          body: body.id,
          bodyName: body.name,
          id: now.ids.at(-1) ?? "",
          within: now.within ?? null,
          before: {
            year: before.year,
            name: before.own.name,
            measuredBy: [...(before.own.measuredBy ?? [])],
          },
          now: { year, name: now.name, measuredBy: [...(now.measuredBy ?? [])] },
          same,
          asks: row.asks,
          by: row.by === null ? null : nameOf(row.by),
          on: row.on,
          may,
        });
      }
    }
  }
  return found.sort((a, b) => Number(b.asks) - Number(a.asks)).slice(0, MAX_PAIRS);
}

/** The matters of a kind, of a body where it is given, whose newest version is a draft that the reader does not read. */
async function unread(
  tx: Tx,
  ctx: Context,
  of: { readonly kind: string; readonly body: string | undefined },
): Promise<ReadonlySet<string>> {
  const reads = await readsOf(tx, ctx);
  const heads = await latestHeadsOfAll(tx, of, ctx.today);
  return new Set(heads.filter((head) => !reads(head)).map(({ matter }) => matter.id));
}

/** Whether a person keeps a body's or the municipality's figures and plans in order: has a controller's post on the day. */
export function isController(who: Who, ctx: Context): boolean {
  return (
    who.person !== undefined && postsOn(who.person, ctx.today).some((post) => post.role === "controller")
  );
}
