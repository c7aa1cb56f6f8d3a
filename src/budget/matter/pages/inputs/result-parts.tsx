import { lastingId } from "../../../../kernel/plain-id.ts";
import { Section } from "../../../../platform/ui/page.tsx";
import { useLanguage, useTexts } from "../../../../platform/ui/texts.ts";
import type { Budget } from "../../../base/contract.ts";
import {
  MAX_PARTS,
  PART_LINES,
  type PartLine,
  partsOf,
  type ResultPart,
  withParts,
} from "../../../base/rules/result-parts.ts";
import { typedNumber } from "../../../base/rules/typed-number.ts";
import { choiceColumn, numberColumn, sayNumber, TKR_LIMITS, textColumn } from "./columns.ts";
import type { InputsEditing } from "./editing.ts";
import { InputsSheet } from "./sheet.tsx";

const MAX_NAME = 200;
const MAX_SOURCE = 500;

/** What lines of the result are made of: pensions and reserves, grants one by one (E-7). A line with parts is their sum. */
export function ResultPartsSheet({
  budget,
  years,
  change,
  readOnly,
}: Pick<InputsEditing, "budget" | "change" | "readOnly"> & { readonly years: readonly number[] }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const say = sayNumber(language);
  const { resultParts = [] } = budget;
  return (
    <Section title={t("inputs.parts")} lead={t("inputs.parts-lead")} level={3}>
      <InputsSheet<ResultPart>
        at="resultParts"
        readOnly={readOnly}
        caption={t("inputs.parts-caption")}
        rows={resultParts}
        rowKey={({ id }) => id}
        columns={[
          textColumn<ResultPart>("name", t("inputs.field.part"), {
            get: ({ name }) => name,
            set: (row, name) => ({ ...row, name }),
            max: MAX_NAME,
            width: 220,
            frozen: true,
          }),
          choiceColumn<ResultPart>("line", t("inputs.field.line"), {
            get: ({ line }) => line,
            set: (row, line) => ({ ...row, line: line as PartLine }),
            choices: PART_LINES.map((value) => ({ value, label: t(`inputs.line.${value}`) })),
          }),
          ...years.map((year) =>
            numberColumn<ResultPart>(String(year), String(year), {
              get: ({ amountsTkr }) => amountsTkr[year] ?? 0,
              set: (row, tkr) => ({ ...row, amountsTkr: { ...row.amountsTkr, [year]: tkr } }),
              take: (text) => typedNumber(text, TKR_LIMITS),
              say,
            }),
          ),
          textColumn<ResultPart>("source", t("inputs.field.source"), {
            get: ({ source = "" }) => source,
            set: ({ source: _old, ...row }, text) => (text === "" ? row : { ...row, source: text }),
            max: MAX_SOURCE,
          }),
        ]}
        onChange={(next) => change(withBegun(next, budget))}
        newRow={() => ({ id: lastingId("del"), line: "centralTkr", name: "", amountsTkr: {} })}
        maxRows={MAX_PARTS}
      />
    </Section>
  );
}

/**
 * The parts with their lines as the sums. A line's first part begins with all that the line was, so that it is divided and
 * not lost; a line whose last part is taken away keeps what it was.
 */
function withBegun(next: readonly ResultPart[], { resultInput, resultParts = [] }: Budget): Partial<Budget> {
  const begun = next.map((part) => {
    const first = partsOf(resultParts, part.line).length === 0 && partsOf(next, part.line)[0] === part;
    if (!first || Object.values(part.amountsTkr).some((tkr) => tkr !== 0)) return part;
    return {
      ...part,
      amountsTkr: Object.fromEntries(resultInput.map((line) => [String(line.year), line[part.line]])),
    };
  });
  return { resultParts: begun, resultInput: withParts(resultInput, begun) };
}
