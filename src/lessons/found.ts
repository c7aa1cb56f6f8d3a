import { asTitle } from "../decisions/rules/marked.ts";
import { keepBeside } from "../decisions/store/search-rows.ts";
import { LAST_DAY } from "../kernel/day.ts";
import type { FoundBeside, KeptBeside } from "../platform/chapter.ts";
import type { Tx } from "../platform/database/door.ts";
import { LESSON } from "./kind.ts";
import { lessonThing } from "./rules/lesson.ts";
import { type Lesson, lessonsUntil } from "./store.ts";

/** Lessons are found by what was noticed, what it means for residents, and the answer; by whoever reads them, who has signed in (§2.6). */
export const lessonsFound: KeptBeside = {
  kind: LESSON.object,
  audience: "signed-in",
  all: async (tx) => (await lessonsUntil(tx, {}, LAST_DAY)).map(rowOf),
};

const rowOf = ({ id, body, year, noticedOn, text, effectForResidents, answer }: Lesson): FoundBeside => ({
  source: lessonThing(id),
  body,
  year,
  on: noticedOn,
  rows: [
    {
      thing: lessonThing(id),
      title: asTitle(text),
      text: [text, effectForResidents, answer?.text].filter(Boolean).join(" · "),
      href: `/analys?ar=${year}`,
    },
  ],
});

/** Keeps one that has been noticed or answered, so that it is found. */
export async function keepLessonFound(tx: Tx, municipality: string, id: string): Promise<void> {
  const [lesson] = await lessonsUntil(tx, { id }, LAST_DAY);
  if (lesson) await keepBeside(tx, municipality, lessonsFound, rowOf(lesson));
}
