import { Button, Checkbox } from "@digdir/designsystemet-react";
import { lastingId } from "../../../kernel/plain-id.ts";
import { sumOf } from "../../../kernel/sum.ts";
import { AmountField } from "../../../platform/ui/amount-field.tsx";
import { TextField } from "../../../platform/ui/fields.tsx";
import { Money } from "../../../platform/ui/number.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { ANALYSIS_LIMITS, type SituationAnalysis } from "../contract.ts";
import "./analyses.css";

type Need = SituationAnalysis["economicNeeds"][number];

/** What the body asks for in money: the planning conditions take it from here, with where it comes from. */
export function NeedsPart({
  needs,
  onChange,
}: {
  readonly needs: readonly Need[];
  readonly onChange: (needs: readonly Need[]) => void;
}) {
  const t = useTexts("goals");
  const write = (next: Need) => onChange(needs.map((one) => (one.id === next.id ? next : one)));
  return (
    <Section title={t("analysis.economic-needs")} lead={t("analysis.needs.lead")} id="behov">
      {needs.map((need, index) => (
        <fieldset key={need.id} className="analysis-card">
          <legend>{t("analysis.needs.one", { number: index + 1 })}</legend>
          <div className="analysis-pair">
            <TextField
              at={`economicNeeds.${index}.text`}
              label={t("analysis.needs.text")}
              value={need.text}
              onChange={(text) => write({ ...need, text })}
              maxLength={500}
            />
            <AmountField
              at={`economicNeeds.${index}.amountTkr`}
              label={t("analysis.needs.amount")}
              value={need.amountTkr}
              onChange={(amountTkr) => write({ ...need, amountTkr })}
            />
          </div>
          <div className="row">
            <Checkbox
              label={t("analysis.needs.one-off")}
              checked={need.oneOff}
              onChange={(event) => write({ ...need, oneOff: event.target.checked })}
            />
            <Button
              variant="tertiary"
              data-size="sm"
              onClick={() => onChange(needs.filter(({ id }) => id !== need.id))}
            >
              {t("analysis.needs.remove", { number: index + 1 })}
            </Button>
          </div>
        </fieldset>
      ))}
      {needs.length > 1 ? (
        <p>
          {t("analysis.sum")}: <Money tkr={sumOf(needs.map(({ amountTkr }) => amountTkr))} unit />
        </p>
      ) : null}
      <div>
        <Button
          variant="secondary"
          data-size="sm"
          disabled={needs.length >= ANALYSIS_LIMITS.needs}
          onClick={() =>
            onChange([...needs, { id: lastingId("behov"), text: "", amountTkr: 0, oneOff: false }])
          }
        >
          {t("analysis.needs.add")}
        </Button>
      </div>
    </Section>
  );
}
