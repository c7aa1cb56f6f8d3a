import { useId } from "react";
import { useWidth } from "../../platform/ui/use-width.ts";
import type { Risk } from "../contract.ts";
import type { NumberedRisk } from "./control-view.ts";
import { CHIP_RADIUS, type MatrixBox, type MatrixLayout, matrixLayout } from "./risk-matrix-layout.ts";
import "./control.css";

const FIRST_WIDTH = 640;
const AXIS = [1, 2, 3, 4] as const;

export interface MatrixTexts {
  /** What the picture answers, for those who hear it. */
  readonly label: string;
  readonly likelihood: string;
  readonly consequence: string;
  readonly likelihoodStep: (step: number) => string;
  readonly consequenceStep: (step: number) => string;
  readonly more: (count: number) => string;
}

/**
 * The risks as numbers in a matrix (model §2.3, K-2). How heavy a cell is shows in its value and its border too, not only in
 * its colour; the list of risks beside it says the same in words.
 */
export function RiskMatrix({
  risks,
  texts,
  place,
  before,
}: {
  readonly risks: readonly NumberedRisk[];
  /** Where last year's plan had them, by id. */
  readonly before?: ReadonlyMap<string, Pick<Risk, "likelihood" | "consequence">> | undefined;
  readonly texts: MatrixTexts;
  /** Where a risk is told in words: the id of its row. */
  readonly place: (risk: Risk) => string;
}) {
  const [frame, width] = useWidth<HTMLElement>(FIRST_WIDTH);
  const layout = matrixLayout(
    risks.map(({ risk, number }) => ({
      id: risk.id,
      likelihood: risk.likelihood,
      consequence: risk.consequence,
      number,
      before: before?.get(risk.id),
    })),
    width,
  );
  const named = new Map(risks.map((numbered) => [numbered.risk.id, numbered.risk]));
  return (
    <figure className="matrix" ref={frame}>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of links in a picture, which no HTML element is */}
      <svg
        width={layout.width}
        height={layout.height}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        role="group"
        aria-label={texts.label}
      >
        <Axes layout={layout} texts={texts} />
        {layout.boxes.map((box) => (
          <Cell key={`${box.likelihood} ${box.consequence}`} box={box} />
        ))}
        <Moves moves={layout.moves} />
        {layout.boxes.map((box) => (
          <g key={`${box.likelihood} ${box.consequence}`}>
            {box.chips.map(({ x, y, risk, more }) => {
              if (!risk)
                return (
                  // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: shapes are not interactive
                  <g key="more" role="img" aria-label={texts.more(more)}>
                    <text className="matrix-more" x={x} y={y}>
                      +{more}
                    </text>
                  </g>
                );
              const full = named.get(risk.id);
              return (
                <a
                  key={risk.id}
                  className="matrix-chip"
                  href={`#${full ? place(full) : ""}`}
                  aria-label={`${risk.number}. ${full?.text ?? ""}`}
                >
                  <circle cx={x} cy={y} r={CHIP_RADIUS} />
                  <text x={x} y={y}>
                    {risk.number}
                  </text>
                </a>
              );
            })}
          </g>
        ))}
      </svg>
    </figure>
  );
}

/** The way that risks have gone since last year; the list beside says the same in words. */
function Moves({ moves }: { readonly moves: MatrixLayout["moves"] }) {
  const head = useId();
  if (moves.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: arrows take no focus
    <g aria-hidden="true">
      <marker id={head} viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" orient="auto">
        <path className="matrix-move-head" d="M0 0 8 4 0 8z" />
      </marker>
      {moves.map(({ id, from, to }) => (
        <g key={id}>
          <circle className="matrix-move-from" cx={from.x} cy={from.y} r={4} />
          <line
            className="matrix-move"
            x1={from.x}
            y1={from.y}
            x2={to.x}
            y2={to.y}
            markerEnd={`url(#${head})`}
          />
        </g>
      ))}
    </g>
  );
}

function Cell({ box }: { readonly box: MatrixBox }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a cell takes no focus; the risks in it do
    <g aria-hidden="true">
      <rect
        className={`matrix-cell matrix-${box.weight}`}
        x={box.x}
        y={box.y}
        width={box.width}
        height={box.height}
        rx={4}
      />
      <text className="matrix-value" x={box.x + box.width - 8} y={box.y + 17}>
        {box.value}
      </text>
    </g>
  );
}

function Axes({ layout, texts }: { readonly layout: MatrixLayout; readonly texts: MatrixTexts }) {
  const { left, top, cell, words } = layout;
  const right = layout.width;
  const bottom = layout.height;
  const step = (n: number, word: string) => (words ? `${n} ${word}` : String(n));
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: axes take no focus; the table beside says the same
    <g aria-hidden="true">
      {AXIS.map((n) => {
        const middle = top + (4 - n) * (cell.height + 4) + cell.height / 2;
        return (
          <text key={n} className="matrix-step matrix-step-left" x={left - 10} y={middle}>
            {step(n, texts.likelihoodStep(n))}
          </text>
        );
      })}
      {AXIS.map((n) => (
        <text
          key={n}
          className="matrix-step matrix-step-below"
          x={left + (n - 1) * (cell.width + 4) + cell.width / 2}
          y={bottom - 36}
        >
          {step(n, texts.consequenceStep(n))}
        </text>
      ))}
      <text className="matrix-axis" x={(left + right) / 2} y={bottom - 8}>
        {texts.consequence} →
      </text>
      <text
        className="matrix-axis"
        transform={`translate(${words ? 14 : 12} ${top + (cell.height + 4) * 2}) rotate(-90)`}
      >
        {texts.likelihood} →
      </text>
    </g>
  );
}
