import { ToggleGroup } from "@digdir/designsystemet-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { Link } from "../../../platform/ui/link.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { BodyView } from "../../pages/use-session.ts";
import { boxBeside, chartOf } from "../rules/chart.ts";

const WIDTH = 224;
const HEIGHT = 48;
const BETWEEN = { columns: 36, rows: 10 };
const MAX_SIGNS = 29;

const shortened = (text: string): string =>
  text.length <= MAX_SIGNS ? text : `${text.slice(0, MAX_SIGNS - 1).trimEnd()}…`;

/** How far the chart goes: organs with their administrations, or departments and units too. */
const LEVELS = { organs: 3, units: 6 } as const;
type Level = keyof typeof LEVELS;

/** The organisation drawn, with who leads what; its twin in words is the tree. */
export function BodyChart({
  bodies,
  leaderOf,
}: {
  readonly bodies: readonly BodyView[];
  readonly leaderOf: (body: string) => string | undefined;
}) {
  const t = useTexts("organisation");
  const [level, setLevel] = useState<Level>("organs");
  const [at, setAt] = useState<string>();
  const chart = useRef<HTMLElement>(null);
  const drawn = chartOf(bodies, LEVELS[level]);
  const { boxes, rows, columns } = drawn;
  const x = (column: number) => column * (WIDTH + BETWEEN.columns) + 1;
  const y = (row: number) => row * (HEIGHT + BETWEEN.rows) + 1;
  const placed = new Map(boxes.map((box) => [box.body.id, box]));
  // One stop on the way through the page: the arrows go from box to box
  const current = at !== undefined && placed.has(at) ? at : boxes.find(({ column }) => column === 0)?.body.id;
  const pressed = (event: KeyboardEvent) => {
    const next = current && boxBeside(drawn, current, event.key);
    if (!next) return;
    event.preventDefault();
    setAt(next);
    chart.current?.querySelector<SVGAElement>(`[data-body="${next}"]`)?.focus();
  };
  const width = x(columns) - BETWEEN.columns + 1;
  return (
    <>
      <ToggleGroup
        value={level}
        onChange={(value) => setLevel(value as Level)}
        data-size="sm"
        aria-label={t("bodies.chart.level")}
      >
        <ToggleGroup.Item value="organs">{t("bodies.chart.organs")}</ToggleGroup.Item>
        <ToggleGroup.Item value="units">{t("bodies.chart.units")}</ToggleGroup.Item>
      </ToggleGroup>
      <section className="organ-chart" aria-label={t("bodies.chart.label")} ref={chart} onKeyDown={pressed}>
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: the section names it, and each link in it has a title */}
        <svg width={width} height={y(rows)} viewBox={`0 0 ${width} ${y(rows)}`}>
          {boxes.map(({ body, column, row }) => {
            const above = body.parent === null ? undefined : placed.get(body.parent);
            if (!above) return null;
            const from = { x: x(above.column) + WIDTH, y: y(above.row) + HEIGHT / 2 };
            const middle = from.x + BETWEEN.columns / 2;
            return (
              <path
                key={body.id}
                className="organ-chart-line"
                d={`M${from.x} ${from.y}H${middle}V${y(row) + HEIGHT / 2}H${x(column)}`}
              />
            );
          })}
          {boxes.map(({ body, column, row, hidden }) => {
            const leader = leaderOf(body.id);
            return (
              <Link
                key={body.id}
                href={`/beslut/organisation/${body.id}`}
                plain
                tabIndex={body.id === current ? 0 : -1}
                data-body={body.id}
                onFocus={() => setAt(body.id)}
              >
                <title>
                  {[body.name, leader, hidden > 0 ? t("bodies.chart.hidden", { count: hidden }) : ""]
                    .filter(Boolean)
                    .join(", ")}
                </title>
                <g
                  className="organ-box"
                  data-kind={body.kind}
                  transform={`translate(${x(column)} ${y(row)})`}
                >
                  <rect width={WIDTH} height={HEIGHT} rx="3" />
                  <line x1="2" x2="2" y1="1" y2={HEIGHT - 1} />
                  <text x="12" y={leader || hidden > 0 ? 20 : 29} className="organ-box-name">
                    {shortened(body.name)}
                  </text>
                  <text x="12" y="38" className="organ-box-leader">
                    {shortened([leader, hidden > 0 ? `+${hidden}` : ""].filter(Boolean).join(" · "))}
                  </text>
                </g>
              </Link>
            );
          })}
        </svg>
      </section>
    </>
  );
}
