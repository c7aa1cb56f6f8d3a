import { useBodies } from "../../../../organisation/pages/use-bodies.ts";
import type { SheetColumn } from "../../../../platform/ui/sheet/sheet-types.ts";
import { useLanguage, useTexts } from "../../../../platform/ui/texts.ts";
import { LIMITS } from "../../../base/rules/allocation-limits.ts";
import { typedNumber } from "../../../base/rules/typed-number.ts";
import { type AdjustmentRow, PROPOSAL_STATES } from "../../rules/input-rows.ts";
import { choiceColumn, numberColumn, sayNumber, TKR_LIMITS, textColumn } from "./columns.ts";

type Column = SheetColumn<AdjustmentRow>;
const DECISION = { min: 1, max: LIMITS.decision, decimals: 0 } as const;

/** The columns of a proposal: what, for whom, how much a year, and all that is said of it. */
export function useAdjustmentColumns(years: readonly number[], bodies: readonly string[]): Column[] {
  const t = useTexts("budget");
  const language = useLanguage();
  const { bodies: all, nameOf } = useBodies();
  const say = sayNumber(language);
  const words = (id: "text" | "effect" | "by" | "source", max: number, width?: number): Column =>
    textColumn<AdjustmentRow>(id, t(`inputs.field.${id}`), {
      get: (row) => row[id],
      set: (row, text) => ({ ...row, [id]: text }),
      max,
      ...(width ? { width } : {}),
      ...(id === "text" ? { frozen: true } : {}),
    });
  const total = (year: number) => (rows: readonly AdjustmentRow[]) =>
    say(
      rows.reduce((sum, { state, amounts }) => (state === "taken-in" ? sum + (amounts[year] ?? 0) : sum), 0),
    );
  return [
    words("text", LIMITS.text, 260),
    choiceColumn<AdjustmentRow>("state", t("inputs.field.state"), {
      get: (row) => row.state,
      set: (row, value) => ({ ...row, state: value as AdjustmentRow["state"] }),
      choices: PROPOSAL_STATES.map((value) => ({ value, label: t(`inputs.state.${value}`) })),
      width: 104,
    }),
    choiceColumn<AdjustmentRow>("body", t("page.body"), {
      get: (row) => row.body,
      set: (row, body) => ({ ...row, body }),
      choices: bodies.map((id) => ({ value: id, label: nameOf(id) })),
    }),
    ...years.map((year) =>
      numberColumn<AdjustmentRow>(`amount.${year}`, t("inputs.tkr-year", { year }), {
        get: (row) => row.amounts[year],
        set: (row, value) => ({ ...row, amounts: { ...row.amounts, [year]: value } }),
        clear: (row) => {
          const { [year]: _gone, ...amounts } = row.amounts;
          return { ...row, amounts };
        },
        take: (text) => typedNumber(text, TKR_LIMITS),
        say,
        sum: total(year),
      }),
    ),
    choiceColumn<AdjustmentRow>("oneOff", t("inputs.field.oneOff"), {
      get: (row) => (row.oneOff ? "once" : "lasting"),
      set: (row, value) => ({ ...row, oneOff: value === "once" }),
      choices: (["lasting", "once"] as const).map((value) => ({ value, label: t(`inputs.${value}`) })),
      width: 112,
    }),
    words("effect", 2000, 240),
    choiceColumn<AdjustmentRow>("owner", t("inputs.field.owner"), {
      get: (row) => row.owner,
      set: (row, owner) => ({ ...row, owner }),
      choices: [
        { value: "", label: t("inputs.no-owner") },
        ...all.filter(({ validTo }) => validTo === null).map(({ id, name }) => ({ value: id, label: name })),
      ],
      width: 200,
    }),
    words("by", LIMITS.by, 160),
    words("source", LIMITS.source),
    numberColumn<AdjustmentRow>("decision", t("inputs.field.decision"), {
      get: (row) => row.decision ?? undefined,
      set: (row, decision) => ({ ...row, decision }),
      clear: (row) => ({ ...row, decision: null }),
      take: (text) => typedNumber(text, DECISION),
      say: String,
      width: 88,
    }),
  ];
}
