import { isElectionYear } from "../../kernel/day.ts";
import { LAW_DAYS } from "../../kernel/law-days.ts";
import { type Remark, type RemarkLevel, remark } from "../../kernel/remark.ts";
import { stepDates } from "./dates.ts";
import type { MonthDay, WheelStep } from "./step.ts";
import { isFixed, type MeetingsOf, meetingOf, type StepDay } from "./step-day.ts";
import { stepsInYear, type WrittenStep } from "./written-step.ts";

const CITE = "§2.4";
/** How many years a wheel is tried in: one with an election is always among them. */
const TRIED_YEARS = 4;

const DAYS = ["from", "due", "electionYearDue"] as const;

/**
 * What is wrong with a wheel's days in the first years that it is for: a meeting that there is none of, a step that is due before
 * one that it waits for, and a day later than the law's. Each is told once, with the first year that it is so in.
 */
export function daysRemarks(steps: readonly WrittenStep[], first: number, meetingsOf: MeetingsOf): Remark[] {
  const years = Array.from({ length: TRIED_YEARS }, (_, i) => first + i);
  const found = [
    ...steps.flatMap((step, i) => meetingRemarks(step, i, years, meetingsOf)),
    ...years.flatMap((year) => {
      const taken = stepsInYear(steps, year, meetingsOf);
      return [...orderRemarks(steps, taken, year), ...lawRemarks(steps, taken, year)];
    }),
  ];
  const told = new Set<string>();
  return found.filter(({ code, at, params }) => {
    const key = `${code} ${at} ${params.after ?? ""}`;
    return !told.has(key) && told.add(key);
  });
}

function meetingRemarks(
  step: WrittenStep,
  i: number,
  years: readonly number[],
  meetingsOf: MeetingsOf,
): Remark[] {
  return DAYS.flatMap((field) => {
    const of: StepDay | undefined = step[field];
    if (of === undefined || isFixed(of) || of.rule !== "meeting") return [];
    const without = years.find((year) => meetingOf(of, year, meetingsOf) === undefined);
    return without === undefined
      ? []
      : [
          remark(
            "stops",
            "wheel-no-meeting",
            CITE,
            { step: step.short, body: of.body, month: of.month, year: without },
            `steps.${i}.${field}`,
          ),
        ];
  });
}

function orderRemarks(steps: readonly WrittenStep[], taken: readonly WheelStep[], year: number): Remark[] {
  return steps.flatMap((written, i) => {
    const step = taken.find(({ id }) => id === written.id);
    if (!step) return [];
    const { due } = stepDates(step, year);
    return step.after.flatMap((id) => {
      const before = taken.find((one) => one.id === id);
      if (!before || id === step.id || stepDates(before, year).due <= due) return [];
      return [
        remark(
          "needs-reason",
          "wheel-before-prerequisite",
          CITE,
          { step: step.short, after: before.short, day: due, year },
          `steps.${i}.due`,
        ),
      ];
    });
  });
}

/** A kind of step that the law has a last day for. */
interface LawLimit {
  readonly reaches: WheelStep["reaches"];
  readonly usual: (typeof LAW_DAYS)[keyof typeof LAW_DAYS];
  readonly last: (typeof LAW_DAYS)[keyof typeof LAW_DAYS];
}

const BUDGET_LIMITS: readonly LawLimit[] = [
  { reaches: "proposed", usual: LAW_DAYS.budgetProposed, last: LAW_DAYS.budgetProposedAtTheLatest },
  { reaches: "decided", usual: LAW_DAYS.budgetDecided, last: LAW_DAYS.budgetDecidedAtTheLatest },
];

/** The months that an interim report of the law's looks at (LKBR 13 ch.). */
const INTERIM = { first: 6, last: 8, cite: "LKBR 13 kap." } as const;

function lawRemarks(steps: readonly WrittenStep[], taken: readonly WheelStep[], year: number): Remark[] {
  return steps.flatMap((written, i) => {
    const step = taken.find(({ id }) => id === written.id);
    if (!step) return [];
    const { due, subjectYear } = stepDates(step, year);
    const limit = step.kind === "budget" && step.occasion !== "supplementary" ? limitOf(step) : undefined;
    if (limit && subjectYear === year + 1) {
      const over = (day: MonthDay) => due > isoIn(year, day);
      // In an election year the special reasons that the law asks for are there: a new council decides
      const level: RemarkLevel | undefined = over(limit.last)
        ? "stops"
        : over(limit.usual) && !isElectionYear(year)
          ? "needs-reason"
          : undefined;
      const passed = over(limit.last) ? limit.last : limit.usual;
      if (level)
        return [
          remark(
            level,
            "wheel-after-law",
            passed.law,
            { step: step.short, day: due, latest: isoIn(year, passed), year },
            `steps.${i}.due`,
          ),
        ];
    }
    if (step.kind === "interim-report" && step.looksTo !== undefined)
      if (step.looksTo < INTERIM.first || step.looksTo > INTERIM.last)
        return [
          remark(
            "stops",
            "wheel-interim-months",
            INTERIM.cite,
            { step: step.short, first: INTERIM.first, last: INTERIM.last },
            `steps.${i}.looksTo`,
          ),
        ];
    return [];
  });
}

const limitOf = ({ reaches }: Pick<WheelStep, "reaches">) =>
  BUDGET_LIMITS.find((limit) => limit.reaches === reaches);

const two = (n: number) => String(n).padStart(2, "0");
const isoIn = (year: number, { month, day }: MonthDay): string => `${year}-${two(month)}-${two(day)}`;
