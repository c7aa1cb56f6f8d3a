import { Button } from "@digdir/designsystemet-react";
import type { ReactNode } from "react";
import { goalDecimals } from "../../budget/base/rules/financial-goals.ts";
import type { Judgement } from "../../goals/indicators/rules/indicator.ts";
import { SelectField } from "../../platform/ui/fields.tsx";
import { Num } from "../../platform/ui/number.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { GroupPart as Group } from "../contract.ts";
import type { ReportData } from "../rules/report-data.ts";
import { SOUND_ECONOMY, type SoundEconomy } from "../rules/sound-economy.ts";
import { type Judged, JudgedBy, JudgedGoal, LookAgain } from "./judged.tsx";
import { TextPart, type Write } from "./text-part.tsx";

type Facts = NonNullable<ReportData["group"]>;

/** The group's own judgements: strategic goals, financial goals and, from them, god ekonomisk hushållning (P-5, U-7). */
export function GroupJudgements({
  group,
  facts,
  write,
}: {
  readonly group: Group;
  readonly facts: Facts;
  readonly write: Write<Group>;
}) {
  const t = useTexts("followup");
  return (
    <>
      <Section title={t("report.strategic-goals")} lead={t("report.strategic-lead")} cite="§2.5">
        <JudgedGoals
          at="group.strategicGoals"
          goals={facts.strategicGoals}
          titleOf={(goal) => goal.name}
          judged={group.strategicGoals}
          goalOf={(judged) => judged.goal}
          write={write && ((strategicGoals) => write({ ...group, strategicGoals }))}
          made={({ id }, judged) => ({ goal: id, ...judged })}
        >
          {(goal) => (
            <p className="quiet">
              {goal.text} {t("page.judge.contributing", { count: goal.goals.length })}
            </p>
          )}
        </JudgedGoals>
      </Section>
      <Section title={t("report.financial-goals")}>
        <JudgedGoals
          at="group.financialGoals"
          goals={facts.financialGoals}
          titleOf={(goal) => goal.text}
          judged={group.financialGoals}
          goalOf={(judged) => judged.id}
          write={write && ((financialGoals) => write({ ...group, financialGoals }))}
          made={({ id }, judged) => ({ id, ...judged })}
        >
          {(goal) => (
            <p className="quiet">
              {t("report.target")}:{" "}
              <Num value={goal.target} decimals={goalDecimals(goal.target)} unit={unitOf(goal)} /> ·{" "}
              {t("page.economy.outcome")}:{" "}
              <Num value={goal.outcome} decimals={goalDecimals(goal.outcome)} unit={unitOf(goal)} />
            </p>
          )}
        </JudgedGoals>
      </Section>
      <SoundEconomyPart group={group} facts={facts} write={write} />
      <Section title={t("report.development")}>
        <TextPart
          at="group.expectedDevelopment"
          label={t("report.development")}
          value={group.expectedDevelopment}
          write={write && ((expectedDevelopment) => write({ ...group, expectedDevelopment }))}
        />
      </Section>
    </>
  );
}

/** Goals of one sort, each with its own judgement, which stands in the report's list by the goal's id. */
function JudgedGoals<
  Goal extends {
    readonly id: string;
    readonly proposed: Judgement;
    readonly proposedGrounds?: string | undefined;
  },
  Own extends Judged,
>({
  at,
  goals,
  titleOf,
  judged,
  goalOf,
  write,
  made,
  children,
}: {
  /** The place of the list in the report. */
  readonly at: string;
  readonly goals: readonly Goal[];
  readonly titleOf: (goal: Goal) => string;
  readonly judged: readonly Own[];
  readonly goalOf: (own: Own) => string;
  readonly write: Write<Own[]>;
  readonly made: (goal: Goal, judged: Judged) => Own;
  readonly children: (goal: Goal) => ReactNode;
}) {
  return goals.map((goal) => {
    const found = judged.findIndex((own) => goalOf(own) === goal.id);
    const place = found === -1 ? judged.length : found;
    return (
      <JudgedGoal
        key={goal.id}
        at={`${at}.${found === -1 ? `new-${goal.id}` : place}`}
        title={titleOf(goal)}
        proposed={goal.proposed}
        proposedGrounds={goal.proposedGrounds}
        judged={judged[place]}
        write={write && ((next) => write(judged.toSpliced(place, 1, made(goal, next))))}
      >
        {children(goal)}
      </JudgedGoal>
    );
  });
}

/** The first goals said no unit: they were shares in per cent. */
const unitOf = ({ unit = "percent" }: Facts["financialGoals"][number]): string =>
  unit === "percent" ? "%" : unit;

/** What the council's definition asks for as a rule, or that the proposal can't know it (P-5). */
function DefinitionRead({ definition }: { readonly definition: Facts["soundEconomy"]["definition"] }) {
  const t = useTexts("followup");
  if (!definition) return <p className="quiet">{t("report.sound-words-alone")}</p>;
  return (
    <ul className="quiet">
      {(["financial", "operations"] as const).map((sort) => {
        const { counts, least } = definition[sort];
        return (
          <li key={sort}>
            {t(`report.demand.${sort}`)}:{" "}
            {least === null
              ? t(`report.demand.all-${counts}`)
              : t(`report.demand.least-${counts}`, { least })}
          </li>
        );
      })}
    </ul>
  );
}

function SoundEconomyPart({
  group,
  facts,
  write,
}: {
  readonly group: Group;
  readonly facts: Facts;
  readonly write: Write<Group>;
}) {
  const t = useTexts("followup");
  const { soundEconomy } = group;
  const change = (part: Partial<Group["soundEconomy"]>) =>
    // Whoever changes the judgement has looked at it
    write?.({ ...group, soundEconomy: { ...soundEconomy, lookAgain: undefined, ...part } });
  return (
    <Section title={t("page.sound.title")} lead={t("page.sound.lead")} cite="KL 11:1">
      <div className="sheet judged">
        <p className="quiet">
          {t("report.sound-meaning")}: {facts.soundEconomy.meaning}
        </p>
        <DefinitionRead definition={facts.soundEconomy.definition} />
        <p>
          {t("report.sound-proposed", {
            proposed: t(`report.sound-answer.${facts.soundEconomy.proposed}`),
            rule: t(`rule.${facts.soundEconomy.rule}`),
          })}
        </p>
        {soundEconomy.by && soundEconomy.on ? (
          <p>
            <JudgedBy by={soundEconomy.by} on={soundEconomy.on} />
          </p>
        ) : null}
        {write && soundEconomy.lookAgain ? (
          <LookAgain what={t("page.sound.title")} stands={() => change({ lookAgain: undefined })} />
        ) : null}
        {write && soundEconomy.judgement === null ? (
          <p>
            <Button
              variant="secondary"
              data-size="sm"
              aria-label={t("page.judge.agree-with", { what: t("page.sound.title") })}
              onClick={() => change({ judgement: facts.soundEconomy.proposed })}
            >
              {t("page.judge.agree")}
            </Button>
          </p>
        ) : null}
        {write ? (
          <SelectField
            at="group.soundEconomy.judgement"
            label={t("page.judge.own")}
            value={soundEconomy.judgement ?? ""}
            onChange={(judgement) => change({ judgement: judgement as SoundEconomy })}
            options={[
              ...(soundEconomy.judgement ? [] : [{ value: "", label: t("page.judge.choose") }]),
              ...SOUND_ECONOMY.map((value) => ({ value, label: t(`report.sound-answer.${value}`) })),
            ]}
          />
        ) : (
          <p>
            <strong>
              {soundEconomy.judgement
                ? t(`report.sound-answer.${soundEconomy.judgement}`)
                : t("page.judge.not-judged")}
            </strong>
          </p>
        )}
        <TextPart
          at="group.soundEconomy.grounds"
          label={t("page.judge.grounds")}
          value={soundEconomy.grounds}
          write={write && ((grounds) => change({ grounds }))}
        />
      </div>
    </Section>
  );
}
