import type { BeforeDecisionProps } from "../../../decisions/pages/matter-pages.tsx";
import type { GoalView } from "../../../goals/contract.ts";
import { getGoalTree } from "../../../goals/contract.ts";
import { GoalStatus, MeasureShort } from "../../../goals/pages/standing.tsx";
import { useStandings } from "../../../goals/pages/use-standing.ts";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { Skeleton } from "../../../platform/ui/loading.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { bodiesTouched, goalsTouched } from "../rules/touched.ts";
import { proposedBudget } from "./proposed-budget.ts";

/** The goals of those that a budget gives more or less (§1.2). */
export function GoalsOfBudget(of: BeforeDecisionProps) {
  const { seen } = proposedBudget(of);
  return <Goals year={of.year} bodies={seen ? bodiesTouched(seen) : []} lead="before.touched-lead" />;
}

/** The goals that an internal budget has money for: its own body's. */
export const GoalsOfInternalBudget = ({ year, body }: BeforeDecisionProps) => (
  <Goals year={year} bodies={[body]} lead="before.touched-own-lead" />
);

/** The same of those that a counter-proposal gives another allocation than the proposal does, behind how many they are. */
export function GoalsApart({ year, bodies }: { readonly year: number; readonly bodies: readonly string[] }) {
  const t = useTexts("budget");
  const { goals } = useGoals(year, bodies);
  if (goals.length === 0) return null;
  return (
    <details className="no-print">
      <summary>{t("before.touched-of", { count: goals.length })}</summary>
      <GoalList goals={goals} />
    </details>
  );
}

function Goals({
  year,
  bodies,
  lead,
}: {
  readonly year: number;
  readonly bodies: readonly string[];
  readonly lead: "before.touched-lead" | "before.touched-own-lead";
}) {
  const t = useTexts("budget");
  const { goals, known } = useGoals(year, bodies);
  return (
    <Section title={t("before.touched")} lead={t(lead)} cite="§1.2">
      {known ? null : <Skeleton lines={bodies.length} />}
      {known && goals.length === 0 ? <p className="quiet">{t("before.touched-none")}</p> : null}
      <GoalList goals={goals} />
    </Section>
  );
}

/** The goals of some bodies for a year; none until they are known. */
function useGoals(year: number, bodies: readonly string[]) {
  const own = useApi(getGoalTree, { params: { year } });
  const before = useApi(getGoalTree, { params: { year: year - 1 } });
  const all = [...(own.data?.goals ?? []), ...(before.data?.goals ?? [])];
  const known = own.data !== undefined && before.data !== undefined;
  return { known, goals: known ? goalsTouched(bodies, year, all) : [] };
}

function GoalList({ goals }: { readonly goals: readonly GoalView[] }) {
  if (goals.length === 0) return null;
  return (
    <ul className="plain-list before-goals">
      {goals.map((goal) => (
        <One key={`${goal.body} ${goal.year} ${goal.id}`} goal={goal} />
      ))}
    </ul>
  );
}

function One({ goal }: { readonly goal: GoalView }) {
  const standing = useStandings(goal.year)(goal);
  const [first] = standing.measures;
  return (
    <li>
      <span>
        <Link href={`/mal/${goal.body}/${goal.id}?ar=${goal.year}`} lang={WRITTEN}>
          {goal.wording}
        </Link>{" "}
        <span className="quiet small">{goal.bodyName}</span>
      </span>
      <span className="before-goal-how">
        <GoalStatus standing={standing} />
        {first ? <MeasureShort measure={first} /> : null}
      </span>
    </li>
  );
}
