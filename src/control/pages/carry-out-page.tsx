import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { OwnerName } from "../../decisions/course/pages/owner-name.tsx";
import { ThingButton } from "../../decisions/course/pages/thing-button.tsx";
import { type Day, isDay } from "../../kernel/day.ts";
import { isBlank } from "../../kernel/written.ts";
import { useSession } from "../../organisation/pages/use-bodies.ts";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { SelectField, TextArea, TextField } from "../../platform/ui/fields.tsx";
import { Link, usePathParams } from "../../platform/ui/link.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { MayButton } from "../../platform/ui/may-button.tsx";
import { When } from "../../platform/ui/number.tsx";
import { Page, Section } from "../../platform/ui/page.tsx";
import { ErrorSummary } from "../../platform/ui/problem-panel.tsx";
import { SignInLink } from "../../platform/ui/sign-in-link.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../platform/ui/use-api.ts";
import {
  type ControlInHand,
  type ControlsInHand,
  getControlsInHand,
  registerCarriedOut,
} from "../contract.ts";
import { controlPage } from "../kind.ts";
import { CONTROL_RESULTS, type ControlResultWord, timesDone } from "../rules/carried-out.ts";
import { EarlierTimes } from "./earlier-times.tsx";
import { isWhole, MeasureFields, NO_MEASURE } from "./measure-fields.tsx";

/** One control, registered as carried out where it was: a few fields and a button, made for a phone (K-4). */
export function CarryOutPage() {
  const t = useTexts("control");
  const { body = "", year = "", control = "" } = usePathParams();
  const session = useSession();
  const valid = /^[a-z0-9-]{1,60}$/.test(body) && /^2[01]\d{2}$/.test(year);
  const inHand = useApi(
    getControlsInHand,
    { params: { body, year: Number(year) } },
    { when: valid && session?.person != null },
  );
  const title = t("page.carry-out.title");
  const back = <Link href={controlPage(body, Number(year))}>{t("page.carry-out.back")}</Link>;
  const nothing = (
    <Page title={title} above={back}>
      <EmptyState title={t("page.carry-out.not-found")}>{t("page.carry-out.not-found-detail")}</EmptyState>
    </Page>
  );
  if (!valid) return nothing;
  if (session?.person === null)
    return (
      <Page title={title} above={back}>
        <EmptyState title={t("page.carry-out.sign-in")} action={<SignInLink>{t("ui.sign-in")}</SignInLink>} />
      </Page>
    );
  return (
    <Loaded of={inHand} lines={8}>
      {(all) => {
        const one = all.controls.find((row) => row.control === control);
        if (!one) return nothing;
        return (
          <Page
            title={one.text}
            lead={t("page.carry-out.lead", { body: all.bodyName, year: all.year })}
            cite="§2.3"
            above={back}
            action={<ThingButton thing={one.thing} name={one.text} />}
          >
            <Facts of={one} />
            <Section title={title}>
              {one.may.allowed ? (
                <Register all={all} of={one} today={session?.today ?? ""} />
              ) : (
                <MayButton may={one.may} onPress={() => {}}>
                  {t("page.carry-out.save")}
                </MayButton>
              )}
            </Section>
            <Section title={t("page.carry-out.earlier")}>
              <EarlierTimes all={all} of={one} />
            </Section>
          </Page>
        );
      }}
    </Loaded>
  );
}

function Facts({ of }: { readonly of: ControlInHand }) {
  const t = useTexts("control");
  return (
    <dl className="facts sheet">
      <dt>{t("page.carry-out.how")}</dt>
      <dd>
        {of.method}. {of.scope}
      </dd>
      <dt>{t("page.responsible")}</dt>
      <dd>
        <OwnerName of={of} />
      </dd>
      <dt>{t("page.in-hand.done")}</dt>
      <dd>
        {t("page.carry-out.times", { done: timesDone(of.carriedOut), times: of.times })}{" "}
        {of.nextDue ? (
          <>
            {t("page.carry-out.next")} <When at={of.nextDue} />.
          </>
        ) : null}
      </dd>
    </dl>
  );
}

function Register({
  all,
  of,
  today,
}: {
  readonly all: ControlsInHand;
  readonly of: ControlInHand;
  readonly today: string;
}) {
  const t = useTexts("control");
  const toast = useToast();
  const { save, saving, problem } = useSave(registerCarriedOut);
  const [result, setResult] = useState<ControlResultWord>("no-deviation");
  const [doneOn, setDoneOn] = useState<string>();
  const [sample, setSample] = useState("");
  const [finding, setFinding] = useState("");
  const [measure, setMeasure] = useState({ ...NO_MEASURE, responsible: of.responsible });
  const [tried, setTried] = useState(false);
  const day = doneOn ?? today;
  const deviates = result === "deviation";
  const missing = (text: string) => (tried && isBlank(text) ? t("page.edit.missing") : undefined);
  const register = async () => {
    setTried(true);
    if (!isDay(day) || (result !== "no-deviation" && isBlank(finding))) return;
    if (deviates && !isWhole(measure)) return;
    const stored = await save({
      params: { body: all.body, year: all.year, control: of.control },
      body: {
        result,
        doneOn: day as Day,
        sample: sample.trim(),
        finding: finding.trim(),
        measure: deviates
          ? { text: measure.text.trim(), responsible: measure.responsible, due: measure.due as Day }
          : null,
      },
    });
    if (!stored) return;
    toast(t("page.carry-out.saved"));
    setResult("no-deviation");
    setDoneOn(undefined);
    setSample("");
    setFinding("");
    setMeasure({ ...NO_MEASURE, responsible: of.responsible });
    setTried(false);
  };
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving) void register();
      }}
    >
      <ErrorSummary problem={problem} />
      <SelectField
        at="result"
        label={t("page.carry-out.result")}
        value={result}
        onChange={(next) => setResult(next as ControlResultWord)}
        options={CONTROL_RESULTS.map((value) => ({ value, label: t(`control.result.${value}`) }))}
      />
      <TextField
        at="doneOn"
        type="date"
        label={t("page.result.done-on")}
        value={day}
        onChange={setDoneOn}
        problem={problem}
        fault={tried && !isDay(day) ? t("page.edit.day-fault") : undefined}
      />
      {result === "not-done" ? null : (
        <TextField
          at="sample"
          label={t("page.report.sample")}
          value={sample}
          onChange={setSample}
          maxLength={500}
        />
      )}
      <TextArea
        at="finding"
        label={t(result === "not-done" ? "page.result.why-not" : "page.result.finding")}
        value={finding}
        onChange={setFinding}
        maxLength={4000}
        rows={3}
        problem={problem}
        fault={result === "no-deviation" ? undefined : missing(finding)}
      />
      {deviates ? (
        <MeasureFields
          at="measure"
          body={all.body}
          measure={measure}
          onChange={setMeasure}
          tried={tried}
          problem={problem}
        />
      ) : null}
      <Button type="submit" loading={saving}>
        {t("page.carry-out.save")}
      </Button>
    </form>
  );
}
