import { addDays, type Day } from "../../../kernel/day.ts";
import { nearestManagers } from "../../../organisation/rules/managers.ts";
import { type Body, ELECTED, type Person, postsOn } from "../../../organisation/rules/organisation.ts";

/** Whether a line has been late for so long that the nearest manager is told. */
export const isLongLate = (
  { due, state }: { readonly due: string; readonly state: "under-way" | "late" },
  day: Day,
  escalateDays: number,
): boolean => state === "late" && due < addDays(day, -escalateDays);

/**
 * Who is told that something of a person's is late: the nearest managers, of each post as an employee. Who is elected has no manager. One who
 * is away is not told where somebody else of them is at work.
 */
export function toldOfLateness(
  people: readonly Person[],
  bodies: readonly Body[],
  {
    person,
    day,
    away,
  }: { readonly person: Person; readonly day: Day; readonly away: ReadonlyMap<string, unknown> },
): string[] {
  const found = postsOn(person, day)
    .filter(({ role }) => !ELECTED.includes(role))
    .flatMap(({ body }) => nearestManagers(people, bodies, { body, except: person.id, day }))
    .map(({ id }) => id);
  const at = found.filter((id) => !away.has(id));
  return [...new Set(at.length > 0 ? at : found)];
}
