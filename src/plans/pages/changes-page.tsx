import { Checkbox } from "@digdir/designsystemet-react";
import { type ReactNode, useState } from "react";
import { DayField } from "../../decisions/course/pages/day-field.tsx";
import { isDay } from "../../kernel/day.ts";
import { dayText, numberText } from "../../kernel/format.ts";
import { useBodies, useSession } from "../../organisation/pages/use-bodies.ts";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Link, usePathParams } from "../../platform/ui/link.tsx";
import { Loaded, Skeleton } from "../../platform/ui/loading.tsx";
import { MayButton } from "../../platform/ui/may-button.tsx";
import { When } from "../../platform/ui/number.tsx";
import { Page, Section } from "../../platform/ui/page.tsx";
import { ErrorSummary } from "../../platform/ui/problem-panel.tsx";
import { SignInLink } from "../../platform/ui/sign-in-link.tsx";
import { Status, type StatusValue } from "../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../platform/ui/use-api.ts";
import { getPlanChanges, type PlanChange, type PlanChanges, reportPlanChanges } from "../contract.ts";
import { planPage } from "../kind.ts";
import "./plans.css";

/** What has changed in a committee's plans since it was told the last time, and the receipts of what it has been told (V-8). */
export function PlanChangesPage() {
  const t = useTexts("plans");
  const { body = "", year = "" } = usePathParams();
  const session = useSession();
  const { nameOf } = useBodies();
  const signedIn = session?.person != null;
  const changes = useApi(getPlanChanges, { params: { body, year: Number(year) } }, { when: signedIn });
  const page = (name: string, content: ReactNode) => (
    <Page
      title={t("page.changes.title", { body: name, year })}
      lead={t("page.changes.lead")}
      cite="§2.1"
      above={<Link href="/mal/planer">{t("page.plan.above")}</Link>}
    >
      {content}
    </Page>
  );
  if (session === undefined) return <Skeleton lines={8} />;
  if (!signedIn)
    return page(
      nameOf(body),
      <EmptyState title={t("page.changes.sign-in")} action={<SignInLink>{t("ui.sign-in")}</SignInLink>} />,
    );
  return (
    <Loaded of={changes} lines={8}>
      {(view) =>
        page(
          view.name,
          <>
            <Since view={view} />
            <Reports view={view} />
          </>,
        )
      }
    </Loaded>
  );
}

function Since({ view }: { readonly view: PlanChanges }) {
  const t = useTexts("plans");
  const toast = useToast();
  const [left, leave] = useState<readonly string[]>([]);
  const [day, setDay] = useState("");
  const [tried, setTried] = useState(false);
  const { save, saving, problem } = useSave(reportPlanChanges);
  const told = view.unreported.filter(({ id }) => !left.includes(id)).map(({ id }) => id);
  if (view.unreported.length === 0)
    return (
      <Section title={t("page.changes.since")}>
        <EmptyState title={t("page.changes.none")}>{t("page.changes.none-detail")}</EmptyState>
      </Section>
    );
  const send = async () => {
    setTried(true);
    if (!isDay(day) || told.length === 0) return;
    const { body, year } = view;
    if (!(await save({ params: { body, year }, body: { meetingDay: day, changes: told } }))) return;
    toast(t("page.changes.sent"));
    setDay("");
    setTried(false);
    leave([]);
  };
  return (
    <Section title={t("page.changes.since")} lead={t("page.changes.since-lead")}>
      <ul className="plan-changes">
        {view.unreported.map((change) => (
          <li key={change.id} className="sheet">
            <ChangeTold change={change} year={view.year} />
            {view.may.allowed ? (
              <Checkbox
                label={
                  <>
                    {t("page.changes.take")}
                    <span className="ds-sr-only">: {change.name}</span>
                  </>
                }
                checked={!left.includes(change.id)}
                onChange={() =>
                  leave(
                    left.includes(change.id) ? left.filter((id) => id !== change.id) : [...left, change.id],
                  )
                }
              />
            ) : null}
          </li>
        ))}
      </ul>
      <Section title={t("page.changes.mark")} lead={t("page.changes.mark-lead")} level={3}>
        <div className="form">
          <ErrorSummary problem={problem} />
          {view.may.allowed ? (
            <DayField
              at="meetingDay"
              label={t("page.changes.meeting")}
              value={day}
              onChange={setDay}
              tried={tried}
              problem={problem}
            />
          ) : null}
          <MayButton may={view.may} busy={saving} onPress={send}>
            {t("page.changes.send")}
          </MayButton>
        </div>
      </Section>
    </Section>
  );
}

/** What it has been told, at which meeting: the receipts. */
function Reports({ view }: { readonly view: PlanChanges }) {
  const t = useTexts("plans");
  return (
    <Section title={t("page.changes.reports")}>
      {view.reports.length === 0 ? (
        <EmptyState title={t("page.changes.no-reports")}>{t("page.changes.no-reports-detail")}</EmptyState>
      ) : (
        <ul className="plan-changes">
          {view.reports.map((report) => (
            <li key={report.id} className="sheet stack">
              <h3 className="ds-heading" data-size="xs">
                {t("page.changes.report")} <When at={report.meetingDay} />
              </h3>
              <p className="quiet small">
                {t("page.changes.noted", { who: report.notedBy })}, <When at={report.notedOn} />.{" "}
                {t("page.changes.present", { names: report.told.join(", ") })}
              </p>
              <ul className="plan-changes">
                {report.changes.map((change) => (
                  <li key={change.id}>
                    <ChangeTold change={change} year={view.year} />
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const SIGNS: Readonly<Record<PlanChange["sort"], StatusValue>> = {
  added: "new",
  removed: "past",
  changed: "draft",
  stopped: "past",
  moved: "runs-out",
  "handed-over": "carried",
};

/** One change: what, from what to what, why, when and by whom. */
function ChangeTold({ change, year }: { readonly change: PlanChange; readonly year: number }) {
  const t = useTexts("plans");
  const language = useLanguage();
  const said = (field: string, value: string | null) =>
    value === null
      ? t("page.changes.nothing")
      : field === "due" || field === "from"
        ? dayText(value, language)
        : field === "costTkr"
          ? numberText(Number(value), language)
          : value;
  return (
    <>
      <p className="plan-change-head">
        <Status value={SIGNS[change.sort]} word={t(`change.${change.sort}`)} />
        <Link href={planPage(change.body, year, change.thing)}>
          <strong lang={WRITTEN}>{change.name}</strong>
        </Link>
      </p>
      {change.fields.map(({ field, before, now }) => (
        <p key={field} className="small">
          {t(`field.${field}`)}: <span lang={WRITTEN}>{said(field, before)}</span>{" "}
          <span aria-hidden="true">→</span> <span className="ds-sr-only">{t("page.changes.now")}</span>{" "}
          <strong lang={WRITTEN}>{said(field, now)}</strong>
        </p>
      ))}
      <p>
        {change.reason === "" ? (
          <span className="quiet">{t("page.changes.unknown-why")}</span>
        ) : (
          <span lang={WRITTEN}>{change.reason}</span>
        )}
      </p>
      <p className="quiet small">
        <When at={change.on} />
        {change.by === "" ? null : `, ${change.by}`}
      </p>
    </>
  );
}
