import { z } from "zod";
import { addDays, type Day } from "../../../kernel/day.ts";

/** What a letter has told of a line: by this the next one knows what has changed since. */
export const ToldLine = z.object({
  thing: z.string(),
  todo: z.string(),
  due: z.string(),
  late: z.boolean(),
});
export type ToldLine = z.output<typeof ToldLine>;

interface Line {
  readonly thing: string;
  readonly todo: string;
  readonly due: string;
  readonly state: "under-way" | "late";
}

/** How a line stands to the last letter: `late` has become so since. */
export type Change = "new" | "moved" | "late" | "same";

export const toldOf = ({ thing, todo, due, state }: Line): ToldLine => ({
  thing,
  todo,
  due,
  late: state === "late",
});

const same = (a: ToldLine, b: Pick<Line, "thing" | "todo">) => a.thing === b.thing && a.todo === b.todo;

export function changeOf(line: Line, told: readonly ToldLine[]): Change {
  const before = told.find((one) => same(one, line));
  if (!before) return "new";
  if (line.state === "late" && !before.late) return "late";
  return before.due === line.due ? "same" : "moved";
}

/** How many that the last letter told of wait no longer. */
export const doneSince = (lines: readonly Line[], told: readonly ToldLine[]): number =>
  told.filter((one) => !lines.some((line) => same(one, line))).length;

const NEAR_DAYS = 1;

/**
 * Whether there is anything to tell: each week of all that waits; each day only where something has changed, or has its last day
 * today or tomorrow, so that nobody reads the same list every morning.
 */
export function isWorthTelling(
  how: "day" | "week",
  lines: readonly Line[],
  { told, day }: { readonly told: readonly ToldLine[]; readonly day: Day },
): boolean {
  if (how === "week") return lines.length > 0;
  return lines.some(
    (line) => changeOf(line, told) !== "same" || (line.due >= day && line.due <= addDays(day, NEAR_DAYS)),
  );
}
