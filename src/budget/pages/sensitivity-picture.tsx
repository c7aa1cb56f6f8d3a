import { memo, useDeferredValue, useMemo } from "react";
import { type Column, DataTable } from "../../platform/ui/data-table.tsx";
import { changeText } from "../../platform/ui/format.ts";
import { Money } from "../../platform/ui/number.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { type Text, useLanguage, useTexts } from "../../platform/ui/texts.ts";
import type { Budget } from "../contract.ts";
import { applyChanges, type Changes } from "../rules/scenario.ts";
import { PROBE_PEOPLE, type Sensitivity, sensitivityOf } from "../rules/sensitivity.ts";

/** What matters most to a year's result, as ranked bars with their table (E-9). */
export function SensitivityPicture({ changes, ...rest }: SensitivityProps) {
  // Drawn when there is time for it: a slider never waits for this
  return <Ranked {...rest} changes={useDeferredValue(changes)} />;
}

interface SensitivityProps {
  readonly name: string;
  readonly base: Budget;
  readonly changes: Changes;
  readonly year: number;
}

const Ranked = memo(function Ranked({ name, base, changes, year }: SensitivityProps) {
  const t = useTexts("budget");
  const language = useLanguage();
  const found = useMemo(() => sensitivityOf(applyChanges(base, changes), year), [base, changes, year]);
  const { years } = base.input;
  const first = years[0] as number;
  const effect = ({ effectTkr }: Sensitivity, of: number) =>
    effectTkr.find((one) => one.year === of)?.amountTkr ?? 0;
  const largest = Math.max(1, ...found.map((one) => Math.abs(effect(one, year))));
  const shown = found.filter((one) => effect(one, year) !== 0);
  return (
    <Section
      title={t("scenario.sensitivity", { year })}
      lead={t("scenario.sensitivity-lead", { first, name })}
      cite="§2.2"
    >
      <div className="sensitivity" role="img" aria-label={t("scenario.sensitivity-label", { year })}>
        {shown.map((one) => {
          const tkr = effect(one, year);
          const share = (Math.abs(tkr) / largest) * 50;
          return (
            <div key={one.id} className="sensitivity-row">
              <span className="sensitivity-name">{probeName(one, first, t)}</span>
              <span className="sensitivity-track">
                <span
                  className="sensitivity-bar"
                  data-sign={tkr < 0 ? "down" : "up"}
                  style={{ width: `${share}%`, insetInlineStart: `${tkr < 0 ? 50 - share : 50}%` }}
                />
              </span>
              <span className="num">{changeText(tkr, language)}</span>
            </div>
          );
        })}
      </div>
      <DataTable
        caption={t("scenario.sensitivity-caption")}
        captionShown
        search={false}
        columns={[
          {
            id: "what",
            header: t("scenario.sensitivity-what"),
            value: (one) => probeName(one, first, t),
          },
          ...years.map(
            (y): Column<Sensitivity> => ({
              id: String(y),
              header: String(y),
              numeric: true,
              value: (one) => effect(one, y),
              cell: (one) => <Money tkr={effect(one, y)} signed />,
            }),
          ),
        ]}
        rows={found}
        rowKey={(one) => one.id}
      />
    </Section>
  );
});

function probeName({ what, of = "", age = 0 }: Sensitivity, year: number, t: Text): string {
  const group = what === "rate" ? "indexation" : "service";
  return t(`scenario.probe.${what}`, {
    what: of ? t(`${group}.${of}`, { defaultValue: of }) : "",
    year,
    age,
    count: PROBE_PEOPLE,
  });
}
