import { numberText } from "../../../kernel/format.ts";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Num, When } from "../../../platform/ui/number.tsx";
import { PlainTable } from "../../../platform/ui/plain-table.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import type { MeasuredGoal } from "../../contract.ts";
import { getSpread, type IndicatorView, type PartView, type SpreadView } from "../contract.ts";
import { decimalsOf } from "../rules/decimals.ts";
import { differenceUnit } from "../rules/spread.ts";

const MOST_BARS = 40;

/** How far apart those are whom an indicator speaks of, by sex, unit and area (P-6): seen beside the whole, never hidden in it. */
export function IndicatorSpread({
  goal,
  indicator,
}: {
  readonly goal: MeasuredGoal;
  readonly indicator: IndicatorView;
}) {
  const t = useTexts("goals");
  const { body, id, year } = goal;
  const { data } = useApi(getSpread, { params: { year, body, goal: id, indicator: indicator.id } });
  if (!data || data.spreads.length === 0) return null;
  const both = data.parts.some(
    (part) => [part.sex, part.unit, part.area].filter((side) => side !== null).length > 1,
  );
  return (
    <section className="spread" aria-labelledby={`spridning-${indicator.id}`}>
      <h4 className="ds-heading" data-size="2xs" id={`spridning-${indicator.id}`}>
        {t("indicators.spread.title")}
      </h4>
      <p className="quiet small">{t("indicators.spread.lead")}</p>
      {data.spreads.map((spread) => (
        <OneSpread key={spread.by} spread={spread} indicator={indicator} />
      ))}
      {both ? (
        <details>
          <summary>{t("indicators.spread.table")}</summary>
          <PlainTable
            caption={t("indicators.spread.table")}
            fit
            columns={[
              { id: "of", header: t("indicators.table.of") },
              { id: "value", stays: true, header: t("page.goal.value"), numeric: true },
              { id: "people", header: t("indicators.spread.people"), numeric: true },
              { id: "day", header: t("page.goal.day") },
            ]}
            rows={data.parts.map((part) => ({
              key: JSON.stringify([part.sex, part.unit, part.area]),
              cells: [
                <PartName key="of" part={part} />,
                part.value === null ? (
                  t("indicators.spread.hidden")
                ) : (
                  <Num key="value" value={part.value} decimals={decimalsOf(part.value)} />
                ),
                <Num key="people" value={part.people} />,
                <When key="day" at={part.day} />,
              ],
            }))}
          />
        </details>
      ) : null}
    </section>
  );
}

/** "Hyllinge skola, Flickor": what a part is of. */
export function PartName({
  part,
}: {
  readonly part: Pick<PartView, "sex" | "area"> & { readonly unitName: string | null };
}) {
  const t = useTexts("goals");
  const written = [part.unitName, part.area].filter((name) => name !== null).join(", ");
  return (
    <>
      {written ? <span lang={WRITTEN}>{written}</span> : null}
      {written && part.sex ? ", " : ""}
      {part.sex ? t(`indicators.spread.${part.sex}`) : written ? "" : t("indicators.table.whole")}
    </>
  );
}

function OneSpread({
  spread,
  indicator,
}: {
  readonly spread: SpreadView;
  readonly indicator: IndicatorView;
}) {
  const t = useTexts("goals");
  const language = useLanguage();
  const figure = (value: number) => numberText(value, language, decimalsOf(value));
  const shown = spread.parts.filter(({ value }) => value !== null);
  const hidden = spread.parts.filter(({ value }) => value === null);
  const [low, high] = [shown[0], shown.at(-1)];
  const nameOf = (part: SpreadView["parts"][number]) =>
    part.sex ? t(`indicators.spread.${part.sex}`) : part.name;
  // In a sentence a sex has no capital; a school has
  const within = (part: SpreadView["parts"][number]) =>
    part.sex ? nameOf(part).toLocaleLowerCase(language) : part.name;
  const by = t(`indicators.spread.by.${spread.by}`);
  const said = () => {
    if (spread.difference === null || !low || !high) return t("indicators.spread.not-known", { by });
    const [lowest, highest] = [figure(low.value ?? 0), figure(high.value ?? 0)];
    if (spread.difference === 0) return t("indicators.spread.same", { by, lowest, unit: indicator.unit });
    return t("indicators.spread.apart", {
      by,
      difference: figure(spread.difference),
      unit: differenceUnit(indicator.unit, spread.difference, {
        one: t("indicators.spread.point"),
        more: t("indicators.spread.points"),
      }),
      low: within(low),
      lowest,
      high: within(high),
      highest,
    });
  };
  const most = Math.max(...shown.map(({ value }) => Math.abs(value ?? 0)), Number.MIN_VALUE);
  return (
    <div className="spread-by">
      <p>
        <strong>{said()}</strong> <When at={spread.day} />
      </p>
      <table className="spread-bars">
        <caption className="ds-sr-only">
          {by}:{" "}
          <span lang={WRITTEN}>
            {indicator.name}, {indicator.unit}
          </span>
        </caption>
        <tbody>
          {[...shown, ...hidden].slice(0, MOST_BARS).map((part) => (
            <tr key={`${part.sex} ${part.unit} ${part.area}`}>
              <th scope="row">{part.sex ? nameOf(part) : <span lang={WRITTEN}>{part.name}</span>}</th>
              <td className="spread-bar" aria-hidden="true">
                {part.value === null ? null : (
                  <span style={{ inlineSize: `${(Math.abs(part.value) / most) * 100}%` }} />
                )}
              </td>
              <td className="spread-value">
                {part.value === null ? (
                  <span className="quiet" title={t("indicators.spread.hidden-why")}>
                    {t("indicators.spread.hidden")}
                  </span>
                ) : (
                  <Num value={part.value} decimals={decimalsOf(part.value)} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
