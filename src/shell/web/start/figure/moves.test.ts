import { expect, test } from "vitest";
import { type Stop, stopAfter } from "./moves.ts";

const quarter = Math.PI / 2;
const STOPS: readonly Stop[] = [
  { id: "vision", ring: 0, angle: 0 },
  { id: "north", ring: 1, angle: 0 },
  { id: "south", ring: 1, angle: 2 * quarter },
  // No ring 2: nobody has a goal
  { id: "february", ring: 4, angle: 0.5 },
  { id: "july", ring: 4, angle: 2 * quarter + 0.2 },
  { id: "december", ring: 4, angle: 4 * quarter - 0.1 },
];

test("T-1: right and left go round in the ring and come back to where they began", () => {
  expect(stopAfter("ArrowRight", "february", STOPS)).toBe("july");
  expect(stopAfter("ArrowRight", "december", STOPS)).toBe("february");
  expect(stopAfter("ArrowLeft", "february", STOPS)).toBe("december");
  expect(stopAfter("Home", "december", STOPS)).toBe("february");
  expect(stopAfter("End", "february", STOPS)).toBe("december");
});

test("T-1: up and down go to the nearest part of the next ring that has any, over the turn of the year too", () => {
  expect(stopAfter("ArrowUp", "vision", STOPS)).toBe("north");
  expect(stopAfter("ArrowUp", "south", STOPS)).toBe("july");
  expect(stopAfter("ArrowUp", "north", STOPS)).toBe("december");
  expect(stopAfter("ArrowDown", "december", STOPS)).toBe("north");
  expect(stopAfter("ArrowDown", "south", STOPS)).toBe("vision");
});

test("T-1: no other key moves, and nothing lies outside the outermost ring or within the vision", () => {
  expect(stopAfter("ArrowUp", "july", STOPS)).toBeUndefined();
  expect(stopAfter("ArrowDown", "vision", STOPS)).toBeUndefined();
  expect(stopAfter("Enter", "july", STOPS)).toBeUndefined();
  expect(stopAfter("ArrowRight", "nowhere", STOPS)).toBeUndefined();
});
