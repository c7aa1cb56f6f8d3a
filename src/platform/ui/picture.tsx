/** Slanting lines to fill shapes with, by the id, so that they differ by more than their colour; `name` is their class. */
export const Hatch = ({ id, name }: { readonly id: string; readonly name: string }) => (
  <defs>
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" className={`${name}-ground`} />
      <line x1="0" y1="0" x2="0" y2="6" className={`${name}-line`} />
    </pattern>
  </defs>
);

/** The lines of a scale of amounts across a picture, with the amounts to the left of them. */
export const AmountLines = ({
  ticks,
  left,
  right,
  text,
}: {
  readonly ticks: readonly { readonly tkr: number; readonly y: number }[];
  readonly left: number;
  readonly right: number;
  readonly text: (tkr: number) => string;
}) =>
  ticks.map(({ tkr, y }) => (
    <g key={tkr}>
      <line className="picture-line" x1={left} x2={right} y1={y} y2={y} />
      <text className="picture-amount" x={left - 8} y={y}>
        {text(tkr)}
      </text>
    </g>
  ));
