import type { Course } from "./course.ts";

/** Who has a thing now, and by name whom it was decided with, where that is another. `has`: who has each thing (`holders`). */
export function ownerNow(
  has: ReadonlyMap<string, { readonly person: string }>,
  thing: string,
  decided: string,
  nameOf: (person: string) => string,
): {
  readonly responsible: string;
  readonly responsibleName: string;
  readonly decidedResponsibleName: string | null;
} {
  const responsible = has.get(thing)?.person ?? decided;
  return {
    responsible,
    responsibleName: nameOf(responsible),
    decidedResponsibleName: responsible === decided ? null : nameOf(decided),
  };
}

/** The day that a thing is due now, and the one that was decided, where it has been moved since. */
export function dueNow<D extends string>(
  course: Pick<Course, "due">,
  decided: D,
): { readonly due: D; readonly movedFrom: D | null } {
  const due = (course.due as D | undefined) ?? decided;
  return { due, movedFrom: due === decided ? null : decided };
}
