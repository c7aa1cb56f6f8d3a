import { numberText } from "../../../kernel/format.ts";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { Link } from "../../../platform/ui/link.tsx";
import { Money } from "../../../platform/ui/number.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { FigureLink } from "../../base/pages/figure-link.tsx";
import type { FigurePlace, ProjectFigure } from "../../base/rules/figure-place.ts";
import type { Whole } from "./shown-position.ts";
import { LineFigure } from "./statement.tsx";

type Project = Whole["statements"]["projects"][number];
type Cost = Whole["statements"]["capitalCosts"][number];

/** What is built: spending, what is carried over, forecast at completion, and the capital cost by year and body (E-1). */
export function PositionInvestments({ view }: { readonly view: Whole }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { projects, capitalCosts } = view.statements;
  const bodyName = (id: string) => view.bodies.find((body) => body.id === id)?.name ?? id;
  if (projects.length === 0) return <p className="quiet">{t("content.no-investments")}</p>;
  const inYear = (project: Project, year: number) => project.years.find((line) => line.year === year);
  const spent = (project: Project, year: number) => inYear(project, year)?.spentTkr ?? 0;
  const amount = <Row,>(
    id: string,
    header: string,
    value: (row: Row) => number,
    figure: (row: Row) => { readonly place: FigurePlace; readonly name: string },
    foot?: React.ReactNode,
  ) => ({
    id,
    header,
    numeric: true,
    value,
    cell: (row: Row) => {
      const { place, name } = figure(row);
      return <FigureLink place={place} tkr={value(row)} what={`${name}, ${header.toLocaleLowerCase()}`} />;
    },
    ...(foot === undefined ? {} : { foot }),
  });
  const ofProject =
    (what: ProjectFigure, year = view.years[0] as number) =>
    (project: Project) => ({
      place: { project: projects.indexOf(project), what, year },
      name: project.name,
    });
  const ofBody = (year: number) => (row: { readonly body: string }) => ({
    place: { capital: row.body, year },
    name: bodyName(row.body),
  });
  const sum = <Row,>(rows: readonly Row[], of: (row: Row) => number) =>
    rows.reduce((total, row) => total + of(row), 0);
  const bodies = [...new Set(capitalCosts.map((cost) => cost.body))].map((body) => ({ body }));
  const costOf = (body: string, year: number): Cost | undefined =>
    capitalCosts.find((cost) => cost.body === body && cost.year === year);
  const capital = ({ body }: { readonly body: string }, year: number) => {
    const cost = costOf(body, year);
    return cost ? cost.depreciationTkr + cost.internalInterestTkr : 0;
  };
  return (
    <>
      <DataTable
        caption={t("position.projects")}
        captionShown
        search={false}
        columns={[
          {
            id: "name",
            header: t("content.project"),
            value: (p) => p.name,
            written: true,
            foot: t("page.explain-panel.sum"),
          },
          { id: "body", header: t("content.body"), value: (p) => bodyName(p.body), written: true },
          amount(
            "carried",
            t("position.carried-over"),
            (p: Project) => p.carriedOverTkr,
            ofProject("carried"),
            <Money key="carried" tkr={sum(projects, (p) => p.carriedOverTkr)} />,
          ),
          ...(projects.some((p) => p.carriedOverDecision)
            ? [
                {
                  id: "carried-by",
                  header: t("position.carried-by"),
                  value: (p: Project) => p.carriedOverDecision ?? 0,
                  cell: (p: Project) =>
                    p.carriedOverDecision ? (
                      <Link href={`/beslut/${p.carriedOverDecision}`}>
                        {t("page.decision", { number: p.carriedOverDecision })}
                      </Link>
                    ) : (
                      "–"
                    ),
                },
              ]
            : []),
          ...view.years.map((year) =>
            amount(
              `spent-${year}`,
              t("position.spent", { year }),
              (p: Project) => spent(p, year),
              ofProject("spent", year),
              <LineFigure
                key={year}
                line="investments"
                year={year}
                tkr={sum(projects, (p) => spent(p, year))}
              />,
            ),
          ),
          amount(
            "planned",
            t("position.planned"),
            (p: Project) => p.plannedTkr,
            ofProject("planned"),
            <Money key="planned" tkr={sum(projects, (p) => p.plannedTkr)} />,
          ),
          amount(
            "forecast",
            t("position.forecast"),
            (p: Project) => p.forecastTkr,
            ofProject("forecast"),
            <Money key="forecast" tkr={sum(projects, (p) => p.forecastTkr)} />,
          ),
          {
            id: "difference",
            header: t("position.forecast-difference"),
            numeric: true,
            value: (p: Project) => p.plannedTkr - p.forecastTkr,
            cell: (p: Project) => (
              <FigureLink
                place={ofProject("forecast")(p).place}
                tkr={p.plannedTkr - p.forecastTkr}
                what={`${p.name}, ${t("position.forecast-difference").toLocaleLowerCase()}`}
                signed={p.plannedTkr !== p.forecastTkr}
              />
            ),
          },
        ]}
        rows={projects}
        rowKey={(p) => `${p.body} ${p.name}`}
        note={t("position.carried-note")}
      />
      <DataTable
        caption={t("position.capital-projects")}
        captionShown
        search={false}
        columns={[
          { id: "name", header: t("content.project"), value: (p: Project) => p.name, written: true },
          ...view.years.flatMap((year) => [
            amount(
              `depreciation-${year}`,
              t("position.depreciation", { year }),
              (p: Project) => inYear(p, year)?.depreciationTkr ?? 0,
              ofProject("depreciation", year),
            ),
            amount(
              `interest-${year}`,
              t("position.interest", { year }),
              (p: Project) => inYear(p, year)?.internalInterestTkr ?? 0,
              ofProject("interest", year),
            ),
          ]),
        ]}
        rows={projects}
        rowKey={(p) => `${p.body} ${p.name}`}
        note={t("position.depreciation-note", {
          rate: numberText(view.position?.internalRate ?? 0, language, 1),
        })}
      />
      <DataTable
        caption={t("position.capital-bodies")}
        captionShown
        search={false}
        columns={[
          { id: "body", header: t("content.body"), value: (b) => bodyName(b.body), written: true },
          ...view.years.flatMap((year) => [
            amount(
              `capital-${year}`,
              t("position.capital", { year }),
              (b: { body: string }) => capital(b, year),
              ofBody(year),
            ),
            amount(
              `with-${year}`,
              t("position.with-capital", { year }),
              (b: { body: string }) => costOf(b.body, year)?.withCapitalTkr ?? 0,
              ofBody(year),
            ),
          ]),
        ]}
        rows={bodies}
        rowKey={(b) => b.body}
        note={t(view.position?.capitalInFrames ? "position.capital-in-frames" : "position.capital-note")}
      />
    </>
  );
}
