import { useState } from "react";
import { DrawerForm } from "../../decisions/pages/drawer-form.tsx";
import { type Day, isDay, yearOf } from "../../kernel/day.ts";
import { isBlank } from "../../kernel/written.ts";
import { BodyField } from "../../organisation/pages/body-field.tsx";
import { PersonField } from "../../organisation/pages/person-field.tsx";
import { AmountField } from "../../platform/ui/amount-field.tsx";
import { SelectField, TextArea, TextField } from "../../platform/ui/fields.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { type Action, PLAN_LIMITS, type PlanBegin } from "../contract.ts";

export type ActionDraft = Omit<Action, "from" | "due"> & { readonly from: string; readonly due: string };

export const draftOf = (action: Action): ActionDraft => ({ ...action, from: action.from ?? "" });

export const newAction = (
  id: string,
  of: Pick<Action, "unit" | "goal" | "under">,
  year: number,
): ActionDraft => ({
  id,
  text: "",
  assignment: "",
  responsible: "",
  from: "",
  due: `${year}-12-31`,
  effect: "",
  costTkr: null,
  ...of,
});

/** One action: what, for what, where, by whom, when, to what effect and at what cost (V-8). */
export function ActionForm({
  action: start,
  choices,
  body,
  year,
  onDone,
  onClose,
}: {
  readonly action: ActionDraft;
  readonly choices: PlanBegin;
  readonly body: string;
  readonly year: number;
  readonly onDone: (action: Action) => void;
  readonly onClose: () => void;
}) {
  const t = useTexts("plans");
  const [action, setAction] = useState(start);
  const [tried, setTried] = useState(false);
  const set = (change: Partial<ActionDraft>) => setAction({ ...action, ...change });
  const missing = (text: string) => (tried && isBlank(text) ? t("page.write.missing") : undefined);
  const whole = isDay(action.due) && yearOf(action.due) === year;
  const firstAfter = action.from !== "" && (!isDay(action.from) || action.from > action.due);
  const servesNothing = action.goal === "" && action.under === "" && isBlank(action.assignment);
  const done = () => {
    setTried(true);
    const texts = [action.text, action.responsible, action.unit];
    if (!whole || firstAfter || servesNothing || texts.some((text) => isBlank(text))) return;
    onDone({
      ...action,
      text: action.text.trim(),
      from: action.from === "" ? null : (action.from as Day),
      due: action.due as Day,
    });
  };
  return (
    <DrawerForm
      title={t(start.text === "" ? "page.write.new" : "page.write.one")}
      onDone={done}
      onClose={onClose}
    >
      {choices.above.length > 0 ? (
        <SelectField
          at="action.under"
          label={t("page.write.under")}
          value={action.under}
          onChange={(under) => set({ under })}
          options={[
            { value: "", label: t("page.write.no-under") },
            ...choices.above.map(({ id, text }) => ({ value: id, label: text })),
          ]}
        />
      ) : null}
      <TextArea
        at="action.text"
        label={t("page.write.text")}
        help={t("page.write.text-help")}
        value={action.text}
        onChange={(text) => set({ text })}
        rows={2}
        maxLength={PLAN_LIMITS.text}
        fault={missing(action.text)}
      />
      {action.under === "" ? (
        <SelectField
          at="action.goal"
          label={t("content.goal")}
          value={action.goal}
          onChange={(goal) => set({ goal })}
          options={[
            { value: "", label: t("page.write.serves-assignment") },
            ...choices.goals.map(({ id, text }) => ({ value: id, label: text })),
          ]}
        />
      ) : null}
      {action.goal === "" && action.under === "" ? (
        <TextField
          at="action.assignment"
          label={t("page.write.assignment")}
          help={t("page.write.assignment-help")}
          value={action.assignment}
          onChange={(assignment) => set({ assignment })}
          maxLength={PLAN_LIMITS.text}
          fault={tried && servesNothing ? t("page.write.missing") : undefined}
        />
      ) : null}
      <BodyField
        at="action.unit"
        label={t("page.write.unit")}
        value={action.unit}
        onChange={(unit) => set({ unit })}
        fault={missing(action.unit)}
      />
      <PersonField
        at="action.responsible"
        label={t("content.responsible")}
        body={action.unit || body}
        value={action.responsible}
        onChange={(responsible) => set({ responsible })}
        fault={missing(action.responsible)}
      />
      <TextField
        at="action.from"
        type="date"
        label={t("page.write.from")}
        help={t("page.write.from-help")}
        optional={t("page.write.optional")}
        value={action.from}
        onChange={(from) => set({ from })}
        fault={tried && firstAfter ? t("page.write.from-fault") : undefined}
      />
      <TextField
        at="action.due"
        type="date"
        label={t("page.write.due")}
        value={action.due}
        onChange={(due) => set({ due })}
        fault={tried && !whole ? t("page.write.due-fault", { year }) : undefined}
      />
      <TextArea
        at="action.effect"
        label={t("page.write.effect")}
        help={t("page.write.effect-help")}
        value={action.effect}
        onChange={(effect) => set({ effect })}
        rows={2}
        maxLength={PLAN_LIMITS.effect}
      />
      <AmountField
        at="action.costTkr"
        label={t("page.write.cost")}
        help={t("page.write.cost-help")}
        value={action.costTkr}
        min={0}
        empty
        onChange={(costTkr) => set({ costTkr })}
        fault={t("page.write.cost-fault")}
      />
    </DrawerForm>
  );
}
