import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { ThreadThing } from "../contract.ts";
import { threadOf } from "../kind.ts";
import type { ThreadNode } from "../rules/layout.ts";
import { type Hanging, levelsOf } from "../rules/tree.ts";
import { DrawnThread } from "./drawn.tsx";

/** Each step makes the picture a quarter larger or smaller; the smallest shows some hundred cards, whose words are then in the table. */
const STEP = 1.25;
const SMALLEST = 0.4;
const LARGEST = 2;

/** Whose they are goes without saying. */
const OF_ALL: readonly string[] = ["vision", "strategic-goal"];

interface Card extends ThreadNode {
  readonly thing: ThreadThing;
}

/** What is open in the tree, drawn from the vision to the right, larger or smaller (V-9). */
export function ThreadPicture({
  of,
  here,
}: {
  readonly of: Hanging<ThreadThing>;
  readonly here: string | null;
}) {
  const t = useTexts("decisions");
  const [zoom, setZoom] = useState<number | "fit">("fit");
  const size = zoom === "fit" ? 1 : zoom;
  const levels = levelsOf(of);
  const parents = Map.groupBy(of.ties, ({ from }) => from);
  const nodes = of.things.map(
    (thing): Card => ({
      id: thing.thing,
      kind: thing.what,
      level: levels.get(thing.thing) ?? 0,
      parents: [...new Set(parents.get(thing.thing)?.map(({ to }) => to))],
      thing,
    }),
  );
  const to = (next: number) => setZoom(Math.min(LARGEST, Math.max(SMALLEST, next)));
  return (
    <>
      <div className="row thread-zoom" role="toolbar" aria-label={t("thread.zoom")}>
        <Button variant="secondary" data-size="sm" disabled={size >= LARGEST} onClick={() => to(size * STEP)}>
          {t("thread.zoom-in")}
        </Button>
        <Button
          variant="secondary"
          data-size="sm"
          disabled={size <= SMALLEST}
          onClick={() => to(size / STEP)}
        >
          {t("thread.zoom-out")}
        </Button>
        <Button variant="tertiary" data-size="sm" onClick={() => setZoom("fit")}>
          {t("thread.zoom-whole")}
        </Button>
        <span className="quiet small" aria-live="polite">
          {zoom === "fit" ? t("thread.zoom-fits") : `${Math.round(zoom * 100)} %`}
        </span>
      </div>
      <DrawnThread
        nodes={nodes}
        label={t("thread.picture-label")}
        zoom={zoom}
        first={here ?? nodes[0]?.id}
        card={({ thing }) => (
          <>
            <span className="thread-kind">{t(`thread.what.${thing.what}`)}</span>
            {thing.thing === here ? (
              <strong
                className="thread-title"
                title={thing.name}
                {...(thing.written ? { lang: WRITTEN } : {})}
              >
                {thing.name}
              </strong>
            ) : (
              <Link
                plain
                className="thread-title"
                href={threadOf(thing.thing, thing.year)}
                title={thing.name}
                {...(thing.written ? { lang: WRITTEN } : {})}
              >
                {thing.name}
              </Link>
            )}
            {thing.name === thing.bodyName || OF_ALL.includes(thing.what) ? null : (
              <span className="thread-note">
                <span className="thread-owner" lang={WRITTEN}>
                  {thing.bodyName}
                </span>
              </span>
            )}
          </>
        )}
      />
    </>
  );
}
