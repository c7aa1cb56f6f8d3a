import { type Body, carriesOut, upFrom } from "../../organisation/rules/organisation.ts";
import type { LessonView } from "../contract.ts";

/** A step of the loop from what somebody noticed to what is decided (N-3). */
export interface LoopStep {
  readonly step: "noticed" | "answered" | "carried" | "decided";
  readonly taken: boolean;
  readonly href: string | undefined;
}

/** How far a lesson has come: noticed → answered → taken up in a situation analysis → decided. */
export function loopOf(lesson: Pick<LessonView, "answer" | "carried">): LoopStep[] {
  const { answer, carried } = lesson;
  return [
    { step: "noticed", taken: true, href: undefined },
    { step: "answered", taken: answer !== null, href: undefined },
    {
      step: "carried",
      taken: carried !== null,
      href: carried ? `/arende/${carried.matter.replaceAll(":", "/")}` : undefined,
    },
    {
      step: "decided",
      taken: carried?.decision != null,
      href: carried?.decision != null ? `/beslut/${carried.decision}` : undefined,
    },
  ];
}

/** The bodies that a person may put in a lesson for: where the person works, and up to whom that serves; that one first. */
export function bodiesForLesson(
  organisation: readonly Body[],
  posts: readonly { readonly body: string }[],
): Body[] {
  const ways = posts.map((post) => {
    const way = upFrom(organisation, post.body);
    const end = way.findIndex((body) => !carriesOut(body));
    return end === -1 ? way : way.slice(0, end + 1);
  });
  const all = ways.flatMap((way) => [...way].reverse());
  return all.filter((body, i) => all.indexOf(body) === i);
}

/** Lessons of a body and of those who work for it. */
export function lessonsOf(
  lessons: readonly LessonView[],
  organisation: readonly Body[],
  body: string | undefined,
): LessonView[] {
  return lessons.filter(
    (lesson) => body === undefined || upFrom(organisation, lesson.body).some((above) => above.id === body),
  );
}
