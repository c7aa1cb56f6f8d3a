import { useState } from "react";
import { monthText } from "../../../kernel/format.ts";
import { AmountField } from "../../../platform/ui/amount-field.tsx";
import { SelectField, TextField } from "../../../platform/ui/fields.tsx";
import { isSheetFault } from "../../../platform/ui/sheet/sheet-types.ts";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { NO_TERMS, type WageTerms } from "../rules/wage-budget.ts";
import { accountIn, MONTH_NUMBERS, withField } from "./columns.ts";

/** What holds for all jobs: the employer's social charge and the yearly wage review (E-6). */
export function WageTermsForm({
  terms = NO_TERMS,
  onChange,
}: {
  readonly terms: WageTerms | undefined;
  readonly onChange: (terms: WageTerms) => void;
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  return (
    <fieldset className="wage-terms">
      <legend>{t("internal.terms.title")}</legend>
      <AmountField
        at="wages.chargePercent"
        label={t("internal.terms.charge")}
        help={t("internal.terms.charge-help")}
        value={terms.chargePercent}
        min={0}
        max={200}
        decimals={4}
        onChange={(percent) => onChange({ ...terms, chargePercent: percent })}
      />
      <ChargeAccount
        value={terms.chargeAccount}
        onChange={(account) => onChange(withField(terms, "chargeAccount", account))}
      />
      <SelectField
        at="wages.reviewMonth"
        label={t("internal.terms.review-month")}
        value={terms.reviewMonth === undefined ? "" : String(terms.reviewMonth)}
        options={[
          { value: "", label: t("internal.terms.no-review") },
          ...MONTH_NUMBERS.map((month) => ({ value: String(month), label: monthText(month, language) })),
        ]}
        onChange={(month) =>
          onChange(withField(terms, "reviewMonth", month === "" ? undefined : Number(month)))
        }
      />
      <AmountField
        at="wages.reviewPercent"
        label={t("internal.terms.review")}
        value={terms.reviewPercent ?? null}
        min={-50}
        max={50}
        decimals={4}
        empty
        onChange={(percent) => onChange(withField(terms, "reviewPercent", percent ?? undefined))}
      />
    </fieldset>
  );
}

/** Four digits or nothing; what is neither is said, and not taken. */
function ChargeAccount({
  value,
  onChange,
}: {
  readonly value: string | undefined;
  readonly onChange: (account: string | undefined) => void;
}) {
  const t = useTexts("budget");
  const [typed, setTyped] = useState<string>();
  const read = typed === undefined ? { account: value } : accountIn(typed);
  const fault = isSheetFault(read);
  return (
    <TextField
      at="wages.chargeAccount"
      label={t("internal.terms.charge-account")}
      help={t("internal.terms.charge-account-help")}
      value={typed !== undefined && (fault || read.account === value) ? typed : (value ?? "")}
      inputMode="numeric"
      maxLength={4}
      fault={fault ? t("internal.fault.not-an-account", { text: typed }) : undefined}
      onChange={(text) => {
        setTyped(text);
        const next = accountIn(text);
        if (!isSheetFault(next)) onChange(next.account);
      }}
    />
  );
}
