import { addDays, type Day, within } from "../../../kernel/day.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";
import { covers, type HeldPost, holds, type Mandate, reaches } from "../../rules/mandate.ts";
import type { Body, Post } from "../../rules/organisation.ts";
import { notDelegableRemarks, reachedKinds } from "./not-delegable.ts";

/** What a mandate says, without its id and what it took over from. */
export type MandateWords = Omit<Mandate, "id" | "replaces">;

/** What the house knows that a mandate can be for: an action, and the kinds of body that it can be about; undefined: any. */
export interface MandateAction {
  readonly action: string;
  readonly among?: readonly string[] | undefined;
}

export interface House {
  readonly bodies: readonly Body[];
  /** The post that a mandate names, where there is one of that id. */
  readonly post: Post | undefined;
  readonly actions: readonly MandateAction[];
  readonly today: Day;
}

const CITE = "§3.2";

/** What is wrong with a mandate as it is given (model R-3): each with its place. */
export function mandateRemarks(mandate: MandateWords, house: House): Remark[] {
  const known = house.actions.find(({ action }) => action === mandate.action);
  return [
    ...(known ? [] : [remark("stops", "mandate-unknown-action", CITE, { action: mandate.action }, "action")]),
    ...notDelegableRemarks(mandate),
    ...(known ? reachRemarks(mandate, known) : []),
    ...placeRemarks(mandate, house),
    ...dayRemarks(mandate, house.today),
  ];
}

/** A mandate for what no body within its reach can have gives nothing. */
function reachRemarks({ organKinds, scope }: MandateWords, { among }: MandateAction): Remark[] {
  if (among === undefined) return [];
  const reachesAny = organKinds.some((kind) => {
    const reached = reachedKinds(kind, scope);
    return reached === "all" || reached.some((one) => among.includes(one));
  });
  return reachesAny ? [] : [remark("stops", "mandate-reaches-nothing", CITE, {}, "scope")];
}

function placeRemarks(mandate: MandateWords, { bodies, post }: House): Remark[] {
  const body = bodies.find(({ id }) => id === mandate.body);
  if (mandate.body != null && !body)
    return [remark("stops", "mandate-unknown-body", CITE, { id: mandate.body }, "body")];
  if (body && !mandate.organKinds.includes(body.kind))
    return [remark("stops", "mandate-body-kind", CITE, { name: body.name }, "body")];
  if (mandate.post == null) return [];
  if (!post) return [remark("stops", "mandate-unknown-post", CITE, { id: mandate.post }, "post")];
  const fits = post.body === mandate.body && mandate.roles.includes(post.role);
  return fits ? [] : [remark("stops", "mandate-post-elsewhere", CITE, { title: post.title }, "post")];
}

function dayRemarks({ validFrom, validTo }: MandateWords, today: Day): Remark[] {
  return [
    ...(validFrom < today ? [remark("stops", "mandate-in-the-past", CITE, { today }, "validFrom")] : []),
    ...(validTo !== null && validTo < validFrom
      ? [remark("stops", "mandate-ends-before", CITE, { from: validFrom, to: validTo }, "validTo")]
      : []),
  ];
}

/** What becomes of a row that is changed or ended from a day on: history stays, but for what never came to be in force. */
export type RowAfter =
  /** It ends the day before. */
  | { readonly becomes: "ended"; readonly lastDay: Day }
  /** It had not begun by then, and so never was. */
  | { readonly becomes: "gone" };

/**
 * What becomes of a mandate's row from a day on, or what stands in the way: the day has passed, or is the row's own first although
 * it has begun, or the row has ended by then.
 */
export function rowFrom(
  mandate: Pick<Mandate, "validFrom" | "validTo">,
  from: Day,
  today: Day,
): RowAfter | { readonly fault: Remark } {
  const { validFrom, validTo } = mandate;
  if (from < today) return { fault: remark("stops", "mandate-in-the-past", CITE, { today }, "from") };
  if (validTo !== null && validTo < from)
    return { fault: remark("stops", "mandate-over-by-then", CITE, { to: validTo }, "from") };
  if (from > validFrom) return { becomes: "ended", lastDay: addDays(from, -1) };
  return validFrom > today
    ? { becomes: "gone" }
    : { fault: remark("stops", "mandate-began-then", CITE, { from: addDays(validFrom, 1) }, "from") };
}

/**
 * Somebody must always be able to change the mandates: the first of the given days on which, by the mandates as they would be,
 * nobody who holds a post could; undefined where somebody can on each.
 */
export function dayWithoutKeeper(
  bodies: readonly Body[],
  mandates: readonly Mandate[],
  held: readonly HeldPost[],
  council: string,
  days: readonly Day[],
): Day | undefined {
  const keeping = mandates.filter(({ action }) => covers(action, "edit:mandate"));
  return days.find(
    (day) =>
      !keeping.some(
        (mandate) =>
          within(day, mandate.validFrom, mandate.validTo) &&
          held.some(
            (post) =>
              within(day, post.validFrom, post.validTo) &&
              holds(bodies, post, mandate, day) &&
              reaches(bodies, post.body, mandate.scope, council),
          ),
      ),
  );
}

/** A mandate with all that it took over from and all that took over from it, the oldest first. */
export function lineOf(mandates: readonly Mandate[], id: string): Mandate[] {
  const byId = new Map(mandates.map((one) => [one.id, one]));
  let first = byId.get(id);
  const passed = new Set<string>();
  while (first?.replaces != null && byId.has(first.replaces) && !passed.has(first.id)) {
    passed.add(first.id);
    first = byId.get(first.replaces);
  }
  const line: Mandate[] = [];
  for (let next = first; next && !line.includes(next); ) {
    line.push(next);
    const { id: own } = next;
    next = mandates.find((one) => one.replaces === own);
  }
  return line;
}

/** An id for a new mandate, from what it is for: "edit-body-goals-2". */
export function newMandateId(action: string, taken: readonly string[]): string {
  const stem = action
    .replace(":*", "-allt")
    .replaceAll(/[^a-z0-9-]/g, "-")
    .slice(0, MAX_STEM);
  let number = 1;
  while (taken.includes(`${stem}-${number}`)) number++;
  return `${stem}-${number}`;
}
const MAX_STEM = 50;
