import { SelectField } from "../../platform/ui/fields.tsx";
import { Num } from "../../platform/ui/number.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { GroupPart as Group } from "../contract.ts";
import type { ReportData } from "../rules/report-data.ts";
import { SOUND_ECONOMY, type SoundEconomy } from "../rules/sound-economy.ts";
import { JudgedGoal } from "./judged.tsx";
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
  const put = <T extends object>(list: readonly T[], place: number, thing: T): T[] =>
    place === -1 ? [...list, thing] : list.map((other, i) => (i === place ? thing : other));
  return (
    <>
      <Section title={t("report.strategic-goals")} lead={t("report.strategic-lead")} cite="§2.5">
        {facts.strategicGoals.map((goal) => {
          const place = group.strategicGoals.findIndex((judged) => judged.goal === goal.id);
          return (
            <JudgedGoal
              key={goal.id}
              at={`group.strategicGoals.${place === -1 ? group.strategicGoals.length : place}`}
              title={goal.name}
              proposed={goal.proposed}
              judged={group.strategicGoals[place]}
              write={
                write &&
                ((judged) =>
                  write({
                    ...group,
                    strategicGoals: put(group.strategicGoals, place, { goal: goal.id, ...judged }),
                  }))
              }
            >
              <p className="quiet">
                {goal.text} {t("page.judge.contributing", { count: goal.goals.length })}
              </p>
            </JudgedGoal>
          );
        })}
      </Section>
      <Section title={t("report.financial-goals")}>
        {facts.financialGoals.map((goal) => {
          const place = group.financialGoals.findIndex((judged) => judged.id === goal.id);
          return (
            <JudgedGoal
              key={goal.id}
              at={`group.financialGoals.${place === -1 ? group.financialGoals.length : place}`}
              title={goal.text}
              proposed={goal.proposed}
              judged={group.financialGoals[place]}
              write={
                write &&
                ((judged) =>
                  write({
                    ...group,
                    financialGoals: put(group.financialGoals, place, { id: goal.id, ...judged }),
                  }))
              }
            >
              <p className="quiet">
                {t("report.target")}: <Num value={goal.target} decimals={1} unit={unitOf(goal)} /> ·{" "}
                {t("page.economy.outcome")}: <Num value={goal.outcome} decimals={1} unit={unitOf(goal)} />
              </p>
            </JudgedGoal>
          );
        })}
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

/** The first goals said no unit: they were shares in per cent. */
const unitOf = ({ unit = "percent" }: Facts["financialGoals"][number]): string =>
  unit === "percent" ? "%" : unit;

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
    write?.({ ...group, soundEconomy: { ...soundEconomy, ...part } });
  return (
    <Section title={t("page.sound.title")} lead={t("page.sound.lead")} cite="KL 11:1">
      <div className="sheet judged">
        <p className="quiet">
          {t("report.sound-meaning")}: {facts.soundEconomy.meaning}
        </p>
        <p>
          {t("report.sound-proposed", {
            proposed: t(`report.sound-answer.${facts.soundEconomy.proposed}`),
            rule: t(`rule.${facts.soundEconomy.rule}`),
          })}
        </p>
        {write ? (
          <SelectField
            at="group.soundEconomy.judgement"
            label={t("page.judge.own")}
            value={soundEconomy.judgement}
            onChange={(judgement) => change({ judgement: judgement as SoundEconomy })}
            options={SOUND_ECONOMY.map((value) => ({ value, label: t(`report.sound-answer.${value}`) }))}
          />
        ) : (
          <p>
            <strong>{t(`report.sound-answer.${soundEconomy.judgement}`)}</strong>
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
