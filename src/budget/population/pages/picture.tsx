import { changeText, numberText } from "../../../kernel/format.ts";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { type Text, useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { FiguresOf } from "../../base/pages/figure-link.tsx";
import type { AgeGroup } from "../rules/population.ts";
import { peopleOf } from "../rules/population.ts";
import { endsOf, GROUPS, PANEL, panelLayout, type SeriesId, type Shown, seriesOf } from "./layout.ts";
import { usePeopleFigures } from "./people-figures.tsx";
import "./population.css";

export const groupName = (group: AgeGroup, t: Text<"budget">): string =>
  group.id === "all"
    ? t("population.all")
    : group.id === "80-"
      ? t("population.group-80")
      : t("population.group", { ages: group.from === group.to ? group.from : `${group.from}–${group.to}` });

/** Each age group's people over the years, in a picture of its own; the table under them says the same (E-3). */
export function PopulationPicture({
  shown,
  other,
}: {
  readonly shown: Shown;
  readonly other?: Shown | undefined;
}) {
  const t = useTexts("budget");
  const series: SeriesId[] = other ? ["outcome", "forecast", "other"] : ["outcome", "forecast"];
  return (
    <div className="stack">
      <ul className="population-key" aria-hidden="true">
        {series.map((id) => (
          <li key={id} data-series={id}>
            {t(`population.${id}`)}
          </li>
        ))}
      </ul>
      <div className="population-panels">
        {GROUPS.map((group) => (
          <Panel key={group.id} group={group} shown={shown} other={other} />
        ))}
      </div>
      <details>
        <summary>{t("population.as-table")}</summary>
        <GroupTable caption={t("population.table")} shown={shown} />
        {other ? (
          <FiguresOf value={null}>
            <GroupTable caption={t("population.table-other")} shown={other} />
          </FiguresOf>
        ) : null}
      </details>
    </div>
  );
}

function Panel({
  group,
  shown,
  other,
}: {
  readonly group: AgeGroup;
  readonly shown: Shown;
  readonly other: Shown | undefined;
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  const series = seriesOf(group, shown, other);
  const layout = panelLayout(series);
  const ends = endsOf(series);
  if (!layout || !ends) return null;
  const { plot } = PANEL;
  const number = (n: number) => numberText(n, language);
  const says = t("population.says", {
    group: groupName(group, t),
    first: number(ends.first.people),
    from: ends.first.year,
    last: number(ends.last.people),
    to: ends.last.year,
    change: changeText(ends.last.people - ends.first.people, language),
  });
  return (
    <figure className="population-panel">
      <figcaption>
        <strong>{groupName(group, t)}</strong>{" "}
        <span className="num">
          {number(ends.first.people)} → {number(ends.last.people)}
        </span>
      </figcaption>
      <svg viewBox={`0 0 ${PANEL.width} ${PANEL.height}`} role="img" aria-label={says}>
        {[layout.high, ...(layout.low === layout.high ? [] : [layout.low])].map((people, i) => {
          const y =
            layout.low === layout.high ? (plot.top + plot.bottom) / 2 : i === 0 ? plot.top : plot.bottom;
          return (
            <g key={people}>
              <line className="population-grid" x1={plot.left} x2={plot.right} y1={y} y2={y} />
              <text className="population-tick" x={plot.left - 6} y={y} data-side="people">
                {number(people)}
              </text>
            </g>
          );
        })}
        <text className="population-tick" x={plot.left} y={PANEL.height - 6}>
          {layout.firstYear}
        </text>
        <text className="population-tick" x={plot.right} y={PANEL.height - 6} data-side="end">
          {layout.lastYear}
        </text>
        {layout.lines.map(({ id, path, last }) => (
          <g key={id} data-series={id}>
            <path className="population-line" d={path} />
            <circle className="population-end" cx={last.x} cy={last.y} r={3.5} />
          </g>
        ))}
      </svg>
    </figure>
  );
}

/** People by age group and year: counted years, then expected ones, each said in the head. */
function GroupTable({ caption, shown }: { readonly caption: string; readonly shown: Shown }) {
  const t = useTexts("budget");
  const figure = usePeopleFigures();
  return (
    <DataTable
      caption={caption}
      captionShown
      search={false}
      rows={GROUPS}
      rowKey={(group) => group.id}
      rowTone={(group) => (group.id === "all" ? "total" : undefined)}
      columns={[
        {
          id: "group",
          header: t("population.ages"),
          value: (group) => groupName(group, t),
          unsortable: true,
        },
        ...columnsOf(shown, t).map(({ id, header, title, people, year, opens }) => ({
          id,
          header,
          title,
          numeric: true,
          value: (group: AgeGroup) => peopleOf(people, group),
          ...(opens
            ? { cell: (group: AgeGroup) => figure(year, [group.from, group.to], peopleOf(people, group)) }
            : {}),
        })),
      ]}
    />
  );
}

/** Every age by itself, to be copied to a spreadsheet. */
export function AgeTable({ shown }: { readonly shown: Shown }) {
  const t = useTexts("budget");
  const figure = usePeopleFigures();
  const columns = columnsOf(shown, t);
  const rows = Array.from(
    { length: shown.forecast[0]?.people.length ?? shown.outcomes[0]?.people.length ?? 0 },
    (_, age) => ({ age }),
  );
  return (
    <DataTable
      caption={t("population.by-age-caption")}
      rows={rows}
      rowKey={({ age }) => String(age)}
      search={false}
      columns={[
        { id: "age", header: t("population.ages"), value: ({ age }) => (age === 100 ? "100+" : age) },
        ...columns.map(({ id, header, title, people, year, opens }) => ({
          id,
          header,
          title,
          numeric: true,
          value: (row: { age: number }) => people[row.age] ?? 0,
          ...(opens
            ? { cell: ({ age }: { age: number }) => figure(year, [age, age], people[age] ?? 0) }
            : {}),
        })),
      ]}
    />
  );
}

function columnsOf({ outcomes, forecast }: Shown, t: Text<"budget">) {
  const column = (kind: "outcome" | "forecast") => (y: Shown["forecast"][number]) => ({
    id: `${kind} ${y.year}`,
    header: kind === "outcome" ? `${y.year} ${t("population.outcome").toLocaleLowerCase()}` : String(y.year),
    title: `${t(`population.${kind}`)} ${y.year}`,
    people: y.people,
    year: y.year,
    // A year that is both counted and expected is explained by what was expected: the allocation counts with it
    opens: kind === "forecast" || !forecast.some((other) => other.year === y.year),
  });
  return [...outcomes.map(column("outcome")), ...forecast.map(column("forecast"))];
}
