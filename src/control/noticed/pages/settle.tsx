import { Button } from "@digdir/designsystemet-react";
import type { ReactNode } from "react";
import { SelectField, TextField } from "../../../platform/ui/fields.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { When } from "../../../platform/ui/number.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import type { ControlPlan, Risk } from "../../contract.ts";
import { type AssessmentGround, getAssessmentGround, listNotices, type NoticeView } from "../contract.ts";
import { hasStand } from "../rules/notice.ts";

type Begun = Partial<Risk> & { readonly text: string };

/**
 * What a plan takes a stand on: what was noticed, what the executive sets for all, what others share. Each is taken in as a risk, or
 * declined with the reason (K-2, K-5).
 */
export function Settle({
  body,
  year,
  matter,
  plan,
  onChange,
  onTake,
}: {
  readonly body: string;
  readonly year: number;
  readonly matter: string;
  readonly plan: ControlPlan;
  readonly onChange: (part: Partial<ControlPlan>) => void;
  /** Begins a new risk with what is known; `then`: what the plan says of where it came from, when it is there. */
  readonly onTake: (risk: Begun, then: (risk: string) => Partial<ControlPlan>) => void;
}) {
  const t = useTexts("control");
  const notices = useApi(listNotices, { query: { body } }).data ?? [];
  const ground = useApi(getAssessmentGround, { params: { body, year } }).data;
  const own = new Map((plan.notices ?? []).map((one) => [one.notice, one]));
  const here = notices.filter(
    ({ id, fate, settled }) => own.has(id) || fate === "waiting" || settled?.matter === matter,
  );
  const writeNotice = (notice: NoticeView, change: { risk?: string | null; answer?: string }) => {
    const before = own.get(notice.id) ?? { notice: notice.id, text: notice.text, risk: null, answer: "" };
    const others = (plan.notices ?? []).filter((one) => one.notice !== notice.id);
    return { notices: [...others, { ...before, ...change }] };
  };
  return (
    <>
      {here.length > 0 ? (
        <Section title={t("notice.settle.title")} lead={t("notice.settle.lead")} id="uppmarksammat">
          <ul className="plain-list stack">
            {here.map((notice) => {
              const stand = own.get(notice.id) ?? { risk: null, answer: "" };
              return (
                <Row
                  key={notice.id}
                  id={notice.id}
                  text={notice.text}
                  settled={hasStand(stand)}
                  beside={
                    <>
                      {notice.leadsTo}
                      <br />
                      {notice.byName} ({t(`notice.as.${notice.as}`)}), {notice.bodyName},{" "}
                      <When at={notice.on} />
                    </>
                  }
                  risks={plan.risks}
                  risk={stand.risk}
                  answer={stand.answer}
                  onRisk={(risk) => onChange(writeNotice(notice, { risk }))}
                  onAnswer={(answer) => onChange(writeNotice(notice, { answer }))}
                  onTake={() =>
                    onTake(
                      {
                        text: notice.text.slice(0, 500),
                        reason: notice.leadsTo,
                        raisedBy: notice.as === "committee" ? "committee" : "administration",
                      },
                      (risk) => writeNotice(notice, { risk }),
                    )
                  }
                />
              );
            })}
          </ul>
        </Section>
      ) : null}
      {ground ? <Ground ground={ground} plan={plan} onChange={onChange} onTake={onTake} /> : null}
    </>
  );
}

function Ground({
  ground,
  plan,
  onChange,
  onTake,
}: Pick<Parameters<typeof Settle>[0], "plan" | "onChange" | "onTake"> & {
  readonly ground: AssessmentGround;
}) {
  const t = useTexts("control");
  const answers = new Map((plan.groupAnswers ?? []).map((one) => [one.risk, one.answer]));
  const taken = (of: string) => plan.risks.find(({ groupRisk }) => groupRisk === of);
  return (
    <>
      {ground.groupRisks.length > 0 ? (
        <Section title={t("notice.settle.group-title")} lead={t("notice.settle.group-lead")}>
          <ul className="plain-list stack">
            {ground.groupRisks.map(({ id, text, area, purpose, reason }) => (
              <Row
                key={id}
                id={id}
                text={text}
                settled={taken(id) !== undefined || Boolean(answers.get(id)?.trim())}
                beside={reason}
                risks={plan.risks}
                risk={taken(id)?.id ?? null}
                answer={answers.get(id) ?? ""}
                onRisk={(risk) =>
                  onChange({
                    risks: plan.risks.map(({ groupRisk, ...one }) =>
                      one.id === risk
                        ? { ...one, groupRisk: id }
                        : { ...one, ...(groupRisk && groupRisk !== id ? { groupRisk } : {}) },
                    ),
                  })
                }
                onAnswer={(answer) =>
                  onChange({
                    groupAnswers: [
                      ...(plan.groupAnswers ?? []).filter(({ risk }) => risk !== id),
                      ...(answer === "" ? [] : [{ risk: id, text, answer }]),
                    ],
                  })
                }
                onTake={() => onTake({ text, area, purpose, reason, groupRisk: id }, () => ({}))}
              />
            ))}
          </ul>
        </Section>
      ) : null}
      {ground.shared.length > 0 ? (
        <Section title={t("notice.settle.shared-title")} lead={t("notice.settle.shared-lead")}>
          <ul className="plain-list stack">
            {ground.shared.map(({ body, bodyName, risk, text, area, purpose, reason }) => {
              const own = plan.risks.some(
                ({ sharedFrom }) => sharedFrom?.body === body && sharedFrom.risk === risk,
              );
              return (
                <li key={`${body} ${risk}`} className="sheet stack">
                  <div className="row">
                    {own ? <Status value="done" word={t("notice.settle.taken")} /> : null}
                    <strong lang={WRITTEN}>{text}</strong>
                    <span className="quiet small">{t("notice.settle.shared-by", { body: bodyName })}</span>
                  </div>
                  {own ? null : (
                    <Take
                      text={text}
                      onTake={() =>
                        onTake({ text, area, purpose, reason, sharedFrom: { body, risk } }, () => ({}))
                      }
                    />
                  )}
                </li>
              );
            })}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

function Take({ text, onTake }: { readonly text: string; readonly onTake: () => void }) {
  const t = useTexts("control");
  return (
    <div>
      <Button
        variant="secondary"
        data-size="sm"
        aria-label={t("notice.settle.take-what", { what: text })}
        onClick={onTake}
      >
        {t("notice.settle.take")}
      </Button>
    </div>
  );
}

function Row({
  id,
  text,
  settled,
  beside,
  risks,
  risk,
  answer,
  onRisk,
  onAnswer,
  onTake,
}: {
  readonly id: string;
  readonly text: string;
  readonly settled: boolean;
  readonly beside: ReactNode;
  readonly risks: readonly Risk[];
  readonly risk: string | null;
  readonly answer: string;
  readonly onRisk: (risk: string | null) => void;
  readonly onAnswer: (answer: string) => void;
  readonly onTake: () => void;
}) {
  const t = useTexts("control");
  return (
    <li className="sheet stack">
      <div className="row">
        <Status
          value={settled ? "done" : "waiting"}
          word={t(settled ? "notice.settle.taken" : "notice.settle.open")}
        />
        <strong lang={WRITTEN}>{text}</strong>
      </div>
      <p className="quiet small" lang={WRITTEN}>
        {beside}
      </p>
      {risk === null ? <Take text={text} onTake={onTake} /> : null}
      <div className="settle-pair">
        <SelectField
          at={`settle.${id}.risk`}
          label={t("notice.settle.into")}
          value={risk ?? ""}
          onChange={(next) => onRisk(next || null)}
          options={[
            { value: "", label: t("notice.settle.no-risk") },
            ...risks.map((one) => ({ value: one.id, label: one.text })),
          ]}
        />
        <TextField
          at={`settle.${id}.answer`}
          label={t("notice.settle.answer")}
          value={answer}
          onChange={onAnswer}
          maxLength={2000}
        />
      </div>
    </li>
  );
}
