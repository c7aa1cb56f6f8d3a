import type { z } from "zod";
import { type Day, dayOf } from "../kernel/day.ts";
import { ownValue } from "../kernel/own-value.ts";
import { Problem, refuse } from "../kernel/problem.ts";
import type { Remark } from "../kernel/remark.ts";
import { isFrozen } from "../kernel/version.ts";
import { type Body, type BodyKind, nameOfBody } from "../organisation/rules/organisation.ts";
import { type Who, whoAsks } from "../organisation/store.ts";
import type { Chapter } from "../platform/chapter.ts";
import type { Tx } from "../platform/database/door.ts";
import { Answer, type Context, type Handler, handle, NotFound, Stale } from "../platform/http/handle.ts";
import { BadInput } from "../platform/http/problems.ts";
import { assignmentFaults, give } from "./assignments/giving.ts";
import { assignmentHandlers } from "./assignments/routes.ts";
import {
  AlreadyDecided,
  askDeciding,
  askProposing,
  BodyNotThen,
  beginChange,
  ChangeOpen,
  DecidedLater,
  type DecisionShape,
  decide,
  endChange,
  FutureMeeting,
  getBeforeDecision,
  getDecision,
  listAwaiting,
  listCarried,
  listDecisions,
  listMatters,
  listOtherYears,
  NoPair,
  NotDecidable,
  NotForCouncil,
  NothingAwaits,
  NothingProposed,
  propose,
  search,
  settleCarried,
  UnknownBody,
  verifyDecisions,
  verifySealed,
  WrongKindOfBody,
} from "./contract.ts";
import { standingAgainst, standingContent } from "./counter/facts.ts";
import { counterHandlers } from "./counter/routes.ts";
import { adoptedFaults, fallen } from "./counter/rules/counter.ts";
import { earlierHandlers } from "./earlier/routes.ts";
import { awaiting, beforeDecision } from "./facts/awaiting.ts";
import { keepPlaces, placesOf, reusedIdFaults } from "./facts/carried-on.ts";
import { carriedPairs, maySettle, mustSettle } from "./facts/carried-pairs.ts";
import {
  changedFrom,
  councilDecides,
  onItsWay,
  organFor,
  organOf,
  preparationOf,
  verbToWrite,
} from "./facts/deciding.ts";
import { found } from "./facts/found.ts";
import { changesOf } from "./facts/ground.ts";
import { proposedFor } from "./facts/in-words.ts";
import { settle } from "./facts/namesakes.ts";
import { otherYears } from "./facts/other-years.ts";
import { sayOf } from "./facts/proposing.ts";
import { readsOf, refuseDraft, refuseNone } from "./facts/reading.ts";
import { type DecidedDocuments, postDocuments } from "./jobs.ts";
import type { AnyMatterKind, Kinds, MatterKind } from "./matter-kinds.ts";
import { questionHandlers } from "./questions/routes.ts";
import { placeOfThing } from "./rules/carried-on.ts";
import { decisionFaults, organDayFaults, voteFaults } from "./rules/decision-facts.ts";
import { differences, MAX_DIFFERENCES } from "./rules/differences.ts";
import { groundRemarks, holdsBackProposal } from "./rules/ground.ts";
import { type KindOfMatter, matterId } from "./rules/kind.ts";
import { NoMatter } from "./rules/no-matter.ts";
import { changeFaults, whyFaults } from "./rules/preparation.ts";
import { isDraft, type Reads, readsAll } from "./rules/reading.ts";
import { asOnDay, decidedAfter } from "./rules/seen.ts";
import { savedHandlers } from "./saved/routes.ts";
import { keepRevision } from "./saved/store.ts";
import { secrecyHandlers, secrecyOf } from "./secrecy/routes.ts";
import { keepAlongside } from "./store/alongside.ts";
import { adopt, decisionAlone, decisionsUntil, verifyStoredChain } from "./store/chain.ts";
import { verifySeals } from "./store/verify-seals.ts";
import {
  beginChange as beginChangeOf,
  endChange as endChangeOf,
  etagOf,
  headsOf,
  latestHeadsOfAll,
  lockMatter,
  type Matter,
  proposalOf,
  saveDraft,
  setProposed,
  type Version,
  type VersionHead,
  versionNumbered,
} from "./store/versions.ts";
import { organKind } from "./words.ts";
import { ASKED, mayWrite, mustWrite } from "./writers/facts.ts";
import { writerHandlers } from "./writers/routes.ts";

/** Whether something was registered after the earlier day that is read. */
const isLater = ({ today, present }: Context, registeredOn: Day): boolean =>
  today < present && registeredOn > today;

/** Reading and drafting matters of one kind: the same for every kind that a chapter declares. */
function matterHandlers<S extends z.ZodType>(kind: MatterKind<S>, kinds: Kinds): Handler[] {
  const { routes } = kind;
  const declared: KindOfMatter = routes.kind;
  const placed = ({
    body,
    year,
    key = "",
  }: {
    body: string;
    year: number;
    key?: string | undefined;
  }): Matter => ({
    id: matterId(declared.kind, body, year, key),
    kind: declared.kind,
    body,
    year,
    key,
  });
  return [
    handle(routes.get, async ({ params, query, ctx, tx, seen }) => {
      const { id } = placed(params);
      const heads = asOnDay(await headsOf(tx, id), ctx.today);
      const reads = await readsOf(tx, ctx, id);
      const asked = query.version === undefined ? heads : heads.filter((v) => v.number === query.version);
      const [newest] = asked;
      if (!newest) refuseNone(ctx, id);
      const head = asked.find(reads) ?? (await refuseDraft(tx, ctx, newest));
      // Who asks again whether others have written is answered without judging it anew
      if (seen === etagOf(head)) return unchanged(head);
      const stored = (await versionNumbered(tx, id, head.number)) as Version;
      return view(tx, ctx, await whoAsks(tx, ctx), { kind, kinds }, { ...stored, ...head }, heads);
    }),
    handle(routes.put, async ({ params, body: given, ctx, tx, seen }) => {
      const who = await whoAsks(tx, ctx);
      const body = who.bodies.find((b) => b.id === params.body);
      if (!body) refuse(UnknownBody, { params: { body: params.body } });
      const matter = placed(params);
      const all = await headsOf(tx, matter.id);
      const elsewhere = misplaced(declared, body, params.year, ctx.language);
      // Where it belongs is told first to those who write it there; to others who may write here
      if (elsewhere && who.bodies.some(({ id }) => who.may(`edit:${declared.kind}`, id).allowed))
        throw elsewhere;
      await mustWrite(tx, ctx, who, matter, verbToWrite(all));
      if (elsewhere) throw elsewhere;
      if (decidedAfter(all, ctx.today))
        refuse(DecidedLater, { params: { matter: matter.id, today: ctx.today } });
      const whole = kind.complete ? await kind.complete({ tx, ctx, kinds, matter, content: given }) : given;
      // Stored is what the schema says and no more: it is this that is hashed, shown and compared
      const content = routes.content.parse(whole) as z.output<S>;
      const work = { tx, ctx, kinds, matter, content };
      const things = kind.things ? await placesOf(tx, kind, matter, kind.things.of(content)) : [];
      const reused = reusedIdFaults(kind, things);
      if (reused.length > 0) refuse(BadInput, { remarks: reused, cite: declared.cite });
      const { version, heads } = await saveDraft(tx, ctx.municipality, {
        matter,
        content,
        facts: (await kind.facts?.(work)) ?? {},
        editedBy: who.person?.id as string,
        on: ctx.present,
        seen,
      });
      await keepRevision(tx, ctx.municipality, version, { by: version.editedBy, on: ctx.present });
      if (kind.things) await keepPlaces(tx, ctx.municipality, kind, matter, things, ctx.today);
      await kind.saved?.(work, version);
      return view(tx, ctx, who, { kind, kinds }, version, heads);
    }),
  ];
}

const unchanged = (version: VersionHead) =>
  // biome-ignore lint/suspicious/noExplicitAny: there is no content in it
  new Answer<any>(undefined, { etag: etagOf(version), unchanged: true });

/**
 * A matter belongs to the kinds of body that the model gives it to, while the body is there: why it does not, or undefined where
 * it does.
 */
function misplaced(
  sort: KindOfMatter,
  body: Body,
  year: number,
  language: Context["language"],
): Problem | undefined {
  if (!sort.bodies.includes(body.kind))
    return new Problem(WrongKindOfBody, {
      cite: sort.cite,
      params: {
        body: body.name,
        is: organKind(language, body.kind),
        kinds: sort.bodies.map((kind) => organKind(language, kind)).join(", "),
      },
    });
  if (body.validFrom > dayOf(year, 12, 31) || (body.validTo !== null && body.validTo < dayOf(year, 1, 1)))
    return new Problem(BodyNotThen, { cite: "§3.1", params: { body: body.name, year } });
  return undefined;
}

async function view<S extends z.ZodType>(
  tx: Tx,
  ctx: Context,
  who: Who,
  { kind, kinds }: { readonly kind: MatterKind<S>; readonly kinds: Kinds },
  version: Version,
  all: readonly VersionHead[],
) {
  const { matter } = version;
  const content = kind.routes.read(version) as z.output<S>;
  const work = { tx, ctx, kinds, matter, content };
  const changes = await changesOf(kind, work as never);
  const from = changedFrom(version, all);
  const reads = await readsOf(tx, ctx, matter.id);
  const laying = await proposalOf(tx, from ?? version, ctx.today);
  const value = {
    id: matter.id,
    kind: matter.kind,
    body: matter.body,
    year: matter.year,
    key: matter.key,
    version: line(version, all, reads),
    secrecy: (await secrecyOf(tx, ctx))(matter).secrecy,
    content: kind.routes.lifted(version) as z.input<S>,
    // What is decided was judged then; rules that have changed since do not judge it anew
    remarks: isFrozen(version.state)
      ? []
      : [...((await kind.remarks?.(work)) ?? []), ...groundRemarks(changes ?? [], kind.routes.kind.cite)],
    // Of what is decided, for those who want to know what came later
    ...(changes ? { changes } : {}),
    versions: all.map((one) => line(one, all, reads)),
    proposal: laying ? { ...laying, organName: nameOfBody(who.bodies, laying.organ) } : null,
    may: {
      edit: await mayWrite(tx, ctx, who, matter, verbToWrite(all)),
      decide: who.may(`decide:${matter.kind}`, matter.body),
      propose: councilDecides(who, matter.kind, matter.body)
        ? who.may(`propose:${matter.kind}`, matter.body)
        : null,
    },
  };
  // biome-ignore lint/suspicious/noExplicitAny: the content's type is the kind's own, which the schema above has checked
  return new Answer<any>(value, { etag: etagOf(version) });
}

const line = (version: VersionHead, all: readonly VersionHead[], reads: Reads) => ({
  number: version.number,
  state: version.state,
  revision: version.revision,
  editedBy: version.editedBy,
  writtenOn: version.writtenOn,
  sha256: version.decision && version.sha256,
  decision: version.decision?.number ?? null,
  changes: changedFrom(version, all)?.number ?? null,
  read: reads(version),
});

/** The routes that serve every kind: proposing, deciding, reading decisions, verifying the chain. */
export function decisionRoutes(
  kinds: Kinds,
  chapters: readonly Chapter[],
  documents: readonly DecidedDocuments[] = [],
): Handler[] {
  const reckon = oneReckoning(verifyStoredChain);
  const reckonSeals = oneReckoning((tx, municipality) => verifySeals(tx, municipality, chapters));
  const kindOf = (version: Version): AnyMatterKind => {
    const kind = kinds.find(version.matter.kind);
    if (!kind) throw new Error(`no chapter knows the kind ${version.matter.kind}`);
    return kind;
  };
  const chapterOf = (version: Version) =>
    chapters.find(({ chapter }) => chapter === kindOf(version).routes.kind.chapter);
  const workOn = (tx: Tx, ctx: Context, version: Version) => ({
    tx,
    ctx,
    kinds,
    matter: version.matter,
    content: kindOf(version).routes.read(version),
  });
  const remarksOn = async (tx: Tx, ctx: Context, version: Version): Promise<readonly Remark[]> => {
    const kind = kindOf(version);
    const work = workOn(tx, ctx, version);
    const changes = await changesOf(kind, work as never);
    return [...((await kind.remarks?.(work)) ?? []), ...groundRemarks(changes ?? [], kind.routes.kind.cite)];
  };
  /** What a meeting changed, where it did: the proposal stands as it was. */
  const changedIn = async (
    tx: Tx,
    { preparation, number }: Pick<DecisionShape, "preparation" | "number">,
    version: Version,
  ) => {
    const of = preparation?.proposal?.version;
    if (preparation?.motion === undefined || of === undefined) return {};
    const proposed = await versionNumbered(tx, version.matter.id, of);
    if (!proposed) throw new Error(`the proposal of decision ${number} is gone`);
    const { routes, computed } = kindOf(version);
    const proposal = routes.lifted(proposed);
    const all = differences(proposal, routes.lifted(version), computed);
    return {
      changed: {
        proposed: proposal,
        differences: all.slice(0, MAX_DIFFERENCES),
        more: all.length > MAX_DIFFERENCES,
      },
    };
  };
  /** A version that whoever asks may decide on: the newest where no number is given. */
  const toDecide = async (tx: Tx, ctx: Context, id: string, number?: number) => {
    const all = await headsOf(tx, id);
    const version = await versionNumbered(tx, id, number ?? all[0]?.number ?? 0);
    if (!version) refuse(NoMatter, { params: { matter: id } });
    const who = await whoAsks(tx, ctx);
    const mandate = who.must(`decide:${version.matter.kind}`, version.matter.body);
    // A proposal that is being changed waits for its change
    if (isFrozen(version.state) || version.changedBy !== null)
      refuse(version.changedBy === null ? AlreadyDecided : ChangeOpen, {
        params: { matter: id, version: version.number },
      });
    return { who, mandate, version, all };
  };
  return [
    ...kinds.all.flatMap((kind) => matterHandlers(kind, kinds)),
    ...writerHandlers(kinds),
    ...secrecyHandlers(kinds),
    ...savedHandlers(kinds),
    ...counterHandlers(kinds),
    ...questionHandlers(kinds),
    ...earlierHandlers(kinds, chapters),
    ...assignmentHandlers,

    handle(propose, async ({ params, body, ctx, tx }) => {
      await lockMatter(tx, ctx.municipality, params.id);
      const all = await headsOf(tx, params.id);
      const [head] = all;
      const latest = head && (await versionNumbered(tx, params.id, head.number));
      if (!latest) refuse(NoMatter, { params: { matter: params.id } });
      const { kind, body: about } = latest.matter;
      const who = await whoAsks(tx, ctx);
      const { meeting, revision: _seen, ...said } = body;
      const mandate = meeting
        ? who.must(`propose:${kind}`, about)
        : await mustWrite(tx, ctx, who, latest.matter);
      if (meeting && !councilDecides(who, kind, about)) refuse(NotForCouncil, { cite: "KL 5:26" });
      if (isFrozen(latest.state))
        refuse(AlreadyDecided, { params: { matter: params.id, version: latest.number } });
      if (changedFrom(latest, all)) refuse(ChangeOpen, { cite: "§3.2" });
      const stops = (await remarksOn(tx, ctx, latest)).filter(holdsBackProposal);
      if (stops.length > 0)
        refuse(NotDecidable, { remarks: stops, cite: stops[0]?.cite, params: { count: stops.length } });
      if (latest.revision !== body.revision) refuse(Stale);
      if (meeting && meeting.decidedOn > ctx.today)
        refuse(FutureMeeting, { params: { day: meeting.decidedOn, today: ctx.today } });
      // Who was asked to write proposes for the body that asked
      const own =
        mandate.mandate === ASKED
          ? (who.bodies.find(({ id }) => id === about) as Body)
          : organOf(who, mandate);
      const faults = [
        ...whyFaults(bodyKind(who, about), said.why),
        ...(meeting
          ? [...organDayFaults(meeting.decidedOn, own), ...voteFaults(meeting.votes, "meeting.votes")]
          : []),
      ];
      if (faults.length > 0) refuse(BadInput, { remarks: faults, cite: faults[0]?.cite });
      await setProposed(
        tx,
        ctx.municipality,
        latest,
        {
          organ: meeting ? own.id : (organFor(who.bodies, own.id)?.id ?? own.id),
          by: who.person?.id as string,
          on: ctx.present,
          ...(meeting
            ? {
                meeting: {
                  ...meeting,
                  paragraph: spaced(meeting.paragraph),
                  votes: meeting.votes ?? undefined,
                },
              }
            : {}),
        },
        said,
      );
      await kindOf(latest).proposed?.(workOn(tx, ctx, latest), { ...latest, state: "proposed" });
      return { id: params.id, version: latest.number, state: "proposed" as const };
    }),

    handle(askProposing, async ({ params, ctx, tx }) => {
      const all = asOnDay(await headsOf(tx, params.id), ctx.today);
      const [head] = all;
      const latest = head && (await versionNumbered(tx, params.id, head.number));
      if (!latest) refuse(NoMatter, { params: { matter: params.id } });
      if (!(await readsOf(tx, ctx, params.id))(head)) return refuseDraft(tx, ctx, head);
      const who = await whoAsks(tx, ctx);
      return {
        demanded: whyFaults(bodyKind(who, latest.matter.body), undefined).length > 0,
        ...(await sayOf({ tx, kinds, bodies: who.bodies }, latest, all, ctx.today)),
      };
    }),

    handle(beginChange, async ({ params, body, ctx, tx }) => {
      await lockMatter(tx, ctx.municipality, params.id);
      const { who, version: latest, all } = await toDecide(tx, ctx, params.id);
      if (latest.state !== "proposed") refuse(NothingProposed, { cite: "§3.2" });
      if (latest.revision !== body.revision) refuse(Stale);
      const by = who.person?.id as string;
      const laid =
        body.counterProposal === undefined
          ? undefined
          : await standingContent(tx, latest, all, { number: body.counterProposal, on: ctx.present });
      const from = laid === undefined ? latest : { ...latest, content: laid };
      const change = await beginChangeOf(tx, ctx.municipality, from, { by, on: ctx.present });
      if (laid !== undefined) await kindOf(change).saved?.(workOn(tx, ctx, change), change);
      return { id: params.id, version: change.number, changes: latest.number };
    }),

    handle(endChange, async ({ params, query, ctx, tx }) => {
      await lockMatter(tx, ctx.municipality, params.id);
      const { version: latest, all } = await toDecide(tx, ctx, params.id);
      const from = changedFrom(latest, all);
      if (!from) refuse(NothingProposed, { cite: "§3.2" });
      if (latest.revision !== query.revision) refuse(Stale);
      await endChangeOf(tx, latest);
      return { id: params.id, version: from.number };
    }),

    handle(askDeciding, async ({ params, query, ctx, tx }) => {
      const { who, mandate, version, all } = await toDecide(tx, ctx, params.id, query.version);
      const { decidedOn, exemption } = query;
      const kind = kindOf(version);
      const said = { decidedOn, exemption, mandate };
      const way = await onItsWay({ tx, ctx, kinds, who }, { kind, version, all }, said);
      return {
        organ: { name: way.organ.name, kind: way.organ.kind },
        remarks: [...(await remarksOn(tx, { ...ctx, today: decidedOn }, version))],
        way: [...way.faults, ...way.way],
        sentence: await proposedFor({ tx, kinds, bodies: who.bodies }, version, all),
        change: way.change ? { of: way.proposed.number, places: way.change.length } : null,
      };
    }),

    handle(decide, async ({ body, ctx, tx }) => {
      await lockMatter(tx, ctx.municipality, body.matter);
      const { who, mandate, version, all } = await toDecide(tx, ctx, body.matter, body.version);
      const { kind, body: about } = version.matter;
      if (version.revision !== body.revision) refuse(Stale);
      if (body.decidedOn > ctx.today)
        refuse(FutureMeeting, { params: { day: body.decidedOn, today: ctx.today } });

      const known = { kind: kindOf(version), version, all };
      const { decidedOn, exemption } = body;
      const way = await onItsWay({ tx, ctx, kinds, who }, known, { decidedOn, exemption, mandate });
      // As it stood when the organ met, not when the decision is registered
      const remarks = await remarksOn(tx, { ...ctx, today: decidedOn }, version);
      const against = await standingAgainst(tx, version.matter.id, all, ctx.present);
      const faults = [
        ...way.faults,
        ...decisionFaults(body, { remarks, way: way.way }),
        ...changeFaults(way.change && { differs: way.change.length > 0 }, body.motion),
        ...adoptedFaults(against, body.adopts, way.change !== undefined),
        ...(await assignmentFaults(tx, ctx, { giver: way.organ, decidedOn }, body.assignments)),
      ];
      if (faults.length > 0) refuse(BadInput, { remarks: faults, cite: faults[0]?.cite });
      const stops = [...way.way, ...remarks].filter(
        (r) => r.level === "stops" || (r.level === "needs-reason" && !ownValue(body.reasons, r.code)),
      );
      if (stops.length > 0)
        refuse(NotDecidable, { remarks: stops, cite: stops[0]?.cite, params: { count: stops.length } });

      const number = await adopt(tx, ctx.municipality, version, {
        organ: way.organ.id,
        decidedOn,
        paragraph: spaced(body.paragraph),
        reference: body.reference,
        votes: body.votes,
        reservations: body.reservations,
        reasons: body.reasons,
        mandate: { action: `decide:${kind}`, source: mandate.source, cite: mandate.cite },
        preparation: preparationOf(way, {
          exemption,
          motion: body.motion,
          fell: fallen(against, body.adopts),
        }),
        sentence: body.sentence,
        registeredBy: who.person?.id as string,
        registeredAt: ctx.now.toISOString(),
        registeredOn: ctx.present,
        restsOn: chapters.flatMap((one) => one.restsOn ?? []),
      });
      const work = workOn(tx, ctx, version);
      await kindOf(version).adopted?.(work, { ...version, state: "decided" }, number);
      await keepAlongside(
        tx,
        ctx.municipality,
        chapterOf(version),
        {
          source: version.matter.id,
          kind,
          body: about,
          year: version.matter.year,
          on: body.decidedOn,
          knownFrom: ctx.present,
          content: work.content,
        },
        { ...body, kind: kindOf(version).routes.kind, matter: version.matter, number, organ: way.organ.id },
      );
      const given = { number, matter: version.matter.id, giver: way.organ, decidedOn };
      await give(tx, ctx, given, body.assignments);
      await postDocuments(tx, version, documents);
      return named(who, (await decisionAlone(tx, number)) as Omit<DecisionShape, "organ">);
    }),

    handle(listDecisions, async ({ query, ctx, tx }) => {
      const who = await whoAsks(tx, ctx);
      const secrecy = await secrecyOf(tx, ctx);
      return (await decisionsUntil(tx, query, ctx.today)).map((decision) =>
        withSecrecy(named(who, decision), secrecy(matterOf(decision))),
      );
    }),

    handle(listAwaiting, async ({ query, ctx, tx }) => awaiting(tx, ctx, { kinds, chapters }, query)),

    handle(getBeforeDecision, async ({ params, ctx, tx }) => {
      const found = await beforeDecision(tx, ctx, { kinds, chapters }, params.id);
      return found ?? refuse(NothingAwaits, { params: { matter: params.id } });
    }),

    handle(getDecision, async ({ params, ctx, tx }) => {
      const known = await decisionAlone(tx, params.number);
      const later = known && (known.decidedOn > ctx.today || isLater(ctx, known.registeredOn));
      if (!known || later) refuse(NotFound, { params: { what: `beslut ${params.number}` } });
      const own = (await secrecyOf(tx, ctx))(matterOf(known));
      const heads = await headsOf(tx, known.matterId);
      const head = heads.find(({ number }) => number === known.versionNumber);
      if (!head) throw new Error(`the version of decision ${known.number} is gone`);
      const shown = {
        decision: withSecrecy(named(await whoAsks(tx, ctx), known), own),
        written: writtenIn(head),
        inForce: inForceOf(heads, ctx.today)?.number === head.number,
      };
      const version = own.read ? await versionNumbered(tx, known.matterId, head.number) : undefined;
      if (!version) return { ...shown, content: null };
      const read = kindOf(version).routes.lifted(version);
      return {
        ...shown,
        content: version.content,
        ...(read === version.content ? {} : { read }),
        ...(await changedIn(tx, known, version)),
      };
    }),

    handle(search, async ({ query, ctx, tx }) => found(tx, ctx, kinds, query)),

    handle(listMatters, async ({ query, ctx, tx }) => {
      const all = await latestHeadsOfAll(tx, query, ctx.today);
      const secrecy = await secrecyOf(tx, ctx);
      const asked = all.some((version) => isDraft(version) || secrecy(version.matter).secrecy !== null);
      const reads = asked ? await readsOf(tx, ctx) : readsAll;
      return all.map((version) => ({
        id: version.matter.id,
        kind: version.matter.kind,
        body: version.matter.body,
        year: version.matter.year,
        key: version.matter.key,
        state: version.state,
        version: version.number,
        revision: version.revision,
        decidedOn: version.decision?.decidedOn ?? null,
        decision: version.decision?.number ?? null,
        read: reads(version),
        secrecy: secrecy(version.matter).secrecy,
      }));
    }),

    handle(listOtherYears, async ({ params, ctx, tx }) =>
      otherYears(tx, params.id, ctx.today, await readsOf(tx, ctx)),
    ),

    handle(listCarried, async ({ query, ctx, tx }) => carriedPairs(tx, ctx, kinds, query.body)),

    handle(settleCarried, async ({ params, body, ctx, tx }) => {
      const who = await whoAsks(tx, ctx);
      const about = who.bodies.find((one) => one.id === params.body);
      if (!about) refuse(UnknownBody, { params });
      mustSettle(who, kinds, about);
      const by = who.person?.id as string;
      // The earlier year first: what is said of it moves what comes after
      const said = [...body.said].sort((a, b) => yearOfThing(a.thing) - yearOfThing(b.thing));
      for (const { thing, same } of said) {
        const place = placeOfThing(thing);
        const kind = place && kinds.find(place.kind);
        if (place?.body !== about.id || !kind?.things) refuse(NoPair, { params: { thing } });
        if (!maySettle(who, place.kind, about.id).allowed) who.must(`edit:${place.kind}`, about.id);
        if (!(await settle(tx, ctx.municipality, kind, { thing, same, by, on: ctx.today })))
          refuse(NoPair, { params: { thing } });
      }
      return { settled: said.length };
    }),

    handle(verifyDecisions, async ({ tx, ctx }) => {
      const report = await reckon(tx, ctx.municipality);
      return report.whole ? report : { ...report, count: report.number, head: "" };
    }),

    handle(verifySealed, async ({ tx, ctx }) => {
      const { begun, fault, ...report } = await reckonSeals(tx, ctx.municipality);
      return { whole: fault === undefined, ...report, begun: [...begun], ...(fault ? { fault } : {}) };
    }),
  ];
}

const bodyKind = ({ bodies }: Who, body: string): BodyKind =>
  (bodies.find(({ id }) => id === body) as Body).kind;

/** "§112" is written "§ 112". */
const spaced = (paragraph: string): string => paragraph.replace(/^§ ?/, "§ ");

const writtenIn = ({ revision, editedBy, editedAt, hashedOn }: VersionHead) => ({
  revision,
  editedBy,
  editedAt,
  ...(hashedOn ? { writtenOn: hashedOn } : {}),
});

/** Of a matter's heads, newest first, the one in force on a day. */
const inForceOf = (heads: readonly VersionHead[], today: Day): VersionHead | undefined =>
  heads.find(({ decision }) => decision !== null && decision.decidedOn <= today);

const matterOf = ({ matterId: id, kind, body }: Pick<DecisionShape, "matterId" | "kind" | "body">) => ({
  id,
  kind,
  body,
});

/** A decision with its matter's secrecy: for those who do not read that, the decision stands there with nothing of what it says. */
function withSecrecy(
  decision: DecisionShape,
  { secrecy, read }: ReturnType<Awaited<ReturnType<typeof secrecyOf>>>,
): DecisionShape {
  if (!secrecy) return decision;
  if (read) return { ...decision, secrecy };
  const { preparation: _said, sentence: _words, sentenceSalt: _salt, ...rest } = decision;
  return { ...rest, reference: "", votes: null, reservations: [], reasons: {}, secrecy };
}

const yearOfThing = (thing: string): number => placeOfThing(thing)?.year ?? 0;

/** What is recomputed from all that is stored: those who ask at the same time share one reckoning. */
function oneReckoning<R>(
  reckon: (tx: Tx, municipality: string) => Promise<R>,
): (tx: Tx, municipality: string) => Promise<R> {
  const begun = new Map<string, Promise<R>>();
  return (tx, municipality) => {
    const reckoning =
      begun.get(municipality) ?? reckon(tx, municipality).finally(() => begun.delete(municipality));
    begun.set(municipality, reckoning);
    return reckoning;
  };
}

/** A decision as it is found by what it says. */
const named = (who: Who, decision: Omit<DecisionShape, "organ">): DecisionShape => ({
  ...decision,
  organ: nameOfBody(who.bodies, decision.organId),
});
