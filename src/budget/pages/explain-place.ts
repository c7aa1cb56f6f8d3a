import { STEPS, type Step } from "../rules/allocate.ts";

/** A figure of the allocation, as a place that a link can name: "2027", "2027.socialnamnden", "2027.socialnamnden.demography.0". */
export interface FigurePlace {
  readonly year: number;
  /** Absent: the whole municipality. */
  readonly body?: string | undefined;
  readonly step?: Step | undefined;
  /** The line within the body's step, from 0. */
  readonly line?: number | undefined;
}

const WHOLE = "alla";
const MAX_LENGTH = 200;

export function placeText({ year, body, step, line }: FigurePlace): string {
  const parts = [String(year)];
  if (body !== undefined || step !== undefined) parts.push(body ?? WHOLE);
  if (step !== undefined) parts.push(step);
  if (step !== undefined && line !== undefined) parts.push(String(line));
  return parts.join(".");
}

/** The place that a link names; undefined for a text that names none. */
export function placeOf(text: string | undefined): FigurePlace | undefined {
  if (!text || text.length > MAX_LENGTH) return undefined;
  const [year = "", body, step, line, ...rest] = text.split(".");
  if (!/^\d{4}$/.test(year) || rest.length > 0) return undefined;
  if (body !== undefined && !/^[A-Za-z0-9_-]{1,80}$/.test(body)) return undefined;
  const known = STEPS.find((s) => s === step);
  if (step !== undefined && !known) return undefined;
  if (line !== undefined && !/^\d{1,5}$/.test(line)) return undefined;
  return {
    year: Number(year),
    ...(body === undefined || body === WHOLE ? {} : { body }),
    ...(known ? { step: known } : {}),
    ...(line === undefined ? {} : { line: Number(line) }),
  };
}

/** One level up: from a line to its step, from a step to its frame, from a body's frame to the whole's. */
export function placeAbove({ year, body, step, line }: FigurePlace): FigurePlace | undefined {
  if (line !== undefined) return { year, body, step };
  if (step !== undefined) return { year, body };
  return body === undefined ? undefined : { year };
}
