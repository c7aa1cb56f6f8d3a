import { Button } from "@digdir/designsystemet-react";
import { lazy, type ReactNode, Suspense, useMemo, useState } from "react";
import type { GoalTree } from "../../../goals/contract.ts";
import { Icon } from "../../../platform/ui/icon.tsx";
import { useSearchParam } from "../../../platform/ui/link.tsx";
import { Skeleton } from "../../../platform/ui/loading.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { WheelView } from "../../../year/contract.ts";
import { Figure } from "./figure/figure.tsx";
import { COMPACT, WIDE } from "./figure/geometry.ts";
import { FigurePanel } from "./figure/panel.tsx";
import { Legend } from "./legend.tsx";
import { type PlanDecisions, stepParts, strategicParts } from "./parts.ts";
import type { Told } from "./told.ts";
import { useNarrow, useStacked } from "./use-narrow.ts";
import { useTold } from "./use-told.ts";

/** Its tables come when somebody asks for them. */
const FigureList = lazy(() => import("./figure/list.tsx").then((list) => ({ default: list.FigureList })));

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
  const over = useStacked() && besideFirst;
  const tell = useTold();
  const [pointed, point] = useState<string>();
  const [view, setView] = useSearchParam("visa");
  const listed = narrow || view === "lista";
  const strategic = useMemo(() => strategicParts(tree, plans, body), [tree, plans, body]);
  const steps = useMemo(() => stepParts(wheel), [wheel]);
  const vision = tell.vision(tree);
  const told = new Map<string, Told>([["vision", vision]]);
  for (const part of strategic) {
    told.set(part.id, tell.strategic(part));
    for (const goal of part.goals) told.set(goal.id, tell.goal(goal));
    for (const body of part.bodies) told.set(body.id, tell.plan(body));
  }
  for (const part of steps) told.set(part.id, tell.step(part));
  const panel = narrow ? null : (
    <FigurePanel told={pointed ? told.get(pointed) : undefined} today={wheel.today} />
  );
  return (
    <div className="front">
      {over ? <aside className="front-beside">{beside}</aside> : null}
      <div className="front-figure">
        <Figure
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
          <Suspense fallback={<Skeleton lines={8} />}>
            <FigureList tree={tree} strategic={strategic} wheel={wheel} year={year} />
          </Suspense>
        ) : null}
      </div>
    </div>
  );
}
