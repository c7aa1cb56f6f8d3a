import type { z } from "zod";
import { dayOf } from "../kernel/day.ts";
import { refuse } from "../kernel/problem.ts";
import type { Remark } from "../kernel/remark.ts";
import { isFrozen } from "../kernel/version.ts";
import { type Body, upFrom } from "../organisation/rules/organisation.ts";
import { type Who, whoAsks } from "../organisation/store.ts";
import type { Tx } from "../platform/database/door.ts";
import { Answer, type Context, type Handler, handle, NotFound, Stale } from "../platform/http/handle.ts";
import { BadInput } from "../platform/http/problems.ts";
import {
  AlreadyDecided,
  BodyNotThen,
  DecidedLater,
  type DecisionShape,
  decide,
  FutureMeeting,
  getDecision,
  listDecisions,
  listMatters,
  type matterRoutes,
  NoMatter,
  NotDecidable,
  propose,
  UnknownBody,
  verifyDecisions,
  WrongKindOfBody,
} from "./contract.ts";
import type { AnyMatterKind, MatterKind } from "./matter-kinds.ts";
import type { ChainReport } from "./rules/chain.ts";
import { decisionFaults } from "./rules/decision-facts.ts";
import { type MatterSort, matterId } from "./rules/matter-kind.ts";
import { decidedAfter } from "./rules/seen.ts";
import {
  etagOf,
  inForce,
  latestOfAll,
  lockMatter,
  type Matter,
  saveDraft,
  setProposed,
  type Version,
  versionsOf,
  versionsOn,
} from "./store.ts";
import { adopt, decisionNumbered, decisionsUntil, verifyStoredChain } from "./store-chain.ts";
import { organKind } from "./words.ts";

/** Reading and drafting matters of one kind: chapters hand in their contract and their kind. */
export function matterHandlers<S extends z.ZodType>(
  routes: ReturnType<typeof matterRoutes<S>>,
  kind: MatterKind<S>,
): Handler[] {
  return [
    handle(routes.get, async ({ params, query, ctx, tx, seen }) => {
      const id = matterId(kind.sort.kind, params.body, params.year);
      const all = await versionsOn(tx, id, ctx.today);
      const version = query.version === undefined ? all[0] : all.find((v) => v.number === query.version);
      if (!version) refuse(NoMatter, { params: { matter: id } });
      // Who asks again whether others have written is answered without judging it anew
      if (seen === etagOf(version)) return unchanged(version);
      return view(tx, ctx, await whoAsks(tx, ctx), kind, version, all);
    }),
    handle(routes.put, async ({ params, body: given, ctx, tx, seen }) => {
      const who = await whoAsks(tx, ctx);
      const body = who.bodies.find((b) => b.id === params.body);
      if (!body) refuse(UnknownBody, { params: { body: params.body } });
      who.must(`edit:${kind.sort.kind}`, params.body);
      mustBeOf(kind.sort, body, params.year, ctx.language);
      const matter: Matter = {
        id: matterId(kind.sort.kind, params.body, params.year),
        kind: kind.sort.kind,
        body: params.body,
        year: params.year,
      };
      if (decidedAfter(await versionsOf(tx, matter.id), ctx.today))
        refuse(DecidedLater, { params: { matter: matter.id, today: ctx.today } });
      const whole = kind.complete ? await kind.complete({ tx, ctx, matter, content: given }) : given;
      // Stored is what the schema says and no more: it is this that is hashed, shown and compared
      const content = kind.sort.content.parse(whole);
      const editedBy = who.person?.id as string;
      const version = await saveDraft(tx, ctx.municipality, { ...matter, content, editedBy, seen });
      return view(tx, ctx, who, kind, version, await versionsOf(tx, matter.id));
    }),
  ];
}

const unchanged = (version: Version) =>
  // biome-ignore lint/suspicious/noExplicitAny: there is no content in it
  new Answer<any>(undefined, { etag: etagOf(version), unchanged: true });

/** A matter belongs to the kinds of body that the model gives it to, while the body is there. */
function mustBeOf(sort: MatterSort, body: Body, year: number, language: Context["language"]): void {
  if (!sort.bodies.includes(body.kind))
    refuse(WrongKindOfBody, {
      cite: sort.cite,
      params: {
        body: body.name,
        is: organKind(language, body.kind),
        kinds: sort.bodies.map((kind) => organKind(language, kind)).join(", "),
      },
    });
  if (body.validFrom > dayOf(year, 12, 31) || (body.validTo !== null && body.validTo < dayOf(year, 1, 1)))
    refuse(BodyNotThen, { cite: "§3.1", params: { body: body.name, year } });
}

async function view<S extends z.ZodType>(
  tx: Tx,
  ctx: Context,
  who: Who,
  kind: MatterKind<S>,
  version: Version,
  all: readonly Version[],
) {
  const { matter } = version;
  const content = kind.sort.content.parse(version.content);
  const value = {
    id: matter.id,
    kind: matter.kind,
    body: matter.body,
    year: matter.year,
    version: line(version),
    content: version.content as z.input<S>,
    // What is decided was judged then; rules that have changed since do not judge it anew
    remarks: isFrozen(version.state) ? [] : [...((await kind.remarks?.({ tx, ctx, matter, content })) ?? [])],
    versions: all.map(line),
    may: {
      edit: who.may(`edit:${matter.kind}`, matter.body),
      decide: who.may(`decide:${matter.kind}`, matter.body),
    },
  };
  // biome-ignore lint/suspicious/noExplicitAny: the content's type is the kind's own, which the schema above has checked
  return new Answer<any>(value, { etag: etagOf(version) });
}

const line = (version: Version) => ({
  number: version.number,
  state: version.state,
  revision: version.revision,
  editedBy: version.editedBy,
  editedAt: version.editedAt,
  sha256: version.sha256,
  decision: version.decision?.number ?? null,
});

/** The routes that serve every kind: proposing, deciding, reading decisions, verifying the chain. */
export function decisionRoutes(kinds: readonly AnyMatterKind[]): Handler[] {
  const reckon = oneReckoning();
  const kindOf = (version: Version): AnyMatterKind => {
    const kind = kinds.find((k) => k.sort.kind === version.matter.kind);
    if (!kind) throw new Error(`no chapter knows the kind ${version.matter.kind}`);
    return kind;
  };
  const remarksOn = async (tx: Tx, ctx: Context, version: Version): Promise<readonly Remark[]> => {
    const kind = kindOf(version);
    const content = kind.sort.content.parse(version.content);
    return (await kind.remarks?.({ tx, ctx, matter: version.matter, content })) ?? [];
  };
  return [
    handle(propose, async ({ params, body, ctx, tx }) => {
      await lockMatter(tx, ctx.municipality, params.id);
      const latest = (await versionsOf(tx, params.id))[0];
      if (!latest) refuse(NoMatter, { params: { matter: params.id } });
      const who = await whoAsks(tx, ctx);
      who.must(`edit:${latest.matter.kind}`, latest.matter.body);
      if (isFrozen(latest.state))
        refuse(AlreadyDecided, { params: { matter: params.id, version: latest.number } });
      const stops = (await remarksOn(tx, ctx, latest)).filter((r) => r.level === "stops");
      if (stops.length > 0)
        refuse(NotDecidable, { remarks: stops, cite: stops[0]?.cite, params: { count: stops.length } });
      const proposed = await setProposed(tx, ctx.municipality, params.id, body.revision);
      return { id: params.id, version: proposed.number, state: "proposed" as const };
    }),

    handle(decide, async ({ body, ctx, tx }) => {
      await lockMatter(tx, ctx.municipality, body.matter);
      const all = await versionsOf(tx, body.matter);
      const version = all.find((v) => v.number === body.version);
      if (!version) refuse(NoMatter, { params: { matter: body.matter } });
      const { kind, body: about } = version.matter;
      const who = await whoAsks(tx, ctx);
      const action = `decide:${kind}`;
      const mandate = who.must(action, about);
      if (isFrozen(version.state))
        refuse(AlreadyDecided, { params: { matter: body.matter, version: body.version } });
      if (version.revision !== body.revision) refuse(Stale);
      if (body.decidedOn > ctx.today)
        refuse(FutureMeeting, { params: { day: body.decidedOn, today: ctx.today } });

      const post = who.person?.posts.find((p) => p.id === mandate.post);
      const organ = who.bodies.find((b) => b.id === post?.body) as Body;
      // As it stood when the organ met, not when the decision is registered
      const remarks = await remarksOn(tx, { ...ctx, today: body.decidedOn }, version);
      const faults = decisionFaults(body, {
        organ,
        before: all.find((v) => v.decision !== null)?.decision?.decidedOn,
        remarks,
      });
      if (faults.length > 0) refuse(BadInput, { remarks: faults, cite: faults[0]?.cite });
      const against = remarks.filter(
        (r) => r.level === "stops" || (r.level === "needs-reason" && !body.reasons[r.code]),
      );
      if (against.length > 0)
        refuse(NotDecidable, { remarks: against, cite: against[0]?.cite, params: { count: against.length } });

      const number = await adopt(tx, ctx.municipality, version, {
        organ: organ.id,
        decidedOn: body.decidedOn,
        paragraph: body.paragraph.replace(/^§ ?/, "§ "),
        reference: body.reference,
        votes: body.votes,
        reservations: body.reservations,
        reasons: body.reasons,
        mandate: { action, source: mandate.source, cite: mandate.cite },
        registeredBy: who.person?.id as string,
        registeredAt: ctx.now.toISOString(),
      });
      const stored = await decisionNumbered(tx, number);
      return named(who, stored?.decision as Omit<DecisionShape, "organ">);
    }),

    handle(listDecisions, async ({ query, ctx, tx }) => {
      const who = await whoAsks(tx, ctx);
      return (await decisionsUntil(tx, query, ctx.today)).map((decision) => named(who, decision));
    }),

    handle(getDecision, async ({ params, ctx, tx }) => {
      const found = await decisionNumbered(tx, params.number);
      if (!found || found.decision.decidedOn > ctx.today)
        refuse(NotFound, { params: { what: `beslut ${params.number}` } });
      const { kind, body, year } = found.version.matter;
      const present = await inForce(tx, { kind, body, year }, ctx.today);
      return {
        decision: named(await whoAsks(tx, ctx), found.decision),
        content: found.version.content,
        written: {
          revision: found.version.revision,
          editedBy: found.version.editedBy,
          editedAt: found.version.editedAt,
        },
        inForce: present?.number === found.version.number,
      };
    }),

    handle(listMatters, async ({ query, ctx, tx }) => {
      const all = await latestOfAll(tx, query, ctx.today);
      return all.map((version) => ({
        id: version.matter.id,
        kind: version.matter.kind,
        body: version.matter.body,
        year: version.matter.year,
        state: version.state,
        version: version.number,
        revision: version.revision,
        decidedOn: version.decision?.decidedOn ?? null,
        decision: version.decision?.number ?? null,
      }));
    }),

    handle(verifyDecisions, async ({ tx, ctx }) => {
      const report = await reckon(tx, ctx.municipality);
      return report.whole ? report : { ...report, count: report.number, head: "" };
    }),
  ];
}

/** The chain is recomputed from all that is stored, for anyone: those who ask at the same time share one reckoning. */
function oneReckoning(): (tx: Tx, municipality: string) => Promise<ChainReport> {
  const begun = new Map<string, Promise<ChainReport>>();
  return (tx, municipality) => {
    const reckoning =
      begun.get(municipality) ?? verifyStoredChain(tx).finally(() => begun.delete(municipality));
    begun.set(municipality, reckoning);
    return reckoning;
  };
}

const named = (who: Who, decision: Omit<DecisionShape, "organ">): DecisionShape => ({
  ...decision,
  organ: upFrom(who.bodies, decision.organId)[0]?.name ?? decision.organId,
});
