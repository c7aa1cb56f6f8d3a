import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useSession } from "../../../organisation/pages/use-bodies.ts";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { SelectField, TextArea } from "../../../platform/ui/fields.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { MayButton } from "../../../platform/ui/may-button.tsx";
import { When } from "../../../platform/ui/number.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import type { MeasuredGoal } from "../../contract.ts";
import { askJudging, type GoalJudgement, judgeGoal } from "../contract.ts";
import { JUDGEMENTS } from "../rules/indicator.ts";
import "./indicators.css";

const FEWEST_SIGNS = 10;

/** What the profession says of what can't be measured (V-7): the latest judgement with its grounds, the earlier ones, and a way to judge. */
export function Judgements({ goal }: { readonly goal: MeasuredGoal }) {
  const t = useTexts("goals");
  const signedIn = useSession()?.person != null;
  const params = { body: goal.body, goal: goal.id, year: goal.year };
  const asked = useApi(askJudging, { params }, { when: signedIn && goal.state === "decided" });
  const [writing, write] = useState(false);
  const [latest, ...earlier] = goal.judgements;
  // What is measured needs no judgement beside it before there is one
  if (!latest && goal.indicators.length > 0 && !asked.data?.may.allowed) return null;
  return (
    <Section title={t("indicators.judgement.title")} lead={t("indicators.judgement.lead")} cite="§2.1">
      {latest ? <Judged one={latest} /> : <EmptyState title={t("indicators.judgement.none")} />}
      {earlier.length > 0 ? (
        <details>
          <summary>{t("indicators.judgement.earlier")}</summary>
          <div className="stack">
            {earlier.map((one) => (
              <Judged key={`${one.year} ${one.number}`} one={one} />
            ))}
          </div>
        </details>
      ) : null}
      {writing ? (
        <JudgeForm goal={goal} onDone={() => write(false)} />
      ) : signedIn && goal.state === "decided" ? (
        <div className="judge">
          <MayButton variant="secondary" may={asked.data?.may} onPress={() => write(true)}>
            {t("indicators.judgement.write")}
          </MayButton>
        </div>
      ) : null}
    </Section>
  );
}

function Judged({ one }: { readonly one: GoalJudgement }) {
  return (
    <div className="sheet">
      <p className="row">
        <Status value={one.judgement} />
        <span className="quiet small">
          <span lang={WRITTEN}>{one.by}</span>, <When at={one.day} />
        </span>
      </p>
      <p className="prose" lang={WRITTEN}>
        {one.grounds}
      </p>
    </div>
  );
}

function JudgeForm({ goal, onDone }: { readonly goal: MeasuredGoal; readonly onDone: () => void }) {
  const t = useTexts("goals");
  const toast = useToast();
  const { save, saving, problem } = useSave(judgeGoal);
  const [judgement, setJudgement] = useState("");
  const [grounds, setGrounds] = useState("");
  const [tried, setTried] = useState(false);
  const chosen = JUDGEMENTS.find((one) => one === judgement);
  const sign = async () => {
    setTried(true);
    if (!chosen || grounds.trim().length < FEWEST_SIGNS) return;
    const params = { body: goal.body, goal: goal.id, year: goal.year };
    const stored = await save({ params, body: { judgement: chosen, grounds: grounds.trim() } });
    if (!stored) return;
    toast(t("indicators.judgement.signed"));
    onDone();
  };
  return (
    <form
      className="form sheet"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving) void sign();
      }}
    >
      <ErrorSummary problem={problem} />
      <SelectField
        at="judgement"
        label={t("indicators.judgement.judgement")}
        value={judgement}
        onChange={setJudgement}
        options={[
          { value: "", label: t("indicators.judgement.choose") },
          ...JUDGEMENTS.map((value) => ({ value, label: t(`ui.status.${value}`) })),
        ]}
        fault={tried && !chosen ? t("indicators.judgement.judgement-missing") : undefined}
      />
      <TextArea
        at="grounds"
        label={t("indicators.judgement.grounds")}
        help={t("indicators.judgement.grounds-help")}
        value={grounds}
        onChange={setGrounds}
        rows={4}
        maxLength={4000}
        fault={
          tried && grounds.trim().length < FEWEST_SIGNS
            ? t("indicators.judgement.grounds-missing")
            : undefined
        }
      />
      <div className="row">
        <Button type="submit" loading={saving}>
          {t("indicators.judgement.sign")}
        </Button>
      </div>
    </form>
  );
}
