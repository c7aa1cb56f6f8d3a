import { useRef, useState } from "react";
import { useTexts } from "../texts.ts";
import { type Block, type BlockTrouble, MAX_PASTE_CELLS, MAX_PASTE_CHARACTERS, readBlock } from "./block.ts";
import { type SheetHistory, sheetHistory, type Taken } from "./history.ts";
import type { SheetProps } from "./sheet-props.ts";
import type { Area, SheetTable } from "./sheet-types.ts";
import { addedAt, removedAt, type Step } from "./step.ts";
import { type CellFault, type CellWrite, pastePlan, type Written, write } from "./writing.ts";

/** Why nothing was changed: faulty cells, each named, or one thing about the whole. */
export type Trouble =
  | { readonly title: string; readonly faults: readonly CellFault[] }
  | { readonly title: string; readonly reason: string };

export interface Changes<Row> {
  /** The rows as they are this moment, changes made since the last drawing among them. */
  table(): SheetTable<Row>;
  /** Writes cells as one step; the rows after it, or undefined where nothing could be changed. */
  write(writes: Iterable<CellWrite>, what: Act): readonly Row[] | undefined;
  /** Writes one cell as a step of its own; why it can't be, where it can't. */
  tryOne(one: CellWrite): CellFault | undefined;
  /** Pastes a text from a spreadsheet; the area that it filled. */
  paste(text: string, area: Area): Area | undefined;
  insertRows(at: number, count: number): readonly Row[] | undefined;
  removeRows(from: number, to: number): readonly Row[] | undefined;
  undo(): void;
  redo(): void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly trouble: Trouble | undefined;
  setTrouble(trouble: Trouble | undefined): void;
  /** What a screen reader is told of what was done. */
  readonly said: string;
  say(text: string): void;
}

/** What was done, by the name of its text: "Fyllde 12 celler". */
export type Act = "wrote" | "pasted" | "cut" | "emptied" | "filled" | "inserted" | "removed";

/** Every change of the rows, as steps that can be taken back. */
export function useChanges<Row>(props: SheetProps<Row>): Changes<Row> {
  const t = useTexts("platform");
  const now = useRef(props);
  const rows = useRef(props.rows);
  // What the page holds is what counts; between two drawings, what was last given to it
  if (now.current.rows !== props.rows) rows.current = props.rows;
  now.current = props;
  const [own] = useState(() => sheetHistory<Row>());
  const history: SheetHistory<Row> = props.history ?? own;
  const [trouble, setTrouble] = useState<Trouble>();
  const [said, setSaid] = useState("");

  const table = (): SheetTable<Row> => ({ ...now.current, rows: rows.current });
  const say = (text: string) =>
    // The same words twice are said twice
    setSaid((before) => (before === text ? `${text}\u00a0` : text));
  const give = (next: readonly Row[], what: string) => {
    setTrouble(undefined);
    rows.current = next;
    now.current.onChange(next, what);
    say(what);
  };
  const full = () =>
    setTrouble({ title: t("ui.sheet.nothing"), reason: t("ui.sheet.full", { max: now.current.maxRows }) });
  const done = (next: readonly Row[], step: Step<Row>, act: Act, count: number) => {
    const what = t(`ui.sheet.did.${act}`, { count });
    history.did(step, what);
    give(next, what);
    return next;
  };
  const take = (taken: Taken<Row> | undefined, way: "undone" | "redone") => {
    if (!taken) return;
    const kept = taken.kept > 0 ? ` ${t("ui.sheet.kept", { count: taken.kept })}` : "";
    give(taken.rows, t(`ui.sheet.${way}`, { what: taken.what }) + kept);
    if (kept) setTrouble({ title: t(`ui.sheet.${way}`, { what: taken.what }), reason: kept });
  };
  const outcome = (written: Written<Row>, act: Act): readonly Row[] | undefined => {
    if ("full" in written) full();
    else if ("faults" in written) setTrouble({ title: t("ui.sheet.nothing"), faults: written.faults });
    else {
      if (written.step.length > 0) done(written.rows, written.step, act, Math.max(1, written.cells));
      return written.rows;
    }
    return undefined;
  };
  const blockOf = (text: string): Block | undefined => {
    const block: Block | BlockTrouble = readBlock(text);
    if (typeof block !== "string") return block;
    const limits = { characters: MAX_PASTE_CHARACTERS / 1_000_000, cells: MAX_PASTE_CELLS };
    setTrouble({ title: t("ui.sheet.nothing"), reason: t(`ui.sheet.block.${block}`, limits) });
    return undefined;
  };
  return {
    table,
    say,
    setTrouble,
    write: (writes: Iterable<CellWrite>, act: Act) => outcome(write(table(), writes), act),
    tryOne(one: CellWrite) {
      const written = write(table(), [one]);
      if ("faults" in written) return written.faults[0];
      outcome(written, "wrote");
      return undefined;
    },
    paste(text: string, area: Area) {
      const block = blockOf(text);
      if (!block) return undefined;
      const plan = pastePlan(block, area, now.current.columns.length);
      if ("wide" in plan) {
        setTrouble({ title: t("ui.sheet.nothing"), reason: t("ui.sheet.too-wide", { ...plan }) });
        return undefined;
      }
      const written = write(table(), plan.writes);
      if (!outcome(written, "pasted")) return undefined;
      const passed = "passed" in written ? written.passed : 0;
      const changed = "step" in written && written.step.length > 0;
      const what = changed ? t("ui.sheet.did.pasted", { count: written.cells }) : t("ui.sheet.nothing");
      if (passed > 0) say(`${what}. ${t("ui.sheet.passed", { count: passed })}`);
      else if (!changed) say(what);
      return plan.area;
    },
    insertRows(at: number, count: number) {
      const { newRow, maxRows } = now.current;
      if (!newRow) return undefined;
      if (rows.current.length + count > maxRows) {
        full();
        return undefined;
      }
      const next = [...rows.current];
      for (let i = 0; i < count; i++) next.splice(at + i, 0, newRow(next));
      const step = Array.from({ length: count }, (_, i) => addedAt(table(), next, at + i));
      return done(next, step, "inserted", count);
    },
    removeRows(from: number, to: number) {
      const going = rows.current.slice(from, to + 1);
      if (going.length === 0) return undefined;
      const step = going.map((_, i) => removedAt(table(), rows.current, from + i));
      return done(rows.current.toSpliced(from, going.length), step, "removed", going.length);
    },
    undo: () => take(history.undo(table()), "undone"),
    redo: () => take(history.redo(table()), "redone"),
    get canUndo() {
      return history.canUndo;
    },
    get canRedo() {
      return history.canRedo;
    },
    trouble,
    said,
  };
}
