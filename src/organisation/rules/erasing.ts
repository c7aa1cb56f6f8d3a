import type { Citation } from "../../kernel/citation.ts";
import type { Day } from "../../kernel/day.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import type { Person, Post } from "./organisation.ts";

/** The right to erasure, and its limit for archives in the public interest (GDPR articles 17 and 89). */
export const ERASING: Citation = "GDPR (art. 17)";
export const MAX_ERASE_REASON = 1000;

/** The posts that stand in the way: those in force on a day or to come. Nobody who is to sign in tomorrow is erased today. */
export const postsInTheWay = (person: Person, today: Day): Post[] =>
  person.posts.filter(({ validTo }) => validTo === null || validTo >= today);

/** Those who have no post any more and whose personal data are still here, by name. */
export const formerPeople = (people: readonly Person[], today: Day): Person[] =>
  people
    .filter((person) => person.erasedOn === undefined && postsInTheWay(person, today).length === 0)
    .sort((a, b) => a.name.localeCompare(b.name, "sv"));

/** The reason is logged for ever: what is erased must not stand in it. `personal`: the person's names and addresses. */
export function reasonRemarks(reason: string, personal: readonly string[]): Remark[] {
  const written = reason.toLocaleLowerCase("sv");
  return personal.some((one) => written.includes(one.toLocaleLowerCase("sv")))
    ? [remark("stops", "name-in-reason", ERASING, {}, "reason")]
    : [];
}
