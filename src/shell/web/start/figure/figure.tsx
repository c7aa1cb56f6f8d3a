import { type CSSProperties, type KeyboardEvent, useId, useMemo, useState } from "react";
import type { Day } from "../../../../kernel/day.ts";
import { monthText } from "../../../../kernel/format.ts";
import { useLanguage, useTexts } from "../../../../platform/ui/texts.ts";
import { FigureCentre } from "./centre.tsx";
import { angleOf, monthSpan, pointAt, type Rings, slice, wordLine } from "./geometry.ts";
import { FIRST_STOP, stopAfter, stopsOf } from "./moves.ts";
import { type FigureProps, FigureStop } from "./part.tsx";
import { StepSlice } from "./step.tsx";

/** Room around the year for the hand's end. */
const HAND_ROOM = 10;

/**
 * The model's own figure, live: vision and goals in the middle, the year around them, a hand at today. One stop for Tab; the
 * arrow keys go on between its parts.
 */
export function Figure({ pointed, ...props }: FigureProps & { readonly pointed: string | undefined }) {
  const t = useTexts("shell");
  const { name, rings, full, year, today, strategic, steps, onPoint } = props;
  const hatch = useId();
  const keys = useId();
  const stops = useMemo(() => stopsOf(strategic, steps), [strategic, steps]);
  const [wanted, setStop] = useState(FIRST_STOP);
  const stop = stops.some(({ id }) => id === wanted) ? wanted : FIRST_STOP;
  const move = (event: KeyboardEvent<SVGSVGElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = stopAfter(event.key, stop, stops);
    if (next === undefined) return;
    event.preventDefault();
    event.currentTarget.querySelector<SVGElement>(`[data-part="${CSS.escape(next)}"]`)?.focus();
  };
  const half = rings.half + HAND_ROOM;
  const hand = today.startsWith(String(year)) ? angleOf(today as Day, year) : undefined;
  return (
    <svg
      className="figure"
      viewBox={`${-half} ${-half} ${2 * half} ${2 * half}`}
      role={full ? "toolbar" : "img"}
      aria-label={name}
      {...(full
        ? {
            "aria-describedby": keys,
            onKeyDown: move,
            onFocus: (event) => {
              const reached = (event.target as Element).closest("[data-part]")?.getAttribute("data-part");
              if (reached) setStop(reached);
            },
            onBlur: ({ relatedTarget }) => {
              if (relatedTarget && !(relatedTarget as Element).closest(".figure, .figure-tip"))
                onPoint(undefined);
            },
          }
        : {})}
    >
      {full ? <desc id={keys}>{t("page.start.keys")}</desc> : null}
      <defs>
        <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="7" height="7" className="hatch-ground" />
          <rect width="2" height="7" className="hatch-line" />
        </pattern>
      </defs>
      <circle r={rings.half} className="year-ground" />
      <circle r={rings.plans[1] + (full ? 6 : 5)} className="goal-ground" />
      {hand === undefined ? null : <Hand angle={hand} rings={rings} />}
      <FigureStop value={{ stop, pointed }}>
        <FigureCentre {...props} />
        <Months rings={rings} today={today} year={year} full={full} />
        <g style={{ "--hatch": `url(#${CSS.escape(hatch)})` } as CSSProperties}>
          {steps.map((part) => (
            <StepSlice key={part.id} part={part} {...props} />
          ))}
        </g>
      </FigureStop>
      {hand === undefined ? null : <Point angle={hand} rings={rings} />}
    </svg>
  );
}

function Months({
  rings,
  today,
  year,
  full,
}: {
  readonly rings: Rings;
  readonly today: string;
  readonly year: number;
  readonly full: boolean;
}) {
  const language = useLanguage();
  const id = useId();
  const middle = (rings.months[0] + rings.months[1]) / 2;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can be focused; the steps say their dates
    <g aria-hidden="true">
      {Array.from({ length: 12 }, (_, index) => {
        const month = index + 1;
        const span = monthSpan(month);
        const present = today.startsWith(`${year}-${String(month).padStart(2, "0")}`);
        const words = monthText(month, language, "short");
        return (
          <g key={month} className="month" data-present={present || undefined}>
            <path d={slice(rings.months, span, 2)} />
            <path id={`${id}m${month}`} d={wordLine(middle, span)} fill="none" stroke="none" />
            <text dy="0.35em" fontSize={rings.letters.month}>
              <textPath href={`#${id}m${month}`} startOffset="50%" textAnchor="middle">
                {full ? words : words.slice(0, 1).toLocaleUpperCase(language)}
              </textPath>
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** The hand goes from the goals out over the year, under its steps and months, so that it covers none of their words. */
function Hand({ angle, rings }: { readonly angle: number; readonly rings: Rings }) {
  const from = pointAt(rings.plans[1] + 2, angle);
  const to = pointAt(rings.half, angle);
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can be focused; the day stands beside the figure
    <g className="hand" aria-hidden="true">
      <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
    </g>
  );
}

/** The hand's two ends, where no words stand: outside the year and inside it. */
function Point({ angle, rings }: { readonly angle: number; readonly rings: Rings }) {
  const size = rings.lane > 12 ? 8 : 6;
  const outer = pointAt(rings.half, angle);
  const inner = pointAt(rings.plans[1] + size, angle);
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can be focused; the day stands beside the figure
    <g className="hand-end" aria-hidden="true">
      <circle cx={outer.x} cy={outer.y} r={size} />
      <circle cx={inner.x} cy={inner.y} r={size / 2} />
    </g>
  );
}
