import { useId } from "react";
import { useWidth } from "../../../platform/ui/use-width.ts";
import { type WaterfallBar, type WaterfallPart, waterfallLayout } from "./waterfall-layout.ts";
import "./waterfall.css";
import { Hatch } from "../../../platform/ui/picture.tsx";

const FIRST_WIDTH = 720;
/** Nearer to the edge than half its text a tick's text begins at it, so that none is cut. */
const TICK_HALF = 36;

interface WaterfallProps {
  readonly parts: readonly WaterfallPart[];
  /** What the picture answers, for those who hear it. */
  readonly label: string;
  readonly format: (part: WaterfallPart) => string;
  readonly formatTick: (tkr: number) => string;
  /** Said when the scale begins above zero, so that nobody reads lengths of the totals. */
  readonly cutNote: (fromTkr: number) => string;
  /** Where a bar's explanation is; a bar without one is no link. */
  readonly href?: (part: WaterfallPart) => string | undefined;
  readonly onOpen?: (part: WaterfallPart) => void;
}

/**
 * From what one had to what one gets, step by step (model §2.2, E-8). Up, down and total differ by sign and pattern, not only
 * by colour. The table beside it says the same.
 */
export function Waterfall({ parts, label, format, formatTick, cutNote, href, onOpen }: WaterfallProps) {
  const [frame, width] = useWidth<HTMLElement>(FIRST_WIDTH);
  const hatch = useId();
  const layout = waterfallLayout(parts, width, format);
  const { plot } = layout;
  return (
    <figure className="waterfall" ref={frame}>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of links in a picture, which no HTML element is */}
      <svg
        width={layout.width}
        height={layout.height}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        role="group"
        aria-label={label}
      >
        <Hatch id={hatch} name="waterfall-down" />
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: lines and ticks take no focus; the bars' names say the amounts */}
        <g aria-hidden="true">
          {layout.ticks.map(({ tkr, x }) => (
            <g key={tkr}>
              <line className="waterfall-grid" x1={x} x2={x} y1={plot.top} y2={plot.bottom} />
              <text
                className="waterfall-tick"
                x={x}
                y={plot.bottom + 18}
                style={{ textAnchor: x < TICK_HALF ? "start" : "middle" }}
              >
                {formatTick(tkr)}
              </text>
            </g>
          ))}
          {layout.joints.map(({ x, y1, y2 }) => (
            <line key={y1} className="waterfall-joint" x1={x} x2={x} y1={y1} y2={y2} />
          ))}
        </g>
        {layout.bars.map((bar) => (
          <BarLink key={bar.id} bar={bar} href={href?.(bar)} onOpen={onOpen} text={format(bar)}>
            <rect
              className="waterfall-touch"
              x={0}
              y={bar.y - 10}
              width={layout.width}
              height={bar.height + 20}
              rx={4}
            />
            <text className="waterfall-label" x={bar.labelX} y={bar.labelY}>
              {bar.label}{" "}
            </text>
            <rect
              className={`waterfall-bar waterfall-${sortOf(bar)}`}
              x={bar.x}
              y={bar.y}
              width={bar.width}
              height={bar.height}
              rx={2}
              {...(sortOf(bar) === "down" ? { fill: `url(#${hatch})` } : {})}
            />
            {bar.kind === "total" && layout.scaleFromTkr > 0 && <Break x={bar.x + 14} bar={bar} />}
            <text className="waterfall-value" x={bar.valueX} y={bar.valueY}>
              {format(bar)}
            </text>
          </BarLink>
        ))}
      </svg>
      {layout.scaleFromTkr > 0 && <figcaption>{cutNote(layout.scaleFromTkr)}</figcaption>}
    </figure>
  );
}

const sortOf = (bar: WaterfallPart) => (bar.kind === "total" ? "total" : bar.amountTkr < 0 ? "down" : "up");

/** A torn edge: the bar is longer than the picture shows. */
function Break({ x, bar }: { x: number; bar: WaterfallBar }) {
  const { y, height } = bar;
  const step = height / 4;
  const edge = [0, 1, 2, 3, 4].map((i) => `${x + (i % 2 === 0 ? 0 : 6)},${y - 1 + i * (step + 0.5)}`);
  return <polyline className="waterfall-break" points={edge.join(" ")} />;
}

interface BarLinkProps {
  readonly bar: WaterfallBar;
  readonly href: string | undefined;
  readonly onOpen: ((part: WaterfallPart) => void) | undefined;
  readonly text: string;
  readonly children: React.ReactNode;
}

function BarLink({ bar, href, onOpen, text, children }: BarLinkProps) {
  const name = `${bar.label}: ${text}`;
  if (href === undefined)
    return (
      // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of shapes is not interactive
      <g role="img" aria-label={name}>
        {children}
      </g>
    );
  return (
    <a
      className="waterfall-link"
      href={href}
      aria-label={name}
      onClick={(event) => {
        if (!onOpen || event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onOpen(bar);
      }}
    >
      {children}
    </a>
  );
}
