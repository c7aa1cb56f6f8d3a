import { z } from "zod";
import { addDays, type Day } from "../../../kernel/day.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";
import { overlap } from "../../rules/ledger-codes.ts";
import {
  type Body,
  canBeHeld,
  ELECTED,
  type Person,
  type Post,
  ROLES,
  ROLES_IN_ENGLISH,
  type Role,
} from "../../rules/organisation.ts";

const CITE = "§3.2";
export const MAX_NAME = 200;
export const MAX_TITLE = 200;
export const MAX_PARTY = 80;
export const MAX_PLACE = 999;
export const MAX_GIVEN_BY = 200;
export const MAX_POSTS_A_PERSON = 100;
/** What is registered afterwards changes who held what then: not further back than this. */
export const MOST_DAYS_BACK = 366;

export const RoleName = z.enum(Object.keys(ROLES) as [Role, ...Role[]]);

/** What only one has at a time in a body. */
const OF_ONE: readonly Role[] = [
  "chair",
  "first-deputy-chair",
  "second-deputy-chair",
  "municipal-director",
  "administration-director",
  "managing-director",
  "finance-director",
];

/** What a role is called in the reader's language. */
export const roleWord = (role: Role, language: "sv" | "en"): string =>
  (language === "en" ? ROLES_IN_ENGLISH : ROLES)[role];

export interface WantedPost extends Omit<Post, "id"> {
  /** Of one that is there already. */
  readonly id?: string | undefined;
  readonly person: string;
}

/** What is known when a post is to be given. */
export interface PostGround {
  readonly bodies: readonly Body[];
  readonly people: readonly Person[];
  readonly today: Day;
  readonly language: "sv" | "en";
}

/** What stands in the way of a post (model R-2): where it can be held, when, and that nobody else has it. `at`: where it stands in the input. */
export function postRemarks(
  post: WantedPost,
  { bodies, people, today, language }: PostGround,
  at = "",
): Remark[] {
  const stop = (code: string, params: Remark["params"], field: string) =>
    remark("stops", code, CITE, params, at === "" ? field : `${at}.${field}`);
  const body = bodies.find(({ id }) => id === post.body);
  if (!body) return [stop("post-unknown-body", { id: post.body }, "body")];
  const role = roleWord(post.role, language);
  const remarks: Remark[] = [];
  if (!canBeHeld(post.role, body))
    remarks.push(
      stop("post-not-held-there", { role, body: body.name, can: rolesIn(body, language) }, "role"),
    );
  if (post.validTo !== null && post.validTo < post.validFrom)
    remarks.push(stop("post-ends-before", { from: post.validFrom, to: post.validTo }, "validTo"));
  if (post.id === undefined && post.validFrom < addDays(today, -MOST_DAYS_BACK))
    remarks.push(stop("post-too-early", { first: addDays(today, -MOST_DAYS_BACK) }, "validFrom"));
  if (post.validFrom < body.validFrom)
    remarks.push(stop("post-before-body", { body: body.name, from: body.validFrom }, "validFrom"));
  if (body.validTo !== null && (post.validTo === null || post.validTo > body.validTo))
    remarks.push(stop("post-after-body", { body: body.name, to: body.validTo }, "validTo"));
  if (!ELECTED.includes(post.role) && post.party !== undefined)
    remarks.push(stop("party-of-elected-only", { role }, "party"));
  const other = takenBy(post, people);
  if (other)
    remarks.push(
      stop(
        other.person.id === post.person ? "post-twice" : "post-taken",
        {
          role,
          body: body.name,
          who: other.person.name,
          from: other.post.validFrom,
          to: other.post.validTo ?? "–",
        },
        "validFrom",
      ),
    );
  return remarks;
}

/** The roles that can be held in a body, in words. */
const rolesIn = (body: Body, language: "sv" | "en"): string =>
  (Object.keys(ROLES) as Role[])
    .filter((role) => canBeHeld(role, body))
    .map((role) => roleWord(role, language))
    .join(", ");

/** Who has the same post some of the same days; an acting one stands beside the one who is away. */
export function takenBy(
  post: WantedPost,
  people: readonly Person[],
): { readonly person: Person; readonly post: Post } | undefined {
  for (const person of people) {
    if (person.id !== post.person && !OF_ONE.includes(post.role)) continue;
    for (const held of person.posts) {
      if (held.id === post.id || held.body !== post.body || held.role !== post.role) continue;
      if ((held.actingFor !== undefined || post.actingFor !== undefined) && person.id !== post.person)
        continue;
      if (overlap(held, post)) return { person, post: held };
    }
  }
  return undefined;
}

/** What stands in the way of ending a post on a day. */
export function endingRemarks(post: Post, on: Day, today: Day): Remark[] {
  if (on < addDays(today, -MOST_DAYS_BACK))
    return [remark("stops", "post-too-early", CITE, { first: addDays(today, -MOST_DAYS_BACK) }, "on")];
  if (post.validTo !== null && post.validTo < today)
    return [remark("stops", "post-has-ended", CITE, { to: post.validTo }, "on")];
  if (on < post.validFrom && post.validFrom <= today)
    return [remark("stops", "post-ends-before", CITE, { from: post.validFrom, to: on }, "on")];
  return [];
}

/** What stands in the way of calling a post something else, or of another party, from a day. */
export function changeRemarks(
  post: Post,
  { from, party }: Pick<Post, "title" | "party"> & { readonly from: Day },
  { today, language }: Pick<PostGround, "today" | "language">,
): Remark[] {
  const remarks: Remark[] = [];
  if (post.validTo !== null && from > post.validTo)
    remarks.push(remark("stops", "post-has-ended", CITE, { to: post.validTo }, "from"));
  if (from > post.validFrom && from < addDays(today, -MOST_DAYS_BACK))
    remarks.push(remark("stops", "post-too-early", CITE, { first: addDays(today, -MOST_DAYS_BACK) }, "from"));
  if (!ELECTED.includes(post.role) && party !== undefined)
    remarks.push(
      remark("stops", "party-of-elected-only", CITE, { role: roleWord(post.role, language) }, "party"),
    );
  return remarks;
}

/** The longest that somebody acts for another at a time: after that the post is given anew. */
const MOST_ACTING_DAYS = 366;

/** What stands in the way of acting for somebody: it is for days on which the post is held, by somebody else, for a year at most. */
export function actingRemarks(
  away: WantedPost,
  acting: WantedPost,
  { people }: Pick<PostGround, "people">,
): Remark[] {
  const stop = (code: string, params: Remark["params"], at: string) =>
    remark("stops", code, CITE, params, at);
  const to = acting.validTo ?? acting.validFrom;
  const remarks: Remark[] = [];
  if (away.actingFor !== undefined) remarks.push(stop("acts-for-acting", {}, "person"));
  if (acting.person === away.person) {
    const who = people.find(({ id }) => id === away.person)?.name ?? away.person;
    remarks.push(stop("acts-for-oneself", { who }, "person"));
  }
  if (acting.validFrom < away.validFrom)
    remarks.push(stop("acts-before-post", { from: away.validFrom }, "from"));
  if (to > addDays(acting.validFrom, MOST_ACTING_DAYS))
    remarks.push(stop("acts-too-long", { days: MOST_ACTING_DAYS }, "to"));
  return remarks;
}
