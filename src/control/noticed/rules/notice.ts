import type { Day } from "../../../kernel/day.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";
import { isBlank } from "../../../kernel/written.ts";
import type { Role } from "../../../organisation/rules/organisation.ts";

const CITE = "§2.3";

/** As what somebody notices a risk (K-2): an employee, a manager, the committee itself, or the auditors in a remark. */
export const NOTICED_AS = ["employee", "manager", "committee", "audit"] as const;
export type NoticedAs = (typeof NOTICED_AS)[number];

const MANAGERS: readonly Role[] = [
  "unit-manager",
  "department-manager",
  "administration-director",
  "municipal-director",
  "finance-director",
  "managing-director",
];
const EMPLOYEES: readonly Role[] = ["employee", "controller", "system-manager"];

/** What weighs most of the posts that somebody has. */
export function noticedAs(roles: readonly Role[]): NoticedAs {
  if (roles.includes("auditor")) return "audit";
  if (roles.some((role) => MANAGERS.includes(role))) return "manager";
  return roles.some((role) => !EMPLOYEES.includes(role)) ? "committee" : "employee";
}

/** What became of what was noticed: it waits, stands in a plan that is being written, was taken in or was declined. */
export const NOTICE_FATES = ["waiting", "gathered", "taken-in", "declined"] as const;
export type NoticeFate = (typeof NOTICE_FATES)[number];

/** What a plan does with something that it is to take a stand on: takes it into a risk, or declines it with the reason. */
export interface Stand {
  readonly risk: string | null;
  readonly answer: string;
}
export interface NoticeStand extends Stand {
  readonly notice: string;
}

/** Taken into a risk, or declined in words; else it waits, also within a plan. */
export const hasStand = ({ risk, answer }: Stand): boolean => risk !== null || !isBlank(answer);

/** A plan in one version: what it says of what was noticed. */
export interface Standing {
  readonly matter: string;
  readonly year: number;
  /** Null while it is a draft. */
  readonly decision: number | null;
  readonly decidedOn: Day | null;
  readonly notices: readonly NoticeStand[];
  readonly risks: readonly { readonly id: string; readonly text: string }[];
}

export interface Settled extends Stand {
  readonly matter: string;
  readonly year: number;
  readonly decision: number | null;
  readonly decidedOn: Day | null;
  /** What the risk is called that it was taken into. */
  readonly riskText: string | null;
}

/** Where a stand was taken on a notice: in a decided plan before a draft, the earliest decision first. */
export function settledIn(notice: string, plans: readonly Standing[]): Settled | undefined {
  const order = ({ decision }: Settled) => decision ?? Number.POSITIVE_INFINITY;
  return plans
    .flatMap(({ notices, risks, ...plan }) =>
      notices
        .filter((one) => one.notice === notice && hasStand(one))
        .map(({ risk, answer }) => ({
          ...plan,
          risk,
          answer,
          riskText: risks.find(({ id }) => id === risk)?.text ?? null,
        })),
    )
    .sort((a, b) => order(a) - order(b))[0];
}

export function noticeFate(settled: Pick<Settled, "decision" | "risk"> | undefined): NoticeFate {
  if (!settled) return "waiting";
  if (settled.decision === null) return "gathered";
  return settled.risk === null ? "declined" : "taken-in";
}

/**
 * What a plan says of what was noticed (K-2): each once, of what there is, into a risk that stands in it. What it takes no stand on
 * waits for the next, and that is seen.
 */
export function noticeRemarks(stands: readonly NoticeStand[], { waiting, known, risks }: Around): Remark[] {
  const settled = new Set(stands.filter(hasStand).map(({ notice }) => notice));
  const left = waiting.filter((id) => !settled.has(id)).length;
  return [
    ...stands.flatMap(({ notice, risk }, i) => [
      ...(known.has(notice)
        ? []
        : [remark("stops", "notice-unknown", CITE, { notice }, `notices.${i}.notice`)]),
      ...(risk === null || risks.has(risk)
        ? []
        : [remark("stops", "notice-risk-unknown", CITE, { risk }, `notices.${i}.risk`)]),
      ...(stands.findIndex((other) => other.notice === notice) < i
        ? [remark("stops", "notice-twice", CITE, { notice }, `notices.${i}.notice`)]
        : []),
    ]),
    ...(left > 0 ? [remark("deviation", "notices-unanswered", CITE, { count: left }, "notices")] : []),
  ];
}
interface Around {
  /** The notices that no other plan has taken a stand on. */
  readonly waiting: readonly string[];
  readonly known: ReadonlySet<string>;
  readonly risks: ReadonlySet<string>;
}
