import { riskMatrix } from "../rules/risk.ts";

export interface MatrixRisk {
  readonly id: string;
  readonly number: number;
  readonly likelihood: number;
  readonly consequence: number;
  /** Where it lay last year, where it was there. */
  readonly before?: { readonly likelihood: number; readonly consequence: number } | undefined;
}

/** From where a risk has moved since last year to where its number stands now. */
export interface Move {
  readonly id: string;
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

/** A risk's number in its cell; `more` stands for those that the cell has no room for. */
export interface Chip {
  readonly x: number;
  readonly y: number;
  readonly risk: MatrixRisk | undefined;
  readonly more: number;
}

export interface MatrixBox {
  readonly likelihood: number;
  readonly consequence: number;
  readonly value: number;
  readonly weight: "low" | "middle" | "high";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly chips: readonly Chip[];
}

export interface MatrixLayout {
  readonly width: number;
  readonly height: number;
  /** Where the cells begin: to the left stand the likelihoods, below the consequences. */
  readonly left: number;
  readonly top: number;
  readonly cell: { readonly width: number; readonly height: number };
  /** Whether there is room for the steps' words beside their figures. */
  readonly words: boolean;
  readonly boxes: readonly MatrixBox[];
  readonly moves: readonly Move[];
}

const STEPS = 4;
const GAP = 4;
const MIN_CELL = 56;
const MAX_CELL = 132;
const CELL_HEIGHT = 84;
const LEFT_WITH_WORDS = 148;
const LEFT_BARE = 48;
const WORDS_FROM = 560;
const TOP = 8;
const BELOW = 56;
export const CHIP_RADIUS = 13;
const CHIP_STEP = CHIP_RADIUS * 2 + 4;
/** Room for the value in the cell's upper corner. */
const VALUE_HEIGHT = 22;
const MIDDLE_FROM = 4;

/** The risk matrix (model §2.3, K-2) for a width in px: likelihood upwards, consequence to the right. */
export function matrixLayout(risks: readonly MatrixRisk[], width: number): MatrixLayout {
  const words = width >= WORDS_FROM;
  const left = words ? LEFT_WITH_WORDS : LEFT_BARE;
  const cellWidth = Math.min(MAX_CELL, Math.max(MIN_CELL, Math.floor((width - left) / STEPS) - GAP));
  const byId = new Map(risks.map((risk) => [risk.id, risk]));
  const boxes = riskMatrix(risks).flatMap((row, rowIndex) =>
    row.map((cell, column): MatrixBox => {
      const x = left + column * (cellWidth + GAP);
      const y = TOP + rowIndex * (CELL_HEIGHT + GAP);
      const here = cell.risks.flatMap((id) => byId.get(id) ?? []).sort((a, b) => a.number - b.number);
      return {
        likelihood: cell.likelihood,
        consequence: cell.consequence,
        value: cell.value,
        weight: cell.high ? "high" : cell.value >= MIDDLE_FROM ? "middle" : "low",
        x,
        y,
        width: cellWidth,
        height: CELL_HEIGHT,
        chips: chipsIn(here, x, y, cellWidth),
      };
    }),
  );
  return {
    width: left + STEPS * (cellWidth + GAP) - GAP,
    height: TOP + STEPS * (CELL_HEIGHT + GAP) - GAP + BELOW,
    left,
    top: TOP,
    cell: { width: cellWidth, height: CELL_HEIGHT },
    words,
    boxes,
    moves: movesIn(boxes),
  };
}

/** An arrow for each risk that lay in another cell last year: from the middle of that to the edge of its number. */
function movesIn(boxes: readonly MatrixBox[]): Move[] {
  return boxes.flatMap((box) =>
    box.chips.flatMap(({ x, y, risk }) => {
      const before = risk?.before;
      const was = boxes.find(
        ({ likelihood, consequence }) =>
          likelihood === before?.likelihood && consequence === before.consequence,
      );
      if (!risk || !was || was === box) return [];
      const from = { x: was.x + was.width / 2, y: was.y + was.height / 2 };
      const length = Math.hypot(x - from.x, y - from.y);
      const share = Math.max(0, (length - CHIP_RADIUS - ARROW_ROOM) / length);
      const to = { x: from.x + (x - from.x) * share, y: from.y + (y - from.y) * share };
      return [{ id: risk.id, from, to }];
    }),
  );
}
/** The arrow's head stands before the number's circle, not on it. */
const ARROW_ROOM = 3;

function chipsIn(risks: readonly MatrixRisk[], x: number, y: number, width: number): Chip[] {
  const columns = Math.max(1, Math.floor((width - 8) / CHIP_STEP));
  const rows = Math.floor((CELL_HEIGHT - VALUE_HEIGHT - 2) / CHIP_STEP);
  const room = columns * rows;
  const shown = risks.length > room ? risks.slice(0, room - 1) : risks;
  const left = risks.length - shown.length;
  const all = [
    ...shown.map((risk) => ({ risk, more: 0 })),
    ...(left > 0 ? [{ risk: undefined, more: left }] : []),
  ];
  return all.map((chip, i) => ({
    ...chip,
    x: x + 4 + CHIP_STEP / 2 + (i % columns) * CHIP_STEP,
    y: y + VALUE_HEIGHT + CHIP_STEP / 2 + Math.floor(i / columns) * CHIP_STEP,
  }));
}
