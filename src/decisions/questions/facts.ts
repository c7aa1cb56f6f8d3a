import { addDays, yearOf } from "../../kernel/day.ts";
import { nameOfBody, type Person } from "../../organisation/rules/organisation.ts";
import { people, type Who, whoAsks } from "../../organisation/store.ts";
import type { Waiting } from "../../platform/chapter.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { layingBefore } from "../counter/facts.ts";
import { beforeDecisionPath, placeOfMatter } from "../rules/kind.ts";
import { asOnDay } from "../rules/seen.ts";
import { headsOf } from "../store/versions.ts";
import { mayWrite } from "../writers/facts.ts";
import type { Question } from "./contract.ts";
import { DAYS_TO_ANSWER } from "./rules/questions.ts";
import { questionsOf, type StoredQuestion, unansweredOn } from "./store.ts";

/** A matter's questions as they are shown on a day: by the posts that asked and answered. */
export async function shownQuestions(
  tx: Tx,
  ctx: Context,
  { bodies }: Pick<Who, "bodies">,
  matter: string,
): Promise<Question[]> {
  const stored = await questionsOf(tx, matter, ctx.today);
  const all = stored.length > 0 ? await people(tx) : [];
  return stored.map((one) => shown(one, { all, bodies }));
}

const shown = (
  { number, version, organId, text, askedBy, askedPost, askedOn, answer }: StoredQuestion,
  { all, bodies }: { readonly all: readonly Person[]; readonly bodies: Who["bodies"] },
): Question => ({
  number,
  version,
  organId,
  organ: nameOfBody(bodies, organId),
  text,
  askedBy: titleOf(all, askedBy, askedPost),
  askedOn,
  answer: answer && {
    text: answer.text,
    answeredBy: titleOf(all, answer.by, answer.post),
    answeredOn: answer.on,
  },
});

function titleOf(all: readonly Person[], person: string, post: string): string {
  const found = all.find(({ id }) => id === person);
  return found?.posts.find(({ id }) => id === post)?.title ?? found?.name ?? person;
}

/** So much of a question tells it from others in a list. */
const SHOWN = 80;
const shortened = (text: string): string =>
  text.length <= SHOWN ? text : `${text.slice(0, text.lastIndexOf(" ", SHOWN))} …`;

/** The questions that wait for the one who asks to answer them, on the day that it is: those of what that person may write. */
export async function questionsWaiting(tx: Tx, ctx: Context): Promise<Waiting[]> {
  const open = await unansweredOn(tx, ctx.today);
  if (open.length === 0) return [];
  const who = await whoAsks(tx, ctx);
  const lines: Waiting[] = [];
  for (const [id, questions] of Map.groupBy(open, ({ matterId }) => matterId)) {
    const place = placeOfMatter(id);
    const heads = asOnDay(await headsOf(tx, id), ctx.today);
    const before = await layingBefore(tx, who, heads, ctx.today);
    if (!place || !before || !(await mayWrite(tx, ctx, who, { id, ...place })).allowed) continue;
    for (const { number, text, version, askedOn } of questions) {
      if (version !== before.proposed.number) continue;
      const due = addDays(askedOn, DAYS_TO_ANSWER);
      lines.push({
        thing: `question:${id}:${number}`,
        todo: "answer",
        name: shortened(text),
        language: "sv",
        cite: "§3.2",
        body: place.body,
        year: yearOf(askedOn),
        from: askedOn,
        due,
        late: due < ctx.today,
        href: `${beforeDecisionPath(place)}#fragor`,
      });
    }
  }
  return lines;
}
