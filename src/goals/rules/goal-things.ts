import type { Thing } from "../../decisions/rules/carried-on.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What goes on of a body's goals from year to year: the goals, each known by its wording or by what measures it (V-6, V-7). */
export const goalThings = ({
  goals,
}: {
  readonly goals: readonly {
    readonly id: string;
    readonly wording: string;
    readonly indicators: readonly Named[];
  }[];
}): Thing[] =>
  goals.flatMap(({ id, wording, indicators }, i) => [
    { ids: [id], name: wording, measuredBy: indicators.map(({ name }) => name), at: `goals.${i}` },
    ...indicators.map((own, j) => ({
      ids: [id, own.id],
      name: own.name,
      within: wording,
      at: `goals.${i}.indicators.${j}`,
    })),
  ]);
