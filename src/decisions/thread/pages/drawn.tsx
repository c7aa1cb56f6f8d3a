import { useEffect, useState } from "react";
import { useWidth } from "../../../platform/ui/use-width.ts";
import { type ThreadNode, threadLayout, wayThrough } from "../rules/layout.ts";
import "./drawn.css";

const FIRST_WIDTH = 960;
/** Narrower than this, or than the columns need, the cards stand under each other, each level a step in. */
const STACKED_WIDTH = 480;

/** What a column takes where the picture may be wider than the page. */
const COLUMN_WIDTH = 200;
const columnsWidth = (nodes: readonly ThreadNode[]): number =>
  new Set(nodes.map(({ level }) => level)).size * COLUMN_WIDTH;

interface ThreadProps<N extends ThreadNode> {
  readonly nodes: readonly N[];
  /** The question that the picture answers; names the region for those who hear it. */
  readonly label: string;
  /** What a card holds; a link where there is more to read. */
  readonly card: (node: N) => React.ReactNode;
  /** How large it is drawn, or so that its width fits; without it, it is laid out for the page, or is a stair of cards. */
  readonly zoom?: number | "fit";
  /** The card that is in sight at first, where the picture is larger than its frame. */
  readonly first?: string | undefined;
}

/**
 * The red thread as a picture (model §2.1, V-9): cards from the vision to what is done, held together by lines. Cards are plain
 * HTML in reading order, so that they wrap, take focus and are heard like any list; only the lines are drawn. Where the page is
 * narrower than the thread it is a stair of cards.
 */
export function DrawnThread<N extends ThreadNode>({ nodes, label, card, zoom, first }: ThreadProps<N>) {
  const [frame, width] = useWidth<HTMLElement>(FIRST_WIDTH);
  const zoomed = typeof zoom === "number";
  const layout = threadLayout(nodes, zoomed ? Math.max(width, columnsWidth(nodes)) : width);
  // A pixel less than the page has: what is rounded up does not stand outside it
  const scale = zoomed ? zoom : zoom === "fit" ? Math.min(1, (width - 1) / layout.width) : 1;
  const seen = layout.nodes.find(({ node }) => node.id === first);
  const [x, y] = seen ? [(seen.x + seen.width / 2) * scale, (seen.y + seen.height / 2) * scale] : [0, 0];
  useEffect(() => {
    const at = frame.current;
    if (at) at.scrollTo(x - at.clientWidth / 2, y - at.clientHeight / 2);
  }, [frame, x, y]);
  const [lit, setLit] = useState<string>();
  const onWay = lit === undefined ? undefined : wayThrough(layout.links, lit);
  const wide = Math.floor(layout.width * scale) > Math.ceil(width);
  if (!zoomed && (width < STACKED_WIDTH || wide)) {
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
    <section
      className={zoomed ? "thread thread-zoomed" : "thread"}
      aria-label={label}
      ref={frame}
      // What is larger than the page is moved with the arrow keys
      {...(zoomed ? { tabIndex: 0 } : {})}
    >
      <div
        className="thread-ground"
        style={{ width: layout.width, height: layout.height, ...(scale === 1 ? {} : { zoom: scale }) }}
      >
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
