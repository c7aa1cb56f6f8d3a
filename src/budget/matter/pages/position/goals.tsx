import { Button } from "@digdir/designsystemet-react";
import { lastingId } from "../../../../kernel/plain-id.ts";
import { AmountField } from "../../../../platform/ui/amount-field.tsx";
import { SelectField, TextField } from "../../../../platform/ui/fields.tsx";
import { WRITTEN } from "../../../../platform/ui/language.ts";
import { Section } from "../../../../platform/ui/page.tsx";
import { type Key, useTexts } from "../../../../platform/ui/texts.ts";
import type { Budget } from "../../../base/contract.ts";
import { asFormula, DIRECTIONS, type FormulaGoal, GOAL_UNITS } from "../../../base/rules/financial-goals.ts";
import { formulaWords, MAX_FORMULA, readFormula } from "../../../base/rules/formula.ts";
import { GROUP_NAMES } from "../../../base/rules/group-lines.ts";
import { isLine, LINE_IDS, type LineId } from "../../../base/rules/result-lines.ts";
import type { Editing } from "./editing.ts";

const MAX_GOALS = 20;

const ALL: GoalsList = {
  field: "financialGoals",
  names: LINE_IDS,
  begin: "equity / assets * 100",
  title: "position.edit.goals",
  lead: "position.edit.goals-lead",
};
const GROUPS: GoalsList = {
  field: "groupGoals",
  names: GROUP_NAMES,
  begin: "equity / assets * 100",
  title: "position.edit.group-goals",
  lead: "position.edit.group-goals-lead",
};

interface GoalsList {
  readonly field: "financialGoals" | "groupGoals";
  /** The lines that a formula can have. */
  readonly names: readonly LineId[];
  readonly begin: string;
  readonly title: Key<"budget">;
  readonly lead: Key<"budget">;
}

/** Financial goals of any formula over the lines of the statements (§1.2, P-5). */
export const GoalsEditor = (editing: Editing) => <GoalsOf {...editing} list={ALL} />;

/** The same of what the municipality and its companies have together (KL 11:6). */
export const GroupGoalsEditor = (editing: Editing) => <GoalsOf {...editing} list={GROUPS} />;

function GoalsOf({ budget, change, problem, list }: Editing & { readonly list: GoalsList }) {
  const t = useTexts("budget");
  const { field, names } = list;
  const goals = budget[field] ?? [];
  const years = budget.resultInput.map((line) => line.year);
  const write = (next: readonly Budget["financialGoals"][number][]) => change({ [field]: [...next] });
  const begin = (): FormulaGoal => ({
    id: lastingId("mal"),
    text: t("position.edit.new-goal"),
    measure: "formula",
    formula: list.begin,
    direction: "at-least",
    unit: "percent",
    target: 0,
  });
  return (
    <Section title={t(list.title)} lead={t(list.lead)} cite={field === "groupGoals" ? "KL 11:6" : "§1.2"}>
      {goals.map((goal, i) => (
        <GoalFields
          key={goal.id}
          at={`${field}.${i}`}
          goal={asFormula(goal)}
          names={names}
          years={years}
          problem={problem}
          onChange={({ targets, ...next }) =>
            write(goals.with(i, targets ? { ...next, targets: { ...targets } } : next))
          }
          onRemove={() => write(goals.toSpliced(i, 1))}
        />
      ))}
      <Button
        variant="secondary"
        disabled={goals.length >= MAX_GOALS}
        onClick={() => write([...goals, begin()])}
      >
        {t(field === "groupGoals" ? "position.edit.add-group-goal" : "position.edit.add-goal")}
      </Button>
      <details className="position-names">
        <summary>{t("position.edit.names")}</summary>
        <dl className="facts">
          {names.map((line) => (
            <div key={line}>
              <dt>
                <code>{line}</code>
              </dt>
              <dd>{t(`position.line.${line}`)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Section>
  );
}

function GoalFields({
  at,
  goal,
  names,
  years,
  problem,
  onChange,
  onRemove,
}: {
  readonly at: string;
  readonly goal: FormulaGoal;
  readonly names: readonly LineId[];
  readonly years: readonly number[];
  readonly problem: unknown;
  readonly onChange: (goal: FormulaGoal) => void;
  readonly onRemove: () => void;
}) {
  const t = useTexts("budget");
  const put = (part: Partial<FormulaGoal>) => onChange({ ...goal, ...part });
  const read = readFormula(goal.formula, (name) => (names as readonly string[]).includes(name));
  const fault =
    "fault" in read
      ? t(`remark.formula-${read.fault.code}`, { place: read.fault.place, value: read.fault.value })
      : undefined;
  return (
    <fieldset className="position-set">
      <legend lang={WRITTEN}>{goal.text}</legend>
      <TextField
        at={`${at}.text`}
        label={t("page.goal")}
        value={goal.text}
        maxLength={500}
        problem={problem}
        onChange={(text) => put({ text })}
      />
      <TextField
        at={`${at}.formula`}
        label={t("position.edit.formula")}
        value={goal.formula}
        maxLength={MAX_FORMULA}
        problem={problem}
        fault={fault}
        onChange={(formula) => put({ formula })}
      />
      <p className="formula">
        {formulaWords(goal.formula, (name) =>
          isLine(name) ? t(`position.line.${name}`).toLowerCase() : name,
        )}
      </p>
      <div className="position-fields">
        <SelectField
          at={`${at}.direction`}
          label={t("position.edit.direction")}
          value={goal.direction}
          onChange={(value) =>
            put({ direction: DIRECTIONS.find((direction) => direction === value) ?? goal.direction })
          }
          options={DIRECTIONS.map((value) => ({ value, label: t(`page.direction.${value}`) }))}
        />
        <SelectField
          at={`${at}.unit`}
          label={t("position.edit.unit")}
          value={goal.unit}
          onChange={(value) => put({ unit: GOAL_UNITS.find((unit) => unit === value) ?? goal.unit })}
          options={GOAL_UNITS.map((value) => ({ value, label: t(`page.goal-unit.${value}`) }))}
        />
        <AmountField
          at={`${at}.target`}
          label={t("page.target")}
          decimals={2}
          value={goal.target}
          problem={problem}
          onChange={(target) => put({ target: target })}
        />
        {years.map((year) => (
          <AmountField
            key={year}
            at={`${at}.targets.${year}`}
            label={t("position.edit.target-year", { year })}
            decimals={2}
            empty
            value={goal.targets?.[year] ?? null}
            problem={problem}
            onChange={(target) => {
              const { [year]: _old, ...others } = goal.targets ?? {};
              put({ targets: target === null ? others : { ...others, [year]: target } });
            }}
          />
        ))}
      </div>
      <Button variant="tertiary" onClick={onRemove}>
        {t("internal.remove", { name: goal.text })}
      </Button>
    </fieldset>
  );
}
