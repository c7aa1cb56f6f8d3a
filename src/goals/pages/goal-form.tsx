import { Button } from "@digdir/designsystemet-react";
import { type ShownRemark, useRemarkText } from "../../decisions/pages/remarks.tsx";
import { PersonField } from "../../organisation/pages/person-field.tsx";
import { SelectField, TextArea } from "../../platform/ui/fields.tsx";
import { Icon } from "../../platform/ui/icon.tsx";
import { dataText, useTexts } from "../../platform/ui/texts.ts";
import type { BodyGoal, GoalTree } from "../contract.ts";
import type { GoalGrounds } from "../grounds/contract.ts";
import { GoalBasis } from "../grounds/pages/goal-basis.tsx";
import { IndicatorList } from "../indicators/pages/indicator-list.tsx";
import { laterYears, withTerm } from "./goal-draft.ts";
import { Contributors, StrategicGoals } from "./goal-form-parts.tsx";
import { WordingCheck } from "./wording-check.tsx";

interface GoalFormProps {
  readonly goal: BodyGoal;
  readonly index: number;
  readonly count: number;
  readonly body: string;
  readonly year: number;
  readonly strategicGoals: GoalTree["strategicGoals"];
  /** What the goal can rest on; undefined while it is fetched. */
  readonly grounds: GoalGrounds | undefined;
  /** What the server said of this goal, by place within it. */
  readonly remarks: readonly ShownRemark[];
  readonly onChange: (goal: BodyGoal) => void;
  readonly onRemove: () => void;
  readonly onMove: (by: -1 | 1) => void;
}

/** One goal being written: the wording first, what it leads to for residents next, then what it hangs in and rests on. */
export function GoalForm({ goal, index, body, year, grounds, remarks, onChange, ...rest }: GoalFormProps) {
  const t = useTexts("goals");
  const text = useRemarkText("goals");
  const at = (field: string) => `goals.${index}.${field}`;
  const set = (change: Partial<BodyGoal>) => onChange({ ...goal, ...change });
  const said = (field: string) => {
    const found = remarks.filter(
      (remark) => remark.at === field && remark.level !== "info" && !isMissing(remark),
    );
    return found.length > 0 ? found.map(text).join(" ") : undefined;
  };
  return (
    <section className="sheet goal-form" aria-labelledby={`mal-${goal.id}`}>
      <header className="row">
        <h2 className="ds-heading" data-size="xs" id={`mal-${goal.id}`}>
          {t("page.edit.goal", { number: index + 1 })}
        </h2>
        <GoalTools index={index} {...rest} />
      </header>
      <div className="goal-form-wording">
        <TextArea
          at={at("wording")}
          label={t("page.edit.wording")}
          help={t("page.edit.wording-help")}
          value={goal.wording}
          onChange={(wording) => set({ wording })}
          rows={2}
          maxLength={400}
          fault={said("wording")}
        />
        <WordingCheck
          at={at("wording")}
          wording={goal.wording}
          term={goal.term}
          year={goal.targetYear}
          onChange={(wording) => set({ wording })}
        />
      </div>
      <TextArea
        at={at("effectForResidents")}
        label={t("page.edit.effect")}
        help={t("page.edit.effect-help")}
        value={goal.effectForResidents}
        onChange={(effectForResidents) => set({ effectForResidents })}
        rows={2}
        maxLength={4000}
        fault={said("effectForResidents")}
      />
      <StrategicGoals
        chosen={goal.strategicGoals}
        all={rest.strategicGoals}
        fault={said("strategicGoals")}
        onChange={(strategicGoals) => set({ strategicGoals })}
      />
      <div className="columns">
        <SelectField
          at={at("term")}
          label={t("page.edit.term")}
          value={goal.term}
          onChange={(term) => onChange(withTerm(goal, term as BodyGoal["term"], year))}
          options={[
            { value: "short", label: t("page.edit.short") },
            { value: "long", label: t("page.edit.long") },
          ]}
        />
        <SelectField
          at={at("targetYear")}
          label={t("page.edit.target-year")}
          value={String(goal.targetYear)}
          onChange={(value) => set({ targetYear: Number(value) })}
          options={(goal.term === "short" ? [year] : laterYears(year)).map((y) => ({
            value: String(y),
            label: String(y),
          }))}
          fault={said("targetYear")}
        />
        <PersonField
          at={at("responsible")}
          label={t("page.edit.responsible")}
          body={body}
          value={goal.responsible}
          onChange={(responsible) => set({ responsible })}
          fault={said("responsible")}
        />
      </div>
      <GoalBasis
        basis={goal.basis}
        at={at}
        grounds={grounds}
        said={said}
        onChange={(basis) => set({ basis })}
      />
      <IndicatorList
        indicators={goal.indicators}
        body={body}
        year={year}
        none={t("page.edit.professional")}
        unnamed={t("indicators.reporter-help")}
        onChange={(indicators) => set({ indicators })}
      />
      {goal.changeReason !== "" || remarks.some((remark) => remark.at === "changeReason") ? (
        <TextArea
          at={at("changeReason")}
          label={t("grounds.change-reason")}
          help={t("grounds.change-reason-help")}
          value={goal.changeReason}
          onChange={(changeReason) => set({ changeReason })}
          rows={2}
          maxLength={4000}
          fault={said("changeReason")}
        />
      ) : null}
      <StillToWrite remarks={remarks} />
      <Contributors goal={goal} own={body} onChange={(contributors) => set({ contributors })} />
    </section>
  );
}

const isMissing = (remark: ShownRemark) => remark.code.endsWith("-missing");

/** What is not yet written is told once and calmly: a goal that is being written is not a fault. */
function StillToWrite({ remarks }: { readonly remarks: readonly ShownRemark[] }) {
  const t = useTexts("goals");
  const missing = remarks.filter(isMissing);
  if (missing.length === 0) return null;
  const names = missing.map(({ at = "" }) =>
    dataText(t, "page.place", at.split(".").at(-1) ?? "").toLocaleLowerCase(),
  );
  return (
    <p className="quiet" role="status">
      <Icon name="pen" size={18} /> {t("page.edit.still", { what: [...new Set(names)].join(", ") })}
    </p>
  );
}

function GoalTools({
  index,
  count,
  onMove,
  onRemove,
}: Pick<GoalFormProps, "index" | "count" | "onMove" | "onRemove">) {
  const t = useTexts("goals");
  const name = t("page.edit.goal", { number: index + 1 });
  return (
    <div className="goal-tools">
      <Button
        variant="tertiary"
        data-size="sm"
        icon
        aria-label={`${t("page.edit.up")}: ${name}`}
        disabled={index === 0}
        onClick={() => onMove(-1)}
      >
        <Icon name="up" />
      </Button>
      <Button
        variant="tertiary"
        data-size="sm"
        icon
        aria-label={`${t("page.edit.down")}: ${name}`}
        disabled={index === count - 1}
        onClick={() => onMove(1)}
      >
        <Icon name="down" />
      </Button>
      <Button
        variant="tertiary"
        data-size="sm"
        aria-label={`${t("page.edit.remove")}: ${name}`}
        onClick={onRemove}
      >
        {t("page.edit.remove")}
      </Button>
    </div>
  );
}
