import { useId } from "react";
import { numberText } from "../../../kernel/format.ts";
import { PlainTable } from "../../../platform/ui/plain-table.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useWidth } from "../../../platform/ui/use-width.ts";
import type { Position } from "../../base/rules/position.ts";
import { positionLayout, SERIES, type SeriesId } from "./layout.ts";
import { namedLine } from "./line-named.ts";
import { LineFigure } from "./statement.tsx";
import "./position.css";
import { AmountLines, Hatch } from "../../../platform/ui/picture.tsx";

const FIRST_WIDTH = 720;

/** What is earned, built and owed over the years, in one scale (E-7). The table under it says the same. */
export function PositionPicture({ statements }: { readonly statements: Position }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const hatch = useId();
  const [frame, width] = useWidth<HTMLElement>(FIRST_WIDTH);
  const net = namedLine(
    "netDebt",
    statements.years.map(({ lines }) => lines.netDebt),
    t,
  );
  const nameOf = (series: SeriesId) => (series === "netDebt" ? net.name : t(`position.line.${series}`));
  const signOf = (series: SeriesId) => (series === "netDebt" ? net.sign : 1);
  const years = statements.years.map((year) => ({
    ...year,
    lines: { ...year.lines, netDebt: net.sign * (year.lines.netDebt ?? 0) + 0 },
  }));
  const layout = positionLayout(years, width);
  const number = (tkr: number) => numberText(tkr, language);
  return (
    <figure className="position-picture" ref={frame}>
      <ul className="plain-list position-key" aria-hidden="true">
        {SERIES.map((series) => (
          <li key={series} data-series={series}>
            {nameOf(series)}
          </li>
        ))}
      </ul>
      <svg
        width={layout.width}
        height={layout.height}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        role="img"
        aria-label={t("position.picture-says", {
          from: years[0]?.year ?? "",
          to: years.at(-1)?.year ?? "",
          net: net.name.toLocaleLowerCase(),
        })}
      >
        <Hatch id={hatch} name="position-hatch" />
        <AmountLines ticks={layout.ticks} left={layout.left} right={layout.right} text={number} />
        {layout.bars.map(({ series, year, ...bar }) => (
          <rect
            key={`${series} ${year}`}
            className="position-bar"
            data-series={series}
            {...bar}
            {...(series === "netInvestments" ? { fill: `url(#${hatch})` } : {})}
          />
        ))}
        <line
          className="position-zero"
          x1={layout.left}
          x2={layout.right}
          y1={layout.zeroY}
          y2={layout.zeroY}
        />
        <path className="position-debt" d={layout.debtPath} />
        {layout.debtPoints.map(({ year, x, y }) => (
          <circle key={year} className="position-debt-point" cx={x} cy={y} r={4} />
        ))}
        {layout.years.map(({ year, x }) => (
          <text key={year} className="position-year" x={x} y={layout.height - 8}>
            {year}
          </text>
        ))}
      </svg>
      <PlainTable
        caption={t("position.picture")}
        columns={[
          { id: "line", header: t("page.row") },
          ...years.map(({ year }) => ({ id: String(year), header: year, numeric: true })),
        ]}
        rows={SERIES.map((series) => ({
          key: series,
          cells: [
            nameOf(series),
            ...statements.years.map(({ year, lines }) => (
              <LineFigure
                key={year}
                line={series}
                name={nameOf(series)}
                year={year}
                sign={signOf(series)}
                tkr={lines[series] ?? 0}
              />
            )),
          ],
        }))}
      />
    </figure>
  );
}
