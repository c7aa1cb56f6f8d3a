import { Button } from "@digdir/designsystemet-react";
import { useRef, useState } from "react";
import { type Day, isDay } from "../../../kernel/day.ts";
import { numberText } from "../../../kernel/format.ts";
import { numberIn } from "../../../kernel/number-in.ts";
import { isBlank } from "../../../kernel/written.ts";
import { useSession } from "../../../organisation/pages/use-bodies.ts";
import { fieldId, TextField } from "../../../platform/ui/fields.tsx";
import { MayButton } from "../../../platform/ui/may-button.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import type { GoalView } from "../../contract.ts";
import { getValue, type IndicatorView, registerValue, removeValue } from "../contract.ts";
import { decimalsOf } from "../rules/decimals.ts";

/** One minute: one field, one button, and Undo (V-7). */
export function RegisterValue({
  goal,
  indicator,
}: {
  readonly goal: GoalView;
  readonly indicator: IndicatorView;
}) {
  const t = useTexts("goals");
  const language = useLanguage();
  const toast = useToast();
  const session = useSession();
  const { save, saving, problem } = useSave(registerValue);
  const { save: remove } = useSave(removeValue);
  const [text, setText] = useState("");
  const [day, setDay] = useState<string>();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const value = numberIn(text, indicator.unit);
  const onDay = day ?? session?.today ?? "";
  const before = indicator.values.find((v) => v.day === onDay && v.year === goal.year);
  const at = `value-${indicator.id}`;

  const place = { body: goal.body, goal: goal.id, indicator: indicator.id, day: onDay as Day };
  // What there is on the day, by which version, and whether it is the reader's to report
  const signedIn = session?.person != null;
  const present = useApi(
    getValue,
    { params: place, query: { year: goal.year } },
    { when: signedIn && isDay(onDay) },
  );
  const may = useKept(present.data?.may);
  const store = (number: number, source: string, seen: string, why?: string) =>
    save({
      params: place,
      ifMatch: seen,
      body: { value: number, source, year: goal.year, ...(why === undefined ? {} : { reason: why }) },
    });
  const register = async () => {
    setTried(true);
    if (value === undefined) return document.getElementById(fieldId(at))?.focus();
    if (before && isBlank(reason)) return document.getElementById(fieldId(`${at}-reason`))?.focus();
    const seen = present.etag ?? "none";
    const stored = await store(value, indicator.source, seen, before ? reason.trim() : undefined);
    if (!stored) return;
    setText("");
    setReason("");
    setTried(false);
    const shown = numberText(value, language, decimalsOf(value));
    toast(t("page.goal.registered", { value: shown, unit: indicator.unit }), {
      undo: () => takeBack(before, stored.etag ?? "none"),
    });
  };
  /** Puts back what was there on the day, or nothing. */
  const takeBack = async (
    before: { readonly value: number; readonly source: string } | undefined,
    seen: string,
  ) => {
    const why = t("page.goal.undo-reason");
    const done = before
      ? await store(before.value, before.source, seen, why)
      : await remove({ params: place, ifMatch: seen, query: { reason: why, year: goal.year } });
    if (done)
      toast(t(before ? "page.goal.undone" : "page.goal.removed", { ...before, unit: indicator.unit }));
  };
  if (!signedIn) return null;
  if (!may?.allowed)
    return (
      <MayButton variant="secondary" may={may} onPress={() => {}}>
        {t("page.goal.register")}
      </MayButton>
    );
  return (
    <form
      className="register"
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving) void register();
      }}
    >
      <ErrorSummary problem={problem} />
      <TextField
        at={at}
        label={t("page.goal.register-for", { name: indicator.name, unit: indicator.unit })}
        value={text}
        inputMode="decimal"
        onChange={setText}
        fault={tried && value === undefined ? t("page.goal.not-a-number") : undefined}
      />
      <TextField
        at={`${at}-day`}
        type="date"
        label={t("page.goal.value-day")}
        value={onDay}
        onChange={setDay}
      />
      {before ? (
        <TextField
          at={`${at}-reason`}
          label={t("page.goal.correct-why")}
          help={t("page.goal.correct-help")}
          value={reason}
          maxLength={500}
          onChange={setReason}
          fault={tried && isBlank(reason) ? t("page.goal.not-without-reason") : undefined}
        />
      ) : null}
      <Button type="submit" variant="secondary" loading={saving}>
        {t("page.goal.register")}
      </Button>
    </form>
  );
}

/** The answer of the day before stays while that of another day is fetched: the form does not go away under the hand. */
function useKept<T>(present: T | undefined): T | undefined {
  const kept = useRef(present);
  if (present !== undefined) kept.current = present;
  return present ?? kept.current;
}
