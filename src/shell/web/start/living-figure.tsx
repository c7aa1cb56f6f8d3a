import { Button } from "@digdir/designsystemet-react";
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useRef, useState } from "react";
import type { GoalTree } from "../../../goals/contract.ts";
import { useStandings } from "../../../goals/pages/use-standing.ts";
import { useActions } from "../../../plans/pages/use-actions.ts";
import { Icon } from "../../../platform/ui/icon.tsx";
import { useSearchParam } from "../../../platform/ui/link.tsx";
import { Skeleton } from "../../../platform/ui/loading.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { WheelView } from "../../../year/contract.ts";
import { Figure } from "./figure/figure.tsx";
import { COMPACT, WIDE } from "./figure/geometry.ts";
import { FigurePanel } from "./figure/panel.tsx";
import type { Pointed } from "./figure/part.tsx";
import { FigureTip } from "./figure/tip.tsx";
import { Legend } from "./legend.tsx";
import { type PlanDecisions, stepParts, strategicParts } from "./parts.ts";
import type { Told } from "./told.ts";
import { useNarrow, useStacked } from "./use-narrow.ts";
import { useTold } from "./use-told.ts";

/** Tables that sort and filter are fetched when somebody looks at them. */
const FigureList = lazy(async () => ({ default: (await import("./figure/list.tsx")).FigureList }));

/**
 * The figure with what it tells beside it, its twin as a list under it, and `beside` in the same column as the telling. Where
 * there is room for one column only, `besideFirst` puts it over the figure: what is mine to do is not to be scrolled to.
 */
export function LivingFigure({
  tree,
  wheel,
  plans,
  year,
  body,
  beside,
  besideFirst,
}: {
  readonly tree: GoalTree;
  readonly wheel: WheelView;
  readonly plans: PlanDecisions;
  /** The year of the goals; the wheel has its own. */
  readonly year: number;
  /** The body that is looked at: what is others' steps back. */
  readonly body: string | undefined;
  readonly beside: ReactNode;
  readonly besideFirst: boolean;
}) {
  const t = useTexts("shell");
  const narrow = useNarrow();
  const stacked = useStacked();
  const over = stacked && besideFirst;
  const tell = useTold();
  const [pointed, point] = useState<Pointed>();
  const around = useRef<HTMLDivElement>(null);
  const leave = useCallback(() => point(undefined), []);
  const [view, setView] = useSearchParam("visa");
  const listed = narrow || view === "lista";
  const standingOf = useStandings(year);
  const actions = useActions(year);
  const strategic = useMemo(
    () =>
      strategicParts(
        tree,
        plans,
        body,
        standingOf,
        (goal) => actions.get(`${goal.body}/${goal.id}`)?.length ?? 0,
      ),
    [tree, plans, body, standingOf, actions],
  );
  const steps = useMemo(() => stepParts(wheel), [wheel]);
  const vision = tell.vision(tree);
  const told = new Map<string, Told>([["vision", vision]]);
  for (const part of strategic) {
    told.set(part.id, tell.strategic(part));
    for (const goal of part.goals) told.set(goal.id, tell.goal(goal));
    for (const body of part.bodies) told.set(body.id, tell.plan(body));
  }
  for (const part of steps) told.set(part.id, tell.step(part));
  const toldOf = pointed && told.get(pointed.id);
  const panel = narrow ? null : (
    <FigurePanel told={stacked ? undefined : toldOf} today={wheel.today} openable={pointed?.touch === true} />
  );
  return (
    <div className="front">
      {over ? <aside className="front-beside">{beside}</aside> : null}
      <div className="front-figure" ref={around}>
        <Figure
          pointed={pointed?.id}
          name={t("page.start.figure-name", { year: wheel.year })}
          rings={narrow ? COMPACT : WIDE}
          full={!narrow}
          year={wheel.year}
          today={wheel.today}
          vision={vision}
          strategic={strategic}
          steps={steps}
          told={told}
          onPoint={point}
        />
        {stacked && !narrow && pointed && toldOf ? (
          <FigureTip pointed={pointed} told={toldOf} today={wheel.today} within={around} onClose={leave} />
        ) : null}
        <Legend />
        {tree.goals.length === 0 ? <p className="quiet">{t("page.start.no-goals", { year })}</p> : null}
        {narrow ? null : (
          <Button
            variant="secondary"
            aria-expanded={listed}
            aria-controls="lista"
            onClick={() => setView(listed ? undefined : "lista")}
          >
            <Icon name="list" />
            {t(listed ? "page.start.hide-list" : "page.start.as-list")}
          </Button>
        )}
      </div>
      {over ? (
        panel
      ) : (
        <aside className="front-beside">
          {panel}
          {beside}
        </aside>
      )}
      <div className="front-list">
        {listed ? (
          <Suspense fallback={<Skeleton lines={12} />}>
            <FigureList tree={tree} strategic={strategic} wheel={wheel} year={year} />
          </Suspense>
        ) : null}
      </div>
    </div>
  );
}
