import type { Kinds } from "../decisions/matter-kinds.ts";
import { keepAlongside } from "../decisions/store/alongside.ts";
import { decisionNumbered, firstDecidedOn } from "../decisions/store/chain.ts";
import { keepThreadOf } from "../decisions/thread/store/keep.ts";
import { refuse } from "../kernel/problem.ts";
import { holders } from "../organisation/holdings.ts";
import { isLookedAt } from "../organisation/rules/looks-at.ts";
import type { MayAnswer } from "../organisation/rules/may.ts";
import { allBodies, inOffice, namesOfPeople, type Who, whoAsks } from "../organisation/store.ts";
import type { Tx } from "../platform/database/door.ts";
import { Answer, type Context, type Handler, handle } from "../platform/http/handle.ts";
import { BadInput } from "../platform/http/problems.ts";
import { documentsChapter, keptDocument, keptLaw } from "./chapter.ts";
import { getDocument, getLaw, listLaws, listRegister, NoDocument, putDocument, putLaw } from "./contract.ts";
import { register, registeredRow } from "./facts.ts";
import { keepLawFound } from "./found.ts";
import { EXTERNAL_LAW } from "./kind.ts";
import { documentFaults, lawFaults } from "./rules/check-document.ts";
import { levelOf } from "./rules/register.ts";
import { documentSource } from "./sources.ts";
import {
  documentRevisions,
  externalLaws,
  registeredDocuments,
  revisionTag,
  type StoredLaw,
  storeDocument,
  storeLaw,
} from "./store.ts";

const EDIT_LAW = `edit:${EXTERNAL_LAW.object}`;

/**
 * An entry that governs one's own areas alone is one's own to change; one that others share is the whole group's, and that is asked of
 * the council (D-2, §3.3).
 */
function mayEditLaw(
  who: Who,
  governs: readonly string[],
): { readonly body: string; readonly answer: MayAnswer } {
  const known = new Set(who.bodies.map(({ id }) => id));
  const named = [...new Set(governs)].filter((id) => known.has(id));
  // Of bodies that there are not, the fault is told to whoever keeps laws somewhere
  const seats = who.person?.posts.map(({ body }) => body) ?? [];
  const areas = named.length > 0 ? named : seats.filter((body) => who.may(EDIT_LAW, body).allowed);
  const own = areas.map((body) => ({ body, answer: who.may(EDIT_LAW, body) }));
  const [first] = own;
  const shared = () => ({ body: who.sole("council"), answer: who.may(EDIT_LAW, who.sole("council")) });
  if (!first) return shared();
  if (own.every(({ answer }) => answer.allowed)) return first;
  return own.length === 1 ? first : shared();
}

function mustEditLaw(who: Who, governs: readonly string[]): void {
  const { body, answer } = mayEditLaw(who, governs);
  if (!answer.allowed) who.must(EDIT_LAW, body);
}

export const documentHandlers = (kinds: Kinds): Handler[] => [
  handle(listRegister, async ({ query, ctx, tx }) => register(tx, ctx, kinds, query)),

  handle(getDocument, async ({ params, ctx, tx }) => documentView(tx, ctx, params.id)),

  handle(putDocument, async ({ params, body: document, ctx, tx, seen }) => {
    const who = await whoAsks(tx, ctx);
    who.mustBy(putDocument, document.body);
    const before = (await documentRevisions(tx, params.id))[0];
    if (before && before.document.body !== document.body) who.mustBy(putDocument, before.document.body);
    const decided = document.decision === null ? undefined : await decisionNumbered(tx, document.decision);
    const kindOfDecider = who.bodies.find((body) => body.id === decided?.decision.body)?.kind;
    const faults = documentFaults(document, {
      bodies: who.bodies.map((body) => body.id),
      people: await inOffice(tx, ctx.today),
      decisionKnown: decided !== undefined && decided.decision.decidedOn <= ctx.today,
      decidedAt: kindOfDecider && levelOf(kindOfDecider),
    });
    if (faults.length > 0) refuse(BadInput, { remarks: faults });
    const editedBy = who.person?.id as string;
    await storeDocument(tx, ctx.municipality, params.id, document, { editedBy, on: ctx.present, seen });
    const kept = keptDocument(params.id, document);
    await keepAlongside(tx, ctx.municipality, documentsChapter, {
      ...kept,
      // Who registers a new owner says so today, however long the document has applied
      heldFrom: before && kept.on < ctx.today ? ctx.today : kept.on,
    });
    return documentView(tx, ctx, params.id);
  }),

  handle(listLaws, async ({ query, ctx, tx }) => {
    const laws = await externalLaws(tx);
    const bodies = await allBodies(tx);
    const of = laws.filter(
      ({ law }) =>
        query.body === undefined || law.bodies.some((body) => isLookedAt(bodies, query.body, body)),
    );
    return lawViews(tx, await whoAsks(tx, ctx), of);
  }),

  handle(getLaw, async ({ params, ctx, tx }) => lawView(tx, await whoAsks(tx, ctx), params.id)),

  handle(putLaw, async ({ params, body: law, ctx, tx, seen }) => {
    const who = await whoAsks(tx, ctx);
    const [before] = await externalLaws(tx, params.id);
    // What an entry governs now and what it is to govern: nobody takes an area out of, or into, another's hands
    mustEditLaw(who, [...(before?.law.bodies ?? []), ...law.bodies]);
    const faults = lawFaults(law, {
      bodies: who.bodies.map((body) => body.id),
      documents: (await registeredDocuments(tx)).map((document) => document.id),
    });
    if (faults.length > 0) refuse(BadInput, { remarks: faults });
    await storeLaw(tx, ctx.municipality, params.id, law, {
      editedBy: who.person?.id as string,
      on: ctx.present,
      seen,
    });
    await keepLawFound(tx, ctx.municipality, { id: params.id, law });
    await keepThreadOf(tx, ctx.municipality, documentsChapter, keptLaw(params.id, law, ctx.present));
    return lawView(tx, who, params.id);
  }),
];

async function documentView(tx: Tx, ctx: Context, id: string) {
  const revisions = await documentRevisions(tx, id);
  const newest = revisions[0];
  if (!newest) refuse(NoDocument, { params: { id } });
  const personName = await namesOfPeople(tx);
  const laws = (await externalLaws(tx)).filter((entry) => entry.law.documents.includes(id));
  return new Answer(
    {
      id,
      document: newest.document,
      olderThanChain: newest.document.validFrom < ((await firstDecidedOn(tx)) ?? ctx.today),
      row: registeredRow(newest, ctx, {
        bodies: (await whoAsks(tx, ctx)).bodies,
        personName,
        has: await holders(tx, ctx.today, [documentSource(id)]),
      }),
      laws: laws.map((entry) => ({ id: entry.id, title: entry.law.title, reference: entry.law.reference })),
      revisions: revisions.map(({ revision, editedBy, writtenOn, document }) => ({
        revision,
        editedBy: personName(editedBy),
        writtenOn,
        title: document.title,
        decision: document.decision,
        validFrom: document.validFrom,
        validTo: document.validTo,
      })),
    },
    { etag: revisionTag(newest.revision) },
  );
}

async function lawViews(tx: Tx, who: Who, laws: readonly StoredLaw[]) {
  const titles = new Map((await registeredDocuments(tx)).map((d) => [d.id, d.document.title]));
  const names = new Map(who.bodies.map((body) => [body.id, body.name]));
  return laws.map(({ id, law }) => ({
    id,
    law,
    bodyNames: law.bodies.map((body) => names.get(body) ?? body),
    documentTitles: law.documents.map((document) => titles.get(document) ?? document),
    may: mayEditLaw(who, law.bodies).answer,
  }));
}

async function lawView(tx: Tx, who: Who, id: string) {
  const [stored] = await externalLaws(tx, id);
  if (!stored) refuse(NoDocument, { params: { id } });
  const [view] = await lawViews(tx, who, [stored]);
  return new Answer(view as NonNullable<typeof view>, { etag: revisionTag(stored.revision) });
}
