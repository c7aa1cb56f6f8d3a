import type { Body } from "../../rules/organisation.ts";

export type Placed = Pick<Body, "id" | "name" | "kind" | "parent">;

export interface Box<B extends Placed> {
  readonly body: B;
  /** Columns from the left, rows from the top; a body stands beside the middle of those under it. */
  readonly column: number;
  readonly row: number;
  /** How many there are under it that are not drawn. */
  readonly hidden: number;
}

export interface Chart<B extends Placed> {
  readonly boxes: readonly Box<B>[];
  readonly columns: number;
  readonly rows: number;
}

/** Lays an organisation out from left to right, `columns` levels of it: each body a box, those under it to the right. */
export function chartOf<B extends Placed>(bodies: readonly B[], columns: number): Chart<B> {
  const ids = new Set(bodies.map(({ id }) => id));
  const under = Map.groupBy(bodies, ({ parent }) => (parent !== null && ids.has(parent) ? parent : null));
  const boxes: Box<B>[] = [];
  let rows = 0;
  const countBelow = (id: string): number =>
    (under.get(id) ?? []).reduce((sum, body) => sum + 1 + countBelow(body.id), 0);
  const place = (body: B, column: number): number => {
    const below = column + 1 < columns ? (under.get(body.id) ?? []) : [];
    const at = below.map((one) => place(one, column + 1));
    const row = at.length === 0 ? rows++ : ((at[0] as number) + (at.at(-1) as number)) / 2;
    boxes.push({ body, column, row, hidden: below.length > 0 ? 0 : countBelow(body.id) });
    return row;
  };
  for (const top of under.get(null) ?? []) place(top, 0);
  return { boxes, columns: Math.max(0, ...boxes.map((box) => box.column + 1)), rows };
}

/** To which box an arrow goes in a chart: in and out along its lines, up and down among those of a column; undefined where there is none. */
export function boxBeside<B extends Placed>(
  { boxes }: Pick<Chart<B>, "boxes">,
  id: string,
  key: string,
): string | undefined {
  const at = boxes.find(({ body }) => body.id === id);
  if (!at) return undefined;
  const column = boxes
    .filter((box) => box.column === at.column)
    .toSorted((a, b) => a.row - b.row)
    .map(({ body }) => body.id);
  const place = column.indexOf(id);
  switch (key) {
    case "ArrowUp":
      return column[place - 1];
    case "ArrowDown":
      return column[place + 1];
    case "ArrowLeft":
      return boxes.find(({ body }) => body.id === at.body.parent)?.body.id;
    case "ArrowRight":
      return boxes.filter(({ body }) => body.parent === id).toSorted((a, b) => a.row - b.row)[0]?.body.id;
    case "Home":
      return column[0];
    case "End":
      return column.at(-1);
    default:
      return undefined;
  }
}
