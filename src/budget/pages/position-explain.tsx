import { Dialog } from "../../platform/ui/dialog.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { numberText } from "../../platform/ui/format.ts";
import { Link, useSearchParam } from "../../platform/ui/link.tsx";
import { Money } from "../../platform/ui/number.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import type { InvestmentYear } from "../rules/investments.ts";
import { type ExplainedLine, explainPositionLine } from "../rules/position.ts";
import type { LineId } from "../rules/position-lines.ts";
import { LineFigure } from "./position-statement.tsx";
import { LINE_PARAM, linePlaceOf, type Whole } from "./shown-position.ts";
import "./economy.css";

/** "Förklara siffran" for the three statements: from a line down to what is given, on an address that can be shared (E-8). */
export function PositionExplain({ view }: { readonly view: Whole }) {
  const t = useTexts("budget");
  const [text, setText] = useSearchParam(LINE_PARAM);
  if (text === undefined) return null;
  const place = linePlaceOf(text);
  const explained = place && explainPositionLine(view.statements, place.line, place.year);
  return (
    <Dialog open onClose={() => setText(undefined)} title={t("page.explain")} drawer>
      {explained ? (
        <Explanation view={view} explained={explained} />
      ) : (
        <EmptyState title={t("page.explain-panel.missing")}>
          {t("page.explain-panel.missing-detail")}
        </EmptyState>
      )}
      <p className="quiet small">{t("page.explain-panel.link")}</p>
    </Dialog>
  );
}

interface ExplanationProps {
  readonly view: Whole;
  readonly explained: ExplainedLine;
}

function Explanation({ view, explained }: ExplanationProps) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { line, year, tkr, kind, parts } = explained;
  const name = `${t(`position.line.${line}`)} ${year}`;
  return (
    <div className="stack explain" key={`${line} ${year}`}>
      <h3 className="ds-heading" data-size="xs">
        {name}
      </h3>
      <p className="explain-amount">
        {numberText(tkr, language)} {line === "inhabitants" ? t("position.people") : "tkr"}
      </p>
      <p>{t(`position.about.${line}`)}</p>
      {parts.length > 0 ? <Parts explained={explained} name={name} /> : null}
      {kind === "rule" ? <Rule view={view} explained={explained} /> : null}
      {kind === "sum" && parts.length > 0 ? (
        <p className="quiet">{t("page.explain-panel.sums", { amount: numberText(tkr, language) })}</p>
      ) : null}
      {kind === "given" ? <Source view={view} explained={explained} /> : null}
    </div>
  );
}

/** What the line is made of; each part can be opened in its turn. */
function Parts({ explained, name }: { readonly explained: ExplainedLine; readonly name: string }) {
  const t = useTexts("budget");
  return (
    <div className="parts-scroll">
      <table className="parts">
        <caption className="ds-sr-only">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{t("page.explain-panel.part")}</th>
            <th scope="col" data-numeric>
              {t("page.explain-panel.amount")}
            </th>
          </tr>
        </thead>
        <tbody>
          {explained.parts.map((part) => (
            <tr key={`${part.line} ${part.year}`}>
              <th scope="row">
                {t(`position.line.${part.line}`)}
                {part.year === explained.year ? "" : ` ${part.year}`}
              </th>
              <td data-numeric>
                <LineFigure line={part.line} year={part.year} sign={part.sign} tkr={part.tkr} />
              </td>
            </tr>
          ))}
        </tbody>
        {explained.kind === "sum" ? (
          <tfoot>
            <tr>
              <th scope="row">{name}</th>
              <td data-numeric>
                <Money tkr={explained.tkr} />
              </td>
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}

/** The few lines that are more than a sum: the calculation with its numbers. */
function Rule({ view, explained: { line, year, tkr } }: ExplanationProps) {
  const t = useTexts("budget");
  const language = useLanguage();
  const number = (value: number, decimals = 0) => numberText(value, language, decimals);
  const before = [view.statements.opening, ...view.statements.years].find((y) => y.year === year - 1)?.lines;
  const now = view.statements.years.find((y) => y.year === year)?.lines;
  const { position } = view;
  if (!position || !now) return null;
  const facts = {
    loans: number(before?.loans ?? 0),
    opening: number(position.opening.loans),
    rate: number(position.loanRate, 2),
    least: number(position.leastCashTkr),
    cash: number(now.cashBeforeLoans ?? 0),
    earlier: number(before?.toRestore ?? 0),
    result: number(now.balanceResult ?? 0),
    amount: number(tkr),
  };
  return <p className="formula">{t(`position.rule.${line}`, facts)}</p>;
}

const OF_PROJECT: Partial<Record<LineId, (line: InvestmentYear) => number>> = {
  newDepreciation: (line) => line.depreciationTkr,
  dissolvedGrants: (line) => line.dissolvedTkr,
  investments: (line) => line.spentTkr,
  investmentGrants: (line) => line.grantTkr,
};

/** Where a given line comes from: the allocations, the projects, or what the budget states. */
function Source({ view, explained }: ExplanationProps) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { line, year, source } = explained;
  const input = view.resultInput.find((given) => given.year === year);
  const of = OF_PROJECT[line];
  if (source === "allocation")
    return (
      <p>
        <Link href={`/ekonomi?planar=${year}&forklara=${year}`}>{t("position.source.allocation")}</Link>
      </p>
    );
  if (source === "projects" && of)
    return (
      <table className="parts">
        <caption className="ds-sr-only">{t("position.investments")}</caption>
        <tbody>
          {view.statements.projects.map((project) => (
            <tr key={`${project.body} ${project.name}`}>
              <th scope="row">{project.name}</th>
              <td data-numeric>
                <Money
                  tkr={project.years.filter((y) => y.year === year).reduce((sum, y) => sum + of(y), 0)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    );
  if (line === "tax" && input)
    return (
      <p className="formula">
        {t("position.source.tax", {
          base: numberText(input.taxBaseTkr, language),
          rate: numberText(input.taxRate, language, 2),
          settlement: numberText(input.settlementTkr, language),
          amount: numberText(explained.tkr, language),
        })}
      </p>
    );
  return <p className="quiet">{t(`position.source.${source}`)}</p>;
}
