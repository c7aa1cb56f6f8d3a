import type { Day } from "../../kernel/day.ts";
import type { Remark } from "../../kernel/remark.ts";
import type { MayAnswer } from "../../organisation/rules/may.ts";
import { type Body, carriesOut, upFrom } from "../../organisation/rules/organisation.ts";
import type { Who } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import type { Fell } from "../counter/rules/counter.ts";
import type { AnyMatterKind, Kinds } from "../matter-kinds.ts";
import { dayFaults } from "../rules/decision-facts.ts";
import { type Difference, differences } from "../rules/differences.ts";
import {
  EXEMPTION_CITES,
  type Exemption,
  lateRemarks,
  type OrgansProposal,
  type Preparation,
  preparationRemarks,
} from "../rules/preparation.ts";
import { versionHash } from "../store/chain.ts";
import {
  type Laying,
  proposalOf,
  type Version,
  type VersionHead,
  versionNumbered,
} from "../store/versions.ts";

/** All that is known of a decision before it is registered: by whom, on what proposal, and what the way to it asks for. */
export interface OnItsWay {
  readonly organ: Body;
  /** What stands proposed: the version itself, or the one before it where the meeting has changed it. */
  readonly proposed: Version;
  readonly laying: Omit<Laying, "by"> | undefined;
  /** Where the version is a change at the meeting: where it differs from the proposal. */
  readonly change: readonly Difference[] | undefined;
  readonly faults: readonly Remark[];
  readonly way: readonly Remark[];
}

/** The version that another changes at the meeting; undefined for what is no such change. */
export const changedFrom = (version: VersionHead, all: readonly VersionHead[]): VersionHead | undefined =>
  all.find(({ changedBy }) => changedBy === version.number);

/** What verb writes the newest version: what the meeting changes is written by those who register its decisions. */
export const verbToWrite = (all: readonly VersionHead[]): "edit" | "decide" =>
  all[0]?.state === "draft" && changedFrom(all[0], all) ? "decide" : "edit";

export async function onItsWay(
  {
    tx,
    ctx,
    kinds,
    who,
  }: { readonly tx: Tx; readonly ctx: Context; readonly kinds: Kinds; readonly who: Who },
  { kind, version, all }: { kind: AnyMatterKind; version: Version; all: readonly VersionHead[] },
  said: {
    readonly decidedOn: Day;
    readonly exemption: Exemption | undefined;
    readonly mandate: Extract<MayAnswer, { allowed: true }>;
  },
): Promise<OnItsWay> {
  const { decidedOn, exemption, mandate } = said;
  const organ = organOf(who, mandate);
  const from = changedFrom(version, all);
  const proposed = from ? ((await versionNumbered(tx, version.matter.id, from.number)) as Version) : version;
  const laying = await proposalOf(tx, proposed, ctx.today);
  const proposal = organsOwn(who, laying);
  const { routes, computed } = kind;
  const content = routes.read(version);
  // The way is judged on the day of the meeting, as the content is
  const work = { tx, ctx: { ...ctx, today: decidedOn }, kinds, matter: version.matter, content };
  const held = who.mandates.find(({ id }) => id === mandate.mandate);
  return {
    organ,
    proposed,
    laying,
    change: from && differences(routes.lifted(proposed), routes.lifted(version), computed),
    faults: dayFaults(decidedOn, {
      organ,
      before: all.find((one) => one.decision !== null)?.decision?.decidedOn,
      proposed: proposal?.on,
      mandateFrom: held?.validFrom ?? organ.validFrom,
    }),
    way: [
      ...preparationRemarks({ organ, state: proposed.state, proposal, exemption }),
      ...lateRemarks(decidedOn, ctx.today),
      ...((await kind.way?.(work, { decidedOn, proposal })) ?? []),
    ],
  };
}

/** The body whose post a mandate is held by. */
export function organOf(who: Who, mandate: Pick<Extract<MayAnswer, { allowed: true }>, "post">): Body {
  const post = who.person?.posts.find(({ id }) => id === mandate.post);
  return who.bodies.find(({ id }) => id === post?.body) as Body;
}

/** What an organ has decided to propose at a meeting of its own; undefined for what was laid forward for it to deal with. */
function organsOwn(who: Who, laying: Omit<Laying, "by"> | undefined): OrgansProposal | undefined {
  const body = laying?.meeting && who.bodies.find(({ id }) => id === laying.organ);
  return laying?.meeting && body
    ? { organ: body.name, kind: body.kind, on: laying.meeting.decidedOn }
    : undefined;
}

/** The same as it is registered with the decision; undefined where there is nothing to tell. */
export function preparationOf(
  { proposed, laying, change }: OnItsWay,
  {
    exemption,
    motion,
    fell,
  }: {
    readonly exemption: Exemption | undefined;
    readonly motion: string;
    /** How those fell that stood against it. */
    readonly fell: readonly Fell[];
  },
): Preparation | undefined {
  if (!laying && !exemption && !change && fell.length === 0) return undefined;
  const { decidedOn, ...said } = laying?.meeting ?? {};
  return {
    ...(laying
      ? {
          proposal: {
            organ: laying.organ,
            on: decidedOn ?? laying.on,
            ...said,
            version: proposed.number,
            sha256: versionHash(proposed),
          },
        }
      : {}),
    ...(exemption ? { exemption: { code: exemption, cite: EXEMPTION_CITES[exemption] } } : {}),
    ...(change ? { motion } : {}),
    ...(fell.length > 0 ? { counterProposals: [...fell] } : {}),
  };
}

/** The organ that a person's work is laid forward for: what the person's body serves; the body itself where it serves none. */
export const organFor = (bodies: readonly Body[], body: string): Body | undefined =>
  upFrom(bodies, body).find((one) => !carriesOut(one) && !one.continuedBy);

/** Whether the council decides on a body's matters of a kind: by mandates, as all else. */
export function councilDecides({ mandates, bodies }: Who, kind: string, body: string): boolean {
  const own = bodies.find(({ id }) => id === body)?.kind === "council";
  return mandates.some(
    ({ action, organKinds, scope }) =>
      (action === `decide:${kind}` || action === "decide:*") &&
      organKinds.includes("council") &&
      (own || scope === "group" || scope === "below"),
  );
}
