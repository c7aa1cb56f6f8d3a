import { readsAll } from "../../decisions/rules/reading.ts";
import { inForce } from "../../decisions/store/versions.ts";
import { addDays, type Day, monthOf, yearOf } from "../../kernel/day.ts";
import { nearestManagers } from "../../organisation/rules/managers.ts";
import { nameOfBody, type Person, postsOn } from "../../organisation/rules/organisation.ts";
import { people, type Who, whoAsks } from "../../organisation/store.ts";
import type { Waiting } from "../../platform/chapter.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { stepsAbout } from "../../year/facts/steps-about.ts";
import { CONTROL_PLAN, CONTROL_REPORT } from "../kind.ts";
import { decidedReports } from "../kinds.ts";
import { controlledBy, waitingNotices } from "../noticed/facts.ts";
import { NOTICES_PAGE } from "../noticed/kind.ts";
import { noticeFate, settledIn } from "../noticed/rules/notice.ts";
import { noticesUntil, standsUntil } from "../noticed/store.ts";
import { coordinatorsHeld } from "./coordination.ts";
import { annualThing, runningThing, unreportedOf } from "./facts.ts";
import { organisedPage, runningPage } from "./kind.ts";
import { TELL_WITHIN_DAYS } from "./rules/running.ts";
import { planRequests, receiptKey, receiptsUntil, runningReports } from "./store.ts";
import { lineWords } from "./words.ts";

const CITE = "§2.3";
/** How long an answer is on the list of whoever noticed something. */
const TOLD_DAYS = 14;
/** What has happened is told once it is so old that a meeting may have passed. */
const TELL_FROM_DAYS = 21;
/** Last year's internal control is told of until the annual report is decided (§2.5). */
const LAST_MONTH_OF_THE_ROUND = 4;

interface Asking {
  readonly tx: Tx;
  readonly ctx: Context;
  readonly who: Who;
  readonly everybody: readonly Person[];
  readonly me: string;
  /** The bodies whose internal control is the one's own to lead. */
  readonly led: readonly string[];
}

/** What of the supervision of internal control waits for the one who asks, each line for the one who is meant (K-2, K-5, A-14). */
export async function supervisionWaiting(tx: Tx, ctx: Context): Promise<Waiting[]> {
  if (ctx.personId === undefined) return [];
  const asking = {
    tx,
    ctx,
    who: await whoAsks(tx, ctx),
    everybody: await people(tx),
    me: ctx.personId,
  };
  const of: Asking = { ...asking, led: ledBy(asking) };
  return [
    ...(await runningToSend(of)),
    ...(await runningToReceive(of)),
    ...(await annualToReceive(of)),
    ...(await plansAskedFor(of)),
    ...(await noticesToSettle(of)),
    ...(await noticesSettled(of)),
  ];
}

/** Those who lead what works for a body, within its own internal control; none for a body that nobody works for. */
const leadersIn = ({ who, everybody, ctx }: Omit<Asking, "led">, body: string): Person[] =>
  nearestManagers(everybody, who.bodies, { body, day: ctx.today }).filter((person) =>
    postsOn(person, ctx.today).some((post) => controlledBy(who.bodies, post.body)?.id === body),
  );

function ledBy(of: Omit<Asking, "led">): string[] {
  const { who, ctx, me } = of;
  const own = who.person ? postsOn(who.person, ctx.today).map(({ body }) => body) : [];
  const ids = new Set(own.flatMap((body) => controlledBy(who.bodies, body)?.id ?? []));
  return [...ids].filter((body) => leadersIn(of, body).some(({ id }) => id === me));
}

/** An organ's secretary receives for it; its chair where it has none. */
const receivesFor = ({ everybody, ctx, me }: Asking, organ: string): boolean => {
  const holding = (role: string) =>
    everybody.filter((person) =>
      postsOn(person, ctx.today).some((post) => post.body === organ && post.role === role),
    );
  const secretaries = holding("secretary");
  return (secretaries.length > 0 ? secretaries : holding("chair")).some(({ id }) => id === me);
};

const yearsNow = (today: Day): number[] => {
  const year = yearOf(today);
  return monthOf(today) <= LAST_MONTH_OF_THE_ROUND ? [year - 1, year] : [year];
};

async function runningToSend(of: Asking): Promise<Waiting[]> {
  const { tx, ctx, who, led } = of;
  const lines: Waiting[] = [];
  for (const body of led)
    for (const year of yearsNow(ctx.today)) {
      const annual = (await decidedReports(tx, annualThing(body, year), ctx.today)).at(-1);
      // What the annual report tells of needs no other
      if (annual?.period === "annual") continue;
      const open = await unreportedOf(tx, { body, year }, ctx);
      const [first] = open;
      if (!first || addDays(first.on, TELL_FROM_DAYS) > ctx.today) continue;
      const name = lineWords(ctx, open.length === 1 ? "running-one" : "running", {
        count: open.length,
        body: nameOfBody(who.bodies, body),
      });
      const due = addDays(first.on, TELL_WITHIN_DAYS);
      lines.push(
        line(of, {
          thing: `running-report:${body}:${year}`,
          todo: "write",
          name,
          body,
          year,
          from: first.on,
          due,
          href: runningPage(body, year),
        }),
      );
    }
  return lines;
}

async function runningToReceive(of: Asking): Promise<Waiting[]> {
  const { tx, ctx, who } = of;
  const organs = who.bodies.filter(({ id, kind }) => CONTROL_REPORT.bodies.includes(kind) && hasPost(of, id));
  if (organs.length === 0) return [];
  const receipts = await receiptsUntil(tx, ctx.today);
  const lines: Waiting[] = [];
  for (const { id, name } of organs.filter((organ) => receivesFor(of, organ.id)))
    for (const report of await runningReports(tx, { body: id }, ctx.today)) {
      const thing = runningThing(report.id);
      if (receipts.has(receiptKey(thing, id))) continue;
      lines.push(
        line(of, {
          thing,
          todo: "review",
          name: lineWords(ctx, "receive-running", { body: name }),
          body: id,
          year: report.year,
          from: report.on,
          due: addDays(report.on, TELL_WITHIN_DAYS),
          href: runningPage(id, report.year),
        }),
      );
    }
  return lines;
}

const hasPost = ({ who, ctx }: Asking, body: string): boolean =>
  who.person ? postsOn(who.person, ctx.today).some((post) => post.body === body) : false;

/** The annual reports go to the executive: one line for all that it has not taken note of. */
async function annualToReceive(of: Asking): Promise<Waiting[]> {
  const { tx, ctx, who } = of;
  const executive = who.sole("executive");
  if (executive === "" || !receivesFor(of, executive)) return [];
  const receipts = await receiptsUntil(tx, ctx.today);
  const lines: Waiting[] = [];
  for (const year of [yearOf(ctx.today) - 1, yearOf(ctx.today)]) {
    const decided: Day[] = [];
    for (const { id } of who.bodies.filter(({ kind }) => CONTROL_REPORT.bodies.includes(kind))) {
      const thing = annualThing(id, year);
      const annual = (await decidedReports(tx, thing, ctx.today)).findLast(
        ({ period }) => period === "annual",
      );
      if (annual && !receipts.has(receiptKey(thing, executive))) decided.push(annual.decidedOn);
    }
    const [first] = decided.sort();
    if (!first) continue;
    lines.push(
      line(of, {
        thing: `control-receipt:${executive}:${year}`,
        todo: "review",
        name: lineWords(ctx, decided.length === 1 ? "receive-annual-one" : "receive-annual", {
          count: decided.length,
          year,
        }),
        body: executive,
        year,
        from: first,
        due: addDays(first, TELL_WITHIN_DAYS),
        href: organisedPage(year),
      }),
    );
  }
  return lines;
}

async function plansAskedFor(of: Asking): Promise<Waiting[]> {
  const { tx, ctx, who, led } = of;
  const lines: Waiting[] = [];
  for (const { body, year, on } of await planRequests(tx, {}, ctx.today)) {
    // Where nobody leads anything for it, the body's own secretary has it
    const mine = led.includes(body) || (leadersIn(of, body).length === 0 && receivesFor(of, body));
    if (!mine || year < yearOf(ctx.today)) continue;
    if (await inForce(tx, { kind: CONTROL_PLAN.kind, body, year }, ctx.today)) continue;
    lines.push(
      line(of, {
        thing: `plan-request:${body}:${year}`,
        todo: "write",
        name: lineWords(ctx, "plan-asked", { year, body: nameOfBody(who.bodies, body) }),
        body,
        year,
        from: on,
        due: await planDue(of, year, on),
        href: `/kontroll/plan/${body}/${year}`,
      }),
    );
  }
  return lines;
}

/** The day of the wheel by which the plan of a year is decided; a month after it was asked for where that has passed. */
async function planDue({ tx, ctx }: Asking, year: number, asked: Day): Promise<Day> {
  const steps = await stepsAbout(
    tx,
    year,
    ctx.today,
    ({ kind, reaches }) => kind === CONTROL_PLAN.kind && reaches === "decided",
  );
  const month = addDays(asked, 30);
  return [steps.at(-1)?.due ?? month, month].sort()[1] as Day;
}

/** What waits for a stand in a body's plan is on its coordinator's list; on the director's where nobody coordinates. */
async function noticesToSettle(of: Asking): Promise<Waiting[]> {
  const { tx, ctx, who, me, led } = of;
  const controlled = who.bodies.filter(({ kind }) => CONTROL_PLAN.bodies.includes(kind));
  const has = await coordinatorsHeld(
    tx,
    ctx.today,
    controlled.map(({ id }) => id),
  );
  const mine = controlled.filter(({ id }) => {
    const coordinator = has.get(id)?.person;
    return coordinator === undefined ? led.includes(id) : coordinator === me;
  });
  if (mine.length === 0) return [];
  const year = yearOf(ctx.today) + 1;
  const noticed = await waitingNotices(tx, ctx);
  const lines: Waiting[] = [];
  for (const { id: body, name } of mine) {
    const waiting = noticed.get(body) ?? [];
    const oldest = waiting.at(-1);
    if (!oldest) continue;
    lines.push(
      line(of, {
        thing: `risk-notice:${body}`,
        todo: "review",
        name: lineWords(ctx, waiting.length === 1 ? "notices-one" : "notices", {
          count: waiting.length,
          body: name,
        }),
        body,
        year,
        from: oldest.on,
        due: await planDue(of, year, oldest.on),
        href: `/kontroll/plan/${body}/${year}`,
      }),
    );
  }
  return lines;
}

/** What became of what one noticed is told, for two weeks from the decision. */
async function noticesSettled({ tx, ctx, me, who }: Asking): Promise<Waiting[]> {
  const mine = (await noticesUntil(tx, ctx.today)).filter(({ by }) => by === me);
  if (mine.length === 0) return [];
  const plans = await standsUntil(tx, ctx.today, readsAll);
  return mine.flatMap((notice) => {
    const settled = settledIn(notice.id, plans);
    const fate = noticeFate(settled);
    const on = settled?.decidedOn;
    if (!settled || !on || (fate !== "taken-in" && fate !== "declined")) return [];
    const due = addDays(on, TOLD_DAYS);
    if (due < ctx.today) return [];
    return [
      {
        thing: `risk-notice:${notice.id}`,
        todo: "review" as const,
        name: lineWords(ctx, fate, {}),
        language: ctx.language,
        cite: CITE,
        body: controlledBy(who.bodies, notice.body)?.id ?? notice.body,
        year: settled.year,
        from: on,
        due,
        late: false,
        href: NOTICES_PAGE,
      },
    ];
  });
}

const line = (
  { ctx }: Asking,
  of: Pick<Waiting, "thing" | "todo" | "name" | "body" | "year" | "due" | "href"> & { readonly from: Day },
): Waiting => ({ ...of, language: ctx.language, cite: CITE, late: of.due < ctx.today });
