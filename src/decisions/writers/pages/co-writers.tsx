import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { type Day, isDay } from "../../../kernel/day.ts";
import { dayText } from "../../../kernel/format.ts";
import { isBlank } from "../../../kernel/written.ts";
import { PersonField, usePeople } from "../../../organisation/pages/person-field.tsx";
import { useSession } from "../../../organisation/pages/use-bodies.ts";
import { When } from "../../../platform/ui/number.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { PlainTable } from "../../../platform/ui/plain-table.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import { DayField } from "../../course/pages/day-field.tsx";
import { FoldedForm } from "../../course/pages/folded-form.tsx";
import { ReasonField } from "../../course/pages/reason-field.tsx";
import { askWriter, type CoWriter, endWriter, listWriters } from "../contract.ts";

/**
 * Who else than the body and its administration writes a matter: asked by them, for a while, seen by all who read it (§3.2). Not there
 * where nobody is asked and the reader may ask nobody.
 */
export function CoWriters({ matter, body }: { readonly matter: string; readonly body: string }) {
  const t = useTexts("decisions");
  const language = useLanguage();
  const session = useSession();
  const signedIn = session?.person != null;
  const { data } = useApi(listWriters, { params: { id: matter } }, { when: signedIn });
  if (!data || (data.writers.length === 0 && !data.may.ask.allowed)) return null;
  const { writers, may } = data;
  const mine = writers.find((one) => one.now && one.person === session?.person?.id);
  return (
    <Section title={t("writers.title")} lead={t("writers.lead")} cite="§3.2">
      {mine ? <p>{t("writers.yours", { to: dayText(mine.to, language), reason: mine.reason })}</p> : null}
      {writers.length === 0 ? (
        <p className="quiet">{t("writers.nobody")}</p>
      ) : (
        <WriterTable matter={matter} writers={writers} mayEnd={may.ask.allowed} />
      )}
      {may.ask.allowed ? <AskForm matter={matter} body={body} today={session?.today ?? ""} /> : null}
    </Section>
  );
}

function WriterTable({
  matter,
  writers,
  mayEnd,
}: {
  readonly matter: string;
  readonly writers: readonly CoWriter[];
  readonly mayEnd: boolean;
}) {
  const t = useTexts("decisions");
  const toast = useToast();
  const today = useSession()?.today ?? "";
  const { save, saving, problem } = useSave(endWriter);
  const state = (one: CoWriter) => {
    if (one.now) return t("writers.now");
    if (one.endedOn) return t("writers.ended");
    return one.from > today ? t("writers.to-come") : t("writers.over");
  };
  const open = (one: CoWriter) => one.endedOn === null && one.to >= today;
  const end = async (one: CoWriter) => {
    if (saving) return;
    if (await save({ params: { id: matter, entry: one.entry } })) toast(t("writers.end-said"));
  };
  return (
    <>
      <ErrorSummary problem={problem} />
      <PlainTable
        caption={t("writers.caption")}
        fit
        columns={[
          { id: "who", header: t("writers.who") },
          { id: "time", header: t("writers.time") },
          { id: "why", header: t("writers.why") },
          { id: "by", header: t("writers.by") },
          { id: "state", stays: true, header: t("writers.state") },
        ]}
        rows={writers.map((one) => ({
          key: String(one.entry),
          cells: [
            one.name,
            <span key="time">
              <When at={one.from} /> – <When at={one.to} />
            </span>,
            one.reason,
            one.by,
            <span key="state" className="row">
              {state(one)}
              {mayEnd && open(one) ? (
                <Button
                  variant="tertiary"
                  data-size="sm"
                  aria-label={t("writers.end-what", { name: one.name })}
                  onClick={() => void end(one)}
                >
                  {t("writers.end")}
                </Button>
              ) : null}
            </span>,
          ],
        }))}
      />
    </>
  );
}

function AskForm({
  matter,
  body,
  today,
}: {
  readonly matter: string;
  readonly body: string;
  readonly today: string;
}) {
  const t = useTexts("decisions");
  const toast = useToast();
  const { personName } = usePeople();
  const { save, saving, problem } = useSave(askWriter);
  const [person, setPerson] = useState("");
  const [first, setFirst] = useState<string>();
  const [to, setTo] = useState("");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const from = first ?? today;
  return (
    <FoldedForm
      title={t("writers.ask")}
      button={t("writers.ask")}
      saving={saving}
      problem={problem}
      onSend={async () => {
        setTried(true);
        if (person === "" || !isDay(from) || !isDay(to) || isBlank(reason)) return;
        const asked = { person, from: from as Day, to: to as Day, reason: reason.trim() };
        if (!(await save({ params: { id: matter }, body: asked }))) return;
        toast(t("writers.asked", { name: personName(person) }));
        setPerson("");
        setTo("");
        setReason("");
        setTried(false);
      }}
    >
      <p className="quiet small">{t("writers.ask-lead")}</p>
      <PersonField
        at="person"
        label={t("writers.person")}
        body={body}
        value={person}
        onChange={setPerson}
        problem={problem}
        fault={tried && person === "" ? t("writers.missing") : undefined}
      />
      <DayField
        at="from"
        label={t("writers.from")}
        value={from}
        onChange={setFirst}
        tried={tried}
        problem={problem}
      />
      <DayField at="to" label={t("writers.to")} value={to} onChange={setTo} tried={tried} problem={problem} />
      <ReasonField
        at="reason"
        label={t("writers.why")}
        value={reason}
        onChange={setReason}
        tried={tried}
        problem={problem}
      />
    </FoldedForm>
  );
}
