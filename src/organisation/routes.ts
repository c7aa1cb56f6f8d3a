import { canonicalJson } from "../kernel/canonical.ts";
import { refuse } from "../kernel/problem.ts";
import type { Tx } from "../platform/database/door.ts";
import { sha256 } from "../platform/hash.ts";
import { Answer, type Context, type Handler, handle, mustHaveSeen } from "../platform/http/handle.ts";
import { latestEvents } from "../platform/http/security-log.ts";
import {
  askMay,
  DayTooFar,
  getLedgerCode,
  getSession,
  listBodies,
  listHoldings,
  listLedgerCodes,
  listMandates,
  listSecurityEvents,
  moveSampleDay,
  NoPost,
  NotCodeOwners,
  NotSample,
  putLedgerCode,
  SAMPLE_DAYS,
  samplePeople,
  sampleStories,
  signInSample,
} from "./contract.ts";
import { heldBy } from "./holdings.ts";
import { codesBeside, disputedCodes, ledgerCodes, lockCodes, storeCode } from "./ledger-codes.ts";
import {
  type CodeKey,
  type CodeOwners,
  codeRemarks,
  codeText,
  rangeRemarks,
  UNITS,
} from "./rules/ledger-codes.ts";
import { postsOn } from "./rules/organisation.ts";
import { readStories } from "./sample-stories.ts";
import { shownPerson, signIn } from "./signing-in.ts";
import {
  allBodies,
  allMandates,
  municipalityOf,
  people,
  personNames,
  setSampleDay,
  whoAsks,
} from "./store.ts";

async function peopleInOffice(tx: Tx, ctx: Context) {
  const bodies = await allBodies(tx);
  return (await people(tx))
    .map((person) => shownPerson(person, bodies, ctx.today))
    .filter((person) => person.posts.length > 0);
}

const EVENTS_AT_ONCE = 200;

const codeNow = async (tx: Tx, code: CodeKey): Promise<CodeOwners> =>
  (await ledgerCodes(tx, { code }))[0] ?? { ...code, periods: [] };
const shownCode = ({ dimension = UNITS, code, codeTo = null, periods }: CodeOwners) => ({
  dimension,
  code,
  codeTo,
  periods: [...periods],
});
const keyOf = (
  { code }: { readonly code: string },
  { dimension, to }: { readonly dimension: string; readonly to?: string | undefined },
): Required<CodeKey> => ({ dimension, code, codeTo: to ?? null });
const etagOfCode = ({ periods }: CodeOwners): string => sha256(canonicalJson(periods)).slice(0, 16);
const codeAnswer = (own: CodeOwners) => new Answer(shownCode(own), { etag: etagOfCode(own) });

export const organisationRoutes: Handler[] = [
  handle(getSession, async ({ ctx, tx }) => {
    const person = ctx.personId === undefined ? undefined : (await people(tx, ctx.personId))[0];
    return {
      person: person ? shownPerson(person, await allBodies(tx), ctx.today) : null,
      awaits: ctx.halfway?.stage ?? null,
      municipality: await municipalityOf(tx, ctx.municipality),
      today: ctx.today,
      present: ctx.present,
      sample: ctx.sample,
      sampleFor: ctx.sampleFor,
      playing: ctx.playing ?? null,
    };
  }),
  handle(listBodies, async ({ tx }) => allBodies(tx)),
  handle(listLedgerCodes, async ({ tx }) => {
    const codes = await ledgerCodes(tx);
    return { codes: codes.map(shownCode), disputed: await disputedCodes(tx) };
  }),
  handle(getLedgerCode, async ({ params, query, tx }) => codeAnswer(await codeNow(tx, keyOf(params, query)))),
  handle(putLedgerCode, async ({ params, query, body: { periods }, ctx, tx, seen }) => {
    const who = await whoAsks(tx, ctx);
    who.mustBy(putLedgerCode);
    await lockCodes(tx, ctx.municipality);
    const key = keyOf(params, query);
    mustHaveSeen(seen, etagOfCode(await codeNow(tx, key)));
    const remarks = [...rangeRemarks(key), ...codeRemarks(periods, who.bodies, await codesBeside(tx, key))];
    if (remarks.length > 0) refuse(NotCodeOwners, { remarks, params: { code: codeText(key) } });
    await storeCode(tx, ctx.municipality, { ...key, periods });
    return codeAnswer(await codeNow(tx, key));
  }),
  handle(listMandates, async ({ tx }) => allMandates(tx)),
  handle(listHoldings, async ({ params, ctx, tx }) => heldBy(tx, params.person, ctx.today)),

  handle(askMay, async ({ query, ctx, tx }) => (await whoAsks(tx, ctx)).may(query.action, query.body)),
  handle(listSecurityEvents, async ({ query, ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    who.mustBy(listSecurityEvents);
    const found = await latestEvents(tx, { ...query, limit: EVENTS_AT_ONCE + 1 });
    const shown = found.slice(0, EVENTS_AT_ONCE);
    const nameOf = await personNames(tx);
    return {
      events: shown.map(({ personId, at, ...event }) => ({
        ...event,
        at: at.toISOString(),
        person: personId === null ? null : { id: personId, name: nameOf(personId) },
      })),
      earlier: found.length > shown.length ? (shown.at(-1)?.entry ?? null) : null,
    };
  }),
  handle(samplePeople, async ({ ctx, tx }) => {
    if (!ctx.sample) refuse(NotSample);
    return peopleInOffice(tx, ctx);
  }),
  handle(sampleStories, async ({ ctx }) => {
    if (!ctx.sample) refuse(NotSample);
    return readStories();
  }),
  handle(moveSampleDay, async ({ body: { day }, ctx, tx }) => {
    if (!ctx.sample) refuse(NotSample);
    if (day < SAMPLE_DAYS.first || day > SAMPLE_DAYS.last) refuse(DayTooFar, { params: SAMPLE_DAYS });
    // Who moves it is there on that day too: there is always somebody who can move it back
    const person = (await people(tx, ctx.personId))[0];
    if (!person || postsOn(person, day).length === 0)
      refuse(NoPost, { params: { person: person?.name ?? "" } });
    await setSampleDay(tx, ctx.municipality, day);
    return { present: day };
  }),
  handle(signInSample, async (asked) => {
    if (!asked.ctx.sample) refuse(NotSample);
    const { person, session } = await signIn(asked, asked.body.person);
    return new Answer(person, { session });
  }),
];
