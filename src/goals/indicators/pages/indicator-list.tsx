import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { numberText } from "../../../kernel/format.ts";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import type { Indicator } from "../contract.ts";
import { decimalsOf } from "../rules/decimals.ts";
import { IndicatorForm, newIndicator } from "./indicator-form.tsx";

const MAX_INDICATORS = 10;

/** A goal's indicators while it is written: each is put in whole, beside the list. */
export function IndicatorList({
  indicators,
  body,
  year,
  none,
  unnamed,
  onChange,
}: {
  readonly indicators: readonly Indicator[];
  /** Whose people come first among those who may report. */
  readonly body?: string | undefined;
  readonly year: number;
  /** What it means that there are none. */
  readonly none: string;
  /** Who reports where nobody is named. */
  readonly unnamed: string;
  readonly onChange: (indicators: Indicator[]) => void;
}) {
  const t = useTexts("goals");
  const language = useLanguage();
  const [editing, edit] = useState<Indicator | "new">();
  const figure = (value: number) => numberText(value, language, decimalsOf(value));
  return (
    <div className="stack">
      <h3 className="ds-heading" data-size="2xs">
        {t("page.edit.indicators")}
      </h3>
      {indicators.length === 0 ? <p className="quiet">{none}</p> : null}
      <ul className="plain-list stack">
        {indicators.map((indicator) => (
          <li key={indicator.id} className="row">
            <span>
              {t("content.indicator", {
                name: indicator.name,
                baseline: figure(indicator.baseline),
                year: indicator.baselineYear,
                target: figure(indicator.target),
                unit: indicator.unit,
              })}
            </span>
            <Button
              variant="tertiary"
              data-size="sm"
              aria-label={`${t("page.edit.change")}: ${indicator.name}`}
              onClick={() => edit(indicator)}
            >
              {t("page.edit.change")}
            </Button>
            <Button
              variant="tertiary"
              data-size="sm"
              aria-label={`${t("page.edit.remove-indicator")}: ${indicator.name}`}
              onClick={() => onChange(indicators.filter((other) => other.id !== indicator.id))}
            >
              {t("page.edit.remove-indicator")}
            </Button>
          </li>
        ))}
      </ul>
      <div>
        <Button variant="tertiary" disabled={indicators.length >= MAX_INDICATORS} onClick={() => edit("new")}>
          {t("page.edit.add-indicator")}
        </Button>
      </div>
      {editing ? (
        <IndicatorForm
          indicator={editing === "new" ? newIndicator(year) : editing}
          body={body}
          unnamed={unnamed}
          fresh={editing === "new"}
          onClose={() => edit(undefined)}
          onDone={(done) => {
            const known = indicators.some((other) => other.id === done.id);
            onChange(
              known
                ? indicators.map((other) => (other.id === done.id ? done : other))
                : [...indicators, done],
            );
            edit(undefined);
          }}
        />
      ) : null}
    </div>
  );
}
