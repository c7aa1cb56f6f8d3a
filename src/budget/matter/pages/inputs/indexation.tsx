import { lastingId } from "../../../../kernel/plain-id.ts";
import { useBodies } from "../../../../organisation/pages/use-bodies.ts";
import { Section } from "../../../../platform/ui/page.tsx";
import { dataText, useLanguage, useTexts } from "../../../../platform/ui/texts.ts";
import type { Indexation } from "../../../base/rules/allocation-input.ts";
import { LIMITS } from "../../../base/rules/allocation-limits.ts";
import { typedNumber, typedRate, typedShare } from "../../../base/rules/typed-number.ts";
import { withIds } from "../../rules/input-rows.ts";
import {
  choiceColumn,
  numberColumn,
  RATE_LIMITS,
  sayNumber,
  sayPercent,
  TKR_LIMITS,
  textColumn,
} from "./columns.ts";
import type { PartProps } from "./editing.ts";
import { InputsSheet } from "./sheet.tsx";

const KINDS = ["wages", "rents", "prices", "other"] as const;
type Line = Indexation & { readonly id: string };

/** What grows: wages of the yearly review, rents of new, rebuilt and extended buildings, prices (E-2). */
export function InputsIndexation({ editing: { budget, changeInput, readOnly } }: PartProps) {
  const t = useTexts("budget");
  const { indexation, years, bodies } = budget.input;
  const rows = withIds(indexation, "rad");
  const columns = useIndexationColumns(budget.input);
  return (
    <Section title={t("inputs.section.indexation")} lead={t("inputs.indexation-lead")} cite="§2.2">
      <InputsSheet<Line>
        at="input.indexation"
        readOnly={readOnly}
        caption={t("inputs.section.indexation")}
        rows={rows}
        rowKey={({ id }) => id}
        columns={columns}
        onChange={(next) => changeInput({ indexation: next })}
        newRow={() => ({
          id: lastingId("rad"),
          body: bodies[0] ?? "",
          kind: "wages",
          baseTkr: 0,
          rate: Object.fromEntries(years.map((year) => [year, 0])),
        })}
        maxRows={LIMITS.indexation}
      />
    </Section>
  );
}

function useIndexationColumns({
  years,
  bodies,
  indexation,
}: {
  readonly years: readonly number[];
  readonly bodies: readonly string[];
  readonly indexation: readonly Indexation[];
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { nameOf } = useBodies();
  const say = sayNumber(language);
  const percent = sayPercent(language);
  const kinds = [...new Set<string>([...KINDS, ...indexation.map(({ kind }) => kind)])];
  const total = (of: readonly Line[]) => say(of.reduce((sum, { baseTkr }) => sum + baseTkr, 0));
  return [
    {
      ...choiceColumn<Line>("body", t("page.body"), {
        get: (row) => row.body,
        set: (row, value) => ({ ...row, body: value }),
        choices: bodies.map((id) => ({ value: id, label: nameOf(id) })),
        width: 220,
      }),
      frozen: true,
    },
    choiceColumn<Line>("kind", t("inputs.field.kind"), {
      get: (row) => row.kind,
      set: (row, value) => ({ ...row, kind: value }),
      choices: kinds.map((kind) => ({
        value: kind,
        label: dataText(t, "indexation", kind, { defaultValue: kind }),
      })),
      width: 112,
    }),
    textColumn<Line>("name", t("inputs.field.object"), {
      get: (row) => row.name ?? "",
      set: ({ name: _old, ...row }, text) => (text === "" ? row : { ...row, name: text }),
      max: LIMITS.name,
      width: 160,
    }),
    numberColumn<Line>("base", t("inputs.field.baseTkr"), {
      get: (row) => row.baseTkr,
      set: (row, value) => ({ ...row, baseTkr: value }),
      take: (text) => typedNumber(text, TKR_LIMITS),
      say,
      sum: total,
    }),
    ...years.flatMap((year) => [
      numberColumn<Line>(`rate.${year}`, t("inputs.rate-year", { year }), {
        get: (row) => row.rate[year],
        set: (row, value) => ({ ...row, rate: { ...row.rate, [year]: value } }),
        take: (text) => typedRate(text, RATE_LIMITS),
        say: percent,
      }),
      numberColumn<Line>(`share.${year}`, t("inputs.share-year", { year }), {
        get: (row) => row.share?.[year] ?? 1,
        set: (row, value) => ({ ...row, share: { ...row.share, [year]: value } }),
        take: typedShare,
        say: percent,
      }),
    ]),
    textColumn<Line>("source", t("inputs.field.source"), {
      get: (row) => row.source ?? "",
      set: ({ source: _old, ...row }, text) => (text === "" ? row : { ...row, source: text }),
      max: LIMITS.source,
    }),
  ];
}
