import fc from "fast-check";
import { expect, test } from "vitest";
import { CHIP_RADIUS, matrixLayout } from "./risk-matrix-layout.ts";

const anyRisks = fc
  .array(
    fc.record({ likelihood: fc.integer({ min: 1, max: 4 }), consequence: fc.integer({ min: 1, max: 4 }) }),
    {
      maxLength: 60,
    },
  )
  .map((risks) => risks.map((risk, i) => ({ ...risk, id: `r${i}`, number: i + 1 })));
const anyWidth = fc.integer({ min: 300, max: 1400 });

test("K-2: every risk stands in its own cell, or is counted there, at any width", () => {
  fc.assert(
    fc.property(anyRisks, anyWidth, (risks, width) => {
      const { boxes } = matrixLayout(risks, width);
      expect(boxes).toHaveLength(16);
      let counted = 0;
      for (const box of boxes) {
        expect(box.value).toBe(box.likelihood * box.consequence);
        for (const chip of box.chips) {
          counted += chip.risk ? 1 : chip.more;
          if (chip.risk) {
            expect(chip.risk.likelihood).toBe(box.likelihood);
            expect(chip.risk.consequence).toBe(box.consequence);
          }
        }
      }
      expect(counted).toBe(risks.length);
    }),
  );
});

test("K-2: the numbers lie inside their cell, clear of each other and of its value", () => {
  fc.assert(
    fc.property(anyRisks, anyWidth, (risks, width) => {
      for (const box of matrixLayout(risks, width).boxes)
        for (const [i, chip] of box.chips.entries()) {
          expect(chip.x - CHIP_RADIUS).toBeGreaterThanOrEqual(box.x);
          expect(chip.x + CHIP_RADIUS).toBeLessThanOrEqual(box.x + box.width);
          expect(chip.y - CHIP_RADIUS).toBeGreaterThanOrEqual(box.y + 20);
          expect(chip.y + CHIP_RADIUS).toBeLessThanOrEqual(box.y + box.height);
          for (const other of box.chips.slice(i + 1))
            expect(Math.hypot(chip.x - other.x, chip.y - other.y)).toBeGreaterThan(CHIP_RADIUS * 2);
        }
    }),
  );
});

test("K-2: likelihood rises upwards, consequence to the right, and nine and over is high", () => {
  const { boxes } = matrixLayout([], 700);
  const at = (likelihood: number, consequence: number) =>
    boxes.find((box) => box.likelihood === likelihood && box.consequence === consequence);
  expect(at(4, 1)?.y).toBeLessThan(at(1, 1)?.y as number);
  expect(at(1, 4)?.x).toBeGreaterThan(at(1, 1)?.x as number);
  expect([at(3, 3), at(2, 4), at(1, 3)].map((box) => box?.weight)).toEqual(["high", "middle", "low"]);
});

test("T-1: the picture fits a phone", () => {
  expect(matrixLayout([], 342).width).toBeLessThanOrEqual(342);
  expect(matrixLayout([], 342).words).toBe(false);
});

test("K-2: a risk that lay in another cell last year has an arrow from there that ends before its number", () => {
  const at = { likelihood: 4, consequence: 4 };
  const risks = [
    { id: "moved", number: 1, likelihood: 2, consequence: 3, before: at },
    { id: "stayed", number: 2, likelihood: 4, consequence: 4, before: at },
    { id: "new", number: 3, likelihood: 1, consequence: 1 },
  ];
  const { boxes, moves } = matrixLayout(risks, 700);
  const was = boxes.find((box) => box.likelihood === 4 && box.consequence === 4);
  const chip = boxes.flatMap((box) => box.chips).find((one) => one.risk?.id === "moved");
  expect(moves.map(({ id }) => id)).toEqual(["moved"]);
  expect(moves[0]?.from).toEqual({
    x: (was?.x ?? 0) + (was?.width ?? 0) / 2,
    y: (was?.y ?? 0) + (was?.height ?? 0) / 2,
  });
  const left = Math.hypot((chip?.x ?? 0) - (moves[0]?.to.x ?? 0), (chip?.y ?? 0) - (moves[0]?.to.y ?? 0));
  expect(left).toBeCloseTo(CHIP_RADIUS + 3);
});
