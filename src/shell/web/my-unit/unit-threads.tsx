import { CourseStateChip } from "../../../decisions/course/pages/course-state.tsx";
import { ThingButton } from "../../../decisions/course/pages/thing-button.tsx";
import { ThreadLink } from "../../../decisions/thread/pages/thread-link.tsx";
import type { ActionView, UnitThread } from "../../../plans/contract.ts";
import { planPage } from "../../../plans/kind.ts";
import { useChoice } from "../../../platform/ui/choice.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { When } from "../../../platform/ui/number.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import "./my-unit.css";

/** What the unit does, each with what it is for: the part above, the goal, and where the municipality wants to go (V-9, P-2). */
export function UnitThreads({ threads }: { readonly threads: UnitThread["threads"] }) {
  return (
    <ul className="unit-threads">
      {threads.map((thread) => (
        <Thread key={thread.action.thing} thread={thread} />
      ))}
    </ul>
  );
}

function Thread({ thread }: { readonly thread: UnitThread["threads"][number] }) {
  const t = useTexts("plans");
  const { year } = useChoice();
  const { action, above, goal, strategicGoals } = thread;
  return (
    <li className="sheet">
      <ol className="unit-thread">
        {strategicGoals.map((name) => (
          <li key={name}>
            <span className="quiet small">{t("page.unit.strategic")}</span>
            <span lang={WRITTEN}>{name}</span>
          </li>
        ))}
        {goal ? (
          <li>
            <span className="quiet small">{t("page.unit.goal")}</span>
            <Link href={`/mal/${goal.body}/${goal.id}?ar=${year}`}>
              <span lang={WRITTEN}>{goal.wording}</span>
            </Link>
          </li>
        ) : null}
        {above ? (
          <li>
            <span className="quiet small">{t("page.unit.above")}</span>
            <Link href={planPage(above.body, year)}>
              <span lang={WRITTEN}>{above.text}</span>
            </Link>
          </li>
        ) : null}
        <li className="unit-does">
          <span className="quiet small">{t("page.unit.does")}</span>
          <strong lang={WRITTEN}>{action.text}</strong>
          {goal === null && action.assignment !== "" ? (
            <span className="small">
              {t("page.unit.serves-assignment", { assignment: action.assignment })}
            </span>
          ) : null}
          <Standing action={action} />
        </li>
      </ol>
    </li>
  );
}

/** How far an action has come, who has it and until when, and the way to say so. */
function Standing({ action }: { readonly action: ActionView }) {
  const t = useTexts("plans");
  const { year } = useChoice();
  return (
    <>
      <span className="row">
        <CourseStateChip state={action.state} />
        {action.late ? <Status value="late" /> : null}
        <span className="quiet small">
          {action.responsible}, {t("page.unit.until")} <When at={action.due} />
        </span>
        <ThingButton thing={action.thing} name={action.text} />
        <ThreadLink thing={action.thing} year={year} of={action.text} />
      </span>
      {action.note ? (
        <span className="small">
          {t("page.unit.note")}: <span lang={WRITTEN}>{action.note}</span>
        </span>
      ) : null}
    </>
  );
}

/** What the administration does for all of its units. */
export function SharedActions({ actions }: { readonly actions: readonly ActionView[] }) {
  return (
    <ul className="unit-shared">
      {actions.map((action) => (
        <li key={action.thing}>
          <span lang={WRITTEN}>{action.text}</span>
          <Standing action={action} />
        </li>
      ))}
    </ul>
  );
}
