import { ownValue } from "../../../kernel/own-value.ts";
import { sumOf } from "../../../kernel/sum.ts";
import type { Allocation, AllocationLine } from "../../base/rules/allocation.ts";
import { differencesByBody } from "../../base/rules/by-body.ts";

/** So many rises, and so many cuts, are shown: what one remembers. */
export const SHOWN = 5;

/** What a body has, and would have. */
export interface Moved {
  readonly body: string;
  readonly fromTkr: number;
  readonly toTkr: number;
  readonly differenceTkr: number;
}

/** One thing that gives a body more or less: all lines of one name together. */
export interface Reason {
  readonly body: string;
  /** One of the lines, which tells what it is called. */
  readonly line: AllocationLine;
  readonly amountTkr: number;
}

export interface AtAGlance {
  readonly total: Omit<Moved, "body">;
  /** The largest change first; ties in the order of the bodies. Those that nothing changes for are left out. */
  readonly bodies: readonly Moved[];
  /** The largest first. Higher prices and wages are told together: they give to all. */
  readonly rises: readonly Reason[];
  readonly cuts: readonly Reason[];
  readonly pricesTkr: number;
}

/**
 * What a proposal changes for whom (E-1): each body's allocation against the year before, as it was carried on, or against what is
 * decided for the same year, and what gives more and less.
 */
export function atAGlance(proposal: Allocation, year: number, decided?: Allocation): AtAGlance | undefined {
  const now = proposal.years.find((one) => one.year === year);
  const before = decided?.years.find((one) => one.year === year);
  if (!now || (decided && !before)) return undefined;
  const had = before?.frames ?? now.opening;
  const bodies = Object.entries(differencesByBody(had, now.frames)).map(
    ([body, differenceTkr]): Moved => ({
      body,
      fromTkr: ownValue(had, body) ?? 0,
      toTkr: ownValue(now.frames, body) ?? 0,
      differenceTkr,
    }),
  );
  const total = (of: "fromTkr" | "toTkr" | "differenceTkr") => sumOf(bodies.map((one) => one[of]));
  const reasons = reasonsOf(before?.lines ?? [], now.lines);
  const own = reasons.filter(({ line }) => line.origin.step !== "indexation");
  return {
    total: {
      fromTkr: total("fromTkr"),
      toTkr: total("toTkr"),
      differenceTkr: total("differenceTkr"),
    },
    bodies: bodies
      .filter(({ differenceTkr }) => differenceTkr !== 0)
      .sort((a, b) => Math.abs(b.differenceTkr) - Math.abs(a.differenceTkr)),
    rises: own.filter(({ amountTkr }) => amountTkr > 0).sort((a, b) => b.amountTkr - a.amountTkr),
    cuts: own.filter(({ amountTkr }) => amountTkr < 0).sort((a, b) => a.amountTkr - b.amountTkr),
    pricesTkr: sumOf(
      reasons.filter(({ line }) => line.origin.step === "indexation").map(({ amountTkr }) => amountTkr),
    ),
  };
}

function reasonsOf(before: readonly AllocationLine[], now: readonly AllocationLine[]): Reason[] {
  const found = new Map<string, Reason>();
  const add = (line: AllocationLine, amountTkr: number) => {
    const key = JSON.stringify([line.body, line.step, nameOf(line)]);
    const known = found.get(key);
    found.set(key, { body: line.body, line, amountTkr: (known?.amountTkr ?? 0) + amountTkr });
  };
  for (const line of before) add(line, -line.amountTkr);
  for (const line of now) add(line, line.amountTkr);
  return [...found.values()];
}

const nameOf = ({ origin }: AllocationLine): string =>
  "text" in origin
    ? origin.text
    : origin.step === "demography"
      ? origin.service
      : `${origin.kind} ${origin.name ?? ""}`;
