import { placeOfMatter } from "../decisions/rules/kind.ts";
import { allInForce } from "../decisions/store/versions.ts";
import { bodyThing } from "../decisions/thread/rules/sorts.ts";
import type { Kept, ThreadThing, Tie } from "../platform/chapter.ts";
import type { Tx } from "../platform/database/door.ts";
import { LESSON } from "./kind.ts";
import { lessonThing } from "./rules/lesson.ts";
import type { Lesson } from "./store.ts";

type Written = Pick<Lesson, "id" | "body" | "year" | "text" | "fromMatter" | "noticedOn">;

/** A lesson as something that the house keeps something beside. */
export const keptLesson = (lesson: Written): Omit<Kept, "bodies"> => ({
  source: lessonThing(lesson.id),
  kind: LESSON.object,
  body: lesson.body,
  year: lesson.year,
  on: lesson.noticedOn,
  content: lesson,
});

/** What a lesson hangs in (V-9): the body that it is for, and the decided matter that it was learnt from. What takes it up says so itself. */
export async function lessonTies({ source, body, on, content }: Kept, tx: Tx): Promise<Tie[]> {
  const place = placeOfMatter((content as Written).fromMatter ?? "");
  const decided = place
    ? await allInForce(tx, { kind: place.kind, body: place.body, year: place.year }, on)
    : [];
  return [
    { from: source, to: bodyThing(body), sort: "concerns" },
    ...decided.map(({ matter }) => ({ from: source, to: matter.id, sort: "learnt-from" })),
  ];
}

/** A lesson as it stands in the thread: read by those who have signed in. */
export const lessonThings = ({ source, body, content }: Kept): ThreadThing[] => [
  {
    thing: source,
    what: "lesson",
    name: (content as Written).text,
    href: `/analys?organ=${body}`,
    inside: true,
  },
];
