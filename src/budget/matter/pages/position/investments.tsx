import { Button } from "@digdir/designsystemet-react";
import { useEffect, useState } from "react";
import { lastingId } from "../../../../kernel/plain-id.ts";
import { useBodies } from "../../../../organisation/pages/use-bodies.ts";
import { AmountField } from "../../../../platform/ui/amount-field.tsx";
import { SelectField, TextField } from "../../../../platform/ui/fields.tsx";
import { Num } from "../../../../platform/ui/number.tsx";
import { Section } from "../../../../platform/ui/page.tsx";
import { useTexts } from "../../../../platform/ui/texts.ts";
import type { Budget } from "../../../base/contract.ts";
import type { Editing } from "./editing.ts";

type Investment = Budget["investments"][number];
const MAX_INVESTMENTS = 500;
const MAX_COMPONENTS = 20;
const MONTH = /^2\d{3}-(0[1-9]|1[0-2])$/;

/** The investments: spending by year, components, start of use, grants, what is carried over, and the forecast (E-1). */
export function InvestmentsEditor({ budget, change, problem, places }: Editing) {
  const t = useTexts("budget");
  const { investments } = budget;
  const years = budget.resultInput.map((line) => line.year);
  const write = (next: readonly Investment[]) => change({ investments: [...next] });
  const begin = (): Investment => ({
    id: lastingId("investering"),
    body: budget.input.bodies[0] ?? "",
    name: t("position.edit.new-investment", { number: investments.length + 1 }),
    amountsTkr: {},
    components: [{ name: "", share: 100, years: 30 }],
    inUseFrom: null,
  });
  return (
    <Section title={t("position.edit.investments")} lead={t("position.edit.investments-lead")} cite="§2.2">
      {investments.map((investment, i) => (
        <InvestmentFields
          key={investment.id ?? i}
          at={`investments.${i}`}
          investment={investment}
          bodies={budget.input.bodies}
          years={years}
          problem={problem}
          remarked={places.some((place) => place.startsWith(`investments.${i}.`))}
          onChange={(next) => write(investments.with(i, next))}
          onRemove={() => write(investments.toSpliced(i, 1))}
        />
      ))}
      <Button
        variant="secondary"
        disabled={investments.length >= MAX_INVESTMENTS}
        onClick={() => write([...investments, begin()])}
      >
        {t("position.edit.add-investment")}
      </Button>
    </Section>
  );
}

interface InvestmentProps {
  readonly at: string;
  readonly investment: Investment;
  readonly bodies: readonly string[];
  readonly years: readonly number[];
  readonly problem: unknown;
  /** Whether the rules remark on something in it: then it is open, so that their links lead to it. */
  readonly remarked: boolean;
  readonly onChange: (investment: Investment) => void;
  readonly onRemove: () => void;
}

function InvestmentFields(props: InvestmentProps) {
  const { at, investment, bodies, years, problem, remarked, onChange, onRemove } = props;
  const t = useTexts("budget");
  const [open, setOpen] = useState(remarked);
  useEffect(() => {
    if (remarked) setOpen(true);
  }, [remarked]);
  const { nameOf } = useBodies();
  const put = (part: Partial<Investment>) => onChange({ ...investment, ...part });
  const { name, body, amountsTkr, grantsTkr = {}, inUseFrom = null } = investment;
  return (
    <details className="position-set" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{name || t("internal.nameless")}</summary>
      <div className="position-fields">
        <TextField
          at={`${at}.name`}
          label={t("position.edit.name")}
          value={name}
          maxLength={200}
          problem={problem}
          onChange={(next) => put({ name: next })}
        />
        <SelectField
          at={`${at}.body`}
          label={t("content.body")}
          value={body}
          onChange={(next) => put({ body: next })}
          options={[...new Set([...bodies, body])].map((id) => ({ value: id, label: nameOf(id) }))}
        />
        <TextField
          at={`${at}.inUseFrom`}
          label={t("position.edit.in-use-from")}
          help={t("position.edit.in-use-help")}
          value={inUseFrom ?? ""}
          maxLength={7}
          problem={problem}
          fault={inUseFrom && !MONTH.test(inUseFrom) ? t("position.edit.month-fault") : undefined}
          onChange={(next) => put({ inUseFrom: next.trim() || null })}
        />
      </div>
      <div className="position-fields">
        {(["spentBeforeTkr", "carriedOverTkr"] as const).map((key) => (
          <AmountField
            key={key}
            at={`${at}.${key}`}
            label={t(`position.edit.${key}`)}
            {...(key === "spentBeforeTkr" ? { min: 0 } : {})}
            value={investment[key] ?? 0}
            problem={problem}
            onChange={(tkr) => put({ [key]: tkr })}
          />
        ))}
        <AmountField
          at={`${at}.carriedOverDecision`}
          label={t("position.edit.carriedOverDecision")}
          help={t("position.edit.carriedOverDecision-help")}
          min={1}
          max={10_000_000}
          empty
          value={investment.carriedOverDecision ?? null}
          problem={problem}
          onChange={(carriedOverDecision) => put({ carriedOverDecision })}
        />
        {years.map((year) => (
          <AmountField
            key={year}
            at={`${at}.amountsTkr.${year}`}
            label={t("position.spent", { year })}
            value={amountsTkr[year] ?? 0}
            problem={problem}
            onChange={(tkr) => put({ amountsTkr: { ...amountsTkr, [year]: tkr } })}
          />
        ))}
        {years.map((year) => (
          <AmountField
            key={year}
            at={`${at}.grantsTkr.${year}`}
            label={t("position.edit.grant", { year })}
            value={grantsTkr[year] ?? 0}
            problem={problem}
            onChange={(tkr) => put({ grantsTkr: { ...grantsTkr, [year]: tkr } })}
          />
        ))}
        <AmountField
          at={`${at}.forecastTkr`}
          label={t("position.forecast")}
          help={t("position.edit.forecast-help")}
          min={0}
          empty
          value={investment.forecastTkr ?? null}
          problem={problem}
          onChange={(forecastTkr) => put({ forecastTkr })}
        />
      </div>
      <Components at={at} investment={investment} problem={problem} put={put} />
      <Button variant="tertiary" onClick={onRemove}>
        {t("internal.remove", { name: name || t("internal.nameless") })}
      </Button>
    </details>
  );
}

/** What the investment is made of: each part wears out in its own time; together they are 100 per cent. */
function Components({
  at,
  investment: { components = [] },
  problem,
  put,
}: Pick<InvestmentProps, "at" | "investment" | "problem"> & {
  readonly put: (part: Partial<Investment>) => void;
}) {
  const t = useTexts("budget");
  type Component = (typeof components)[number];
  const write = (i: number, part: Partial<Component>) =>
    put({ components: components.with(i, { ...(components[i] as Component), ...part }) });
  const share = components.reduce((sum, component) => sum + component.share, 0);
  return (
    <fieldset className="position-set" id={`f-${at.replaceAll(".", "-")}-components`} tabIndex={-1}>
      <legend>
        {t("position.edit.components")} (<Num value={share} decimals={2} unit="%" />)
      </legend>
      {components.map((component, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a component's name changes while it is written
        <div className="position-fields" key={i}>
          <TextField
            at={`${at}.components.${i}.name`}
            label={t("position.edit.component")}
            value={component.name}
            maxLength={100}
            problem={problem}
            onChange={(name) => write(i, { name })}
          />
          <AmountField
            at={`${at}.components.${i}.share`}
            label={t("position.edit.share")}
            min={0}
            max={100}
            decimals={2}
            value={component.share}
            problem={problem}
            onChange={(value) => write(i, { share: value })}
          />
          <AmountField
            at={`${at}.components.${i}.years`}
            label={t("position.edit.life")}
            help={t("position.edit.life-help")}
            min={0}
            max={100}
            value={component.years}
            problem={problem}
            onChange={(value) => write(i, { years: value })}
          />
          <Button variant="tertiary" onClick={() => put({ components: components.toSpliced(i, 1) })}>
            {t("internal.remove", { name: component.name || `${t("position.edit.component")} ${i + 1}` })}
          </Button>
        </div>
      ))}
      <Button
        variant="tertiary"
        disabled={components.length >= MAX_COMPONENTS}
        onClick={() =>
          put({ components: [...components, { name: "", share: Math.max(0, 100 - share), years: 20 }] })
        }
      >
        {t("position.edit.add-component")}
      </Button>
    </fieldset>
  );
}
