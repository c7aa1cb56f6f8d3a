import { type ReactNode, Suspense, useState } from "react";
import { createPortal } from "react-dom";
import { useChoice } from "../../../platform/ui/choice.tsx";
import { Dialog } from "../../../platform/ui/dialog.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { useSearchParam } from "../../../platform/ui/link.tsx";
import { Skeleton } from "../../../platform/ui/loading.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { figureOf } from "../rules/figure-place.ts";
import { FocusFigure } from "./explain-parts.tsx";
import { useExplanations } from "./explanations.ts";
import { EXPLAIN_PARAM, FiguresOf } from "./figure-link.tsx";
import { useFirst } from "./use-first.ts";
import "./economy.css";

/** A page whose figures stand in a version: each of them opens beside it what it comes from (E-8). */
export function Explainable({
  of,
  children,
}: {
  /** As comparisons name versions: "budget:kommunfullmaktige:2027@1". */
  readonly of: string;
  readonly children: ReactNode;
}) {
  return (
    <FiguresOf value={of}>
      {children}
      <ExplainDrawer />
    </FiguresOf>
  );
}

/**
 * "Förklara siffran" (E-8): any figure, step by step down to what was counted, on an address that can be shared. A page that shows
 * several versions has one drawer all the same, and it opens where what stands around its figure is folded too.
 */
export function ExplainDrawer() {
  const [text, setText] = useSearchParam(EXPLAIN_PARAM);
  const first = useFirst();
  return text === undefined || !first
    ? null
    : createPortal(<Drawer text={text} onClose={() => setText(undefined)} />, document.body);
}

function Drawer({ text, onClose }: { readonly text: string; readonly onClose: () => void }) {
  const t = useTexts("budget");
  const { year } = useChoice();
  const explanations = useExplanations();
  const [first] = useState(text);
  const [gone, setGone] = useState(false);
  if (text !== first && !gone) setGone(true);
  const { of = String(year), place } = figureOf(text);
  const explanation = explanations.find(({ explains }) => explains(of));
  return (
    <Dialog open onClose={onClose} title={t("page.explain")} drawer>
      <FiguresOf value={of}>
        <FocusFigure value={gone ? text : undefined}>
          {place && explanation ? (
            <Suspense fallback={<Skeleton lines={6} />}>
              <explanation.Explain of={of} place={place} />
            </Suspense>
          ) : (
            <MissingFigure />
          )}
        </FocusFigure>
      </FiguresOf>
      <p className="quiet small">{t("page.explain-panel.link")}</p>
    </Dialog>
  );
}

export function MissingFigure() {
  const t = useTexts("budget");
  return (
    <EmptyState title={t("page.explain-panel.missing")}>{t("page.explain-panel.missing-detail")}</EmptyState>
  );
}
