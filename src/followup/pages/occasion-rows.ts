import type { Occasions } from "../contract.ts";
import type { ReportKind } from "../rules/occasions.ts";

type Line = Occasions["occasions"][number]["bodies"][number];

/** One body's year: its report at each occasion; absent where it owes none. */
export interface OccasionRow {
  readonly body: string;
  readonly name: string;
  readonly group: boolean;
  readonly reports: Readonly<Partial<Record<ReportKind, Line>>>;
}

/** The group's own reports first, then each body's, for all or for one body and those above it. */
export function occasionRows({ occasions }: Occasions, only?: readonly string[]): OccasionRow[] {
  const rows = new Map<string, { row: OccasionRow; reports: Partial<Record<ReportKind, Line>> }>();
  const add = (line: Line, kind: ReportKind, group: boolean) => {
    const key = `${group} ${line.body}`;
    const there = rows.get(key);
    if (there) {
      there.reports[kind] = line;
      return;
    }
    const reports = { [kind]: line };
    rows.set(key, { row: { body: line.body, name: line.name, group, reports }, reports });
  };
  for (const { kind, group } of occasions) if (group) add(group, kind, true);
  for (const { kind, bodies } of occasions) for (const line of bodies) add(line, kind, false);
  const all = [...rows.values()].map(({ row }) => row);
  const own = only && all.filter((row) => !row.group && only.includes(row.body)).slice(0, 1);
  return own && own.length > 0 ? own : all;
}

/** How many bodies have decided their report at an occasion. */
export const decidedCount = (occasion: Occasions["occasions"][number]): number =>
  occasion.bodies.filter((line) => line.state === "decided").length;
