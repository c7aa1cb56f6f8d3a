import "./bars.css";

export interface Bar {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  /** The value as it is read. */
  readonly text: string;
}

/** Amounts beside each other as bars, each with its name and its number: the picture is read without its colours, and aloud as a list. */
export function Bars({ bars, label }: { readonly bars: readonly Bar[]; readonly label: string }) {
  const most = Math.max(...bars.map(({ value }) => Math.abs(value)), 1);
  return (
    <ul className="bars" aria-label={label}>
      {bars.map(({ key, name, value, text }) => (
        <li key={key}>
          <span className="bars-name">{name}</span>
          <span className="bars-track" aria-hidden="true">
            <span className="bars-bar" style={{ inlineSize: `${(Math.abs(value) / most) * 100}%` }} />
          </span>
          <span className="num">{text}</span>
        </li>
      ))}
    </ul>
  );
}
