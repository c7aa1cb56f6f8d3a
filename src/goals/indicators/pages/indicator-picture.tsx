import { dayText, numberText } from "../../../kernel/format.ts";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useWidth } from "../../../platform/ui/use-width.ts";
import type { MeasuredGoal } from "../../contract.ts";
import type { IndicatorView } from "../contract.ts";
import { decimalsOf } from "../rules/decimals.ts";
import { indicatorLayout } from "./indicator-layout.ts";

const FIRST_WIDTH = 560;
const TARGET = 6;

/** What was measured beside the way from baseline to target (V-7); the table under it says the same in figures. */
export function IndicatorPicture({
  goal,
  indicator,
}: {
  readonly goal: MeasuredGoal;
  readonly indicator: IndicatorView;
}) {
  const t = useTexts("goals");
  const language = useLanguage();
  const [frame, width] = useWidth<HTMLElement>(FIRST_WIDTH);
  const layout = indicatorLayout(indicator, goal.targetYear, width);
  const { plot, target, band } = layout;
  const figure = (value: number) => numberText(value, language, decimalsOf(value));
  const values = layout.points.map((p) => `${dayText(p.day, language)} ${figure(p.value)}`).join(", ");
  return (
    <figure className="indicator-picture" ref={frame}>
      <ul className="indicator-key" aria-hidden="true">
        <li className="indicator-key-value">{t("indicators.picture.value")}</li>
        <li className="indicator-key-path">{t("indicators.picture.path")}</li>
        <li className="indicator-key-target">{t("indicators.picture.target")}</li>
      </ul>
      <svg
        width={width}
        height={layout.height}
        viewBox={`0 0 ${width} ${layout.height}`}
        role="img"
        aria-label={t("page.goal.line", {
          name: indicator.name,
          unit: indicator.unit,
          baseline: figure(indicator.baseline),
          target: figure(indicator.target),
          values:
            layout.points.length > 0 ? t("page.goal.line-values", { values }) : t("page.goal.line-none"),
        })}
      >
        {layout.ticks.map(({ value, y }) => (
          <g key={value}>
            <line className="picture-line" x1={plot.left} x2={plot.right} y1={y} y2={y} />
            <text className="picture-amount" x={plot.left - 8} y={y}>
              {figure(value)}
            </text>
          </g>
        ))}
        {layout.years.map(({ year, x }) => (
          <text key={year} className="indicator-year" x={x} y={plot.bottom + 20}>
            {year}
          </text>
        ))}
        {band ? (
          <rect
            className="indicator-band"
            x={plot.left}
            width={plot.right - plot.left}
            y={band.y}
            height={Math.max(band.height, 2)}
          />
        ) : null}
        <path className="sparkline-way" d={layout.wayPath} />
        <path className="sparkline-line" d={layout.valuePath} />
        {layout.points.map((p) => (
          <circle key={`${p.day} ${p.value}`} className="sparkline-point" cx={p.x} cy={p.y} r={4.5} />
        ))}
        <path
          className="sparkline-target"
          d={`M${target.x} ${target.y - TARGET}L${target.x + TARGET} ${target.y}L${target.x} ${target.y + TARGET}L${target.x - TARGET} ${target.y}Z`}
        />
      </svg>
    </figure>
  );
}
