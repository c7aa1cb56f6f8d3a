import { numberText } from "../../../kernel/format.ts";
import { AmountField } from "../../../platform/ui/amount-field.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { SelectField, TextArea } from "../../../platform/ui/fields.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import type { PopulationForecast } from "../contract.ts";
import { defaultAssumptions } from "../rules/default-assumptions.ts";
import { lifeExpectancy } from "../rules/projection.ts";
import { MAX_PROJECTED } from "../rules/remarks.ts";
import { RatesTable } from "./rates.tsx";

type Projection = NonNullable<PopulationForecast["projection"]>;
const HOUSING_YEARS = 10;

/** What a projection is made by, each assumption to be changed: the picture beside it follows (E-3, E-9). */
export function PopulationAssumptions({
  content,
  onChange,
}: {
  readonly content: PopulationForecast;
  readonly onChange: (projection: Projection) => void;
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  const starts = content.outcomes.filter(({ women }) => women !== null);
  const { projection } = content;
  if (starts.length === 0 || !projection) return <EmptyState title={t("population.needs-start")} />;
  const { assumptions, startYear, lastYear } = projection;
  const assume = (change: Partial<Projection["assumptions"]>) =>
    onChange({ ...projection, assumptions: { ...assumptions, ...change } });
  const percent = (factor: number) => Math.round(factor * 1000) / 10;
  const life = (rates: readonly number[]) =>
    numberText(lifeExpectancy(rates, assumptions.mortalityFactor), language, 1);
  const housingYears = Array.from(
    { length: Math.min(HOUSING_YEARS, lastYear - startYear) },
    (_, i) => startYear + 1 + i,
  );
  const dwellingsIn = (year: number) => assumptions.housing.find((h) => h.year === year)?.dwellings ?? 0;
  const build = (year: number, dwellings: number) =>
    assume({
      housing: [
        ...assumptions.housing.filter((h) => h.year !== year),
        ...(dwellings > 0 ? [{ year, dwellings }] : []),
      ].sort((a, b) => a.year - b.year),
    });
  return (
    <Section title={t("population.assumptions")} lead={t("population.assumptions-lead")} cite="§2.2">
      <div className="population-fields">
        <SelectField
          at="projection.startYear"
          label={t("population.start-year")}
          value={String(startYear)}
          onChange={(year) => {
            const start = starts.find((one) => one.year === Number(year));
            onChange({
              startYear: Number(year),
              lastYear: Math.max(lastYear, Number(year) + 1),
              assumptions: { ...assumptions, inMovers: defaultAssumptions(start).inMovers },
            });
          }}
          options={starts.map(({ year }) => ({ value: String(year), label: String(year) }))}
        />
        <AmountField
          plain
          at="projection.lastYear"
          label={t("population.last-year")}
          value={lastYear}
          min={startYear + 1}
          max={startYear + MAX_PROJECTED}
          onChange={(year) => onChange({ ...projection, lastYear: year })}
        />
        <AmountField
          plain
          at="projection.assumptions.childrenPerWoman"
          label={t("population.children")}
          value={assumptions.childrenPerWoman}
          min={0}
          max={8}
          decimals={2}
          onChange={(childrenPerWoman) => assume({ childrenPerWoman })}
        />
        <AmountField
          plain
          at="projection.assumptions.mortalityFactor"
          label={t("population.mortality")}
          value={percent(assumptions.mortalityFactor)}
          min={0}
          max={500}
          decimals={1}
          onChange={(share) => assume({ mortalityFactor: share / 100 })}
        />
        <AmountField
          plain
          at="projection.assumptions.inMovers"
          label={t("population.in-movers")}
          value={assumptions.inMovers}
          min={0}
          max={200_000}
          onChange={(inMovers) => assume({ inMovers })}
        />
        <AmountField
          plain
          at="projection.assumptions.outFactor"
          label={t("population.out-factor")}
          value={percent(assumptions.outFactor)}
          min={0}
          max={500}
          decimals={1}
          onChange={(share) => assume({ outFactor: share / 100 })}
        />
      </div>
      <p className="quiet">
        {t("population.life", {
          women: life(assumptions.mortalityWomen),
          men: life(assumptions.mortalityMen),
        })}
      </p>
      <h3 className="ds-heading" data-size="xs">
        {t("population.housing")}
      </h3>
      <div className="population-fields">
        <AmountField
          plain
          at="projection.assumptions.peoplePerDwelling"
          label={t("population.per-dwelling")}
          value={assumptions.peoplePerDwelling}
          min={0}
          max={6}
          decimals={2}
          onChange={(peoplePerDwelling) => assume({ peoplePerDwelling })}
        />
        {housingYears.map((year) => (
          <AmountField
            plain
            key={year}
            at={`projection.assumptions.housing.${year}`}
            label={t("population.dwellings", { year })}
            value={dwellingsIn(year)}
            min={0}
            max={20_000}
            onChange={(dwellings) => build(year, dwellings)}
          />
        ))}
      </div>
      <TextArea
        at="projection.assumptions.source"
        label={t("population.rates-source")}
        value={assumptions.source}
        onChange={(source) => assume({ source })}
        rows={2}
        maxLength={1000}
      />
      <RatesTable assumptions={assumptions} onChange={assume} />
    </Section>
  );
}
