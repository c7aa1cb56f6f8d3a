import { numberText } from "../../../../kernel/format.ts";
import { sumOf } from "../../../../kernel/sum.ts";
import { PlainTable } from "../../../../platform/ui/plain-table.tsx";
import { useLanguage, useTexts } from "../../../../platform/ui/texts.ts";
import "./pyramid.css";

const WIDTH = 640;
const HEIGHT = 303;
const MIDDLE = 44;
const SIDE = (WIDTH - MIDDLE) / 2;
const TOP_AGE = 100;
const MARKED_EACH = 20;
const DECADES = 10;

/** People by age, women to the left and men to the right: the shape that schools and care are planned by. */
export function Pyramid({
  year,
  women,
  men,
}: {
  readonly year: number;
  readonly women: readonly number[];
  readonly men: readonly number[];
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  const most = Math.max(...women, ...men, 1);
  const y = (age: number) => HEIGHT - (age + 1) * (HEIGHT / (TOP_AGE + 1));
  const width = (people: number) => (people / most) * (SIDE - 8);
  const each = HEIGHT / (TOP_AGE + 1);
  const groups = Array.from({ length: DECADES }, (_, i) => ({
    from: i * 10,
    to: i === DECADES - 1 ? TOP_AGE : i * 10 + 9,
  }));
  const within = (people: readonly number[], { from, to }: { from: number; to: number }) =>
    numberText(sumOf(people.slice(from, to + 1)), language);
  return (
    <figure className="pyramid">
      <div className="pyramid-key" aria-hidden="true">
        <span data-side="women">{t("population-start.women")}</span>
        <span data-side="men">{t("population-start.men")}</span>
      </div>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t("population-start.table", { year })}>
        {women.map((people, age) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is the age
            key={age}
            className="pyramid-women"
            x={SIDE - width(people)}
            y={y(age)}
            width={width(people)}
            height={each}
          />
        ))}
        {men.map((people, age) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is the age
            key={age}
            className="pyramid-men"
            x={SIDE + MIDDLE}
            y={y(age)}
            width={width(people)}
            height={each}
          />
        ))}
        {Array.from({ length: TOP_AGE / MARKED_EACH }, (_, i) => i * MARKED_EACH).map((age) => (
          <text key={age} className="pyramid-age" x={WIDTH / 2} y={y(age) + each}>
            {age}
          </text>
        ))}
      </svg>
      <details>
        <summary>{t("population-start.as-table")}</summary>
        <PlainTable
          caption={t("population-start.table", { year })}
          fit
          columns={[
            { id: "age", header: t("population-start.age") },
            { id: "women", header: t("population-start.women"), numeric: true },
            { id: "men", header: t("population-start.men"), numeric: true },
          ]}
          rows={groups.map((group) => ({
            key: String(group.from),
            cells: [t("population-start.group", group), within(women, group), within(men, group)],
          }))}
        />
      </details>
    </figure>
  );
}
