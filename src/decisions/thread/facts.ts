import { refuse } from "../../kernel/problem.ts";
import { isLookedAt } from "../../organisation/rules/looks-at.ts";
import { type Body, nameOfBody } from "../../organisation/rules/organisation.ts";
import { allBodies } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import type { Kinds } from "../matter-kinds.ts";
import { placeOfMatter } from "../rules/kind.ts";
import { unreadMatters } from "../store/secrecy.ts";
import {
  NoThread,
  type Orphans,
  type ThreadFilter,
  type ThreadPart,
  type ThreadThing,
  type ThreadTie,
  type ThreadView,
} from "./contract.ts";
import { ORPHAN_RULES, ORPHAN_SORTS, type OrphanSort } from "./rules/orphans.ts";
import { STANDING, type TieSort } from "./rules/sorts.ts";
import { orphansBy } from "./store/orphans.ts";
import type { Sight } from "./store/sight.ts";
import {
  above,
  below,
  countBelow,
  type Level,
  type Step,
  type StoredThing,
  thingsNamed,
  thingsOf,
} from "./store/walk.ts";

/** More than a screen holds: what is further down is counted, and fetched when it is opened. */
const ON_A_SCREEN = 60;
/** Of what hangs in one thing, so many are shown at first. */
const FIRST_BELOW = 12;
const LEVELS_DOWN = 3;
/** From a measure to the vision there are some seven steps. */
const LEVELS_UP = 10;
const MAX_ABOVE = 300;
const A_PAGE = 50;
const FIRST_ORPHANS = 5;

/** What one who asks sees of the thread: walking up, any strategic goal that a thing names; walking down, those that govern the year. */
interface Sights {
  readonly up: Sight;
  readonly down: Sight;
  readonly bodies: readonly Body[];
  readonly governing: readonly StoredThing[];
}

async function sightsOf(tx: Tx, ctx: Context, filter: ThreadFilter): Promise<Sights> {
  const bodies = await allBodies(tx);
  const lookedAt = bodies.filter(({ id }) => isLookedAt(bodies, filter.body, id));
  const all: Sight = {
    day: ctx.today,
    unread: [...(await unreadMatters(tx))],
    signedIn: ctx.personId !== undefined,
    bodies:
      filter.body === undefined || lookedAt.length === bodies.length
        ? undefined
        : lookedAt.map(({ id }) => id),
    year: filter.year,
    strategic: undefined,
    governing: undefined,
  };
  const strategic = await thingsOf(tx, { ...all, year: undefined }, "strategic-goal");
  const isChosen = ({ thing, agenda }: StoredThing) =>
    (filter.strategic === undefined || thing === filter.strategic) &&
    (filter.agenda === undefined || agenda.includes(filter.agenda));
  const governing = newestBy(strategic, filter.year);
  const chosen = filter.strategic !== undefined || filter.agenda !== undefined;
  const ids = (things: readonly StoredThing[]) => things.filter(isChosen).map(({ thing }) => thing);
  return {
    up: {
      ...all,
      governing: governing.map(({ thing }) => thing),
      strategic: chosen ? ids(strategic) : undefined,
    },
    down: { ...all, strategic: ids(governing) },
    bodies,
    governing,
  };
}

/** Of what stands until the next: that of the latest matter for a year or an earlier one. */
function newestBy(things: readonly StoredThing[], year: number | undefined): StoredThing[] {
  const before = things.filter((one) => year === undefined || (one.year ?? 0) <= year);
  const newest = Math.max(...before.map((one) => one.year ?? 0));
  return before.filter((one) => (one.year ?? 0) === newest);
}

/** A thing with all above it up to the vision, and what hangs in it as far as a screen holds; or the whole from the vision. */
export async function threadView(
  tx: Tx,
  ctx: Context,
  kinds: Kinds,
  { thing: of, ...filter }: ThreadFilter & { readonly thing?: string | undefined },
): Promise<ThreadView> {
  const start = of === undefined ? undefined : await asked(tx, ctx, of);
  // From a thing of a year one looks at that year, where nobody has said another
  const sights = await sightsOf(tx, ctx, { ...filter, year: filter.year ?? start?.year ?? undefined });
  const graph = new Graph();
  const starts = start ? [start] : await topsOf(tx, sights, filter.year);
  for (const one of starts) graph.add(one);
  if (of !== undefined) await walkUp(tx, sights.up, graph, of);
  await walkDown(
    tx,
    sights.down,
    graph,
    starts.map(({ thing }) => thing),
  );
  return {
    here: of ?? null,
    ...(await partOf(tx, ctx, kinds, sights, graph)),
    strategic: sights.governing.map(({ thing, name, agenda }) => ({ thing, name, agenda: [...agenda] })),
  };
}

/** Where the thread begins: the vision, or the strategic goals of who has none. */
async function topsOf(tx: Tx, { down, governing }: Sights, year: number | undefined): Promise<StoredThing[]> {
  const visions = newestBy(await thingsOf(tx, down, "vision"), year);
  return visions.length > 0 ? visions : governing.filter(({ thing }) => down.strategic?.includes(thing));
}

/** The thing that is asked for, whichever body and year one looks at otherwise. */
async function asked(tx: Tx, ctx: Context, of: string): Promise<StoredThing> {
  const [found] = await thingsNamed(tx, (await sightsOf(tx, ctx, {})).up, [of]);
  return found ?? refuse(NoThread, { params: { thing: of } });
}

async function walkUp(tx: Tx, sight: Sight, graph: Graph, from: string): Promise<void> {
  // What leads up may be another body's: a shared goal's, the council's
  const wide: Sight = { ...sight, bodies: undefined };
  let level = [from];
  for (let steps = 0; level.length > 0 && steps < LEVELS_UP && graph.size < MAX_ABOVE; steps++)
    level = graph.addSteps(await above(tx, wide, graph.level(level), MAX_ABOVE));
}

async function walkDown(tx: Tx, sight: Sight, graph: Graph, starts: readonly string[]): Promise<void> {
  let level: readonly string[] = starts;
  const before = graph.size;
  for (let steps = 0; level.length > 0 && steps < LEVELS_DOWN; steps++) {
    const found = await below(tx, sight, graph.level(level), { take: FIRST_BELOW });
    // A level that would fill the screen by itself is opened when somebody asks for it
    if (steps > 0 && graph.size - before + found.length > ON_A_SCREEN) return;
    level = graph.addSteps(found);
  }
}

/** What hangs in a thing, a page of it. */
export async function threadBelow(
  tx: Tx,
  ctx: Context,
  kinds: Kinds,
  { thing: of, skip, ...filter }: ThreadFilter & { readonly thing: string; readonly skip: number },
): Promise<ThreadPart> {
  const sights = await sightsOf(tx, ctx, filter);
  const own = new Graph();
  own.add(await asked(tx, ctx, of));
  const graph = new Graph();
  graph.addSteps(await below(tx, sights.down, own.level([of]), { take: A_PAGE, skip }));
  return partOf(tx, ctx, kinds, sights, graph);
}

/** What does not hang together: of each sort how many and the first of them; of one sort alone a page. */
export async function orphansIn(
  tx: Tx,
  ctx: Context,
  kinds: Kinds,
  { sort, skip, ...filter }: ThreadFilter & { readonly sort?: OrphanSort | undefined; readonly skip: number },
): Promise<Orphans[]> {
  const sights = await sightsOf(tx, ctx, filter);
  const chosen = filter.strategic !== undefined || filter.agenda !== undefined;
  const found: Orphans[] = [];
  for (const one of sort === undefined ? ORPHAN_SORTS : [sort]) {
    const rule = ORPHAN_RULES[one];
    if (chosen && !rule.strategic) continue;
    const strategic = chosen || rule.what === "strategic-goal" ? sights.down.strategic : undefined;
    const page = { take: sort === undefined ? FIRST_ORPHANS : A_PAGE, skip };
    const { count, things } = await orphansBy(tx, { ...sights.down, strategic }, rule, page);
    if (count === 0) continue;
    const view = viewer(ctx, kinds, sights.bodies, new Map());
    found.push({ sort: one, count, things: things.map(view) });
  }
  return found;
}

/** A part of the thread as it is gathered. */
class Graph {
  readonly things = new Map<string, StoredThing>();
  readonly ties = new Map<string, ThreadTie>();
  get size(): number {
    return this.things.size;
  }
  add(one: StoredThing): void {
    if (!this.things.has(one.thing)) this.things.set(one.thing, one);
  }
  /** Adds steps, and gives the things that they led to and that were not there before. */
  addSteps(steps: readonly Step[]): string[] {
    const fresh: string[] = [];
    for (const { from, to, sort, ...thing } of steps) {
      this.ties.set(`${from} ${to}`, { from, to, sort: sort as TieSort });
      if (this.things.has(thing.thing)) continue;
      this.add(thing);
      fresh.push(thing.thing);
    }
    return fresh;
  }
  level(ids: readonly string[]): Level {
    const isDated = (one: StoredThing | undefined) => one?.year != null && !STANDING.includes(one.what);
    return { ids, dated: ids.filter((id) => isDated(this.things.get(id))) };
  }
}

async function partOf(tx: Tx, ctx: Context, kinds: Kinds, sights: Sights, graph: Graph): Promise<ThreadPart> {
  const counts = await countBelow(tx, sights.down, graph.level([...graph.things.keys()]));
  const view = viewer(ctx, kinds, sights.bodies, counts);
  return { things: [...graph.things.values()].map(view), ties: [...graph.ties.values()] };
}

/** A thing as people see it: a matter by its kind and year, a body by its name on the day. */
const viewer =
  (
    { language }: Context,
    kinds: Kinds,
    bodies: readonly Body[],
    counts: ReadonlyMap<string, number>,
  ): ((one: StoredThing) => ThreadThing) =>
  ({ thing, what, body, year, name, href, agenda, amountTkr }) => {
    const bodyName = nameOfBody(bodies, body);
    const kind = what === "matter" ? kinds.find(placeOfMatter(thing)?.kind ?? "")?.routes.kind : undefined;
    const known = kind ? `${kind.names[language]} ${year ?? ""}`.trim() : name === "" ? bodyName : name;
    const written = kind === undefined;
    const below = counts.get(thing) ?? 0;
    return {
      thing,
      what,
      name: known,
      written,
      body,
      bodyName,
      year,
      href,
      agenda: [...agenda],
      amountTkr,
      below,
    };
  };
