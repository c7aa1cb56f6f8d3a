import type { ThreadSort } from "./sorts.ts";

/** What is drawn of the red thread (V-9): a card, and how far it stands from the vision. */
export interface ThreadNode {
  readonly id: string;
  readonly kind: ThreadSort;
  /** Its column: what hangs in another stands in a later one. */
  readonly level: number;
  /** What it hangs in; a goal may hang in several strategic goals, the first being its main one. */
  readonly parents: readonly string[];
}

export interface PlacedNode<N extends ThreadNode = ThreadNode> {
  readonly node: N;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ThreadLayout<N extends ThreadNode = ThreadNode> {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode<N>[];
  readonly links: readonly {
    readonly from: string;
    readonly to: string;
    readonly path: string;
    /** The link to the parent under which the node is placed; the others cross the picture. */
    readonly main: boolean;
  }[];
}

const HEIGHT = 88;
const LOW = 72;
const heightOf = (kind: ThreadSort): number =>
  kind === "vision" || kind === "strategic-goal" ? LOW : HEIGHT;
const COLUMN_GAP = 40;
/** On a tablet held upright the lines between the columns give way before the words in them do. */
const NARROW_GAP = 24;
const NARROW_WIDTH = 900;
const ROW_GAP = 12;
const MIN_COLUMN = 128;
/** How much of the width a column takes: a goal is a sentence, a strategic goal a few words. */
const SHARES: Partial<Record<ThreadSort, number>> = { vision: 1, "strategic-goal": 1, "body-goal": 1.5 };
const SHARE = 1.2;
/** What hangs in a part may fill many screens: the part stands no further down from the first of it than this. */
const MAX_DOWN = 160;

/**
 * Places the thread from left to right, a column a level (only levels that are there), each node beside the middle of what
 * hangs in it, where that is not far down, and never on another. Nodes whose parents are missing stand in their column all the same. Units: px.
 */
export function threadLayout<N extends ThreadNode>(nodes: readonly N[], width: number): ThreadLayout<N> {
  const levels = [...new Set(nodes.map(({ level }) => level))].sort((a, b) => a - b);
  const gap = width < NARROW_WIDTH ? NARROW_GAP : COLUMN_GAP;
  const room = width - gap * (levels.length - 1);
  const shares = new Map(
    levels.map((level) => {
      const own = nodes.filter((node) => node.level === level);
      return [level, Math.max(...own.map(({ kind }) => SHARES[kind] ?? SHARE))] as const;
    }),
  );
  const share = [...shares.values()].reduce((sum, one) => sum + one, 0);
  const column = (level: number) => Math.max(MIN_COLUMN, (room * (shares.get(level) ?? 1)) / share);
  const x = (level: number) =>
    levels.filter((before) => before < level).reduce((sum, before) => sum + column(before) + gap, 0);
  const ids = new Set(nodes.map((node) => node.id));
  const mainOf = (node: N) => node.parents.find((parent) => ids.has(parent));
  const children = new Map<string | undefined, N[]>();
  for (const node of nodes) {
    const main = mainOf(node);
    children.set(main, [...(children.get(main) ?? []), node]);
  }

  const bottoms = new Map<number, number>();
  const placed = new Map<string, PlacedNode<N>>();
  /** Places a node and all that hangs in it from a height on; gives the node's middle. */
  const place = (node: N, from: number): number => {
    const height = heightOf(node.kind);
    const first = Math.max(from, bottoms.get(node.level) ?? 0);
    const own = children.get(node.id) ?? [];
    const middles = own.map((child) => place(child, first + shift(child, height)));
    const top = Math.min(...middles);
    const middle =
      middles.length > 0 ? Math.min((top + Math.max(...middles)) / 2, top + MAX_DOWN) : first + height / 2;
    const y = Math.max(first, middle - height / 2);
    placed.set(node.id, { node, x: x(node.level), y, width: column(node.level), height });
    bottoms.set(node.level, y + height + ROW_GAP);
    return y + height / 2;
  };
  /** A lone child stands level with its parent's middle, however tall either is. */
  const shift = (child: N, parentHeight: number) => Math.max(0, (parentHeight - heightOf(child.kind)) / 2);
  for (const root of children.get(undefined) ?? []) place(root, 0);

  const order = nodes.flatMap((node) => placed.get(node.id) ?? []);
  return {
    width: Math.max(
      0,
      levels.reduce((sum, level) => sum + column(level) + gap, -gap),
    ),
    height: Math.max(0, ...order.map((p) => p.y + p.height)),
    nodes: order,
    links: order.flatMap((to) =>
      to.node.parents.flatMap((parent) => {
        const from = placed.get(parent);
        if (!from) return [];
        return [
          { from: parent, to: to.node.id, path: pathBetween(from, to), main: parent === mainOf(to.node) },
        ];
      }),
    ),
  };
}

/** A line from one card's end to the next one's beginning, level where it meets them. */
function pathBetween(from: PlacedNode, to: PlacedNode): string {
  const [x0, y0] = [from.x + from.width, from.y + from.height / 2];
  const [x1, y1] = [to.x, to.y + to.height / 2];
  const middle = (x0 + x1) / 2;
  return `M${x0},${y0}C${middle},${y0},${middle},${y1},${x1},${y1}`;
}

type Links = readonly { readonly from: string; readonly to: string }[];

/** A part with all above and all below it: its way up to the vision and down to what is done. */
export function wayThrough(links: Links, id: string): ReadonlySet<string> {
  return new Set([...walk(links, id, "to", "from"), ...walk(links, id, "from", "to")]);
}

function walk(links: Links, start: string, here: "from" | "to", there: "from" | "to"): Set<string> {
  const way = new Set([start]);
  // A set hands out what is added while it is walked
  for (const at of way) for (const link of links) if (link[here] === at) way.add(link[there]);
  return way;
}
