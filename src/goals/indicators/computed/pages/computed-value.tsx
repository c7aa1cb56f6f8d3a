import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import type { Day } from "../../../../kernel/day.ts";
import { dayText, numberText } from "../../../../kernel/format.ts";
import { numberIn } from "../../../../kernel/number-in.ts";
import { isBlank } from "../../../../kernel/written.ts";
import { fieldId, TextField } from "../../../../platform/ui/fields.tsx";
import { WRITTEN } from "../../../../platform/ui/language.ts";
import { ErrorSummary } from "../../../../platform/ui/problem-panel.tsx";
import { useLanguage, useTexts } from "../../../../platform/ui/texts.ts";
import type { MeasuredGoal } from "../../../contract.ts";
import type { IndicatorView } from "../../contract.ts";
import { useStoreValue } from "../../pages/use-store-value.ts";
import { decimalsOf } from "../../rules/decimals.ts";
import type { ChangedValue, Proposal } from "../contract.ts";
import { computationOf } from "../rules/computation.ts";
import { amountTold } from "../rules/quotient.ts";
import { ComputedAccounts } from "./computed-accounts.tsx";
import { ComputedParts } from "./computed-parts.tsx";
import "./computed.css";

interface Of {
  readonly goal: MeasuredGoal;
  readonly indicator: IndicatorView;
}

/** What the source says of a period, accepted with one button; another value is stated with its reason (V-7). */
export function ComputedValue({ goal, indicator, proposal }: Of & { readonly proposal: Proposal }) {
  const t = useTexts("goals");
  const language = useLanguage();
  const [number, setNumber] = useState("");
  const [other, setOther] = useState("");
  const [why, setWhy] = useState("");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState<"accept" | "other">();
  const { period, ledger } = proposal;
  const divisor = ledger?.divisor ?? null;
  const { present, store, saving, problem } = useStoreValue(goal, indicator, period.to);
  if (!present.data?.may.allowed) return null;
  const at = `computed-${goal.body}-${goal.id}-${indicator.id}`;
  const asked = divisor !== null && divisor.number === null;
  const divided = asked ? numberIn(number) : undefined;
  const computation = computationOf(indicator);
  const value =
    asked && ledger && computation?.from === "ledger"
      ? divided === undefined
        ? undefined
        : amountTold(ledger.amountOre, computation.scale, divided)
      : (proposal.value ?? undefined);
  const before = present.data.value;
  const stated = numberIn(other, indicator.unit);
  const figure = (one: number) => numberText(one, language, decimalsOf(one));
  const focus = (name: string) => document.getElementById(fieldId(`${at}-${name}`))?.focus();
  const save = async (as: "accept" | "other") => {
    setTried(as);
    if (value === undefined) return focus("number");
    if (as === "other" && stated === undefined) return focus("other");
    if (as === "other" && isBlank(why)) return focus("why");
    if (before !== null && isBlank(reason)) return focus("reason");
    await store({
      value: as === "other" ? (stated as number) : value,
      source: proposal.source,
      reason: before === null ? undefined : reason.trim(),
      period: { from: period.from as Day, to: period.to as Day },
      ...(as === "other" ? { note: why.trim() } : {}),
      computed: { of: proposal.of, ...(divided === undefined ? {} : { number: divided }) },
    });
  };
  return (
    <form
      className="computed"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving) void save("accept");
      }}
    >
      <ErrorSummary problem={problem} />
      <p>
        {t("indicators.computed.title")}{" "}
        {value === undefined ? null : (
          <strong>
            {figure(value)} <span lang={WRITTEN}>{indicator.unit}</span>
          </strong>
        )}{" "}
        <span className="quiet small">
          {t("indicators.computed.of-days", {
            from: dayText(period.from, language),
            to: dayText(period.to, language),
          })}{" "}
          <span lang={WRITTEN}>{proposal.source}.</span>
        </span>
      </p>
      {asked ? (
        <TextField
          at={`${at}-number`}
          label={t("indicators.computed.number", { name: divisor.name })}
          value={number}
          inputMode="decimal"
          onChange={setNumber}
          fault={tried && value === undefined ? t("indicators.computed.number-not") : undefined}
        />
      ) : null}
      {ledger ? <ComputedAccounts ledger={ledger} number={divided ?? divisor?.number ?? null} /> : null}
      {proposal.parts.length > 0 ? <ComputedParts parts={proposal.parts} unit={indicator.unit} /> : null}
      {before === null ? null : (
        <TextField
          at={`${at}-reason`}
          label={t("page.goal.correct-why")}
          value={reason}
          maxLength={500}
          onChange={setReason}
          fault={tried && isBlank(reason) ? t("page.goal.not-without-reason") : undefined}
        />
      )}
      <Button type="submit" loading={saving}>
        {value === undefined
          ? t("indicators.quick.save")
          : t("indicators.computed.take", { value: figure(value), unit: indicator.unit })}
      </Button>
      <details>
        <summary>{t("indicators.computed.other")}</summary>
        <div className="computed-other">
          <TextField
            at={`${at}-other`}
            label={t("indicators.computed.other-value", { unit: indicator.unit })}
            value={other}
            inputMode="decimal"
            onChange={setOther}
            fault={tried === "other" && stated === undefined ? t("page.goal.not-a-number") : undefined}
          />
          <TextField
            at={`${at}-why`}
            label={t("indicators.computed.other-why")}
            value={why}
            maxLength={500}
            onChange={setWhy}
            fault={tried === "other" && isBlank(why) ? t("indicators.computed.other-why-missing") : undefined}
          />
          <Button type="button" variant="secondary" onClick={() => void save("other")}>
            {t("indicators.computed.other-save")}
          </Button>
        </div>
      </details>
    </form>
  );
}

/** A value whose source has changed since it was registered: shown, and corrected with one button. */
export function ChangedSource({ goal, indicator, of }: Of & { readonly of: ChangedValue }) {
  const t = useTexts("goals");
  const language = useLanguage();
  const { present, store, saving, problem } = useStoreValue(goal, indicator, of.day);
  const figure = (one: number) => numberText(one, language, decimalsOf(one));
  return (
    <div className="computed-changed" role="note">
      <ErrorSummary problem={problem} />
      <p>
        {t("indicators.computed.changed", {
          from: dayText(of.period.from, language),
          to: dayText(of.period.to, language),
          before: figure(of.before),
          now: figure(of.now),
          stated: figure(of.stated),
        })}
      </p>
      {present.data?.may.allowed ? (
        <Button
          variant="secondary"
          loading={saving}
          onClick={() =>
            void store({
              value: of.now,
              source: of.source,
              reason: t("indicators.computed.correct-reason"),
              period: { from: of.period.from as Day, to: of.period.to as Day },
              computed: { of: of.of, ...(of.number === null ? {} : { number: of.number }) },
            })
          }
        >
          {t("indicators.computed.correct", { now: figure(of.now) })}
        </Button>
      ) : null}
    </div>
  );
}
