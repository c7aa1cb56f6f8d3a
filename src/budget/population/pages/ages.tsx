import { numberText } from "../../../kernel/format.ts";
import { Num } from "../../../platform/ui/number.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { FigureText } from "../../base/pages/figure-link.tsx";
import { TOP_AGE } from "../rules/population.ts";

export const ageText = (age: number): string => (age === TOP_AGE ? `${age}+` : String(age));

/** The people of an age and year, which open the row that they come from. */
export function PeopleFigure({
  year,
  age,
  people,
}: {
  readonly year: number;
  readonly age: number;
  readonly people: number;
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  return (
    <FigureText
      place={{ ages: [age, age], year }}
      what={t("page.explain-panel.people-of", { ages: ageText(age), year })}
      text={numberText(people, language)}
    />
  );
}

/** A year's people by age, and how many they are together. */
export interface AgesYear {
  readonly year: number;
  readonly of: (age: number) => number;
  readonly sum: number;
}

/** The people of each age in the years, and with two years how many more they became; each number opens its forecast's row. */
export function AgesTable({
  ages: [from, to],
  years,
  open = false,
}: {
  readonly ages: readonly [number, number];
  readonly years: readonly AgesYear[];
  readonly open?: boolean;
}) {
  const t = useTexts("budget");
  const ages = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const [before, now] = years;
  const change = (of: (year: AgesYear) => number) =>
    before && now ? (
      <td data-numeric>
        <Num value={of(now) - of(before)} signed />
      </td>
    ) : null;
  return (
    <details open={open}>
      <summary>{t("page.explain-panel.ages-table")}</summary>
      <table className="parts">
        <caption className="ds-sr-only">{t("page.explain-panel.ages-table")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("page.explain-panel.age")}</th>
            {years.map(({ year }) => (
              <th key={year} scope="col" data-numeric>
                {year}
              </th>
            ))}
            {now ? (
              <th scope="col" data-numeric>
                {t("page.explain-panel.people-change")}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {ages.map((age) => (
            <tr key={age}>
              <th scope="row">{ageText(age)}</th>
              {years.map(({ year, of }) => (
                <td key={year} data-numeric>
                  <PeopleFigure year={year} age={age} people={of(age)} />
                </td>
              ))}
              {change(({ of }) => of(age))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("page.explain-panel.age-sum")}</th>
            {years.map(({ year, sum }) => (
              <td key={year} data-numeric>
                <Num value={sum} />
              </td>
            ))}
            {change(({ sum }) => sum)}
          </tr>
        </tfoot>
      </table>
    </details>
  );
}
