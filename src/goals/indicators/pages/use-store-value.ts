import { type Day, isDay } from "../../../kernel/day.ts";
import { numberText } from "../../../kernel/format.ts";
import { useSession } from "../../../organisation/pages/use-bodies.ts";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import type { MeasuredGoal } from "../../contract.ts";
import { getValue, type IndicatorView, registerValue, removeValue } from "../contract.ts";
import { decimalsOf } from "../rules/decimals.ts";

interface NewValue {
  readonly value: number;
  /** Why a value of the day is corrected. */
  readonly reason?: string | undefined;
  readonly period?: { readonly from: Day; readonly to: Day } | undefined;
  readonly note?: string | undefined;
  /** Where it comes from, where that is not what the indicator says. */
  readonly source?: string | undefined;
  /** Of which state of its source it was computed. */
  readonly computed?: { readonly of: string; readonly number?: number } | undefined;
}

/** What there is of an indicator on a day, and a way to store another value there, with Undo. */
export function useStoreValue(goal: MeasuredGoal, indicator: IndicatorView, day: string | undefined) {
  const t = useTexts("goals");
  const language = useLanguage();
  const toast = useToast();
  const signedIn = useSession()?.person != null;
  const { save, saving, problem } = useSave(registerValue);
  const { save: remove } = useSave(removeValue);
  const params = { body: goal.body, goal: goal.id, indicator: indicator.id, day: (day ?? "") as Day };
  // What there is on the day, by which version, and whether it is the reader's to report
  const present = useApi(
    getValue,
    { params, query: { year: goal.year } },
    { when: signedIn && isDay(params.day) },
  );
  const put = (source: string, seen: string, { value, reason, period, note, computed }: NewValue) =>
    save({
      params,
      ifMatch: seen,
      body: {
        value,
        source,
        year: goal.year,
        ...(reason === undefined ? {} : { reason }),
        ...(period === undefined ? {} : { period }),
        ...(note === undefined ? {} : { note }),
        ...(computed === undefined ? {} : { computed }),
      },
    });
  /** Puts back what was there on the day, or nothing. */
  const takeBack = async (before: { value: number; source: string } | undefined, seen: string) => {
    const reason = t("page.goal.undo-reason");
    const done = before
      ? await put(before.source, seen, { value: before.value, reason })
      : await remove({ params, ifMatch: seen, query: { reason, year: goal.year } });
    if (done)
      toast(t(before ? "page.goal.undone" : "page.goal.removed", { ...before, unit: indicator.unit }));
  };
  return {
    present,
    saving,
    problem,
    /** Stores and tells, or gives undefined where it was refused. */
    store: async (one: NewValue) => {
      const there = present.data;
      const before =
        there && there.value !== null && there.source !== null
          ? { value: there.value, source: there.source }
          : undefined;
      const stored = await put(one.source ?? indicator.source, present.etag ?? "none", one);
      if (!stored) return undefined;
      const shown = numberText(one.value, language, decimalsOf(one.value));
      toast(t("page.goal.registered", { value: shown, unit: indicator.unit }), {
        undo: () => takeBack(before, stored.etag ?? "none"),
      });
      return stored;
    },
  };
}
