import type { Kinds } from "../../decisions/matter-kinds.ts";
import {
  type KindOfMatter,
  matterId,
  matterPath,
  ownAddress,
  writeAddress,
} from "../../decisions/rules/kind.ts";
import { type Day, within, yearOf } from "../../kernel/day.ts";
import type { HeldPost } from "../../organisation/rules/mandate.ts";
import { type Body, postsOn } from "../../organisation/rules/organisation.ts";
import { heldPosts, type Who, whoAsks } from "../../organisation/store.ts";
import type { Chapter, Waiting } from "../../platform/chapter.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import type { MineItem } from "../contract.ts";
import { isOvertaken, stepDates } from "../rules/dates.ts";
import type { WheelStep } from "../rules/step.ts";
import { stepWords } from "../rules/step-words.ts";
import { writersOf, writesFor } from "../rules/turn.ts";
import { type BodyState, bodyStates } from "../rules/wheel.ts";
import { followedFrom, mattersOf, wheelsInForce } from "../store.ts";
import { bodiesIn } from "./wheel.ts";

export const MAX_MINE = 50;
/** How far a step's subject can lie from the calendar year (`yearOffset`), and one year back. */
const YEARS_ROUND = 4;

/** What is mine to do now: all that the chapters say waits for the one who asks, what is due first first. */
export async function mineNow(tx: Tx, ctx: Context, chapters: readonly Chapter[]): Promise<MineItem[]> {
  const waiting: Waiting[] = [];
  for (const chapter of chapters) waiting.push(...((await chapter.waiting?.(tx, ctx)) ?? []));
  const who = await whoAsks(tx, ctx);
  const names = new Map(who.bodies.map((body) => [body.id, body.name]));
  return eachOnce(waiting)
    .slice(0, MAX_MINE)
    .map(({ late, body, step = null, kind = null, ...line }) => ({
      ...line,
      step,
      kind,
      body,
      bodyName: names.get(body) ?? body,
      state: late ? ("late" as const) : ("under-way" as const),
    }));
}

/** A thing stands once, in the step that is due first. */
function eachOnce(lines: readonly Waiting[]): Waiting[] {
  const seen = new Set<string>();
  return [...lines]
    .sort(
      (a, b) =>
        a.due.localeCompare(b.due) ||
        (a.step ?? "").localeCompare(b.step ?? "") ||
        a.body.localeCompare(b.body) ||
        a.thing.localeCompare(b.thing),
    )
    .filter(({ thing }) => !seen.has(thing) && seen.add(thing));
}

/**
 * The steps whose time has come or has passed and that wait for the one who asks: this calendar year's, and the last one's until
 * the same step comes round again.
 */
export async function stepsWaiting(tx: Tx, ctx: Context, kinds: Kinds): Promise<Waiting[]> {
  const who = await whoAsks(tx, ctx);
  const { today } = ctx;
  const thisYear = yearOf(today);
  const years = { first: thisYear - YEARS_ROUND, last: thisYear + YEARS_ROUND };
  const matters = await mattersOf(tx, kinds, years, today);
  const wheelOf = await wheelsInForce(tx, today);
  const now = wheelOf(thisYear).steps;
  const before = wheelOf(thisYear - 1).steps;
  const left = before.filter((step) => !isOvertaken(step, now, thisYear, today));
  const { firstYear, startedOn } = await followedFrom(tx, today);
  const owned = [...now, ...left].some(({ owner }) => owner !== undefined);
  const held = owned ? await heldPosts(tx, today) : [];
  const items: Waiting[] = [];
  for (const { year, all, open } of [
    { year: thisYear - 1, all: before, open: left },
    { year: thisYear, all: now, open: now },
  ]) {
    const around = { steps: all, bodies: bodiesIn(who.bodies, year), matters, today, startedOn };
    for (const step of open) {
      const { kind } = step;
      if (kind === null) continue;
      for (const row of bodyStates(step, year, around)) {
        if (row.subjectYear < firstYear) continue;
        const todo = todoOf(who, { ...step, kind }, row, { today, held });
        if (!todo) continue;
        const { name, language } = stepWords(step, ctx.language);
        items.push({
          todo,
          step: step.id,
          name,
          language,
          cite: step.cite,
          thing: matterId(kind, row.body.id, row.subjectYear),
          kind,
          body: row.body.id,
          year: row.subjectYear,
          from: stepDates(step, year).from,
          due: row.due,
          late: row.state === "late",
          href: doneAt(kinds.declared(kind), todo, { body: row.body.id, year: row.subjectYear }),
        });
      }
    }
  }
  return items;
}

/** Where one does it: what is to be written on its page to write, what is to be decided where the decision is registered. */
function doneAt(
  declared: KindOfMatter,
  todo: "write" | "decide",
  place: { readonly body: string; readonly year: number },
): string {
  if (todo === "decide") return matterPath({ ...place, kind: declared.kind });
  return writeAddress(declared, place) ?? ownAddress(declared, place);
}

/**
 * What a person has to do with a body's matter now: decide on what is proposed, or write it when that is the person's own
 * body's work; a mandate for the whole group does not make everybody's writing one's own. Undefined: it is another's turn.
 */
function todoOf(
  who: Who,
  { kind, preparedBy, owner }: WheelStep & { readonly kind: string },
  row: BodyState,
  { today, held }: { readonly today: Day; readonly held: readonly HeldPost[] },
): "write" | "decide" | undefined {
  if (row.state !== "under-way" && row.state !== "late") return undefined;
  const todo = row.matter?.state === "proposed" ? "decide" : "write";
  const may = who.may(`${todo === "decide" ? "decide" : "edit"}:${kind}`, row.body.id);
  if (!may.allowed || !who.person) return undefined;
  const posts = new Set(postsOn(who.person, today).map((post) => post.body));
  const body = who.bodies.find((b) => b.id === row.body.id) as Body;
  const there = who.bodies.filter(({ validFrom, validTo }) => within(today, validFrom, validTo));
  if (todo === "decide") return todo;
  if (!writesFor(there, body, posts, preparedBy)) return undefined;
  return owner === undefined || ownsIt(held, who.person.id, writersOf(there, body, preparedBy), owner)
    ? todo
    : undefined;
}

/** Whether a person is the one who answers for a step; where nobody holds that role there, all who write it do. */
function ownsIt(
  held: readonly HeldPost[],
  person: string,
  places: readonly string[],
  owner: string,
): boolean {
  const owners = held.filter(({ role, body }) => role === owner && places.includes(body));
  return owners.length === 0 || owners.some((post) => post.person === person);
}
