import { monthText, numberText, tkrText } from "../../../kernel/format.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { FigureHead, Formula, type Part, PartsTable } from "../../base/pages/explain-parts.tsx";
import { exactText } from "../../base/rules/exact-text.ts";
import type { ProjectPlace } from "../../base/rules/figure-place.ts";
import { componentCosts } from "../../position/rules/explain-investment.ts";
import { interestBaseOf, investmentCost } from "../../position/rules/investments.ts";
import { bodyName, type Explaining } from "./explained-view.ts";

type Investment = Explaining["investments"][number];

interface ProjectProps {
  readonly view: Explaining;
  readonly investment: Investment;
  readonly place: ProjectPlace;
}

const TOTALS = new Set(["planned", "forecast", "carried"]);

/** A figure of an investment: what is spent, what it costs by component and year, or what the whole comes to (E-1, E-8). */
export function ExplainProject({ view, investment, place }: ProjectProps) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { what, year } = place;
  const cost = investmentCost(investment, view.years, view.position?.internalRate ?? 0);
  const inYear = cost.years.find((one) => one.year === year);
  const tkr = {
    spent: inYear?.spentTkr ?? 0,
    grant: inYear?.grantTkr ?? 0,
    depreciation: inYear?.depreciationTkr ?? 0,
    dissolved: inYear?.dissolvedTkr ?? 0,
    interest: inYear?.internalInterestTkr ?? 0,
    planned: cost.plannedTkr,
    forecast: cost.forecastTkr,
    carried: cost.carriedOverTkr,
  }[what];
  const figure = t(`page.explain-panel.project.${what}`, { year });
  return (
    <>
      <FigureHead
        name={t("page.explain-panel.of-body", { body: investment.name, what: figure })}
        text={tkrText(tkr, language)}
      />
      <p className="quiet">
        {bodyName(view, investment.body)}. <InUse investment={investment} />
      </p>
      <Made view={view} investment={investment} place={place} tkr={tkr} name={figure} />
    </>
  );
}

function InUse({ investment: { inUseFrom } }: { readonly investment: Investment }) {
  const t = useTexts("budget");
  const language = useLanguage();
  if (!inUseFrom) return t("page.explain-panel.not-in-use");
  const [year = "", month = ""] = inUseFrom.split("-");
  return t("page.explain-panel.in-use", { month: monthText(Number(month), language), year });
}

function Made({
  view,
  investment,
  place: { project, what, year },
  tkr,
  name,
}: ProjectProps & { readonly tkr: number; readonly name: string }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const first = view.years[0] as number;
  const { carriedOverTkr = 0, spentBeforeTkr = 0, amountsTkr } = investment;
  const rate = view.position?.internalRate ?? 0;
  const carried: Part[] =
    carriedOverTkr === 0
      ? []
      : [
          {
            key: "carried",
            name: t("page.explain-panel.project.carried", { year: first }),
            tkr: carriedOverTkr,
            place: { project, what: "carried", year: first },
          },
        ];
  const sum = { name, tkr };
  if (what === "depreciation" || what === "dissolved") {
    const parts = componentCosts(investment, view.years, rate).map(({ component, years }, i): Part => {
      const own = years.find((one) => one.year === year);
      return {
        key: `${i.toString()} ${component.name}`,
        name: t(
          component.years === 0 ? "page.explain-panel.component-land" : "page.explain-panel.component",
          {
            name: component.name,
            share: numberText(component.share, language),
            years: component.years,
          },
        ),
        tkr: (what === "depreciation" ? own?.depreciationTkr : own?.dissolvedTkr) ?? 0,
      };
    });
    return (
      <>
        <p>{t(`position.about.${what === "depreciation" ? "newDepreciation" : "dissolvedGrants"}`)}</p>
        {parts.length > 0 ? <PartsTable caption={name} parts={parts} sum={sum} /> : null}
      </>
    );
  }
  if (what === "interest")
    return (
      <Formula
        text={t("page.explain-panel.interest-formula", {
          base: exactText(interestBaseOf(investment, view.years, year), language),
          rate: numberText(rate, language, 2),
          amount: numberText(tkr, language),
        })}
      />
    );
  if (what === "planned") {
    const parts: Part[] = [
      ...(spentBeforeTkr === 0
        ? []
        : [{ key: "before", name: t("position.edit.spentBeforeTkr"), tkr: spentBeforeTkr }]),
      ...carried,
      ...Object.entries(amountsTkr).map(([of, amountTkr]) => ({
        key: of,
        name: t("page.explain-panel.own-spending", { year: of }),
        tkr: amountTkr,
      })),
    ];
    return <PartsTable caption={name} parts={parts} sum={sum} />;
  }
  if (what === "spent") {
    const own = {
      key: "own",
      name: t("page.explain-panel.own-spending", { year }),
      tkr: amountsTkr[year] ?? 0,
    };
    return <PartsTable caption={name} parts={year === first ? [own, ...carried] : [own]} sum={sum} />;
  }
  if (what === "forecast") {
    const plan: Part = {
      key: "planned",
      name: t("position.planned"),
      tkr: plannedOf(investment),
      place: { project, what: "planned", year },
    };
    const difference = tkr - plannedOf(investment);
    const believed: Part = {
      key: "difference",
      name: t("page.explain-panel.forecast-differs"),
      tkr: difference,
      signed: true,
    };
    return <PartsTable caption={name} parts={difference === 0 ? [plan] : [plan, believed]} sum={sum} />;
  }
  return <Given investment={investment} total={TOTALS.has(what)} />;
}

const plannedOf = ({ spentBeforeTkr = 0, carriedOverTkr = 0, amountsTkr }: Investment): number =>
  Object.values(amountsTkr).reduce((sum, tkr) => sum + tkr, spentBeforeTkr + carriedOverTkr);

/** What the budget itself states; what is carried over is decided, and leads there where the budget says by which decision. */
function Given({ investment, total }: { readonly investment: Investment; readonly total: boolean }) {
  const t = useTexts("budget");
  const decision = investment.carriedOverDecision;
  return (
    <>
      <p className="quiet">{t(total ? "position.carried-note" : "position.source.position")}</p>
      {total && decision ? (
        <p>
          <Link href={`/beslut/${decision}`}>{t("page.decision", { number: decision })}</Link>
        </p>
      ) : null}
    </>
  );
}
