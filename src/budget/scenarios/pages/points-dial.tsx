import { setFrom, tidy } from "./changes.ts";
import { ScenarioDial } from "./dial.tsx";

/** Percentage points that are added to a growth, in parts of one by year: shown and moved in per cent. */
export function PointsDial({
  label,
  points,
  at,
  readOnly,
  onChange,
}: {
  readonly label: string;
  readonly points: Readonly<Record<string, number>> | undefined;
  readonly at: Parameters<typeof setFrom>[2];
  readonly readOnly: boolean;
  readonly onChange: (points: Readonly<Record<string, number>>) => void;
}) {
  return (
    <ScenarioDial
      label={label}
      base={0}
      value={tidy((points?.[at.year] ?? 0) * 100)}
      min={-20}
      max={20}
      reach={[-3, 3]}
      step={0.1}
      decimals={2}
      readOnly={readOnly}
      onChange={(value) => onChange(setFrom(points, () => 0, at, tidy(value / 100), [-0.2, 0.2]))}
    />
  );
}
