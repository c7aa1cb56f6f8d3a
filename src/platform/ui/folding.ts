/** A column as the folding sees it: what it takes, and how gladly it gives way. Widths in px. */
export interface FoldingColumn {
  readonly id: string;
  /** What it takes to be read without being crowded. */
  readonly width: number;
  /** What it can do with, where all else has given way; only for the one that names the row. */
  readonly least?: number | undefined;
  /** It names the row, or is what the table is for: it gives way last. */
  readonly stays: boolean;
  /** Those that it stands for where they have no room: a quarter for its months. */
  readonly sums?: readonly string[] | undefined;
}

export interface Folds {
  /** The columns that stand in the table, and those that are told under their row instead. */
  readonly shown: readonly string[];
  readonly folded: readonly string[];
  /** Not even what stays has room beside each other: each cell is a line of its own. */
  readonly stacked: boolean;
}

/** All columns, as they are printed and copied: none that only sums up others. */
export const unfolded = (columns: readonly Pick<FoldingColumn, "id" | "sums">[]): Folds => ({
  shown: columns.filter(({ sums }) => !sums).map(({ id }) => id),
  folded: [],
  stacked: false,
});

/**
 * Which columns have room (T-1). First those that others sum up give way to their sums; then the last of the rest, those that stay
 * only after all others, and never the one that names the row (`naming`). `button`: what the column takes that opens what is folded.
 */
export function foldsFor(
  columns: readonly FoldingColumn[],
  naming: string,
  { room, button }: { readonly room: number; readonly button: number },
): Folds {
  const all = unfolded(columns);
  const width = (ids: readonly string[]) =>
    columns.reduce((sum, column) => sum + (ids.includes(column.id) ? column.width : 0), 0);
  const name = columns.find(({ id }) => id === naming);
  const spared = name?.least === undefined ? 0 : name.width - name.least;
  const mayGo = columns.filter(({ id, stays }) => id !== naming && !stays);
  if (width(all.shown) - (mayGo.length === 0 ? spared : 0) <= room) return all;
  const summed = columns.flatMap(({ sums }) => sums ?? []);
  const short = columns.filter(({ id }) => !summed.includes(id));
  const inTurn = short
    .filter(({ id }) => id !== naming)
    .reverse()
    .sort((a, b) => Number(a.stays) - Number(b.stays))
    .map(({ id }) => id);
  // One column beside the name at least: a table of names alone says nothing
  for (let count = summed.length > 0 ? 0 : 1; count < inTurn.length; count++) {
    const away = inTurn.slice(0, count);
    const shown = short.map(({ id }) => id).filter((id) => !away.includes(id));
    // The name is crowded before anything goes that is to stay, or the last that is beside it
    const crowded = count === inTurn.length - 1 || mayGo.every(({ id }) => !shown.includes(id));
    if (width(shown) + button - (crowded ? spared : 0) <= room)
      return { shown, folded: all.shown.filter((id) => !shown.includes(id)), stacked: false };
  }
  return { ...all, stacked: columns.length > 1 };
}
