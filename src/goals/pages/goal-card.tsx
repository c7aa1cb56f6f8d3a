import { BodyName } from "../../organisation/pages/body-name.tsx";
import { useBodies } from "../../organisation/pages/use-bodies.ts";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Link } from "../../platform/ui/link.tsx";
import { isStatus, Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { GoalView } from "../contract.ts";
import type { GoalStanding } from "../rules/standing.ts";
import { GoalStatus, Standing } from "./standing.tsx";

export const goalPath = (goal: {
  readonly body: string;
  readonly id: string;
  readonly year: number;
}): string => `/mal/${goal.body}/${goal.id}?ar=${goal.year}`;

/** A body's goal in the tree: wording, whose, its latest values against their targets; the whole card leads to the goal. */
export function GoalCard({
  goal,
  standing,
  also,
}: {
  readonly goal: GoalView;
  readonly standing: GoalStanding;
  readonly also: readonly string[];
}) {
  const t = useTexts("goals");
  const { nameOf } = useBodies();
  return (
    <li className="goal-card">
      <p className="goal-body">
        <BodyName id={goal.body} name={goal.bodyName} />
      </p>
      <p className="goal-card-wording">
        <Link plain href={goalPath(goal)} lang={WRITTEN}>
          {goal.wording}
        </Link>
      </p>
      <Standing standing={standing} />
      <p className="goal-card-note">
        <GoalStatus standing={standing} />
        {goal.state !== "decided" && isStatus(goal.state) ? <Status value={goal.state} /> : null}
        <span lang={WRITTEN}>{goal.responsibleName}</span>
      </p>
      {goal.contributors.length > 0 ? (
        <p className="quiet small">
          {t("grounds.shared-with")} <span lang={WRITTEN}>{goal.contributors.map(nameOf).join(", ")}</span>
        </p>
      ) : null}
      {also.length > 0 ? (
        <p className="quiet small">
          {t("page.also")} <span lang={WRITTEN}>{also.join(", ")}</span>
        </p>
      ) : null}
    </li>
  );
}
