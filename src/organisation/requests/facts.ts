import { addDays, yearOf } from "../../kernel/day.ts";
import type { Waiting } from "../../platform/chapter.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { personNames } from "../store.ts";
import { DAYS_TO_ANSWER_REQUEST, DAYS_TO_SEE, requestLine, requestPage } from "./rules/requests.ts";
import { requestsOpen, requestThing, type StoredRequest } from "./store.ts";
import { requestWords } from "./words.ts";

/** What others ask of the one who asks, and answers to what that person has asked, each until it is dealt with (A-14, P-4). */
export async function requestsWaiting(tx: Tx, ctx: Context): Promise<Waiting[]> {
  if (ctx.personId === undefined) return [];
  const open = await requestsOpen(tx, ctx.personId, ctx.today);
  if (open.length === 0) return [];
  const nameOf = await personNames(tx);
  return open.map((request) => line(request, ctx, nameOf));
}

function line(request: StoredRequest, ctx: Context, nameOf: (person: string) => string): Waiting {
  const { number, body, by, to, text, on, ended } = request;
  const from = ended?.on ?? on;
  const due = addDays(from, ended ? DAYS_TO_SEE : DAYS_TO_ANSWER_REQUEST);
  const words = requestWords(ctx.language);
  return {
    thing: requestThing(number),
    todo: ended ? "review" : "answer",
    name: ended ? words.answered(ended.outcome, nameOf(to)) : words.asked(nameOf(by), requestLine(text)),
    language: ctx.language,
    cite: "§3.2",
    body,
    year: yearOf(from),
    from,
    due,
    // An answer that nobody has read is not late: nobody waits for it
    late: ended === null && due < ctx.today,
    href: requestPage(number),
  };
}
