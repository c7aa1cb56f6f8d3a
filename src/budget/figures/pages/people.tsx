import { dayText, numberText } from "../../../kernel/format.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { Num } from "../../../platform/ui/number.tsx";
import { PlainTable } from "../../../platform/ui/plain-table.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { FigureHead } from "../../base/pages/explain-parts.tsx";
import { FigureText } from "../../base/pages/figure-link.tsx";
import type { FigurePlace, PeoplePlace } from "../../base/rules/figure-place.ts";
import { type ForecastLine, getForecast, type PopulationForecast } from "../../population/contract.ts";
import { AgesTable, ageText } from "../../population/pages/ages.tsx";
import { TOP_AGE } from "../../population/rules/population.ts";
import { type AgeEvents, ageEvents } from "../../population/rules/projection.ts";
import type { Explaining } from "./explained-view.ts";

type Shown = ForecastLine & { readonly content: PopulationForecast };

/** So many ages stand open; all of them would hide what is under them. */
const MAX_OPEN_AGES = 25;

/** People that a budget counts with: age by age, down to the forecast's row (E-3, E-8). */
export function ExplainPeople({ view, place }: { readonly view: Explaining; readonly place: PeoplePlace }) {
  const from = view.sources.find((source) => source.from)?.from;
  const people = view.input.population[place.year] ?? {};
  return (
    <>
      <People place={place} of={(age) => people[age] ?? 0} />
      {from ? <Row of={`${from.matter}@${from.version}`} place={place} /> : null}
    </>
  );
}

/** People of a forecast, on the forecast's own page. */
export function ExplainForecast({ of, place }: { readonly of: string; readonly place: FigurePlace }) {
  if (!("ages" in place)) return null;
  return (
    <div className="stack explain">
      <OfForecast of={of}>
        {(line) => {
          const year = yearOf(line, place.year);
          return (
            <>
              <People place={place} of={(age) => year?.people[age] ?? 0} />
              <RowFacts line={line} place={place} />
            </>
          );
        }}
      </OfForecast>
    </div>
  );
}

function OfForecast({
  of,
  children,
}: {
  readonly of: string;
  readonly children: (line: Shown) => React.ReactNode;
}) {
  const [matter = "", version = ""] = of.split("@");
  const read = useApi(getForecast, {
    params: { year: Number(matter.split(":")[2]), version: Number(version.split(".")[0]) },
  });
  return (
    <Loaded of={read} lines={4}>
      {children}
    </Loaded>
  );
}

const Row = ({ of, place }: { readonly of: string; readonly place: PeoplePlace }) => (
  <OfForecast of={of}>{(line) => <RowFacts line={line} place={place} />}</OfForecast>
);

/** As the allocation counts: the forecast where it has the year, else what was counted. */
const yearOf = ({ content }: Shown, year: number) =>
  content.forecast.find((one) => one.year === year) ?? content.outcomes.find((one) => one.year === year);

/** The number itself, and, of several ages, each of them to be opened. */
function People({ place, of }: { readonly place: PeoplePlace; readonly of: (age: number) => number }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const [from, to] = place.ages;
  const ages = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const sum = ages.reduce((total, age) => total + of(age), 0);
  const span =
    from === to ? ageText(from) : from === 0 && to === TOP_AGE ? undefined : `${from}–${ageText(to)}`;
  const name = span
    ? t("page.explain-panel.people-of", { ages: span, year: place.year })
    : t("page.explain-panel.people-all", { year: place.year });
  return (
    <>
      <FigureHead name={name} text={`${numberText(sum, language)} ${t("position.people")}`} />
      {from === to ? null : (
        <AgesTable
          ages={place.ages}
          years={[{ year: place.year, of, sum }]}
          open={ages.length <= MAX_OPEN_AGES}
        />
      )}
    </>
  );
}

/** The forecast's row: who made it, when and how, by which decision; of a projection also what happened in the year. */
function RowFacts({ line, place }: { readonly line: Shown; readonly place: PeoplePlace }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { content } = line;
  const counted = !content.forecast.some((one) => one.year === place.year);
  const start = content.outcomes.find((one) => one.year === content.projection?.startYear);
  const [age, to] = place.ages;
  const events =
    content.projection && start && age === to && !counted
      ? ageEvents(start, content.projection.assumptions, { year: place.year, age })
      : undefined;
  return (
    <>
      {events ? <Events events={events} /> : null}
      <dl className="facts">
        <dt>{t("page.explain-panel.row-of")}</dt>
        <dd>
          <Link href={`/ekonomi/befolkning?prognos=${line.year}.${line.version}`}>
            {t("population.origin", { year: line.year, version: line.version })}
          </Link>
          {line.sha256 ? (
            <span className="quiet small" title={line.sha256}>
              {" "}
              {t("population.origin-hash", { hash: line.sha256.slice(0, 12) })}
            </span>
          ) : null}
        </dd>
        <dt>{t("population.source")}</dt>
        <dd>
          {content.source}, {dayText(content.madeOn, language)}
        </dd>
        <dt>{t("population.how-made")}</dt>
        <dd>{t(counted ? "page.explain-panel.counted" : `population.method.${content.method}`)}</dd>
        {line.decision === null ? null : (
          <>
            <dt>{t("page.explain-panel.decision")}</dt>
            <dd>
              <Link href={`/beslut/${line.decision}`}>{t("page.decision", { number: line.decision })}</Link>
            </dd>
          </>
        )}
      </dl>
    </>
  );
}

/** A projected age: those who came to it, less those who died or moved out, and those who moved in. */
function Events({ events }: { readonly events: AgeEvents }) {
  const t = useTexts("budget");
  const { year, age } = events;
  const rows = [
    [
      age === 0
        ? t("page.explain-panel.born", { year })
        : t(age === TOP_AGE ? "page.explain-panel.came-oldest" : "page.explain-panel.came", {
            age: age - 1,
            year: year - 1,
          }),
      events.came,
    ],
    [t("population.deaths"), 0 - events.deaths],
    [t("population.out"), 0 - events.movedOut],
    [t("page.explain-panel.moved-in"), events.movedIn],
    [t("page.explain-panel.into-new"), events.intoNew],
  ] as const;
  return (
    <PlainTable
      caption={t("page.explain-panel.events", { year })}
      columns={[
        { id: "what", header: t("page.explain-panel.events", { year }) },
        { id: "people", header: t("page.explain-panel.people-short"), numeric: true },
      ]}
      rows={rows.map(([name, value], i) => ({
        key: name,
        cells: [
          i === 0 && age > 0 && age < TOP_AGE ? (
            <FigureText
              key="name"
              place={{ ages: [age - 1, age - 1], year: year - 1 }}
              what={name}
              text={name}
            />
          ) : (
            name
          ),
          <Num key="people" value={value} signed={i > 0} />,
        ],
      }))}
      foot={[
        t("page.explain-panel.people-of", { ages: ageText(age), year }),
        <Num key="people" value={events.people} />,
      ]}
    />
  );
}
