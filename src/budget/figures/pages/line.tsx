import { numberText, tkrText } from "../../../kernel/format.ts";
import { useBodies } from "../../../organisation/pages/use-bodies.ts";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { Money, Num } from "../../../platform/ui/number.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { FigureHead, Formula, PartsTable } from "../../base/pages/explain-parts.tsx";
import { FigureText } from "../../base/pages/figure-link.tsx";
import type { AllocationLine, Origin } from "../../base/rules/allocation.ts";
import type { Adjustment } from "../../base/rules/allocation-input.ts";
import { exactText, percentText } from "../../base/rules/exact-text.ts";
import type { ProjectFigure } from "../../base/rules/figure-place.ts";
import { AgesTable } from "../../population/pages/ages.tsx";
import { PopulationOrigin } from "../../population/pages/origin.tsx";
import { statementsOf } from "../../position/rules/explain-statements.ts";
import { bodyName, type Explaining } from "./explained-view.ts";
import { lineName } from "./line-name.ts";
import { Rounding } from "./rounding-shown.tsx";

interface LineProps {
  readonly view: Explaining;
  readonly year: number;
  readonly line: AllocationLine;
}

/** A line down to the bottom: what was counted, by what, and how it became whole thousands (E-2, E-3, E-8). */
export function ExplainLine({ view, year, line }: LineProps) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { origin } = line;
  return (
    <>
      <FigureHead
        name={t("page.explain-panel.of-body", { body: bodyName(view, line.body), what: lineName(line, t) })}
        text={tkrText(line.amountTkr, language, true)}
      />
      {origin.step === "demography" ? <Demography view={view} year={year} origin={origin} /> : null}
      {origin.step === "indexation" ? <IndexationFacts origin={origin} /> : null}
      {origin.step === "one-off" ? (
        <p>{t(`page.explain-panel.one-off-${origin.from}`, { year: year - 1 })}</p>
      ) : null}
      {origin.step === "true-up" ? <p>{t("page.explain-panel.true-up")}</p> : null}
      {origin.step === "other" || origin.step === "true-up" ? (
        <AdjustmentFacts view={view} year={year} origin={origin} />
      ) : null}
      {origin.source ? (
        <p>
          {t("page.explain-panel.number-source")}: <span lang={WRITTEN}>{origin.source}</span>
        </p>
      ) : null}
      {"exactTkr" in origin ? (
        <Rounding view={view} year={year} line={line} exactTkr={origin.exactTkr} />
      ) : null}
    </>
  );
}

/** The year's depreciation and interest of an investment, less those of the year before: each opens the one it is. */
function capitalParts(
  view: Explaining,
  { investment, depreciationTkr, interestTkr }: NonNullable<Adjustment["capital"]>,
  year: number,
) {
  const years = statementsOf(view).projects[investment]?.years ?? [];
  const now = years.find((one) => one.year === year);
  const before = years.some((one) => one.year === year - 1);
  return (
    [
      ["depreciation", now?.depreciationTkr ?? depreciationTkr, depreciationTkr],
      ["interest", now?.internalInterestTkr ?? interestTkr, interestTkr],
    ] as const
  ).flatMap(([what, of, changeTkr]) => [
    { what, of: year, tkr: of, opens: now !== undefined },
    // Before the plan's first year there is no year to open
    ...(of === changeTkr
      ? []
      : [{ what, of: year - 1, tkr: changeTkr - of, opens: before && changeTkr !== of }]),
  ]);
}

/** An adjustment as it was put: by whom, for whom, with what effect, by which decision (E-2, E-4); or what an investment costs. */
function AdjustmentFacts({
  view,
  year,
  origin,
}: {
  readonly view: Explaining;
  readonly year: number;
  readonly origin: Extract<Origin, { step: "other" | "true-up" }>;
}) {
  const t = useTexts("budget");
  const { nameOf } = useBodies();
  const { by, owner, effect, capital } = origin;
  const decision = origin.decision ?? view.input.adjustments[origin.index]?.decision;
  const name = t("page.explain-panel.capital-change", { year });
  const nameOfPart = (what: ProjectFigure, of: number) => {
    const own = t(`page.explain-panel.project.${what}`, { year: of });
    return of === year ? own : t("page.explain-panel.less", { what: own });
  };
  return (
    <>
      {capital ? (
        <PartsTable
          caption={name}
          parts={capitalParts(view, capital, year).map(({ what, of, tkr, opens }) => ({
            key: `${what} ${of.toString()}`,
            name: nameOfPart(what, of),
            tkr,
            ...(opens ? { place: { project: capital.investment, what, year: of } } : {}),
            signed: true,
          }))}
          sum={{ name, tkr: capital.depreciationTkr + capital.interestTkr }}
        />
      ) : (
        <p>
          {t(origin.oneOff ? "page.explain-panel.other-once" : "page.explain-panel.other-lasting", {
            year: year + 1,
          })}
        </p>
      )}
      {by || owner || effect ? (
        <dl className="facts">
          {by ? (
            <>
              <dt>{t("page.explain-panel.put-by")}</dt>
              <dd lang={WRITTEN}>{by}</dd>
            </>
          ) : null}
          {owner ? (
            <>
              <dt>{t("page.explain-panel.owner")}</dt>
              <dd>{nameOf(owner)}</dd>
            </>
          ) : null}
          {effect ? (
            <>
              <dt>{t("page.explain-panel.effect")}</dt>
              <dd className="prose" lang={WRITTEN}>
                {effect}
              </dd>
            </>
          ) : null}
        </dl>
      ) : null}
      {decision === undefined ? null : (
        <p>
          <Link href={`/beslut/${decision}`}>{t("page.decision", { number: decision })}</Link>
        </p>
      )}
    </>
  );
}

const DECIMALS = 2;

function Demography({
  view,
  year,
  origin,
}: {
  readonly view: Explaining;
  readonly year: number;
  readonly origin: Extract<Origin, { step: "demography" }>;
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { ages, measured = false, peopleBefore, peopleNow } = origin;
  const peopleIn = (of: number) => (age: number) => view.input.population[of]?.[age] ?? 0;
  const volume = (value: number) => numberText(value, language, Number.isInteger(value) ? 0 : DECIMALS);
  const what = (of: number) => t(`page.explain-panel.${measured ? "volume" : "people-now"}`, { year: of });
  const figure = (of: number, value: number) =>
    ages ? <FigureText place={{ ages, year: of }} what={what(of)} text={volume(value)} /> : volume(value);
  return (
    <>
      <dl className="facts">
        <dt>{what(year - 1)}</dt>
        <dd>{figure(year - 1, peopleBefore)}</dd>
        <dt>{what(year)}</dt>
        <dd>{figure(year, peopleNow)}</dd>
        <dt>{t("page.explain-panel.people-change")}</dt>
        <dd>
          <Num value={peopleNow - peopleBefore} signed decimals={measured ? DECIMALS : 0} />
        </dd>
        {measured ? null : (
          <>
            <dt>{t("page.explain-panel.coverage")}</dt>
            <dd>{percentText(origin.coverage, language)}</dd>
          </>
        )}
        <dt>{t("page.explain-panel.price", { year })}</dt>
        <dd>
          <Num value={origin.priceKr} />
        </dd>
      </dl>
      <Formula
        text={t(measured ? "page.explain-panel.formula-measured" : "page.explain-panel.formula-demography", {
          now: volume(peopleNow),
          before: volume(peopleBefore),
          coverage: percentText(origin.coverage, language),
          price: numberText(origin.priceKr, language),
          exact: exactText(origin.exactTkr, language),
        })}
      />
      {ages ? (
        <>
          <PopulationOrigin sources={view.sources} />
          <AgesTable
            ages={ages}
            years={[
              { year: year - 1, of: peopleIn(year - 1), sum: peopleBefore },
              { year, of: peopleIn(year), sum: peopleNow },
            ]}
          />
        </>
      ) : null}
    </>
  );
}

function IndexationFacts({ origin }: { readonly origin: Extract<Origin, { step: "indexation" }> }) {
  const t = useTexts("budget");
  const language = useLanguage();
  return (
    <>
      <dl className="facts">
        <dt>{t("page.explain-panel.base")}</dt>
        <dd>
          <Money tkr={origin.baseTkr} />
        </dd>
        <dt>{t("page.explain-panel.rate")}</dt>
        <dd>{percentText(origin.rate, language)}</dd>
        <dt>{t("page.explain-panel.share")}</dt>
        <dd>{percentText(origin.share, language)}</dd>
      </dl>
      <Formula
        text={t("page.explain-panel.formula-indexation", {
          base: numberText(origin.baseTkr, language),
          rate: percentText(origin.rate, language),
          share: percentText(origin.share, language),
          exact: exactText(origin.exactTkr, language),
        })}
      />
    </>
  );
}
