import { matterId, writeAddress } from "../../decisions/rules/kind.ts";
import { latestHeadsOfAll } from "../../decisions/store/versions.ts";
import { dayOf, within } from "../../kernel/day.ts";
import { filled } from "../../kernel/filled.ts";
import { postsOn } from "../../organisation/rules/organisation.ts";
import { whoAsks } from "../../organisation/store.ts";
import type { Waiting } from "../../platform/chapter.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { heldAbout } from "../../year/facts/held.ts";
import { HELD } from "../../year/rules/step.ts";
import { writesFor } from "../../year/rules/turn.ts";
import { STRATEGIC_GOALS, VISION } from "./kind.ts";
import en from "./messages/en.json" with { type: "json" };
import sv from "./messages/sv.json" with { type: "json" };
import { periodTurn } from "./rules/mandate-period.ts";
import { decidedBefore } from "./store.ts";

/** The one who asks and the council, where that person writes the council's matters for it; undefined for all others. */
export async function writesForCouncil(tx: Tx, ctx: Context) {
  const who = await whoAsks(tx, ctx);
  const council = who.bodies.find(({ id }) => id === who.sole("council"));
  if (!who.person || !council) return undefined;
  const there = who.bodies.filter(({ validFrom, validTo }) => within(ctx.today, validFrom, validTo));
  const posts = new Set(postsOn(who.person, ctx.today).map((post) => post.body));
  return writesFor(there, council, posts) ? { who, council } : undefined;
}

/**
 * What a new mandate period asks of whoever prepares the council's matters (V-1, V-2): the vision to be followed up and the strategic
 * goals to be evaluated, until each is laid forward.
 */
export async function periodsWaiting(tx: Tx, ctx: Context): Promise<Waiting[]> {
  const asks = await writesForCouncil(tx, ctx);
  if (!asks) return [];
  const { who, council } = asks;
  const words = { sv, en }[ctx.language].period;
  const lines: Waiting[] = [];
  for (const declared of [VISION, STRATEGIC_GOALS]) {
    const { kind, cite } = declared;
    if (!who.may(`edit:${kind}`, council.id).allowed) continue;
    const latest = await decidedBefore(tx, kind, LAST_YEAR, ctx.today);
    const turn = periodTurn(ctx.today, latest?.matter.year);
    if (!turn) continue;
    const begun = (await latestHeadsOfAll(tx, { kind, body: council.id }, ctx.today)).filter(
      ({ matter, decision }) => matter.year >= turn.period.from && !decision,
    );
    if (begun.some(({ state }) => state === "proposed")) continue;
    const year = begun[0]?.matter.year ?? turn.year;
    const place = { body: council.id, year };
    // A wheel without the step leaves the council its whole first year
    const held = await heldAbout(tx, HELD.newPeriod, turn.period.from, ctx.today);
    const due = held.at(-1)?.due ?? dayOf(turn.period.from, 12, 31);
    lines.push({
      thing: matterId(kind, council.id, year),
      todo: "write",
      name: filled(words[kind], { from: turn.period.from, to: turn.period.to }),
      language: ctx.language,
      cite,
      ...place,
      from: turn.from,
      due,
      late: due < ctx.today,
      href: writeAddress(declared, place) ?? declared.address.all,
      kind,
    });
  }
  return lines;
}

/** Beyond every year that something can be written for. */
const LAST_YEAR = 2201;
