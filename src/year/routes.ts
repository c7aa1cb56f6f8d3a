import type { Kinds } from "../decisions/matter-kinds.ts";
import { isElectionYear, yearOf } from "../kernel/day.ts";
import { refuse } from "../kernel/problem.ts";
import { type Body, nameOfBody } from "../organisation/rules/organisation.ts";
import { allBodies, municipalityOf } from "../organisation/store.ts";
import type { Chapter } from "../platform/chapter.ts";
import type { Tx } from "../platform/database/door.ts";
import { Answer, type Context, type Handler, handle } from "../platform/http/handle.ts";
import {
  getCalendar,
  getMine,
  getModelWheel,
  getWheel,
  getWrittenWheel,
  NoBody,
  YearWheel,
} from "./contract.ts";
import { calendarEvents } from "./facts/calendar-events.ts";
import { mineNow } from "./facts/mine.ts";
import { wheelSteps } from "./facts/wheel.ts";
import { calendarText } from "./rules/calendar.ts";
import type { WheelStep } from "./rules/step.ts";
import { MODEL, type WrittenWheel, wheelToBegin } from "./rules/which-wheel.ts";
import { decidedWheels, followedFrom, mattersOf, wheelInForce, wheelsInForce } from "./store.ts";
import { words } from "./words.ts";

export const yearHandlers = (kinds: Kinds, chapters: readonly Chapter[]): Handler[] => [
  handle(getWheel, async ({ params: { year }, query, ctx, tx }) => {
    const bodies = await allBodies(tx);
    const body = bodyAsked(bodies, query.body);
    const { steps, wheel, organs, meetingsOf } = await wheelInForce(tx, year, ctx.today);
    const facts = {
      steps,
      bodies,
      kinds,
      matters: await mattersFor(tx, ctx, kinds, steps, year),
      today: ctx.today,
      ...(await followedFrom(tx, ctx.today)),
      language: ctx.language,
    };
    return {
      year,
      electionYear: isElectionYear(year),
      today: ctx.today,
      body: body ? { id: body.id, name: body.name } : null,
      wheel,
      steps: wheelSteps(facts, year, body?.id),
      meetings: organs.map((organ) => ({
        body: organ,
        name: nameOfBody(bodies, organ),
        days: [...meetingsOf(organ, year)],
      })),
    };
  }),

  handle(getModelWheel, async () => written(MODEL)),

  handle(getWrittenWheel, async ({ params: { year }, ctx, tx }) =>
    written(wheelToBegin(await decidedWheels(tx, ctx.today), year)),
  ),

  handle(getMine, async ({ ctx, tx }) => mineNow(tx, ctx, chapters)),

  handle(getCalendar, async ({ query, ctx, tx }) => {
    const bodies = await allBodies(tx);
    const body = bodyAsked(bodies, query.body);
    const municipality = await municipalityOf(tx, ctx.municipality);
    // A subscription goes on over the turn of the year
    const thisYear = yearOf(ctx.today);
    const years = query.year === undefined ? [thisYear, thisYear + 1] : [query.year];
    const events = [];
    const wheelOf = await wheelsInForce(tx, ctx.today);
    for (const year of years) {
      events.push(
        ...calendarEvents(wheelOf(year), year, { bodies, body, ctx, municipality: municipality.code }),
      );
    }
    const name = `${words(ctx).wheel} – ${body?.name ?? municipality.name}`;
    const text = calendarText({ name, stamp: ctx.now.toISOString() }, events);
    return new Answer(new TextEncoder().encode(text), { filename: "arshjul.ics" });
  }),
];

/** A wheel as it is written, without what tells which decision it is of. */
const written = ({ steps, meetings, appliesFrom }: WrittenWheel): YearWheel =>
  YearWheel.parse({ steps, meetings, appliesFrom });

function bodyAsked(bodies: readonly Body[], id: string | undefined): Body | undefined {
  if (id === undefined) return undefined;
  return bodies.find((body) => body.id === id) ?? refuse(NoBody, { params: { body: id } });
}

/** The matters that a year's steps are about. */
function mattersFor(tx: Tx, ctx: Context, kinds: Kinds, steps: readonly WheelStep[], year: number) {
  const offsets = steps.map((step) => step.yearOffset);
  const years = { first: year + Math.min(...offsets), last: year + Math.max(...offsets) };
  return mattersOf(tx, kinds, years, ctx.today);
}
