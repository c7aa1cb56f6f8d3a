import { type Remark, remark } from "../../../kernel/remark.ts";
import { isBlank } from "../../../kernel/written.ts";

export interface TrendAt {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly consequences: readonly { readonly goal: string; readonly text: string }[];
  readonly sources: readonly string[];
}

interface ByGoal {
  readonly goal: string;
  readonly text: string;
}

/** What an external analysis lacks before it can be presented and decided (model §2.4, A-1). */
export function environmentRemarks(
  {
    trends,
    byStrategicGoal,
  }: { readonly trends: readonly TrendAt[]; readonly byStrategicGoal: readonly ByGoal[] },
  strategicGoals: readonly { readonly id: string; readonly name: string }[],
): Remark[] {
  const written = new Set(byStrategicGoal.filter(({ text }) => !isBlank(text)).map(({ goal }) => goal));
  return [
    ...(trends.length === 0 ? [remark("stops", "no-trends", "§2.4", {}, "trends")] : []),
    ...trends.flatMap((trend, i) => trendRemarks(trend, i, trends)),
    ...strategicGoals
      .filter(({ id }) => !written.has(id))
      .map(({ name }) =>
        remark("info", "goal-without-development", "§2.4", { goal: name }, "byStrategicGoal"),
      ),
  ];
}

function trendRemarks(trend: TrendAt, i: number, all: readonly TrendAt[]): Remark[] {
  const { id, name, consequences, sources } = trend;
  if (isBlank(name)) return [remark("stops", "trend-without-name", "§2.4", {}, `trends.${i}.name`)];
  return [
    ...(all.findIndex((other) => other.id === id) < i
      ? [remark("stops", "trend-twice", "§2.4", { name }, `trends.${i}.name`)]
      : []),
    ...(consequences.every(({ text }) => isBlank(text))
      ? [remark("info", "trend-without-consequence", "§2.4", { name }, `trends.${i}.name`)]
      : []),
    ...(sources.every((source) => isBlank(source))
      ? [remark("info", "trend-without-source", "§2.4", { name }, `trends.${i}.sources`)]
      : []),
  ];
}

/** The consequence that a trend has for a strategic goal, written anew; one without words is taken away. */
export const withConsequence = <T extends TrendAt>(trend: T, goal: string, text: string): T => ({
  ...trend,
  consequences: [
    ...trend.consequences.filter((one) => one.goal !== goal),
    ...(text === "" ? [] : [{ goal, text }]),
  ],
});

/** What goes on into the next year's analysis: the trends, the same ones by their ids; signals are gathered anew. */
export const nextYearEnvironment = <A extends { readonly signals: readonly unknown[] }>(before: A): A => ({
  ...before,
  signals: [],
});
