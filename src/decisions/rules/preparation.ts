import { z } from "zod";
import type { Citation } from "../../kernel/citation.ts";
import type { Day } from "../../kernel/day.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import type { VersionState } from "../../kernel/version.ts";
import type { BodyKind } from "../../organisation/rules/organisation.ts";
import { Fell } from "../counter/rules/counter.ts";

/** KL 5:26: the council decides on what a committee or the executive has prepared. */
const PREPARED: Citation = "KL 5:26";

/** What the council may decide on without its being prepared, by which paragraph of kommunallagen (2017:725) chapter 5. */
export const EXEMPTIONS = ["election", "resignation", "urgent"] as const;
export type Exemption = (typeof EXEMPTIONS)[number];
export const EXEMPTION_CITES = {
  /** Elections may be held without preparation. */
  election: "KL 5:29",
  /** Nor need it be prepared that somebody resigns from an elected post. */
  resignation: "KL 5:29",
  /** An urgent matter, when all who are present agree on the decision. */
  urgent: "KL 5:30",
} as const satisfies Record<Exemption, Citation>;

/** What was laid forward: by which organ and when, with the paragraph where the organ has decided on it at a meeting. */
export const Proposal = z.object({
  organ: z.string(),
  /** The day of its meeting; the day on which it was laid forward where no meeting has dealt with it. */
  on: z.string(),
  paragraph: z.string().optional(),
  reference: z.string().optional(),
  /** How that meeting voted, and who reserved against it; absent where no votes were counted, and nobody did. */
  votes: z.object({ for: z.number(), against: z.number(), abstained: z.number() }).optional(),
  reservations: z.array(z.string()).optional(),
  /** The version that was proposed: the decided one, or the one before it where the meeting changed it. */
  version: z.number().int(),
  /** Over that version as it was proposed. */
  sha256: z.string(),
});
export type Proposal = z.output<typeof Proposal>;

/** What a decision was prepared by, registered and hashed with it. */
export const Preparation = z.object({
  proposal: Proposal.optional(),
  exemption: z.object({ code: z.enum(EXEMPTIONS), cite: z.string() }).optional(),
  /** Who moved what the meeting changed, and how they put it; only where the decided version is such a change. */
  motion: z.string().optional(),
  /** How those fell that stood against it; only where there were any. */
  counterProposals: z.array(Fell).optional(),
});
export type Preparation = z.output<typeof Preparation>;

/** An organ's own proposal: it has been dealt with at its meeting. */
export interface OrgansProposal {
  readonly organ: string;
  readonly kind: BodyKind;
  readonly on: Day;
}

/** Those that decide at meetings; an administration's head decides alone, and nobody proposes to him or her. */
export const WITHOUT_MEETINGS: readonly BodyKind[] = ["administration", "department", "unit"];

/**
 * Whoever is to decide at a meeting, and all others, read what a proposal changes and why: it is not laid before an organ without that.
 */
export function whyFaults(about: BodyKind, why: string | undefined): Remark[] {
  return why === undefined && !WITHOUT_MEETINGS.includes(about)
    ? [remark("stops", "why-missing", "§2.4", {}, "why")]
    : [];
}

/** A reason for the way to a decision, and not for its content: enough to say something, and no more than is read. */
export const REASON_LENGTH = { min: 10, max: 500 } as const;

export interface Prepared {
  readonly organ: { readonly name: string; readonly kind: BodyKind };
  /** Of the version that was proposed: of the one before it where the meeting changed it. */
  readonly state: VersionState;
  readonly proposal: OrgansProposal | undefined;
  readonly exemption: Exemption | undefined;
}

/**
 * Whether what is decided has been prepared (KL 5:26 ff., model §2.4): the council decides on what the executive or a committee has
 * proposed, or by an exemption in law; other organs may decide on what nobody has laid forward, with a reason.
 */
export function preparationRemarks({ organ, state, proposal, exemption }: Prepared): Remark[] {
  if (organ.kind !== "council") {
    const needed = state === "draft" && !WITHOUT_MEETINGS.includes(organ.kind);
    return [
      ...(needed ? [remark("needs-reason", "not-proposed", "§2.4", { organ: organ.name })] : []),
      ...(exemption ? [remark("stops", "exemption-not-needed", PREPARED, {}, "exemption")] : []),
    ];
  }
  if (proposal && exemption) return [remark("stops", "exemption-not-needed", PREPARED, {}, "exemption")];
  return proposal || exemption
    ? []
    : [remark("stops", "not-prepared", PREPARED, { organ: organ.name }, "exemption")];
}

/** Registered within these days of the meeting, a decision needs no reason for it. */
export const DAYS_TO_REGISTER = 30;

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** A decision that is registered long after its meeting says why, and shows it (model R-5). */
export function lateRemarks(decidedOn: Day, registeredOn: Day): Remark[] {
  const days = daysBetween(decidedOn, registeredOn);
  return days > DAYS_TO_REGISTER
    ? [remark("needs-reason", "registered-late", "§3.2", { days, limit: DAYS_TO_REGISTER })]
    : [];
}

/** A change at the meeting has been moved by somebody, and differs from the proposal. */
export function changeFaults(change: { readonly differs: boolean } | undefined, motion: string): Remark[] {
  if (!change) return motion === "" ? [] : [remark("stops", "motion-not-asked", "§3.2", {}, "motion")];
  return [
    ...(change.differs ? [] : [remark("stops", "change-is-none", "§3.2")]),
    ...(motion === "" ? [remark("stops", "motion-missing", "§3.2", {}, "motion")] : []),
  ];
}
