import type { Citation } from "../../../kernel/citation.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";
import { covers, type Mandate, type Scope } from "../../rules/mandate.ts";
import { BODY_KINDS, type BodyKind, COMMITTEES, carriesOut, type Role } from "../../rules/organisation.ts";

/** What the law keeps with an organ: the council's own tasks (KL 5:1–2), and the five points of what a committee may not hand over. */
export const POINTS = ["council", "aims", "to-council", "authority", "citizens", "special-law"] as const;
export type Point = (typeof POINTS)[number];

export interface NotDelegable {
  readonly point: Point;
  readonly cite: Citation;
  /** The actions of the house that the point keeps; empty: nothing in the house is such a matter. */
  readonly actions: readonly string[];
}

/** KL 5:1–2 and 6:38, each point with the actions that it covers (model R-3, P-4). */
export const NOT_DELEGABLE: readonly NotDelegable[] = [
  {
    point: "council",
    cite: "KL 5:1",
    actions: [
      "decide:vision",
      "decide:strategic-goals",
      "decide:budget",
      "decide:interim-report",
      "decide:annual-report",
    ],
  },
  {
    point: "aims",
    cite: "KL 6:38",
    actions: [
      "decide:body-goals",
      "decide:internal-budget",
      "decide:planning-conditions",
      "decide:control-plan",
      "decide:demography-true-up",
      "decide:action-plan",
    ],
  },
  {
    point: "to-council",
    cite: "KL 6:38",
    actions: ["propose:*", "decide:interim-report", "decide:annual-report"],
  },
  { point: "authority", cite: "KL 6:38", actions: [] },
  { point: "citizens", cite: "KL 6:38", actions: [] },
  { point: "special-law", cite: "KL 6:38", actions: [] },
];

/** Those that carry out what a committee has decided; a company's board has its tasks by other law. */
const CARRY_OUT: readonly BodyKind[] = BODY_KINDS.filter((kind) => carriesOut({ kind }));
/** What administrations and units have of their own, and so decide for themselves. */
const ALSO_THEIRS: readonly string[] = ["decide:action-plan"];
/** Roles that are an employee's wherever they are held: they are never the organ. */
const EMPLOYED: readonly Role[] = [
  "municipal-director",
  "administration-director",
  "managing-director",
  "finance-director",
  "controller",
  "system-manager",
  "department-manager",
  "unit-manager",
  "employee",
];

type Given = Pick<Mandate, "action" | "organKinds" | "roles" | "scope">;

/** The kinds of body to which a reach from a kind of body can come. */
export function reachedKinds(from: BodyKind, scope: Scope): readonly BodyKind[] | "all" {
  switch (scope) {
    case "own":
      return [from];
    case "served":
      return CARRY_OUT.includes(from) ? [...CARRY_OUT, ...COMMITTEES] : [from];
    case "below":
      return from === "council" ? "all" : [from, ...CARRY_OUT];
    case "council":
      return ["council"];
    case "group":
      return "all";
  }
}

/**
 * The first point of the law that forbids a mandate; undefined where none does. It is forbidden to give a council's own task to
 * anybody else, and what a committee may not hand over to its administration, a unit, or anybody employed.
 */
export function forbiddenBy(mandate: Given): { readonly point: Point; readonly action: string } | undefined {
  for (const { point, actions } of NOT_DELEGABLE)
    for (const action of actions)
      if (touches(mandate.action, action) && isForbidden(mandate, point, action)) return { point, action };
  return undefined;
}

/** Whether an action, which may be for everything of its verb, is about one that the law keeps, which may be so too. */
const touches = (given: string, kept: string): boolean => covers(given, kept) || covers(kept, given);

function isForbidden({ organKinds, roles, scope }: Given, point: Point, action: string): boolean {
  return organKinds.some((kind) => {
    const reached = reachedKinds(kind, scope);
    const reaches = (kinds: readonly BodyKind[]) =>
      reached === "all" || kinds.some((one) => reached.includes(one));
    if (point === "council") return kind !== "council" && reaches(["council"]);
    if (COMMITTEES.includes(kind))
      return roles.some((role) => EMPLOYED.includes(role)) && reaches(COMMITTEES);
    return CARRY_OUT.includes(kind) && (!ALSO_THEIRS.includes(action) || reaches(COMMITTEES));
  });
}

/** The same as a remark at the action's place, with the point in words. */
export function notDelegableRemarks(mandate: Given): Remark[] {
  const found = forbiddenBy(mandate);
  if (!found) return [];
  switch (found.point) {
    case "council":
      return [remark("stops", "not-delegable-council", "KL 5:1", {}, "action")];
    case "aims":
      return [remark("stops", "not-delegable-aims", "KL 6:38", {}, "action")];
    default:
      return [remark("stops", "not-delegable-to-council", "KL 6:38", {}, "action")];
  }
}
