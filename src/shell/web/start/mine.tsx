import type { GoalTree, GoalView } from "../../../goals/contract.ts";
import { QuickValue } from "../../../goals/indicators/pages/quick-value.tsx";
import { GoalStatus, Standing } from "../../../goals/pages/standing.tsx";
import { useStandings } from "../../../goals/pages/use-standing.ts";
import { DueDay } from "../../../organisation/pages/due-day.tsx";
import { Cite } from "../../../platform/ui/cite.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link, usePageExists } from "../../../platform/ui/link.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { SignInLink } from "../../../platform/ui/sign-in-link.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { getMine, type MineItem, type StepView, type WheelView } from "../../../year/contract.ts";
import { stepsNext, stepsNow } from "./parts.ts";

const SHOWN = 8;
const SHOWN_STEPS = 5;
const NEXT = 2;

/** What is mine to do now, the nearest day first, and the goals that I answer for. */
export function Mine({ tree, person }: { readonly tree: GoalTree; readonly person: string }) {
  return (
    <>
      <Todo />
      <Answers goals={tree.goals.filter((goal) => goal.responsible === person)} />
    </>
  );
}

function Todo() {
  const t = useTexts("shell");
  const mine = useApi(getMine, {});
  return (
    <Section title={t("page.start.mine")} lead={t("page.start.mine-lead")} cite="§2.4">
      <Loaded of={mine}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={t("page.start.mine-none")}>{t("page.start.mine-none-detail")}</EmptyState>
          ) : (
            <>
              <ul className="todo">
                {items.slice(0, SHOWN).map((item) => (
                  <TodoItem key={`${item.thing} ${item.todo}`} item={item} />
                ))}
              </ul>
              {items.length > SHOWN ? (
                <details>
                  <summary>{t("page.start.mine-more", { count: items.length - SHOWN })}</summary>
                  <ul className="todo">
                    {items.slice(SHOWN).map((item) => (
                      <TodoItem key={`${item.thing} ${item.todo}`} item={item} />
                    ))}
                  </ul>
                </details>
              ) : null}
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function TodoItem({ item }: { readonly item: MineItem }) {
  const t = useTexts("shell");
  const exists = usePageExists();
  const name = (
    <>
      {t(`page.start.todo.${item.todo}`)}: <span lang={item.language}>{item.name}</span>
    </>
  );
  return (
    <li>
      {exists(item.href) ? <Link href={item.href}>{name}</Link> : <span>{name}</span>}
      <span className="todo-where">
        {item.bodyName} {item.year}
      </span>
      <span className="todo-state">
        <Status value={item.state} />
        <By due={item.due} />
      </span>
      {item.todo === "measure" ? <QuickValue thing={item.thing} year={item.year} /> : null}
    </li>
  );
}

/** The goals that a person answers for, each with how it goes and when it was last measured; and the way to a lesson (P-2). */
function Answers({ goals }: { readonly goals: readonly GoalView[] }) {
  const t = useTexts("shell");
  const lesson = (
    <p>
      <Link href="/analys">{t("page.start.lesson")}</Link>
    </p>
  );
  if (goals.length === 0) return lesson;
  return (
    <Section title={t("page.start.answers")} lead={t("page.start.answers-lead")}>
      <ul className="todo">
        {goals.map((goal) => (
          <AnswersItem key={`${goal.body} ${goal.id}`} goal={goal} />
        ))}
      </ul>
      {lesson}
    </Section>
  );
}

function AnswersItem({ goal }: { readonly goal: GoalView }) {
  const standing = useStandings(goal.year)(goal);
  return (
    <li>
      <Link href={`/mal/${goal.body}/${goal.id}?ar=${goal.year}`} lang={WRITTEN}>
        {goal.wording}
      </Link>
      <span className="todo-where">{goal.bodyName}</span>
      <span className="todo-state">
        <GoalStatus standing={standing} />
      </span>
      <Standing standing={standing} />
    </li>
  );
}

/** For those who have not signed in: what the municipality does now, what comes next, and the way in. */
export function Now({ wheel }: { readonly wheel: WheelView }) {
  const t = useTexts("shell");
  const now = stepsNow(wheel);
  const next = stepsNext(wheel, NEXT);
  return (
    <Section title={t("page.start.now")} lead={t("page.start.now-lead")} cite="§2.4">
      {now.length === 0 ? <p className="quiet">{t("page.start.now-none")}</p> : null}
      <ul className="todo">
        {now.slice(0, SHOWN_STEPS).map((step) => (
          <StepItem key={step.id} step={step} />
        ))}
      </ul>
      {next.length > 0 ? (
        <>
          <h3 className="ds-heading" data-size="2xs">
            {t("page.start.next")}
          </h3>
          <ul className="todo">
            {next.map((step) => (
              <StepItem key={step.id} step={step} />
            ))}
          </ul>
        </>
      ) : null}
      <p>
        <SignInLink>{t("page.start.sign-in")}</SignInLink> {t("page.start.sign-in-lead")}
      </p>
    </Section>
  );
}

function StepItem({ step }: { readonly step: StepView }) {
  const t = useTexts("shell");
  const exists = usePageExists();
  return (
    <li>
      {step.href && exists(step.href) ? (
        <Link href={step.href} lang={step.language}>
          {step.name}
        </Link>
      ) : (
        <span lang={step.language}>{step.name}</span>
      )}
      <span className="todo-where">
        <span lang={step.language}>{step.who}</span> <Cite of={step.cite} />
      </span>
      <span className="todo-state">
        <Status value={step.state ?? "none"} />
        <By due={step.due} />
        {step.counts.bodies > 1 && step.state !== "to-come" ? (
          <span>{t("page.start.counts", { taken: step.counts.taken, bodies: step.counts.bodies })}</span>
        ) : null}
      </span>
    </li>
  );
}

function By({ due }: { readonly due: string }) {
  const t = useTexts("shell");
  return (
    <span>
      {t("page.start.by-day")} <DueDay at={due} />
    </span>
  );
}
