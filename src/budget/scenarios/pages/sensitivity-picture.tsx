import { memo, startTransition, useEffect, useState } from "react";
import { changeText } from "../../../kernel/format.ts";
import { type Column, DataTable } from "../../../platform/ui/data-table.tsx";
import { Money } from "../../../platform/ui/number.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { dataText, type Text, useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import type { Budget } from "../../base/contract.ts";
import { applyChanges, type Changes } from "../../live/rules/changes.ts";
import { PROBE_PEOPLE, type Sensitivity, sensitivitySteps } from "../rules/sensitivity.ts";

/** What matters most to a year's result, as ranked bars with their table (E-9). */
export function SensitivityPicture({ changes, ...rest }: SensitivityProps) {
  const found = useSensitivity(rest.base, changes, rest.year);
  return found ? <Ranked {...rest} found={found} /> : null;
}

/** The slider has been still for so long before anything is asked. */
const STILL_MS = 250;
/** So long is asked at a time, before the page may draw and take what is typed. */
const SLICE_MS = 6;
/** The picture is of what matters most; the table under it has all. */
const MAX_BARS = 25;

/** The questions' answers, a few at a time when nothing is being moved: a slider never waits for them. */
function useSensitivity(base: Budget, changes: Changes, year: number): readonly Sensitivity[] | undefined {
  const [found, setFound] = useState<readonly Sensitivity[]>();
  useEffect(() => {
    const begin = () => {
      const steps = sensitivitySteps(applyChanges(base, changes), year);
      const slice = () => {
        const until = performance.now() + SLICE_MS;
        while (performance.now() < until) {
          const step = steps.next();
          if (step.done) return startTransition(() => setFound(step.value));
        }
        timer = setTimeout(slice);
      };
      slice();
    };
    let timer = setTimeout(begin, STILL_MS);
    return () => clearTimeout(timer);
  }, [base, changes, year]);
  return found;
}

interface SensitivityProps {
  readonly name: string;
  readonly base: Budget;
  readonly changes: Changes;
  readonly year: number;
}

type RankedProps = Omit<SensitivityProps, "changes"> & { readonly found: readonly Sensitivity[] };

const Ranked = memo(function Ranked({ name, base, found, year }: RankedProps) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { years } = base.input;
  const first = years[0] as number;
  const effect = ({ effectTkr }: Sensitivity, of: number) =>
    effectTkr.find((one) => one.year === of)?.amountTkr ?? 0;
  const largest = Math.max(1, ...found.map((one) => Math.abs(effect(one, year))));
  const shown = found.filter((one) => effect(one, year) !== 0).slice(0, MAX_BARS);
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

function probeName({ what, of = "", age = 0 }: Sensitivity, year: number, t: Text<"budget">): string {
  const group = what === "rate" ? "indexation" : "service";
  return t(`scenario.probe.${what}`, {
    what: of ? dataText(t, group, of, { defaultValue: of }) : "",
    year,
    age,
    count: PROBE_PEOPLE,
  });
}
