import { addDays, type Day, dayOf, yearOf } from "../../kernel/day.ts";
import { dayText } from "../../kernel/format.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import { isBlank } from "../../kernel/written.ts";

const CITE = "§2.3";

export const CONTROL_RESULTS = ["no-deviation", "deviation", "not-done"] as const;
export type ControlResultWord = (typeof CONTROL_RESULTS)[number];

/** A control that was carried out once (K-4), or of which it was said that it was not. */
export interface CarriedOut {
  readonly control: string;
  readonly time: number;
  readonly result: ControlResultWord;
  /** The day that it was carried out, or said not to have been. */
  readonly doneOn: Day;
  readonly sample: string;
  readonly finding: string;
  /** `thing`: the measure's id in the house, by which its owner and state are kept. */
  readonly measure: {
    readonly thing: string;
    readonly text: string;
    readonly responsible: string;
    readonly due: Day;
  } | null;
}

interface Registration {
  readonly result: ControlResultWord;
  readonly doneOn: Day;
  readonly finding: string;
  readonly measure: { readonly responsible: string; readonly due: Day } | null;
}

/** All that stands in the way of registering that a control was carried out. */
export function carriedOutRemarks(
  { result, doneOn, finding, measure }: Registration,
  { year, today, people }: { readonly year: number; readonly today: Day; readonly people: readonly string[] },
): Remark[] {
  const found: Remark[] = [];
  if (doneOn > today)
    found.push(remark("stops", "carried-out-in-future", CITE, { day: doneOn, today }, "doneOn"));
  if (yearOf(doneOn) !== year)
    found.push(remark("stops", "carried-out-other-year", CITE, { day: doneOn, year }, "doneOn"));
  if (result !== "no-deviation" && isBlank(finding))
    found.push(
      remark(
        "stops",
        result === "deviation" ? "deviation-without-finding" : "not-done-without-why",
        CITE,
        {},
        "finding",
      ),
    );
  if (result === "deviation" && !measure)
    found.push(remark("stops", "carried-out-without-measure", CITE, {}, "measure"));
  if (measure && !people.includes(measure.responsible))
    found.push(
      remark("stops", "measure-for-nobody", CITE, { person: measure.responsible }, "measure.responsible"),
    );
  if (measure && measure.due < doneOn)
    found.push(
      remark("stops", "measure-before-control", CITE, { due: measure.due, day: doneOn }, "measure.due"),
    );
  return found;
}

/** How many times a control has been carried out. */
export const timesDone = (carried: readonly Pick<CarriedOut, "result">[]): number =>
  carried.filter(({ result }) => result !== "not-done").length;

/**
 * The day by which a control is to be carried out the next time: its times are spread evenly over the year up to its day. Undefined
 * when all its times are spoken for.
 */
export function nextDue(
  { due, times }: { readonly due: Day; readonly times: number },
  spokenFor: number,
): Day | undefined {
  if (spokenFor >= times) return undefined;
  const start = dayOf(yearOf(due), 1, 1);
  const days = Math.round((Date.parse(due) - Date.parse(start)) / DAY_MS);
  return addDays(start, Math.floor((days * (spokenFor + 1)) / times));
}
const DAY_MS = 86_400_000;

/** A result of a report as it is proposed from what was registered; the body decides what it says. */
export interface ProposedResult {
  control: string;
  doneOn: Day | null;
  sample: string;
  finding: string;
  result: ControlResultWord;
  measure: { text: string; responsible: string; due: Day; thing: string } | null;
}

const MAX_FINDING = 4000;
const MAX_SAMPLE = 500;

/**
 * What a report says of the controls by what was registered (K-5): a deviation at any time is a deviation; its measure is the newest.
 * Several times' findings stand one after another, each with its day. Controls of which nothing is registered are left out.
 */
export function proposedResults(carried: readonly CarriedOut[]): ProposedResult[] {
  const byControl = Map.groupBy(
    [...carried].sort((a, b) => a.doneOn.localeCompare(b.doneOn) || a.time - b.time),
    ({ control }) => control,
  );
  return [...byControl].map(([control, all]) => {
    const done = all.filter(({ result }) => result !== "not-done");
    const result = done.some((one) => one.result === "deviation")
      ? "deviation"
      : done.length > 0
        ? "no-deviation"
        : "not-done";
    const told = (done.length > 0 ? done : all).filter(({ finding }) => !isBlank(finding));
    const finding =
      told.length === 1
        ? (told[0]?.finding ?? "")
        : told.map((one) => `${dayText(one.doneOn, "sv")}: ${one.finding}`).join("\n");
    const measure = done.findLast((one) => one.measure)?.measure ?? null;
    return {
      control,
      doneOn: done.at(-1)?.doneOn ?? null,
      sample: [...new Set(done.map(({ sample }) => sample).filter((text) => !isBlank(text)))]
        .join("; ")
        .slice(0, MAX_SAMPLE),
      finding: finding.slice(0, MAX_FINDING),
      result,
      measure: measure && {
        text: measure.text,
        responsible: measure.responsible,
        due: measure.due,
        thing: measure.thing,
      },
    };
  });
}

/** The results by which one sees how far the controls have come: what is registered, and of the others what is reported. */
export function standing<R extends { readonly control: string }>(
  reported: readonly R[],
  registered: readonly R[],
): R[] {
  const known = new Set(registered.map(({ control }) => control));
  return [...registered, ...reported.filter(({ control }) => !known.has(control))];
}
