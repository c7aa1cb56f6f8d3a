import { type Remark, remark } from "../../../kernel/remark.ts";
import { type Body, servedFrom, upFrom } from "../../../organisation/rules/organisation.ts";
import { namelessRemarks } from "./internal-budget.ts";
import type { PeriodKey } from "./period-keys.ts";
import { internalContentRemarks } from "./remarks.ts";
import { type InternalLine, internalSumTkr } from "./rows.ts";
import { type Job, type WageTerms, wageLines } from "./wage-budget.ts";

const CITE = "§2.2";

/** What the administration gives a unit to budget within, and whether the unit has said that its part is done (E-6, R-2). */
export interface UnitGiven {
  /** The unit's id. */
  readonly id: string;
  readonly frameTkr?: number | undefined;
  readonly done?: boolean | undefined;
}

interface Split<Line extends InternalLine, One extends Job> {
  readonly lines: readonly Line[];
  readonly jobs?: readonly One[] | undefined;
  readonly units?: readonly UnitGiven[] | undefined;
}
interface Part<Line extends InternalLine, One extends Job> {
  readonly lines: readonly Line[];
  readonly jobs: readonly One[];
  readonly done: boolean;
}

/** The committee whose internal budget a unit is a part of; undefined for what works for none. */
export function committeeOf(bodies: readonly Body[], unit: string): Body | undefined {
  const top = servedFrom(bodies, unit).at(-1);
  return top && top.id !== unit && top.kind !== "unit" && top.kind !== "administration" ? top : undefined;
}

/** Whether something is a unit's own: of the unit itself, or of one within it. */
const isWithin = (bodies: readonly Body[], unit: string) => (of: { readonly unit: string | null }) =>
  of.unit !== null && upFrom(bodies, of.unit).some(({ id }) => id === unit);

/** A unit's part of its committee's internal budget: the lines and the jobs that are its own. */
export function partOf<Line extends InternalLine, One extends Job>(
  { lines, jobs = [], units = [] }: Split<Line, One>,
  unit: string,
  bodies: readonly Body[],
): Part<Line, One> {
  const own = isWithin(bodies, unit);
  return {
    lines: lines.filter(own),
    jobs: jobs.filter(own),
    done: units.find(({ id }) => id === unit)?.done === true,
  };
}

/**
 * The internal budget with a unit's part as it is written now: its own things stand where they stood, new ones come last, and nothing of
 * anybody else's is touched.
 */
export function withPart<Line extends InternalLine, One extends Job, S extends Split<Line, One>>(
  split: S,
  unit: string,
  part: Part<Line, One>,
  bodies: readonly Body[],
): S {
  const own = isWithin(bodies, unit);
  const given = split.units ?? [];
  const before = given.find(({ id }) => id === unit);
  const units =
    before === undefined && !part.done
      ? given
      : [...given.filter(({ id }) => id !== unit), { ...before, id: unit, done: part.done }];
  const order = new Map(given.map(({ id }, i) => [id, i]));
  const jobs = replaced(split.jobs ?? [], part.jobs, own);
  return {
    ...split,
    lines: replaced(split.lines, part.lines, own),
    ...(split.jobs || jobs.length > 0 ? { jobs } : {}),
    ...(split.units || units.length > 0
      ? {
          units: [...units].sort(
            (a, b) => (order.get(a.id) ?? given.length) - (order.get(b.id) ?? given.length),
          ),
        }
      : {}),
  };
}

function replaced<T extends { readonly id: string; readonly unit: string | null }>(
  all: readonly T[],
  mine: readonly T[],
  own: (one: T) => boolean,
): T[] {
  const now = new Map(mine.map((one) => [one.id, one]));
  const kept = all.flatMap((one) => {
    if (!own(one)) return [one];
    const mineNow = now.get(one.id);
    now.delete(one.id);
    return mineNow ? [mineNow] : [];
  });
  return [...kept, ...now.values()];
}

/** What can't be stored of a part: something that is another's, or that has the name of something that is. */
export function partFaults<Line extends InternalLine, One extends Job>(
  split: Split<Line, One>,
  unit: string,
  part: Pick<Part<Line, One>, "lines" | "jobs">,
  bodies: readonly Body[],
): Remark[] {
  const own = isWithin(bodies, unit);
  const lists = { lines: [split.lines, part.lines], jobs: [split.jobs ?? [], part.jobs] } as const;
  return Object.entries(lists).flatMap(([list, [all, mine]]) => {
    const taken = new Set<string>(all.filter((one) => !own(one)).map(({ id }) => id));
    return mine.flatMap((one, i) => {
      const twice = taken.has(one.id);
      taken.add(one.id);
      return [
        ...(own(one)
          ? []
          : [remark("stops", "part-elsewhere", CITE, { number: i + 1 }, `${list}.${i}.unit`)]),
        ...(twice ? [remark("stops", "id-twice", CITE, { id: one.id }, `${list}.${i}.id`)] : []),
      ];
    });
  });
}

interface Terms {
  readonly periodKeys?: readonly (PeriodKey & { readonly name: string })[] | undefined;
  readonly wages?: WageTerms | undefined;
}

/** What a part comes to, its jobs with charges and review included. Whole tkr. */
export const partSumTkr = (
  { lines, jobs }: { readonly lines: readonly InternalLine[]; readonly jobs: readonly Job[] },
  { wages }: Terms,
  year: number,
): number => internalSumTkr({ lines, wageLines: wageLines(jobs, wages, year) });

/** What the rules say of a part, in the part's own places. */
export const partRemarks = (
  part: { readonly lines: readonly InternalLine[]; readonly jobs: readonly Job[] },
  terms: Terms,
  known: Parameters<typeof internalContentRemarks>[1] & {
    readonly frameTkr: number | undefined;
    readonly unit: string;
  },
): Remark[] => [
  ...overFrame(known.unit, known.frameTkr, partSumTkr(part, terms, known.year)),
  ...namelessRemarks(part.lines.map(({ name }) => name)),
  ...internalContentRemarks({ ...part, ...terms }, known).filter(({ at }) =>
    /^(?:lines|jobs)\./.test(at ?? ""),
  ),
];

function overFrame(unit: string, frameTkr: number | undefined, sumTkr: number): Remark[] {
  return frameTkr === undefined || sumTkr <= frameTkr
    ? []
    : [
        remark(
          "deviation",
          "unit-over-frame",
          CITE,
          { unit, sumTkr, frameTkr, overTkr: sumTkr - frameTkr },
          "units",
        ),
      ];
}

/** Every unit that has been given something, with what its part comes to. */
export const unitStandings = <Line extends InternalLine, One extends Job>(
  split: Split<Line, One> & Terms,
  year: number,
  bodies: readonly Body[],
) =>
  (split.units ?? []).map(({ id, frameTkr, done }) => ({
    id,
    frameTkr,
    done: done === true,
    sumTkr: partSumTkr(partOf(split, id, bodies), split, year),
  }));

/** In the whole: units whose parts come to more than they were given, and what is given to those who are not there. */
export const unitRemarks = <Line extends InternalLine, One extends Job>(
  split: Split<Line, One> & Terms,
  { year, body, bodies }: { readonly year: number; readonly body: string; readonly bodies: readonly Body[] },
): Remark[] =>
  unitStandings(split, year, bodies).flatMap(({ id, frameTkr, sumTkr }, i) =>
    upFrom(bodies, id).some((above) => above.id === body) && id !== body
      ? overFrame(id, frameTkr, sumTkr)
      : [remark("stops", "line-elsewhere", CITE, { unit: id }, `units.${i}.id`)],
  );
