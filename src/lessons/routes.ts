import { UnknownBody } from "../decisions/contract.ts";
import type { Kinds } from "../decisions/matter-kinds.ts";
import { versionsOn } from "../decisions/store/versions.ts";
import { keepThreadOf } from "../decisions/thread/store/keep.ts";
import { refuse } from "../kernel/problem.ts";
import { remark } from "../kernel/remark.ts";
import { whoAsks } from "../organisation/store.ts";
import { type Handler, handle } from "../platform/http/handle.ts";
import { BadInput } from "../platform/http/problems.ts";
import { lessonsChapter } from "./chapter.ts";
import {
  addLesson,
  answerLesson,
  getLessonsToCarry,
  LessonAnswered,
  listLessons,
  NoLesson,
} from "./contract.ts";
import { lessonsToCarry, lessonView, lessonViews } from "./facts.ts";
import { keepLessonFound } from "./found.ts";
import { lessonsUntil, storeAnswer, storeLesson } from "./store.ts";
import { keptLesson } from "./thread.ts";

/** What lessons there are, and what became of them in the kinds of matter that take them up. */
export const lessonHandlers = (kinds: Kinds): Handler[] => [
  handle(listLessons, async ({ query, ctx, tx }) => lessonViews({ tx, ctx, kinds }, query)),

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
    await keepLessonFound(tx, ctx.municipality, id);
    const { body, year, text } = lesson;
    await keepThreadOf(
      tx,
      ctx.municipality,
      lessonsChapter,
      keptLesson({ id, body, year, text, fromMatter, noticedOn: ctx.today }),
    );
    return lessonView({ tx, ctx, kinds }, id);
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
    await keepLessonFound(tx, ctx.municipality, params.id);
    return lessonView({ tx, ctx, kinds }, params.id);
  }),

  handle(getLessonsToCarry, async ({ params, ctx, tx }) => lessonsToCarry({ tx, ctx, kinds }, params.body)),
];
