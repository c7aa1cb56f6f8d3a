import { useState } from "react";
import { useWidth } from "../../platform/ui/use-width.ts";
import { type ThreadNode, threadLayout, wayThrough } from "./thread-layout.ts";
import "./thread.css";

const FIRST_WIDTH = 960;
/** Narrower than this, or than the columns need, the cards stand under each other, each level a step in. */
const STACKED_WIDTH = 480;

interface ThreadProps<N extends ThreadNode> {
  readonly nodes: readonly N[];
  /** The question that the picture answers; names the region for those who hear it. */
  readonly label: string;
  /** What a card holds; a link where there is more to read. */
  readonly card: (node: N) => React.ReactNode;
}

/**
 * The red thread as a picture (model §2.1, V-9): cards from the vision to what is done, held together by lines. Cards are plain
 * HTML in reading order, so that they wrap, take focus and are heard like any list; only the lines are drawn. Where the page is
 * narrower than the thread it is a stair of cards.
 */
export function Thread<N extends ThreadNode>({ nodes, label, card }: ThreadProps<N>) {
  const [frame, width] = useWidth<HTMLElement>(FIRST_WIDTH);
  const layout = threadLayout(nodes, width);
  const [lit, setLit] = useState<string>();
  const onWay = lit === undefined ? undefined : wayThrough(layout.links, lit);
  if (width < STACKED_WIDTH || Math.floor(layout.width) > Math.ceil(width)) {
    const columns = [...new Set(layout.nodes.map(({ x }) => x))].sort((a, b) => a - b);
    return (
      <section aria-label={label} ref={frame}>
        <ul className="thread-stack">
          {layout.nodes.map(({ node, x }) => (
            <li
              key={node.id}
              className={`thread-card thread-${node.kind}`}
              style={{ marginInlineStart: `${columns.indexOf(x)}rem` }}
            >
              {card(node)}
            </li>
          ))}
        </ul>
      </section>
    );
  }
  return (
    <section className="thread" aria-label={label} ref={frame}>
      <div className="thread-ground" style={{ width: layout.width, height: layout.height }}>
        <svg width={layout.width} height={layout.height} aria-hidden="true">
          {layout.links.map(({ from, to, path, main }) => (
            <path
              key={`${from} ${to}`}
              d={path}
              className={main ? "thread-link" : "thread-link thread-link-second"}
              data-lit={onWay?.has(from) && onWay.has(to) ? "" : undefined}
            />
          ))}
        </svg>
        <ul>
          {layout.nodes.map(({ node, x, y, width: w, height: h }) => (
            <li
              key={node.id}
              className={`thread-card thread-${node.kind}`}
              style={{ left: x, top: y, width: w, height: h }}
              data-dim={onWay && !onWay.has(node.id) ? "" : undefined}
              onMouseEnter={() => setLit(node.id)}
              onMouseLeave={() => setLit(undefined)}
              onFocus={() => setLit(node.id)}
              onBlur={() => setLit(undefined)}
            >
              {card(node)}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
