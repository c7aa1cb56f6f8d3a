import type { StepPart, StrategicPart } from "../parts.ts";
import type { Span } from "./geometry.ts";

/** Where a part stands when one goes through the figure by arrow keys: its ring, counted from the middle, and its angle. */
export interface Stop {
  readonly id: string;
  readonly ring: number;
  /** Radians from twelve o'clock, clockwise. */
  readonly angle: number;
}

export const FIRST_STOP = "vision";
const FULL = 2 * Math.PI;
const middle = ({ from, to }: Span) => (from + to) / 2;

/** Every part that can be reached, ring by ring from the vision out to the year's planning, each ring in its own order. */
export function stopsOf(strategic: readonly StrategicPart[], steps: readonly StepPart[]): Stop[] {
  const inRing = (ring: number, parts: readonly { readonly id: string; readonly place: Span }[]): Stop[] =>
    parts.map(({ id, place }) => ({ id, ring, angle: middle(place) }));
  const track = (wanted: StepPart["step"]["track"]) =>
    steps
      .filter(({ step }) => step.track === wanted)
      .sort((a, b) => a.place.from - b.place.from || a.place.to - b.place.to);
  return [
    { id: FIRST_STOP, ring: 0, angle: 0 },
    ...inRing(1, strategic),
    ...inRing(
      2,
      strategic.flatMap(({ goals }) => goals),
    ),
    ...inRing(
      3,
      strategic.flatMap(({ bodies }) => bodies),
    ),
    ...inRing(4, track("follow-up")),
    ...inRing(5, track("planning")),
  ];
}

/**
 * Where an arrow key leads: right and left go round in the ring, up and down to the nearest part of the next ring out or in,
 * Home and End to the ring's ends. Undefined for every other key, and where there is no ring further out or in.
 */
export function stopAfter(key: string, from: string, stops: readonly Stop[]): string | undefined {
  const here = stops.find(({ id }) => id === from);
  if (!here) return undefined;
  const ring = stops.filter((stop) => stop.ring === here.ring);
  const round = (by: number) => ring[(ring.indexOf(here) + by + ring.length) % ring.length]?.id;
  switch (key) {
    case "ArrowRight":
      return round(1);
    case "ArrowLeft":
      return round(-1);
    case "Home":
      return ring[0]?.id;
    case "End":
      return ring.at(-1)?.id;
    case "ArrowUp":
      return nearest(
        here,
        nextRing(
          stops.filter(({ ring }) => ring > here.ring),
          Math.min,
        ),
      );
    case "ArrowDown":
      return nearest(
        here,
        nextRing(
          stops.filter(({ ring }) => ring < here.ring),
          Math.max,
        ),
      );
    default:
      return undefined;
  }
}

function nextRing(beyond: readonly Stop[], pick: (...rings: number[]) => number): readonly Stop[] {
  const ring = pick(...beyond.map((stop) => stop.ring));
  return beyond.filter((stop) => stop.ring === ring);
}

function nearest(here: Stop, among: readonly Stop[]): string | undefined {
  const apart = ({ angle }: Stop) => {
    const between = Math.abs(angle - here.angle) % FULL;
    return Math.min(between, FULL - between);
  };
  return [...among].sort((a, b) => apart(a) - apart(b))[0]?.id;
}
