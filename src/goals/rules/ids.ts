import { type Remark, remark } from "../../kernel/remark.ts";

interface Named {
  readonly id: string;
}

/** The same id twice would make it unclear what is measured, done and judged (V-3, V-7). */
export const repeatedIdRemarks = (
  goals: readonly (Named & { readonly indicators: readonly Named[] })[],
): Remark[] => [
  ...repeated(goals, "goals"),
  ...goals.flatMap((goal, i) => repeated(goal.indicators, `goals.${i}.indicators`)),
];

const repeated = (rows: readonly Named[], at: string): Remark[] =>
  rows.flatMap(({ id }, i) =>
    rows.findIndex((other) => other.id === id) < i
      ? [remark("stops", "id-twice", "§2.1", { id }, `${at}.${i}.id`)]
      : [],
  );
