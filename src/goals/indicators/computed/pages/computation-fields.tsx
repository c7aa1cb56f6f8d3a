import { BodyField } from "../../../../organisation/pages/body-field.tsx";
import { SelectField, TextField } from "../../../../platform/ui/fields.tsx";
import { useTexts } from "../../../../platform/ui/texts.ts";
import { LEDGER_SIDES, SCALES, STAFF_MEASURES } from "../rules/computation.ts";
import type { ComputationFaults, ComputationTexts } from "./computation-texts.ts";

/** What an indicator's values are computed from in the accounts, or in the staff figures (V-7). */
export function ComputationFields({
  from,
  texts,
  faults,
  onChange,
}: {
  readonly from: "ledger" | "staff-figures";
  readonly texts: ComputationTexts;
  readonly faults: ComputationFaults;
  readonly onChange: (texts: ComputationTexts) => void;
}) {
  const t = useTexts("goals");
  const set = (change: Partial<ComputationTexts>) => onChange({ ...texts, ...change });
  const faultOf = (name: keyof ComputationTexts) => {
    const fault = faults[name];
    return fault && t(fault);
  };
  return (
    <div className="form">
      {from === "ledger" ? (
        <SelectField
          at="indicator.computed.side"
          label={t("indicators.computed.label")}
          value={texts.side}
          onChange={(side) => set({ side: side as ComputationTexts["side"] })}
          options={[
            { value: "", label: t("indicators.computed.by-hand") },
            ...LEDGER_SIDES.map((value) => ({ value, label: t(`indicators.computed.side.${value}`) })),
          ]}
        />
      ) : (
        <SelectField
          at="indicator.computed.measure"
          label={t("indicators.computed.label")}
          value={texts.measure}
          onChange={(measure) => set({ measure: measure as ComputationTexts["measure"] })}
          options={[
            { value: "", label: t("indicators.computed.by-hand") },
            ...STAFF_MEASURES.map((value) => ({ value, label: t(`indicators.computed.staff.${value}`) })),
          ]}
        />
      )}
      {(from === "ledger" ? texts.side : texts.measure) === "" ? null : (
        <BodyField
          at="indicator.computed.of"
          label={t("indicators.computed.whose")}
          optional={t("indicators.computed.whose-help")}
          value={texts.whose}
          onChange={(whose) => set({ whose })}
        />
      )}
      {from === "staff-figures" || texts.side === "" ? null : (
        <>
          <TextField
            at="indicator.computed.accounts"
            label={t("indicators.computed.accounts")}
            help={t("indicators.computed.accounts-help")}
            value={texts.accounts}
            maxLength={80}
            onChange={(accounts) => set({ accounts })}
            fault={faultOf("accounts")}
          />
          <SelectField
            at="indicator.computed.scale"
            label={t("indicators.computed.scale")}
            value={texts.scale}
            onChange={(scale) => set({ scale: scale as ComputationTexts["scale"] })}
            options={SCALES.map((value) => ({ value, label: value }))}
          />
          <SelectField
            at="indicator.computed.per"
            label={t("indicators.computed.per.label")}
            value={texts.per}
            onChange={(per) => set({ per: per as ComputationTexts["per"] })}
            options={[
              { value: "", label: t("indicators.computed.per.nothing") },
              ...(["inhabitants", "number"] as const).map((value) => ({
                value,
                label: t(`indicators.computed.per.${value}`),
              })),
            ]}
          />
          {texts.per === "inhabitants" ? (
            <>
              <TextField
                at="indicator.computed.age-from"
                label={t("indicators.computed.ages-from")}
                value={texts.ageFrom}
                inputMode="numeric"
                maxLength={3}
                onChange={(ageFrom) => set({ ageFrom })}
              />
              <TextField
                at="indicator.computed.age-to"
                label={t("indicators.computed.ages-to")}
                value={texts.ageTo}
                inputMode="numeric"
                maxLength={3}
                onChange={(ageTo) => set({ ageTo })}
                fault={faultOf("ageTo")}
              />
            </>
          ) : null}
          {texts.per === "number" ? (
            <TextField
              at="indicator.computed.divisor"
              label={t("indicators.computed.number-name")}
              help={t("indicators.computed.number-name-help")}
              value={texts.divisor}
              maxLength={60}
              onChange={(divisor) => set({ divisor })}
              fault={faultOf("divisor")}
            />
          ) : null}
        </>
      )}
    </div>
  );
}
