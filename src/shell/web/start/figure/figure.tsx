import { type CSSProperties, useId } from "react";
import type { Day } from "../../../../kernel/day.ts";
import { monthText } from "../../../../kernel/format.ts";
import { useLanguage } from "../../../../platform/ui/texts.ts";
import { FigureCentre } from "./centre.tsx";
import { angleOf, monthSpan, pointAt, type Rings, slice, wordLine } from "./geometry.ts";
import type { FigureProps } from "./part.tsx";
import { StepSlice } from "./step.tsx";

/** The model's own figure, live: vision and goals in the middle, the year around them, a hand at today. */
export function Figure(props: FigureProps) {
  const { name, rings, full, year, today, steps, onPoint } = props;
  const hatch = useId();
  const { half } = rings;
  const hand = today.startsWith(String(year)) ? angleOf(today as Day, year) : undefined;
  return (
    <svg
      className="figure"
      viewBox={`${-half} ${-half} ${2 * half} ${2 * half}`}
      role={full ? "group" : "img"}
      aria-label={name}
      onPointerLeave={() => onPoint(undefined)}
    >
      <defs>
        <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="7" height="7" className="hatch-ground" />
          <rect width="2" height="7" className="hatch-line" />
        </pattern>
      </defs>
      <circle r={half} className="year-ground" />
      <circle r={rings.plans[1] + (full ? 6 : 5)} className="goal-ground" />
      <FigureCentre {...props} />
      <Months rings={rings} today={today} year={year} full={full} />
      <g style={{ "--hatch": `url(#${CSS.escape(hatch)})` } as CSSProperties}>
        {steps.map((part) => (
          <StepSlice key={part.id} part={part} {...props} />
        ))}
      </g>
      {hand === undefined ? null : <Hand angle={hand} rings={rings} />}
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

/** The hand goes from the goals out over the year; its point stands at the day. */
function Hand({ angle, rings }: { readonly angle: number; readonly rings: Rings }) {
  const from = pointAt(rings.plans[1] + 2, angle);
  const to = pointAt(rings.half - 4, angle);
  const knob = pointAt((rings.months[0] + rings.months[1]) / 2, angle);
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can be focused; the day stands beside the figure
    <g className="hand" aria-hidden="true">
      <line className="hand-edge" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      <circle cx={knob.x} cy={knob.y} r={rings.lane > 12 ? 7 : 5} />
    </g>
  );
}
