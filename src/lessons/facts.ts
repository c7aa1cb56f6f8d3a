import { readsOf } from "../decisions/facts/reading.ts";
import type { Kinds } from "../decisions/matter-kinds.ts";
import { allBodies, namesOfPeople } from "../organisation/store.ts";
import type { Tx } from "../platform/database/door.ts";
import type { Context } from "../platform/http/handle.ts";
import type { LessonToCarry, LessonView } from "./contract.ts";
import { carriedInto, concernedBody, fateOf } from "./rules/lesson.ts";
import { analysesUntil, type LessonQuery, lessonsUntil } from "./store.ts";

/** Who asks for lessons, and the kinds of matter in which they can have been taken up. */
interface Asking {
  readonly tx: Tx;
  readonly ctx: Context;
  readonly kinds: Kinds;
}

/**
 * What a body's next situation analysis starts from (N-3): lessons of the body and of those who serve it that no analysis has
 * taken up, oldest first; what is done with each (`use`) is for the analyst to write.
 */
export async function lessonsToCarry(of: Asking, body: string): Promise<LessonToCarry[]> {
  const bodies = await allBodies(of.tx);
  const views = await lessonViews(of, {});
  return views
    .filter((view) => view.fate !== "carried" && concernedBody(bodies, view.body) === body)
    .reverse()
    .map(({ id, text, body: of, effectForResidents, noticedByName, noticedOn, answer }) => ({
      lesson: id,
      text,
      use: "",
      body: of,
      effectForResidents,
      noticedByName,
      noticedOn,
      answered: answer !== null,
    }));
}

export async function lessonView(of: Asking, id: string): Promise<LessonView> {
  const [view] = await lessonViews(of, { id });
  return view as LessonView;
}

export async function lessonViews({ tx, ctx, kinds }: Asking, of: LessonQuery): Promise<LessonView[]> {
  const lessons = await lessonsUntil(tx, of, ctx.today);
  const analyses = await analysesUntil(tx, kinds, ctx.today, await readsOf(tx, ctx));
  const bodies = new Map((await allBodies(tx)).map((body) => [body.id, body.name]));
  const nameOf = await namesOfPeople(tx);
  return lessons.map((lesson) => {
    const carried = carriedInto(lesson.id, analyses);
    return {
      ...lesson,
      bodyName: bodies.get(lesson.body) ?? lesson.body,
      noticedByName: nameOf(lesson.noticedBy),
      answer: lesson.answer && { ...lesson.answer, byName: nameOf(lesson.answer.by) },
      fate: fateOf({ answered: lesson.answer !== null, carried }),
      carried,
    };
  });
}
