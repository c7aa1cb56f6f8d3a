import type { Day } from "../kernel/day.ts";
import { refuse } from "../kernel/problem.ts";
import type { Chapter } from "../platform/chapter.ts";
import type { Tx } from "../platform/database/door.ts";
import { type Handler, handle, NotFound } from "../platform/http/handle.ts";
import { BadInput } from "../platform/http/problems.ts";
import { personalOf } from "../platform/personal.ts";
import { AlreadyErased, eraseFormer, listFormer, StillInOffice } from "./contract.ts";
import { ERASING, formerPeople, postsInTheWay, reasonRemarks } from "./rules/erasing.ts";
import { nameOfBody } from "./rules/organisation.ts";
import { lastPost } from "./rules/weight.ts";
import { erasePerson, people, whoAsks } from "./store.ts";

/** What stands where a text names somebody who has been erased, and is not decided: it can still be mended. */
export interface LeftIn {
  readonly name: string;
  readonly href: string;
}

/**
 * Erases a person's personal data, or refuses: who holds a post, or is to, signs in and decides by name. Gives where the name still
 * stands in what is not decided.
 */
export async function erase(
  tx: Tx,
  chapters: readonly Chapter[],
  given: { readonly person: string; readonly on: Day; readonly by: string; readonly reason: string },
): Promise<{ readonly erasedOn: Day; readonly leftIn: readonly LeftIn[] }> {
  const [person] = await people(tx, given.person);
  if (!person) refuse(NotFound, { params: { what: given.person } });
  if (person.erasedOn !== undefined) refuse(AlreadyErased, { params: { day: person.erasedOn } });
  const [post] = postsInTheWay(person, given.on);
  if (post) refuse(StillInOffice, { cite: ERASING, params: { name: person.name, post: post.title } });
  const personal = await personalOf(tx, given.person);
  const remarks = reasonRemarks(given.reason, personal);
  if (remarks.length > 0) refuse(BadInput, { remarks, cite: ERASING });
  const leftIn: LeftIn[] = [];
  for (const { undecidedWith } of chapters)
    if (undecidedWith) leftIn.push(...(await undecidedWith(tx, personal)));
  await erasePerson(tx, given);
  return { erasedOn: given.on, leftIn };
}

/** Who may is asked at the executive, which answers for the register of who holds what (GDPR article 4.7). */
export const erasingHandlers = (chapters: readonly Chapter[]): Handler[] => [
  handle(listFormer, async ({ ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    who.mustBy(listFormer);
    return formerPeople(await people(tx), ctx.today).map((person) => {
      const last = lastPost(person.posts);
      return {
        id: person.id,
        name: person.name,
        title: last?.title ?? "",
        body: last ? nameOfBody(who.bodies, last.body) : "",
        until: last?.validTo ?? null,
      };
    });
  }),
  handle(eraseFormer, async ({ params, body, ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    who.mustBy(eraseFormer);
    const by = who.person?.id as string;
    const { erasedOn, leftIn } = await erase(tx, chapters, { ...params, ...body, on: ctx.present, by });
    return { person: params.person, erasedOn, leftIn: [...leftIn] };
  }),
];
