import { ownValue } from "../../../kernel/own-value.ts";
import { STEPS, type Step } from "./allocation.ts";
import { isLine, type LineId } from "./result-lines.ts";

/** A figure of the allocation: "2027", "2027.socialnamnden", "2027.socialnamnden.demography.0". */
export interface AllocationPlace {
  readonly year: number;
  /** Absent: the whole municipality. */
  readonly body?: string | undefined;
  readonly step?: Step | undefined;
  /** The line within the body's step, from 0. */
  readonly line?: number | undefined;
}

/** A line of the statements: "rad.tax.2027". */
export interface LinePlace {
  readonly row: LineId;
  readonly year: number;
}

/** What a financial goal gives in a year: "mal.resultat.2027". The result as a share of tax and grants: "andel.2027". */
export interface GoalPlace {
  readonly goal: string;
  readonly year: number;
}
export interface SharePlace {
  readonly share: true;
  readonly year: number;
}

/** What operations cost beside the allocations, as the result shows it in one row: "centralt.2027". */
export interface BesidePlace {
  readonly beside: true;
  readonly year: number;
}

export const PROJECT_FIGURES = [
  "spent",
  "grant",
  "depreciation",
  "dissolved",
  "interest",
  "planned",
  "forecast",
  "carried",
] as const;
export type ProjectFigure = (typeof PROJECT_FIGURES)[number];

/** A figure of an investment, by its place in the budget's list: "projekt.0.depreciation.2027"; totals have the first year. */
export interface ProjectPlace {
  readonly project: number;
  readonly what: ProjectFigure;
  readonly year: number;
}

/** A body's capital cost: "kapital.bildningsnamnden.2027". */
export interface CapitalPlace {
  readonly capital: string;
  readonly year: number;
}

/** People of some ages on the last day of a year: "folk.2027.6-15", "folk.2027.7". */
export interface PeoplePlace {
  readonly ages: readonly [from: number, to: number];
  readonly year: number;
}

/** A figure that can be explained, as a place that a link can name (E-8). */
export type FigurePlace =
  | AllocationPlace
  | LinePlace
  | GoalPlace
  | SharePlace
  | BesidePlace
  | ProjectPlace
  | CapitalPlace
  | PeoplePlace;

const WHOLE = "alla";
const MAX_LENGTH = 300;
const NAME = /^[A-Za-z0-9_-]{1,80}$/;

export function placeText(place: FigurePlace): string {
  if ("row" in place) return `rad.${place.row}.${place.year}`;
  if ("goal" in place) return `mal.${place.goal}.${place.year}`;
  if ("share" in place) return `andel.${place.year}`;
  if ("beside" in place) return `centralt.${place.year}`;
  if ("project" in place) return `projekt.${place.project}.${place.what}.${place.year}`;
  if ("capital" in place) return `kapital.${place.capital}.${place.year}`;
  if ("ages" in place) return `folk.${place.year}.${[...new Set(place.ages)].join("-")}`;
  const { year, body, step, line } = place;
  const parts = [String(year)];
  if (body !== undefined || step !== undefined) parts.push(body ?? WHOLE);
  if (step !== undefined) parts.push(step);
  if (step !== undefined && line !== undefined) parts.push(String(line));
  return parts.join(".");
}

/** The place that a link names; undefined for a text that names none. */
export function placeOf(text: string | undefined): FigurePlace | undefined {
  if (!text || text.length > MAX_LENGTH) return undefined;
  const [first = "", ...rest] = text.split(".");
  const read = ownValue(READ, first);
  return read ? read(rest) : allocationPlace(first, rest);
}

const yearIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^2\d{3}$/.test(text) ? Number(text) : undefined;
const wholeIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : undefined;

const READ: Readonly<Record<string, (parts: readonly string[]) => FigurePlace | undefined>> = {
  rad: ([row = "", text, ...more]) => {
    const year = yearIn(text);
    return isLine(row) && year && more.length === 0 ? { row, year } : undefined;
  },
  mal: ([goal = "", text, ...more]) => {
    const year = yearIn(text);
    return NAME.test(goal) && year && more.length === 0 ? { goal, year } : undefined;
  },
  andel: ([text, ...more]) => {
    const year = yearIn(text);
    return year && more.length === 0 ? { share: true, year } : undefined;
  },
  centralt: ([text, ...more]) => {
    const year = yearIn(text);
    return year && more.length === 0 ? { beside: true, year } : undefined;
  },
  projekt: ([index, figure, text, ...more]) => {
    const [project, year] = [wholeIn(index), yearIn(text)];
    const what = PROJECT_FIGURES.find((known) => known === figure);
    return project !== undefined && what && year && more.length === 0 ? { project, what, year } : undefined;
  },
  kapital: ([capital = "", text, ...more]) => {
    const year = yearIn(text);
    return NAME.test(capital) && year && more.length === 0 ? { capital, year } : undefined;
  },
  folk: ([text, ages = "", ...more]) => {
    const year = yearIn(text);
    const [from, to = from, ...others] = ages.split("-").map(wholeIn);
    return year && from !== undefined && to !== undefined && from <= to && others.length + more.length === 0
      ? { ages: [from, to], year }
      : undefined;
  },
};

function allocationPlace(first: string, rest: readonly string[]): AllocationPlace | undefined {
  const [body, step, line, ...more] = rest;
  const year = yearIn(first);
  if (!year || more.length > 0) return undefined;
  if (body !== undefined && !NAME.test(body)) return undefined;
  const known = STEPS.find((s) => s === step);
  if (step !== undefined && !known) return undefined;
  if (line !== undefined && wholeIn(line) === undefined) return undefined;
  return {
    year,
    ...(body === undefined || body === WHOLE ? {} : { body }),
    ...(known ? { step: known } : {}),
    ...(line === undefined ? {} : { line: Number(line) }),
  };
}

/** One level up: from a line to its step, from a step to its frame, from a body's frame to the whole's. */
export function placeAbove(place: FigurePlace): FigurePlace | undefined {
  if ("capital" in place) return { year: place.year, body: place.capital };
  if (!isAllocation(place)) return undefined;
  const { year, body, step, line } = place;
  if (line !== undefined) return { year, body, step };
  if (step !== undefined) return { year, body };
  return body === undefined ? undefined : { year };
}

export const isAllocation = (place: FigurePlace): place is AllocationPlace =>
  !["row", "goal", "share", "beside", "project", "capital", "ages"].some((key) => key in place);

/** A figure and the version that it stands in: as comparisons name versions, "decision:19", or a budget year. */
export interface Figure {
  readonly of: string | undefined;
  readonly place: FigurePlace | undefined;
}

const OF = /^(\d{4}|decision:\d{1,8}|[a-z-]{1,40}:[a-z0-9-]{1,60}:\d{4}@[1-9]\d{0,5}(\.[1-9]\d{0,5})?)$/;

/** "budget:kommunfullmaktige:2027@1/2027.socialnamnden": what the address holds, so that it means the same tomorrow. */
export const figureText = (of: string | undefined, place: FigurePlace): string =>
  of === undefined ? placeText(place) : `${of}/${placeText(place)}`;

export function figureOf(text: string | undefined): Figure {
  const [first = "", second, ...more] = (text ?? "").slice(0, MAX_LENGTH).split("/");
  if (second === undefined) return { of: undefined, place: placeOf(first) };
  return OF.test(first) && more.length === 0
    ? { of: first, place: placeOf(second) }
    : { of: undefined, place: undefined };
}

/** The budget year of a version's name. */
export const yearOfVersion = (of: string): number | undefined =>
  yearIn(/^(?:\d{4})$/.test(of) ? of : of.split("@")[0]?.split(":")[2]);
