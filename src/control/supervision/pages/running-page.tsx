import { type ReactNode, useState } from "react";
import { DayField } from "../../../decisions/course/pages/day-field.tsx";
import { FoldedForm } from "../../../decisions/course/pages/folded-form.tsx";
import { type Day, isDay } from "../../../kernel/day.ts";
import { dayText } from "../../../kernel/format.ts";
import { useBodies, useSession } from "../../../organisation/pages/use-bodies.ts";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { TextArea } from "../../../platform/ui/fields.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link, usePathParams } from "../../../platform/ui/link.tsx";
import { Loaded, Skeleton } from "../../../platform/ui/loading.tsx";
import { MayButton } from "../../../platform/ui/may-button.tsx";
import { When } from "../../../platform/ui/number.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { SignInLink } from "../../../platform/ui/sign-in-link.tsx";
import { Status, type StatusValue } from "../../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import { controlPage } from "../../kind.ts";
import "../../pages/control.css";
import {
  getRunningReports,
  type RunningItemView,
  type RunningReports,
  receiveReport,
  sendRunningReport,
} from "../contract.ts";

/** What has happened in a body's internal control since the last meeting, sent with one click, and the receipts (K-5). */
export function RunningPage() {
  const t = useTexts("control");
  const { body = "", year = "" } = usePathParams();
  const session = useSession();
  const { nameOf } = useBodies();
  const signedIn = session?.person != null;
  const view = useApi(getRunningReports, { params: { body, year: Number(year) } }, { when: signedIn });
  const page = (name: string, content: ReactNode) => (
    <Page
      title={t("running.title", { body: name, year })}
      lead={t("running.lead")}
      cite="§2.3"
      above={<Link href={controlPage(body, Number(year))}>{t("running.above")}</Link>}
    >
      {content}
    </Page>
  );
  if (session === undefined) return <Skeleton lines={8} />;
  if (!signedIn)
    return page(
      nameOf(body),
      <EmptyState title={t("running.sign-in")} action={<SignInLink>{t("ui.sign-in")}</SignInLink>} />,
    );
  return (
    <Loaded of={view} lines={8}>
      {(all) =>
        page(
          all.name,
          !all.reads && all.reports.length === 0 ? (
            <EmptyState title={t("running.unread")}>{t("running.unread-detail")}</EmptyState>
          ) : (
            <>
              {all.reads ? <Since view={all} /> : null}
              <Reports view={all} />
            </>
          ),
        )
      }
    </Loaded>
  );
}

function Since({ view }: { readonly view: RunningReports }) {
  const t = useTexts("control");
  const toast = useToast();
  const [text, setText] = useState("");
  const { save, saving, problem } = useSave(sendRunningReport);
  const { body, year, unreported } = view;
  const send = async () => {
    const told = unreported.map(({ id }) => id);
    if (!(await save({ params: { body, year }, body: { text: text.trim(), told } }))) return;
    toast(t("running.sent"));
    setText("");
  };
  return (
    <Section title={t("running.since")} lead={t("running.since-lead")} cite="§2.3">
      {unreported.length === 0 ? (
        <EmptyState title={t("running.none")}>{t("running.none-detail")}</EmptyState>
      ) : (
        <>
          <Items items={unreported} />
          <div className="form">
            <ErrorSummary problem={problem} />
            {view.maySend.allowed ? (
              <TextArea
                at="text"
                label={t("running.text")}
                help={t("running.text-help")}
                value={text}
                onChange={setText}
                rows={3}
                maxLength={4000}
                problem={problem}
              />
            ) : null}
            <MayButton may={view.maySend} busy={saving} onPress={send}>
              {t("running.send")}
            </MayButton>
          </div>
        </>
      )}
    </Section>
  );
}

const SIGNS: Readonly<Record<RunningItemView["sort"], StatusValue>> = {
  "no-deviation": "no-deviation",
  deviation: "deviation",
  "not-done": "not-done",
  "control-late": "late",
  "measure-added": "new",
  "measure-done": "done",
  "measure-checked": "done",
  "measure-returned": "needs-reason",
  "measure-cancelled": "past",
  "measure-late": "late",
};

function Items({ items }: { readonly items: readonly RunningItemView[] }) {
  const t = useTexts("control");
  return (
    <ul className="results">
      {items.map((item) => (
        <li className="sheet" key={item.id}>
          <div className="row">
            <Status value={SIGNS[item.sort]} word={t(`running.sort.${item.sort}`)} />
            <strong lang={WRITTEN}>{item.name}</strong>
            <span className="quiet small">
              <When at={item.on} />
            </span>
          </div>
          {item.text ? (
            <p className="prose" lang={WRITTEN}>
              {item.text}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Reports({ view }: { readonly view: RunningReports }) {
  const t = useTexts("control");
  return (
    <Section title={t("running.reports")}>
      {view.reports.length === 0 ? (
        <EmptyState title={t("running.no-reports")}>{t("running.no-reports-detail")}</EmptyState>
      ) : (
        <ul className="plain-list stack">
          {view.reports.map((report) => (
            <li key={report.id} className="sheet stack">
              <h3 className="ds-heading" data-size="xs">
                {t("running.report")} <When at={report.on} />
              </h3>
              <p className="quiet small">{t("running.by", { name: report.by })}</p>
              {report.text ? (
                <p className="prose" lang={WRITTEN}>
                  {report.text}
                </p>
              ) : null}
              <details>
                <summary>{t("running.items", { count: report.told.length })}</summary>
                <Items items={report.told} />
              </details>
              {report.receipt ? (
                <ReceivedLine receipt={report.receipt} />
              ) : (
                <>
                  <p>
                    <Status value="waiting" word={t("running.waits")} />
                  </p>
                  {view.mayReceive.allowed ? (
                    <Receive thing={report.thing} organ={view.body} day={report.on} />
                  ) : null}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

type Received = NonNullable<RunningReports["reports"][number]["receipt"]>;

/** At which meeting something was received, what was said, and who noted it. */
export function ReceivedLine({ receipt }: { readonly receipt: Received }) {
  const t = useTexts("control");
  return (
    <p>
      <Status value="done" word={t("running.received")} /> <When at={receipt.meetingDay} />
      {receipt.text ? (
        <>
          : <span lang={WRITTEN}>{receipt.text}</span>
        </>
      ) : null}{" "}
      <span className="quiet small">({t("running.received-by", { name: receipt.by })})</span>
    </p>
  );
}

/** Notes at which meeting an organ received a report. */
export function Receive({
  thing,
  organ,
  day,
  name,
}: {
  readonly thing: string;
  readonly organ: string;
  /** The day that it was sent: reports are told apart by it. */
  readonly day: string;
  readonly name?: string;
}) {
  const t = useTexts("control");
  const language = useLanguage();
  const toast = useToast();
  const { save, saving, problem } = useSave(receiveReport);
  const [meetingDay, setMeetingDay] = useState("");
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  return (
    <FoldedForm
      title={t("running.receive")}
      name={name ?? t("running.receive-what", { day: dayText(day, language) })}
      button={t("running.receive")}
      saving={saving}
      problem={problem}
      onSend={async () => {
        setTried(true);
        if (!isDay(meetingDay)) return;
        const body = { thing, meetingDay: meetingDay as Day, text: text.trim() };
        if (await save({ params: { body: organ }, body })) toast(t("running.receipt-saved"));
      }}
    >
      <DayField
        at="meetingDay"
        label={t("running.meeting")}
        value={meetingDay}
        onChange={setMeetingDay}
        tried={tried}
        problem={problem}
      />
      <TextArea
        at={`receipt-${thing}`}
        label={t("running.receipt-text")}
        help={t("running.receipt-help")}
        value={text}
        onChange={setText}
        rows={2}
        maxLength={1000}
      />
    </FoldedForm>
  );
}
