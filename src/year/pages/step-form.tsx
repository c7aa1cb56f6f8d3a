import { Button, Checkbox, Fieldset, Switch } from "@digdir/designsystemet-react";
import { useState } from "react";
import { DrawerForm } from "../../decisions/pages/drawer-form.tsx";
import { useAllKinds } from "../../decisions/pages/matter-pages.tsx";
import { monthText } from "../../kernel/format.ts";
import { isBlank } from "../../kernel/written.ts";
import { BODY_KINDS, ROLES, type Role } from "../../organisation/rules/organisation.ts";
import { SelectField, TextField } from "../../platform/ui/fields.tsx";
import { dataText, useLanguage, useTexts } from "../../platform/ui/texts.ts";
import type { YearWheel } from "../contract.ts";
import { ONLY, REACHES, TRACKS } from "../rules/step.ts";
import type { MeetingsOf } from "../rules/step-day.ts";
import { DayField } from "./day-field.tsx";

export type StepDraft = YearWheel["steps"][number];

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
/** The years that a step can be about, from the calendar year (`MIN_YEAR_OFFSET` – `MAX_YEAR_OFFSET`). */
const OFFSETS = ["-2", "-1", "0", "1", "2", "3"] as const;
const ID = /^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/;

/** A step to begin with. */
export const newStep = (): StepDraft => ({
  id: "",
  name: "",
  short: "",
  cite: "§2.4",
  track: "planning",
  from: { month: 1, day: 1 },
  due: { month: 1, day: 31 },
  yearOffset: 0,
  kind: null,
  reaches: "decided",
  bodies: [],
  who: "",
  after: [],
});

/** One step of the wheel: what, who, when, after what. It goes into the wheel when it is whole. */
export function StepForm({
  step: start,
  others,
  year,
  meetingsOf,
  onDone,
  onRemove,
  onClose,
}: {
  readonly step: StepDraft;
  readonly others: readonly StepDraft[];
  readonly year: number;
  readonly meetingsOf: MeetingsOf;
  readonly onDone: (step: StepDraft) => void;
  /** Takes it out of the wheel; absent for one that is not in it. */
  readonly onRemove: (() => void) | undefined;
  readonly onClose: () => void;
}) {
  const t = useTexts("year");
  const organisation = useTexts("organisation");
  const decisions = useTexts("decisions");
  const language = useLanguage();
  const kinds = useAllKinds();
  const [step, setStep] = useState(start);
  const [tried, setTried] = useState(false);
  const set = (change: Partial<StepDraft>) => setStep({ ...step, ...change });
  const missing = (text: string) => (tried && isBlank(text) ? t("edit.missing") : undefined);
  const taken = others.some(({ id }) => id === step.id);
  const idFault = taken ? t("edit.id-taken") : ID.test(step.id) ? undefined : t("edit.id-fault");
  const occasions = kinds.find(({ kind }) => kind === step.kind)?.occasions ?? [];
  const done = () => {
    setTried(true);
    if (idFault || [step.name, step.short, step.who, step.cite].some(isBlank)) return;
    onDone(step);
  };
  const without = <K extends keyof StepDraft>(key: K): StepDraft => {
    const { [key]: _, ...rest } = step;
    return rest as StepDraft;
  };
  const chosen = <T,>(list: readonly T[], one: T, on: boolean): T[] =>
    on ? [...list, one] : list.filter((other) => other !== one);
  return (
    <DrawerForm
      title={start.id === "" ? t("edit.new-step") : t("edit.change-step", { step: start.short })}
      onDone={done}
      onClose={onClose}
    >
      <TextField
        at="step.name"
        label={t("edit.name")}
        value={step.name}
        maxLength={300}
        onChange={(name) => set({ name })}
        fault={missing(step.name)}
      />
      <TextField
        at="step.short"
        label={t("edit.short")}
        value={step.short}
        maxLength={24}
        onChange={(short) => set({ short })}
        fault={missing(step.short)}
      />
      {start.id === "" ? (
        <TextField
          at="step.id"
          label={t("edit.id")}
          help={t("edit.id-help")}
          value={step.id}
          maxLength={40}
          onChange={(id) => set({ id })}
          fault={tried ? idFault : undefined}
        />
      ) : null}
      <DayField
        at="step.from"
        legend={t("edit.from")}
        value={step.from}
        year={year}
        meetingsOf={meetingsOf}
        onChange={(from) => set({ from })}
      />
      <DayField
        at="step.due"
        legend={t("edit.due")}
        value={step.due}
        year={year}
        meetingsOf={meetingsOf}
        onChange={(due) => set({ due })}
      />
      <Switch
        label={t("edit.election-same")}
        checked={step.electionYearDue === undefined}
        onChange={(event) =>
          event.target.checked ? setStep(without("electionYearDue")) : set({ electionYearDue: step.due })
        }
      />
      {step.electionYearDue ? (
        <DayField
          at="step.electionYearDue"
          legend={t("edit.election-due")}
          value={step.electionYearDue}
          year={year}
          meetingsOf={meetingsOf}
          onChange={(electionYearDue) => set({ electionYearDue })}
        />
      ) : null}
      <SelectField
        at="step.only"
        label={t("edit.only")}
        value={step.only ?? "every"}
        onChange={(only) =>
          only === "every" ? setStep(without("only")) : set({ only: ONLY.find((one) => one === only) })
        }
        options={(["every", ...ONLY] as const).map((one) => ({
          value: one,
          label: t(`edit.only-value.${one}`),
        }))}
      />
      <TextField
        at="step.who"
        label={t("edit.who")}
        value={step.who}
        maxLength={300}
        onChange={(who) => set({ who })}
        fault={missing(step.who)}
      />
      <Fieldset>
        <Fieldset.Legend>{t("edit.bodies")}</Fieldset.Legend>
        {BODY_KINDS.map((kind) => (
          <Checkbox
            key={kind}
            label={dataText(organisation, "organ-kind", kind)}
            checked={step.bodies.includes(kind)}
            onChange={(event) => set({ bodies: chosen(step.bodies, kind, event.target.checked) })}
          />
        ))}
      </Fieldset>
      <SelectField
        at="step.owner"
        label={t("edit.owner")}
        value={step.owner ?? ""}
        onChange={(owner) => (owner === "" ? setStep(without("owner")) : set({ owner: owner as Role }))}
        options={[
          { value: "", label: t("edit.owner-none") },
          ...Object.keys(ROLES).map((role) => ({ value: role, label: dataText(organisation, "role", role) })),
        ]}
      />
      <SelectField
        at="step.kind"
        label={t("edit.kind")}
        value={step.kind ?? ""}
        onChange={(kind) => setStep({ ...without("occasion"), kind: kind === "" ? null : kind })}
        options={[
          { value: "", label: t("edit.kind-none") },
          ...kinds.map(({ kind, names }) => ({ value: kind, label: names[language] })),
        ]}
      />
      {occasions.length > 0 ? (
        <SelectField
          at="step.occasion"
          label={t("edit.occasion")}
          value={step.occasion ?? ""}
          onChange={(occasion) => (occasion === "" ? setStep(without("occasion")) : set({ occasion }))}
          options={[
            { value: "", label: t("edit.occasion-none") },
            ...occasions.map((one) => ({ value: one, label: dataText(decisions, "value-word", one) })),
          ]}
        />
      ) : null}
      {step.kind !== null ? (
        <SelectField
          at="step.reaches"
          label={t("edit.reaches")}
          value={step.reaches}
          onChange={(reaches) => set({ reaches: REACHES.find((one) => one === reaches) ?? step.reaches })}
          options={REACHES.map((one) => ({ value: one, label: t(`edit.reach.${one}`) }))}
        />
      ) : null}
      <SelectField
        at="step.yearOffset"
        label={t("edit.about")}
        value={String(step.yearOffset)}
        onChange={(offset) => set({ yearOffset: Number(offset) })}
        options={OFFSETS.map((one) => ({ value: one, label: t(`edit.about-value.${one}`) }))}
      />
      <SelectField
        at="step.looksTo"
        label={t("edit.looks-to")}
        value={String(step.looksTo ?? "")}
        onChange={(month) => (month === "" ? setStep(without("looksTo")) : set({ looksTo: Number(month) }))}
        options={[
          { value: "", label: t("edit.looks-none") },
          ...MONTHS.map((one) => ({ value: String(one), label: monthText(one, language) })),
        ]}
      />
      <SelectField
        at="step.track"
        label={t("edit.track")}
        value={step.track}
        onChange={(track) => set({ track: TRACKS.find((one) => one === track) ?? step.track })}
        options={TRACKS.map((one) => ({ value: one, label: t(`year.tracks.${one}`) }))}
      />
      <Fieldset>
        <Fieldset.Legend>{t("edit.prerequisites")}</Fieldset.Legend>
        <Fieldset.Description>{t("edit.prerequisites-help")}</Fieldset.Description>
        {others.map(({ id, short }) => (
          <Checkbox
            key={id}
            label={<span lang="sv">{short}</span>}
            checked={step.after.includes(id)}
            onChange={(event) => set({ after: chosen(step.after, id, event.target.checked) })}
          />
        ))}
      </Fieldset>
      <TextField
        at="step.cite"
        label={t("edit.cite")}
        value={step.cite}
        maxLength={60}
        onChange={(cite) => set({ cite: cite as StepDraft["cite"] })}
        fault={missing(step.cite)}
      />
      {onRemove ? (
        <div>
          <Button variant="tertiary" data-color="danger" onClick={onRemove}>
            {t("edit.remove-step")}
          </Button>
        </div>
      ) : null}
    </DrawerForm>
  );
}
