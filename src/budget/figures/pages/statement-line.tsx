import { numberText, tkrText } from "../../../kernel/format.ts";
import { dataText, useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { FigureHead, Formula, type Part, PartsTable } from "../../base/pages/explain-parts.tsx";
import { FigureText } from "../../base/pages/figure-link.tsx";
import type { ProjectFigure } from "../../base/rules/figure-place.ts";
import type { InvestmentYear } from "../../base/rules/investment.ts";
import type { ResultLineName } from "../../base/rules/result.ts";
import type { LineId } from "../../base/rules/result-lines.ts";
import { namedLine } from "../../position/pages/line-named.ts";
import { statementsOf } from "../../position/rules/explain-statements.ts";
import type { ExplainedLine } from "../../position/rules/position.ts";
import type { Explaining } from "./explained-view.ts";

interface LineProps {
  readonly view: Explaining;
  readonly explained: ExplainedLine;
}

/** A line of the statements, from what it sums down to what is given (E-7, E-8). */
export function ExplainStatementLine({ view, explained }: LineProps) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { line, year, tkr, kind } = explained;
  const named = namedLine(line, [tkr], t);
  const name = `${named.name} ${year}`;
  const shownTkr = named.sign * tkr + 0;
  const amount =
    line === "inhabitants"
      ? `${numberText(tkr, language)} ${t("position.people")}`
      : tkrText(shownTkr, language);
  return (
    <>
      <FigureHead name={name} text={amount} />
      <p>{t(`position.about.${line}`)}</p>
      {explained.parts.length > 0 ? (
        <PartsTable
          caption={name}
          parts={explained.parts.map((part) => {
            const what = t(`position.line.${part.line}`);
            return {
              key: `${part.line} ${part.year}`,
              name: part.year === year ? what : `${what} ${part.year}`,
              tkr: named.sign * part.sign * part.tkr + 0,
              place: { row: part.line, year: part.year },
            };
          })}
          sum={kind === "sum" ? { name, tkr: shownTkr } : undefined}
        />
      ) : null}
      {kind === "rule" ? <Rule view={view} explained={explained} /> : null}
      {kind === "given" ? <Source view={view} explained={explained} name={name} /> : null}
    </>
  );
}

/** What operations cost beside the allocations: central costs and depreciation, less what grants give back. */
export function ExplainBeside({ view, year }: { readonly view: Explaining; readonly year: number }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const lines = statementsOf(view).years.find((one) => one.year === year)?.lines ?? {};
  const name = `${t("page.result-row.central")} ${year}`;
  const parts = (
    [
      [-1, "central"],
      [1, "internalCapital"],
      [-1, "depreciation"],
      [1, "dissolvedGrants"],
    ] as const
  )
    .filter(([, line]) => line !== "internalCapital" || lines[line])
    .map(([sign, line]) => ({
      key: line,
      name: t(`position.line.${line}`),
      tkr: sign * (lines[line] ?? 0) + 0,
      place: { row: line, year },
    }));
  const tkr = parts.reduce((sum, part) => sum + part.tkr, 0);
  return (
    <>
      <FigureHead name={name} text={tkrText(tkr, language)} />
      <PartsTable caption={name} parts={parts} sum={{ name, tkr }} />
    </>
  );
}

/** The few lines that are more than a sum: the calculation with its numbers. */
function Rule({ view, explained: { line, year, tkr } }: LineProps) {
  const t = useTexts("budget");
  const language = useLanguage();
  const number = (value: number, decimals = 0) => numberText(value, language, decimals);
  const statements = statementsOf(view);
  const before = [statements.opening, ...statements.years].find((y) => y.year === year - 1)?.lines;
  const now = statements.years.find((y) => y.year === year)?.lines;
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
  return <Formula text={dataText(t, "position.rule", line, facts)} />;
}

const OF_PROJECT: Partial<
  Record<LineId, { readonly what: ProjectFigure; readonly of: (line: InvestmentYear) => number }>
> = {
  newDepreciation: { what: "depreciation", of: (line) => line.depreciationTkr },
  dissolvedGrants: { what: "dissolved", of: (line) => line.dissolvedTkr },
  investments: { what: "spent", of: (line) => line.spentTkr },
  investmentGrants: { what: "grant", of: (line) => line.grantTkr },
};

/** Where a given line comes from: the allocations, the projects, the people, or what the budget states. */
function Source({ view, explained, name }: LineProps & { readonly name: string }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { line, year, source, tkr } = explained;
  const of = OF_PROJECT[line];
  if (line === "internalCapital")
    return <PartsTable caption={name} parts={capitalParts(view, year)} sum={{ name, tkr }} />;
  if (source === "allocation") {
    const frames = view.allocation.years.find((one) => one.year === year)?.frames ?? {};
    const parts = Object.entries(frames).map(([body, amountTkr]) => ({
      key: body,
      name: view.bodies.find(({ id }) => id === body)?.name ?? body,
      tkr: amountTkr,
      place: { year, body },
    }));
    return <PartsTable caption={name} parts={parts} sum={{ name, tkr }} />;
  }
  if (source === "projects" && of) {
    const projects = statementsOf(view).projects;
    const parts = projects.map((project, index) => ({
      key: `${index.toString()} ${project.name}`,
      name: project.name,
      tkr: project.years.filter((one) => one.year === year).reduce((sum, one) => sum + of.of(one), 0),
      place: { project: index, what: of.what, year },
    }));
    return parts.length > 0 ? (
      <PartsTable caption={name} parts={parts} sum={{ name, tkr }} />
    ) : (
      <p className="quiet">{t("position.source.projects")}</p>
    );
  }
  if (source === "population") {
    const text = t("page.explain-panel.all-people", { count: tkr, people: numberText(tkr, language) });
    return (
      <p>
        <FigureText place={{ ages: [0, 100], year }} what={name} text={text} />
      </p>
    );
  }
  if (line === "tax") return <Tax view={view} year={year} tkr={tkr} name={name} />;
  return <Given view={view} year={year} tkr={tkr} name={name} line={line} source={source} />;
}

/** The changes of capital cost that the allocations hold since the plan began, each with the line that gives it. */
const capitalParts = (view: Explaining, year: number): Part[] =>
  view.allocation.years
    .filter((one) => one.year <= year)
    .flatMap((one) =>
      view.bodies.flatMap(({ id: body, name }) =>
        one.lines
          .filter((own) => own.body === body && own.origin.step === "other")
          .flatMap(({ origin, amountTkr }, line): Part[] =>
            origin.step === "other" && origin.capital
              ? [
                  {
                    key: `${one.year} ${body} ${line}`,
                    name: `${origin.text}, ${name} ${one.year}`,
                    tkr: amountTkr,
                    place: { year: one.year, body, step: "other", line },
                  },
                ]
              : [],
          ),
      ),
    );

/** What is given by itself in the budget, with its sign in the statement. */
const GIVEN_AS: Partial<Record<LineId, { readonly given: ResultLineName; readonly sign: 1 | -1 }>> = {
  equalisation: { given: "equalisationTkr", sign: 1 },
  central: { given: "centralTkr", sign: -1 },
  givenDepreciation: { given: "depreciationTkr", sign: -1 },
  givenFinancialNet: { given: "financialNetTkr", sign: 1 },
};

/** A line that the budget states: what it is made of, where that is told, and where it comes from. */
function Given({
  view,
  line,
  year,
  tkr,
  name,
  source,
}: TotalProps & { readonly line: LineId; readonly source: string | undefined }) {
  const t = useTexts("budget");
  const as = GIVEN_AS[line];
  const parts = as ? view.resultParts.filter((part) => part.line === as.given) : [];
  const from = as && view.resultSources[as.given];
  return (
    <>
      {as && parts.length > 0 ? (
        <PartsTable
          caption={name}
          parts={parts.map((part) => ({
            key: part.id,
            name: part.source ? `${part.name} (${part.source})` : part.name,
            tkr: as.sign * (part.amountsTkr[year] ?? 0) + 0,
          }))}
          sum={{ name, tkr }}
        />
      ) : (
        <p className="quiet">{dataText(t, "position.source", source ?? "position")}</p>
      )}
      {from ? <p>{t("position.given-source", { source: from })}</p> : null}
    </>
  );
}

interface TotalProps {
  readonly view: Explaining;
  readonly year: number;
  readonly tkr: number;
  readonly name: string;
}

/** The tax: what the rate gives of the base, and the final settlement of earlier years. */
function Tax({ view, year, tkr, name }: TotalProps) {
  const t = useTexts("budget");
  const language = useLanguage();
  const input = view.resultInput.find((given) => given.year === year);
  if (!input) return null;
  const settlements = view.resultParts.filter((part) => part.line === "settlementTkr");
  return (
    <>
      <PartsTable
        caption={name}
        parts={[
          { key: "tax", name: t("page.explain-panel.tax-of-base"), tkr: tkr - input.settlementTkr },
          ...(settlements.length > 0
            ? settlements.map((part) => ({
                key: part.id,
                name: part.name,
                tkr: part.amountsTkr[year] ?? 0,
              }))
            : [{ key: "settlement", name: t("page.explain-panel.settlement"), tkr: input.settlementTkr }]),
        ]}
        sum={{ name, tkr }}
      />
      <Formula
        text={t("position.source.tax", {
          base: numberText(input.taxBaseTkr, language),
          rate: numberText(input.taxRate, language, 2),
          settlement: numberText(input.settlementTkr, language),
          amount: numberText(tkr, language),
        })}
      />
    </>
  );
}
