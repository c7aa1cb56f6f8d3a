import { addDays, LAST_DAY } from "../kernel/day.ts";
import { nearestManagers } from "../organisation/rules/managers.ts";
import { carriesOut } from "../organisation/rules/organisation.ts";
import { people, whoAsks } from "../organisation/store.ts";
import type { Chapter, Waiting } from "../platform/chapter.ts";
import type { Tx } from "../platform/database/door.ts";
import type { Context } from "../platform/http/handle.ts";
import { lessonsFound } from "./found.ts";
import { LESSON } from "./kind.ts";
import { type Lesson, lessonsUntil } from "./store.ts";
import { keptLesson, lessonThings, lessonTies } from "./thread.ts";
import { lessonWords } from "./words.ts";

/** What somebody has noticed is answered within a month; the answer is on the author's list for two weeks. */
const ANSWER_WITHIN_DAYS = 30;
const TOLD_DAYS = 14;
const CITE = "§1.1";

/** §1.1, P-2: what an employee has noticed waits for the nearest manager's answer, and the answer is told to who noticed it. */
export const lessonsChapter: Chapter = {
  chapter: "lessons",
  async waiting(tx, ctx) {
    if (ctx.personId === undefined) return [];
    const lessons = await lessonsUntil(tx, {}, ctx.today);
    return [...(await toAnswer(tx, ctx, lessons)), ...answered(ctx, lessons)];
  },
  foundBeside: [lessonsFound],
  ties: async (of, tx) => (of.kind === LESSON.object ? lessonTies(of, tx) : []),
  threadThings: async (of) => (of.kind === LESSON.object ? lessonThings(of) : []),
  registered: async (tx) => (await lessonsUntil(tx, {}, LAST_DAY)).map(keptLesson),
};

async function toAnswer(tx: Tx, ctx: Context, lessons: readonly Lesson[]): Promise<Waiting[]> {
  const open = lessons.filter(({ answer, noticedBy }) => answer === null && noticedBy !== ctx.personId);
  if (open.length === 0) return [];
  const { bodies, may } = await whoAsks(tx, ctx);
  const all = await people(tx);
  return open
    .filter(({ body, noticedBy }) => {
      const at = bodies.find(({ id }) => id === body);
      // What concerns a committee is taken up in its analysis; what concerns those who work is answered by who leads them
      if (!at || !carriesOut(at)) return false;
      const nearest = nearestManagers(all, bodies, { body, except: noticedBy, day: ctx.today });
      return nearest.some(({ id }) => id === ctx.personId) && may(`answer:${LESSON.object}`, body).allowed;
    })
    .map((lesson) => {
      const due = addDays(lesson.noticedOn, ANSWER_WITHIN_DAYS);
      return {
        ...lineOf(lesson),
        todo: "answer" as const,
        name: lesson.text,
        language: "sv" as const,
        from: lesson.noticedOn,
        due,
        late: due < ctx.today,
      };
    });
}

const answered = (ctx: Context, lessons: readonly Lesson[]): Waiting[] =>
  lessons.flatMap((lesson) => {
    const { answer, noticedBy } = lesson;
    if (answer === null || noticedBy !== ctx.personId) return [];
    const due = addDays(answer.on, TOLD_DAYS);
    if (due < ctx.today) return [];
    return [
      {
        ...lineOf(lesson),
        todo: "review" as const,
        name: lessonWords(ctx).answered,
        language: ctx.language,
        from: answer.on,
        due,
        late: false,
      },
    ];
  });

const lineOf = ({ id, body, year }: Lesson) => ({
  thing: `${LESSON.object}:${id}`,
  cite: CITE,
  body,
  year,
  href: `/min-enhet?enhet=${body}#lardomar`,
});
