import {
  type Body,
  type BodyKind,
  COMMITTEES_AND_BOARDS,
  upFrom,
} from "../../organisation/rules/organisation.ts";

const HAS_PLAN: readonly BodyKind[] = ["administration", "company"];
const HAS_UNIT_PLAN: readonly BodyKind[] = ["unit", "department"];

/** The committee or the board whose goals a body works for; a company's own (V-8). Undefined where it works for none. */
export const goalBody = (bodies: readonly Body[], id: string): Body | undefined =>
  upFrom(bodies, id).find(({ kind }) => COMMITTEES_AND_BOARDS.includes(kind));

/** The administration or the company whose operations plan a body's work is in; itself where it is one. */
export const planBody = (bodies: readonly Body[], id: string): Body | undefined =>
  upFrom(bodies, id).find(({ kind }) => HAS_PLAN.includes(kind));

export const hasUnitPlan = ({ kind }: Pick<Body, "kind">): boolean => HAS_UNIT_PLAN.includes(kind);
export const hasPlan = ({ kind }: Pick<Body, "kind">): boolean => HAS_PLAN.includes(kind);

/** Whether a body is another, or stands under it. */
export const isWithin = (bodies: readonly Body[], id: string, other: string): boolean =>
  upFrom(bodies, id).some((above) => above.id === other);
