import { dayText } from "../../../kernel/format.ts";
import { BodyName } from "../../../organisation/pages/body-name.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link, usePathParams } from "../../../platform/ui/link.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { When } from "../../../platform/ui/number.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { ThingButton } from "../../course/pages/thing-button.tsx";
import { ThreadLink } from "../../thread/pages/thread-link.tsx";
import { type AssignmentStep, type AssignmentView, getAssignment } from "../contract.ts";
import { ASSIGNMENT, assignmentThing } from "../kind.ts";
import { AssignmentActions } from "./assignment-actions.tsx";
import { AssignmentState } from "./assignment-state.tsx";
import "./assignments.css";

/** One assignment: what was asked in which decision, who has it, and what has become of it, step by step. */
export function AssignmentPage() {
  const t = useTexts("decisions");
  const { id = "" } = usePathParams();
  const known = /^\d{1,7}-\d{1,3}$/.test(id);
  const read = useApi(getAssignment, { params: { id } }, { when: known });
  const back = <Link href={ASSIGNMENT.address.all}>{t("assignment.page.all")}</Link>;
  if (read.data) return <Shown view={read.data} back={back} />;
  return (
    <Page title={t("assignment.list.title")} above={back}>
      {known ? (
        <Loaded of={read} lines={8}>
          {() => null}
        </Loaded>
      ) : (
        <EmptyState title={t("assignment.list.none")}>{t("assignment.list.none-detail")}</EmptyState>
      )}
    </Page>
  );
}

function Shown({ view, back }: { readonly view: AssignmentView; readonly back: React.ReactNode }) {
  const t = useTexts("decisions");
  const language = useLanguage();
  return (
    <Page
      title={view.text}
      written
      lead={t("assignment.page.lead", {
        giver: view.giverName,
        day: dayText(view.givenOn, language),
        paragraph: view.paragraph,
        due: dayText(view.due, language),
      })}
      cite="§3.2"
      above={back}
      action={<AssignmentState state={view.state} late={view.late} whole />}
    >
      <AssignmentActions view={view} />
      <History steps={view.steps} />
      <Facts view={view} />
    </Page>
  );
}

/** Where it comes from, who has it, and how it is told when it is done: the thread from what was decided to who does it. */
function Facts({ view }: { readonly view: AssignmentView }) {
  const t = useTexts("decisions");
  const language = useLanguage();
  const { holder } = view;
  return (
    <Section
      title={t("assignment.page.thread")}
      lead={t("assignment.page.thread-lead")}
      action={<ThreadLink thing={assignmentThing(view.id)} of={view.text} />}
    >
      <dl className="facts sheet">
        <dt>{t("assignment.page.given-by")}</dt>
        <dd>
          <Link href={`/beslut/organisation/${view.giver}`}>
            <BodyName id={view.giver} name={view.giverName} />
          </Link>
          <br />
          <Link href={`/beslut/${view.decision}`}>
            {view.sentence === null ? (
              t("assignment.page.decision", { number: view.decision })
            ) : (
              <span lang={WRITTEN}>{view.sentence}</span>
            )}
          </Link>
        </dd>
        <dt>{t("assignment.page.to")}</dt>
        <dd>
          <Link href={`/beslut/organisation/${view.to}`}>
            <BodyName id={view.to} name={view.toName} />
          </Link>
        </dd>
        {view.state === "closed" ? null : (
          <>
            <dt>{t("assignment.page.holder")}</dt>
            <dd>
              {holder ? <span lang={WRITTEN}>{holder.name}</span> : t("assignment.page.no-holder")}{" "}
              {holder ? (
                <ThingButton thing={assignmentThing(view.id)} name={view.text}>
                  {t("assignment.page.hand-over")}
                </ThingButton>
              ) : null}
            </dd>
          </>
        )}
        <dt>{t("assignment.page.due")}</dt>
        <dd>
          <When at={view.due} />
          {view.movedFrom === null ? null : (
            <p className="quiet small">
              {t("assignment.page.moved-from", { day: dayText(view.movedFrom, language) })}
            </p>
          )}
        </dd>
        <dt>{t("assignment.page.report")}</dt>
        <dd lang={WRITTEN}>{view.report}</dd>
        <dt>{t("assignment.page.registered")}</dt>
        <dd>
          {t("assignment.page.registered-text", {
            day: dayText(view.registeredOn, language),
            by: view.registeredBy,
          })}
        </dd>
      </dl>
    </Section>
  );
}

/** All that has been written of it, the latest first. */
function History({ steps }: { readonly steps: readonly AssignmentStep[] }) {
  const t = useTexts("decisions");
  if (steps.length === 0)
    return (
      <Section title={t("assignment.page.history")}>
        <p className="quiet">{t("assignment.page.history-none")}</p>
      </Section>
    );
  return (
    <Section title={t("assignment.page.history")}>
      <ol className="assignment-steps" reversed>
        {steps.toReversed().map((step) => (
          <li key={step.step}>
            <OneStep step={step} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function OneStep({ step }: { readonly step: AssignmentStep }) {
  const t = useTexts("decisions");
  const language = useLanguage();
  const { sort, text, meetingDay, paragraph, due, dueBefore, by, on } = step;
  const meeting =
    meetingDay === null
      ? null
      : t(sort === "closed" ? "assignment.page.at-meeting" : "assignment.page.to-meeting", {
          day: dayText(meetingDay, language),
        });
  return (
    <>
      <p>
        <strong>{t(`assignment.step.${sort}`)}</strong>{" "}
        <span className="quiet small">
          <When at={on} />, <span lang={WRITTEN}>{by}</span>
        </span>
      </p>
      {meeting ? (
        <p className="small">
          {meeting}
          {paragraph ? `, ${paragraph}` : ""}
        </p>
      ) : null}
      {due && dueBefore ? (
        <p className="small">
          {t("assignment.page.due-change", {
            before: dayText(dueBefore, language),
            due: dayText(due, language),
          })}
        </p>
      ) : null}
      {text === "" ? null : (
        <p className="prose" lang={WRITTEN}>
          {text}
        </p>
      )}
    </>
  );
}
