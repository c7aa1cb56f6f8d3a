import { numberText } from "../../../kernel/format.ts";
import { Num } from "../../../platform/ui/number.tsx";
import { PlainTable } from "../../../platform/ui/plain-table.tsx";
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
    before && now ? <Num value={of(now) - of(before)} signed /> : null;
  return (
    <details open={open}>
      <summary>{t("page.explain-panel.ages-table")}</summary>
      <PlainTable
        caption={t("page.explain-panel.ages-table")}
        columns={[
          { id: "age", header: t("page.explain-panel.age") },
          ...years.map(({ year }) => ({ id: String(year), header: year, numeric: true })),
          ...(now ? [{ id: "change", header: t("page.explain-panel.people-change"), numeric: true }] : []),
        ]}
        rows={ages.map((age) => ({
          key: String(age),
          cells: [
            ageText(age),
            ...years.map(({ year, of }) => (
              <PeopleFigure key={year} year={year} age={age} people={of(age)} />
            )),
            change(({ of }) => of(age)),
          ],
        }))}
        foot={[
          t("page.explain-panel.age-sum"),
          ...years.map(({ year, sum }) => <Num key={year} value={sum} />),
          change(({ sum }) => sum),
        ]}
      />
    </details>
  );
}
