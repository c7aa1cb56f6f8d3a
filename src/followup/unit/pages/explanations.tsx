import { numberText } from "../../../kernel/format.ts";
import { isBlank } from "../../../kernel/written.ts";
import { TextArea } from "../../../platform/ui/fields.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Section } from "../../../platform/ui/page.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { type ForecastLine, MAX_EXPLANATION } from "../rules/forecast.ts";
import "../../pages/followup.css";

type Said = Pick<ForecastLine, "of" | "deviationTkr">;

/** What a line deviates by, in words: "Personal: 420 tkr över budget". */
export function useDeviationName() {
  const t = useTexts("followup");
  const language = useLanguage();
  return ({ of, deviationTkr }: Said): string =>
    t(deviationTkr < 0 ? "unit-forecast.why-over" : "unit-forecast.why-under", {
      line: t(`unit-forecast.of.${of}`),
      amount: numberText(Math.abs(deviationTkr), language),
    });
}

/** One field for each line that is not as budgeted. */
export function Explanations({
  lines,
  write,
}: {
  readonly lines: readonly ForecastLine[];
  readonly write: (of: string, part: { explanation: string }) => void;
}) {
  const t = useTexts("followup");
  const name = useDeviationName();
  const deviating = lines.flatMap((line, i) => (line.deviationTkr === 0 ? [] : [{ line, i }]));
  if (deviating.length === 0) return <p className="quiet">{t("unit-forecast.why-none")}</p>;
  return (
    <div className="form">
      {deviating.map(({ line, i }) => (
        <TextArea
          key={line.of}
          at={`lines.${i}.explanation`}
          label={name(line)}
          value={line.explanation}
          onChange={(explanation) => write(line.of, { explanation })}
          rows={2}
          maxLength={MAX_EXPLANATION}
        />
      ))}
    </div>
  );
}

/** What was explained, to read. */
export function Explained({
  lines,
  effect,
}: {
  readonly lines: readonly ForecastLine[];
  readonly effect: string;
}) {
  const t = useTexts("followup");
  const name = useDeviationName();
  const said = lines.filter(({ explanation }) => !isBlank(explanation));
  if (said.length === 0 && isBlank(effect)) return null;
  return (
    <Section title={t("unit-forecast.why")}>
      <dl className="explained">
        {said.map((line) => (
          <div key={line.of}>
            <dt>{name(line)}</dt>
            <dd lang={WRITTEN}>{line.explanation}</dd>
          </div>
        ))}
        {isBlank(effect) ? null : (
          <div>
            <dt>{t("unit-forecast.effect")}</dt>
            <dd lang={WRITTEN}>{effect}</dd>
          </div>
        )}
      </dl>
    </Section>
  );
}
