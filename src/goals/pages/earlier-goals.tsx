import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { registerEarlier } from "../../decisions/earlier/contract.ts";
import { EarlierFields, NO_MEETING } from "../../decisions/earlier/pages/earlier-fields.tsx";
import { type Day, yearOf } from "../../kernel/day.ts";
import { lastingId } from "../../kernel/plain-id.ts";
import { useMayOf } from "../../organisation/pages/may-read.tsx";
import { useSole } from "../../organisation/pages/use-bodies.ts";
import { useSession } from "../../organisation/pages/use-session.ts";
import { SETUP } from "../../organisation/setup/kind.ts";
import { TextArea, TextField } from "../../platform/ui/fields.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Link } from "../../platform/ui/link.tsx";
import { Loaded, Skeleton } from "../../platform/ui/loading.tsx";
import { MayButton } from "../../platform/ui/may-button.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { ErrorSummary } from "../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../platform/ui/use-api.ts";
import { getGoalTree } from "../contract.ts";
import "./earlier-goals.css";

/** The vision and the strategic goals that are in force, registered as they were decided (V-1, V-2); then both as they hang together. */
export function EarlierGoals() {
  const today = useSession()?.today as Day | undefined;
  const tree = useApi(
    getGoalTree,
    { params: { year: today ? yearOf(today) : 2000 } },
    { when: today !== undefined },
  );
  if (today === undefined) return <Skeleton lines={8} />;
  return (
    <Loaded of={tree} lines={8}>
      {({ vision, strategicGoals }) => (
        <>
          {vision ? null : <VisionForm />}
          {strategicGoals.length > 0 ? null : <GoalsForm />}
          {vision || strategicGoals.length > 0 ? (
            <Governing
              vision={vision ? { name: vision.name, text: vision.text } : undefined}
              goals={strategicGoals.map(({ id, name, text }) => ({ id, name, text }))}
            />
          ) : null}
        </>
      )}
    </Loaded>
  );
}

/** Of what the council decided before: who may register it, when it was decided, and how it is stored, in the year of that day. */
function useEarlier(kind: "vision" | "strategic-goals") {
  const t = useTexts("goals");
  const toast = useToast();
  const council = useSole("council")?.id ?? "";
  const may = useMayOf("council", `edit:${SETUP.object}`);
  const { save, saving, problem } = useSave(registerEarlier);
  const [meeting, setMeeting] = useState(NO_MEETING);
  const register = async (content: Readonly<Record<string, unknown>>, sentence: string) => {
    const year = Number(meeting.decidedOn.slice(0, 4)) || 2000;
    const body = { kind, body: council, year, content, ...meeting, sentence };
    if (await save({ body })) toast(t("earlier-goals.stored"));
  };
  return { may, saving, problem, meeting, setMeeting, register };
}

function VisionForm() {
  const t = useTexts("goals");
  const { may, saving, problem, meeting, setMeeting, register } = useEarlier("vision");
  const [vision, setVision] = useState({ name: "", text: "", validTo: "" });
  const store = () => register(vision, t("earlier-goals.vision-sentence", { name: vision.name || "–" }));
  return (
    <Section title={t("earlier-goals.vision")} lead={t("earlier-goals.vision-lead")} cite="§2.1">
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void store();
        }}
      >
        <ErrorSummary problem={problem} />
        <TextField
          at="content.name"
          label={t("earlier-goals.vision-name")}
          maxLength={500}
          value={vision.name}
          onChange={(name) => setVision({ ...vision, name })}
          problem={problem}
        />
        <TextArea
          at="content.text"
          label={t("earlier-goals.vision-text")}
          maxLength={4000}
          value={vision.text}
          onChange={(text) => setVision({ ...vision, text })}
          problem={problem}
        />
        <TextField
          at="content.validTo"
          type="date"
          label={t("earlier-goals.valid-to")}
          value={vision.validTo}
          onChange={(validTo) => setVision({ ...vision, validTo })}
          problem={problem}
        />
        <EarlierFields value={meeting} onChange={setMeeting} problem={problem} />
        <MayButton may={may} busy={saving} onPress={store}>
          {t("earlier-goals.register-vision")}
        </MayButton>
      </form>
    </Section>
  );
}

interface Goal {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}
const MAX_GOALS = 12;
const newGoal = (): Goal => ({ id: lastingId("im"), name: "", text: "" });

function GoalsForm() {
  const t = useTexts("goals");
  const { may, saving, problem, meeting, setMeeting, register } = useEarlier("strategic-goals");
  const [goals, setGoals] = useState<readonly Goal[]>(() => [newGoal()]);
  const change = (at: number, part: Partial<Goal>) =>
    setGoals(goals.map((goal, i) => (i === at ? { ...goal, ...part } : goal)));
  const store = () =>
    register(
      { goals: goals.map((goal) => ({ ...goal, agenda2030: [] })) },
      t("earlier-goals.goals-sentence", { count: goals.length }),
    );
  return (
    <Section title={t("earlier-goals.goals")} lead={t("earlier-goals.goals-lead")} cite="§2.1">
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void store();
        }}
      >
        <ErrorSummary problem={problem} />
        {goals.map(({ id, name, text }, i) => (
          <fieldset key={id} className="earlier-goal">
            <legend>{t("earlier-goals.goal", { number: i + 1 })}</legend>
            <TextField
              at={`content.goals.${i}.name`}
              label={t("earlier-goals.goal-name")}
              maxLength={500}
              value={name}
              onChange={(next) => change(i, { name: next })}
              problem={problem}
            />
            <TextArea
              at={`content.goals.${i}.text`}
              label={t("earlier-goals.goal-text")}
              rows={2}
              maxLength={4000}
              value={text}
              onChange={(next) => change(i, { text: next })}
              problem={problem}
            />
            {goals.length > 1 ? (
              <Button
                variant="tertiary"
                data-size="sm"
                onClick={() => setGoals(goals.filter((_, at) => at !== i))}
              >
                {t("earlier-goals.remove", { number: i + 1 })}
              </Button>
            ) : null}
          </fieldset>
        ))}
        {goals.length < MAX_GOALS ? (
          <div>
            <Button variant="secondary" onClick={() => setGoals([...goals, newGoal()])}>
              {t("earlier-goals.add")}
            </Button>
          </div>
        ) : null}
        <EarlierFields value={meeting} onChange={setMeeting} problem={problem} />
        <MayButton may={may} busy={saving} onPress={store}>
          {t("earlier-goals.register-goals")}
        </MayButton>
      </form>
    </Section>
  );
}

/** What all else is to hang on: the vision with the goals under it. */
function Governing({
  vision,
  goals,
}: {
  readonly vision: { readonly name: string; readonly text: string } | undefined;
  readonly goals: readonly Goal[];
}) {
  const t = useTexts("goals");
  return (
    <Section title={t("earlier-goals.picture")} action={<Link href="/mal">{t("earlier-goals.open")}</Link>}>
      <div className="governing" lang={WRITTEN}>
        {vision ? (
          <div className="governing-vision">
            <strong>{vision.name}</strong>
            <p>{vision.text}</p>
          </div>
        ) : null}
        {goals.length > 0 ? (
          <ul>
            {goals.map(({ id, name, text }) => (
              <li key={id}>
                <strong>{name}</strong>
                <p>{text}</p>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </Section>
  );
}
