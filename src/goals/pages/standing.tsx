import { dayText, type Language, numberText } from "../../kernel/format.ts";
import { Icon, type IconName } from "../../platform/ui/icon.tsx";
import { Num, When } from "../../platform/ui/number.tsx";
import { Status, type StatusValue } from "../../platform/ui/status.tsx";
import { type Text, useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { sparkline } from "../indicators/pages/sparkline.ts";
import { decimalsOf } from "../indicators/rules/decimals.ts";
import type { GoalStanding, MeasureStanding, StandingValue, Way } from "../rules/standing.ts";
import "./standing.css";

const MAX_MEASURES = 2;
const MAX_WORDS = 160;
/** Baseline and one value are a change, which the arrow says; a line says something from three on. */
const MIN_SERIES = 3;
const SIZE = { width: 72, height: 24 };
const PAD = 4;
const ARROWS: Readonly<Record<Way, IconName>> = { up: "rise", down: "fall", level: "flat" };

interface Shown {
  readonly value: StatusValue;
  readonly word?: string;
}

/** How a goal is said to go that has more years: by its way to the last of them, never as if that had come. */
export const earlyShown = (
  { meetBy: year, onPath }: NonNullable<GoalStanding["early"]>,
  t: Text<"goals">,
): Shown =>
  onPath === null
    ? { value: "under-way", word: t("page.standing.early.unknown", { year }) }
    : onPath
      ? { value: "under-way", word: t("page.standing.early.on", { year }) }
      : { value: "deviation", word: t("page.standing.early.off", { year }) };

/** A goal's status: what nobody has judged yet is told apart from what nobody knows anything of, and from what has years left. */
export const standingShown = ({ known, status, early }: GoalStanding, t: Text<"goals">): Shown =>
  early
    ? earlyShown(early, t)
    : { value: status, ...(known === "nothing" ? { word: t("page.standing.unknown") } : {}) };

export function GoalStatus({ standing }: { readonly standing: GoalStanding }) {
  const t = useTexts("goals");
  return <Status {...standingShown(standing, t)} />;
}

/** How a goal goes, in figures: "9,1 procent → högst 8, bättre", each measure a line; where nothing is measured the judgement's words. */
export function Standing({
  standing,
  max = MAX_MEASURES,
}: {
  readonly standing: GoalStanding;
  readonly max?: number;
}) {
  const t = useTexts("goals");
  const { measures, judged } = standing;
  const more = measures.length - max;
  return (
    <div className="standing">
      {measures.slice(0, max).map((measure) => (
        <MeasureLine key={measure.id} measure={measure} />
      ))}
      {more > 0 ? <p className="quiet small">{t("page.standing.more", { count: more })}</p> : null}
      {measures.length === 0 && judged ? (
        <p className="standing-judged">
          {standing.known === "before" ? <Status value={judged.judgement} /> : null}{" "}
          <span lang="sv">{shortened(judged.grounds)}</span>{" "}
          <span className="quiet small">
            {t("page.standing.judged-on")} <When at={judged.day} />
          </span>
        </p>
      ) : null}
      {measures.length === 0 && !judged ? (
        <p className="quiet small">{t("page.standing.professional")}</p>
      ) : null}
    </div>
  );
}

/** "9,1 procent → högst 8 ↓ bättre": a measure's latest value against its target with its trend, and when it is from. */
export function MeasureLine({ measure }: { readonly measure: MeasureStanding }) {
  const t = useTexts("goals");
  const language = useLanguage();
  const { name, unit, latest, trend, series } = measure;
  return (
    <div className="standing-measure">
      <p className="standing-name" lang="sv">
        {name}
      </p>
      <p className="standing-figures">
        <span>
          <strong>
            <Num value={latest.value} decimals={decimalsOf(latest.value)} />
          </strong>{" "}
          <span lang="sv">{unit}</span>
        </span>{" "}
        <span className="nowrap">
          <span aria-hidden="true">→</span>
          <span className="ds-sr-only">{t("page.standing.against")}</span> {targetText(measure, t, language)}
        </span>{" "}
        {trend ? (
          <span className="standing-trend" data-trend={trend.is}>
            <Icon name={ARROWS[trend.way]} size={16} /> {t(`page.standing.trend.${trend.is}`)}
          </span>
        ) : null}
        {series.length >= MIN_SERIES ? <Line measure={measure} /> : null}
      </p>
      <p className="quiet small">{whenText(measure, t, language)}</p>
    </div>
  );
}

/** "9,1 → högst 8 ↓ bättre" on one line, where there is no room for more. */
export function MeasureShort({ measure }: { readonly measure: MeasureStanding }) {
  const t = useTexts("goals");
  const language = useLanguage();
  const { latest, trend } = measure;
  return (
    <span className="standing-short nowrap">
      <Num value={latest.value} decimals={decimalsOf(latest.value)} /> <span aria-hidden="true">→</span>
      <span className="ds-sr-only">{t("page.standing.against")}</span> {targetText(measure, t, language)}{" "}
      {trend ? (
        <span className="standing-trend" data-trend={trend.is}>
          <Icon name={ARROWS[trend.way]} size={14} /> {t(`page.standing.trend.${trend.is}`)}
        </span>
      ) : null}
    </span>
  );
}

function Line({ measure }: { readonly measure: MeasureStanding }) {
  const [start, ...values] = measure.series;
  const { target, path, points } = sparkline(
    {
      baseline: start?.value ?? 0,
      baselineYear: start?.year ?? 0,
      target: measure.target,
      targetYear: measure.latest.year,
      values: values.map(({ day, value }) => ({ day: day ?? "", value })),
    },
    SIZE,
    PAD,
  );
  const last = points.at(-1);
  return (
    <svg
      className="standing-line"
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      width={SIZE.width}
      height={SIZE.height}
      aria-hidden="true"
    >
      <path className="sparkline-way" d={`M0 ${target.y}H${SIZE.width}`} />
      <path className="sparkline-line" d={path} />
      {last ? <circle className="sparkline-point" cx={last.x} cy={last.y} r={3} /> : null}
    </svg>
  );
}

/** All of it as one sentence a measure, for what is heard, listed or copied. */
export function standingTexts(standing: GoalStanding, t: Text<"goals">, language: Language): string[] {
  const { measures, judged } = standing;
  if (measures.length > 0) return measures.map((measure) => measureText(measure, t, language));
  if (!judged) return [];
  return [
    t("page.standing.judged", {
      judgement: t(`ui.status.${judged.judgement}`),
      day: dayText(judged.day, language),
      grounds: shortened(judged.grounds),
    }),
  ];
}

function measureText(measure: MeasureStanding, t: Text<"goals">, language: Language): string {
  const { latest, name, unit, trend } = measure;
  const value = numberText(latest.value, language, decimalsOf(latest.value));
  const words = [
    `${name}: ${value} ${unit} → ${targetText(measure, t, language)}`,
    ...(trend ? [t(`page.standing.trend.${trend.is}`)] : []),
  ];
  return `${words.join(", ")} (${whenText(measure, t, language)})`;
}

/** "minst 90", "högst 8": which values meet the target. */
export function targetText(
  { target, targetTo, direction }: Pick<MeasureStanding, "target" | "targetTo" | "direction">,
  t: Text<"goals">,
  language: Language,
): string {
  const figure = (value: number) => numberText(value, language, decimalsOf(value));
  return t(`page.standing.target.${direction}`, {
    target: figure(target),
    to: figure(targetTo ?? target),
  });
}

const whenText = ({ measured, latest, trend }: MeasureStanding, t: Text<"goals">, language: Language) => {
  const at = ({ day, year }: StandingValue) => (day === null ? String(year) : dayText(day, language));
  if (!measured) return t("page.standing.baseline", { year: latest.year });
  return trend ? t("page.standing.since", { day: at(latest), before: at(trend.since) }) : at(latest);
};

/** The beginning of a long text, ended at a word. */
function shortened(text: string): string {
  if (text.length <= MAX_WORDS) return text;
  return `${text.slice(0, text.lastIndexOf(" ", MAX_WORDS))} …`;
}
