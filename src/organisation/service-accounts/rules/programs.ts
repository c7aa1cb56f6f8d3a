import { z } from "zod";
import { addDays, type Day, within } from "../../../kernel/day.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";
import { BodyId } from "../../rules/body-id.ts";
import type { MayAnswer } from "../../rules/may.ts";
import {
  type Body,
  canBeHeld,
  ELECTED,
  nameOfBody,
  type Person,
  ROLES,
  type Role,
  upFrom,
} from "../../rules/organisation.ts";

/**
 * What a program may be given: to read what all who have signed in read, and what is brought in from other systems. To decide, to sign
 * for somebody and to change who may what are people's alone (model §3.2, T-5).
 */
export const PROGRAM_ACTIONS = [
  "read:internal",
  "import:ledger",
  "edit:indicator-value",
  "edit:population-forecast",
  "read:change-log",
  "read:security-log",
] as const;
export type ProgramAction = (typeof PROGRAM_ACTIONS)[number];
/** Needs no mandate: it is every signed-in person's. */
export const READ_INTERNAL: ProgramAction = "read:internal";

/** As what a program can act: as somebody employed, never as somebody who is elected. */
export const PROGRAM_ROLES = (Object.keys(ROLES) as Role[]).filter((role) => !ELECTED.includes(role));

/** A token that has been out for long has been copied to places that nobody remembers. */
export const MAX_DAYS = 730;

export const ProgramInput = z.object({
  name: z.string().trim().min(3).max(60),
  purpose: z.string().trim().min(1).max(500),
  owner: z.string().min(1).max(100),
  body: BodyId,
  role: z.enum(PROGRAM_ROLES as [Role, ...Role[]]),
  actions: z.array(z.enum(PROGRAM_ACTIONS)).min(1).max(PROGRAM_ACTIONS.length),
  bodies: z.array(BodyId).max(50),
  validTo: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
});
export type ProgramInput = z.output<typeof ProgramInput>;

interface Limits {
  readonly actions: readonly string[];
  readonly bodies: readonly string[];
}

/** A program may what its post may, of that what it has been given, and where it has been given it (R-3, T-5). */
export function withinProgram(
  answer: MayAnswer,
  { actions, bodies }: Limits,
  { action, body }: { readonly action: string; readonly body: string },
  organisation: readonly Body[],
): MayAnswer {
  if (!answer.allowed) return answer;
  if (!actions.includes(action)) return { allowed: false, because: "not-yours", cite: answer.cite, ask: [] };
  const here = bodies.length === 0 || upFrom(organisation, body).some(({ id }) => bodies.includes(id));
  return here ? answer : { allowed: false, because: "other-body", cite: answer.cite, ask: [] };
}

/** A program as the organisation's rules see it: somebody with one post. */
export const asPerson = (program: {
  readonly id: string;
  readonly name: string;
  readonly body: string;
  readonly role: string;
  readonly validFrom: Day;
  readonly validTo: Day;
}): Person => ({
  id: program.id,
  name: program.name,
  posts: [
    {
      id: program.id,
      body: program.body,
      role: program.role as Role,
      title: program.name,
      validFrom: program.validFrom,
      validTo: program.validTo,
    },
  ],
});

/** What stops a program from being set up (T-5). `mayAs`: whether its post gives a mandate for an action anywhere. */
export function programRemarks(
  input: ProgramInput,
  {
    bodies,
    day,
    ownerIn,
    mayAs,
  }: {
    readonly bodies: readonly Body[];
    readonly day: Day;
    readonly ownerIn: boolean;
    readonly mayAs: (action: ProgramAction) => boolean;
  },
): Remark[] {
  const found: Remark[] = [];
  const stops = (code: string, at: string, params: Remark["params"] = {}) =>
    found.push(remark("stops", code, "§3.2", params, at));
  if (!ownerIn) stops("program-owner-not-in", "owner");
  const body = bodies.find(({ id }) => id === input.body);
  const isThere = body !== undefined && within(day, body.validFrom, body.validTo);
  if (!isThere) stops("program-no-body", "body");
  else if (!canBeHeld(input.role, body))
    stops("program-role-elsewhere", "role", { role: ROLES[input.role], body: body.name });
  else
    for (const action of input.actions)
      if (action !== READ_INTERNAL && !mayAs(action))
        stops("program-no-mandate", `actions.${action}`, {
          role: ROLES[input.role],
          body: nameOfBody(bodies, input.body),
        });
  for (const [i, id] of input.bodies.entries())
    if (!bodies.some((one) => one.id === id)) stops("program-no-body", `bodies.${i}`);
  const last = addDays(day, MAX_DAYS);
  if (input.validTo < day) stops("program-ends-before", "validTo");
  if (input.validTo > last) stops("program-too-long", "validTo", { last });
  return found;
}
