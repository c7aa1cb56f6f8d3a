import { UnknownBody } from "../decisions/contract.ts";
import { versionsOn } from "../decisions/store/versions.ts";
import { refuse } from "../kernel/problem.ts";
import { remark } from "../kernel/remark.ts";
import { allBodies, people, whoAsks } from "../organisation/store.ts";
import type { Tx } from "../platform/database/door.ts";
import { type Context, type Handler, handle } from "../platform/http/handle.ts";
import { BadInput } from "../platform/http/problems.ts";
import {
  addLesson,
  answerLesson,
  getLessonsToCarry,
  LessonAnswered,
  type LessonView,
  listLessons,
  NoLesson,
} from "./contract.ts";
import { carriedInto, concernedBody, fateOf } from "./rules/lesson.ts";
import { analysesUntil, type LessonQuery, lessonsUntil, storeAnswer, storeLesson } from "./store.ts";

export const analysisHandlers: Handler[] = [
  handle(listLessons, async ({ query, ctx, tx }) => lessonViews(tx, ctx, query)),

  handle(addLesson, async ({ body: lesson, ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    if (!who.bodies.some((body) => body.id === lesson.body))
      refuse(UnknownBody, { params: { body: lesson.body } });
    who.mustBy(addLesson, lesson.body);
    const fromMatter = lesson.fromMatter ?? null;
    if (fromMatter !== null && (await versionsOn(tx, fromMatter, ctx.today)).length === 0)
      refuse(BadInput, {
        remarks: [remark("stops", "lesson-unknown-matter", "§2.6", { matter: fromMatter }, "fromMatter")],
      });
    const id = crypto.randomUUID();
    await storeLesson(tx, {
      municipality_id: ctx.municipality,
      lesson_id: id,
      body_id: lesson.body,
      year: lesson.year,
      principle: lesson.principle,
      text: lesson.text,
      effect_for_residents: lesson.effectForResidents,
      from_matter: fromMatter,
      noticed_by: who.person?.id as string,
      noticed_on: ctx.today,
    });
    return lessonView(tx, ctx, id);
  }),

  handle(answerLesson, async ({ params, body, ctx, tx }) => {
    const [lesson] = await lessonsUntil(tx, params, ctx.today);
    if (!lesson) refuse(NoLesson, { params });
    const who = await whoAsks(tx, ctx);
    who.mustBy(answerLesson, lesson.body);
    const stored = await storeAnswer(tx, {
      municipality_id: ctx.municipality,
      lesson_id: params.id,
      text: body.text,
      answered_by: who.person?.id as string,
      answered_on: ctx.today,
    });
    if (!stored) refuse(LessonAnswered, { params });
    return lessonView(tx, ctx, params.id);
  }),

  handle(getLessonsToCarry, async ({ params, ctx, tx }) => lessonsToCarry(tx, ctx, params.body)),
];

/**
 * What a body's next situation analysis starts from (N-3): lessons of the body and of those who serve it that no analysis has
 * taken up, oldest first, in the analysis's own shape; what is done with each (`use`) is for the analyst to write.
 */
export async function lessonsToCarry(tx: Tx, ctx: Context, body: string) {
  const bodies = await allBodies(tx);
  const views = await lessonViews(tx, ctx, {});
  return views
    .filter((view) => view.fate !== "carried" && concernedBody(bodies, view.body) === body)
    .reverse()
    .map((view) => ({ lesson: view.id, text: view.text, use: "" }));
}

async function lessonView(tx: Tx, ctx: Context, id: string): Promise<LessonView> {
  const [view] = await lessonViews(tx, ctx, { id });
  return view as LessonView;
}

async function lessonViews(tx: Tx, ctx: Context, of: LessonQuery): Promise<LessonView[]> {
  const lessons = await lessonsUntil(tx, of, ctx.today);
  const analyses = await analysesUntil(tx, ctx.today);
  const bodies = new Map((await allBodies(tx)).map((body) => [body.id, body.name]));
  const names = new Map((await people(tx)).map((person) => [person.id, person.name]));
  return lessons.map((lesson) => {
    const carried = carriedInto(lesson.id, analyses);
    return {
      ...lesson,
      bodyName: bodies.get(lesson.body) ?? lesson.body,
      noticedByName: names.get(lesson.noticedBy) ?? lesson.noticedBy,
      answer: lesson.answer && { ...lesson.answer, byName: names.get(lesson.answer.by) ?? lesson.answer.by },
      fate: fateOf({ answered: lesson.answer !== null, carried }),
      carried,
    };
  });
}
