import type { PaperOf } from "../../decisions/matter-kinds.ts";
import { isElectionYear } from "../../kernel/day.ts";
import { filled } from "../../kernel/filled.ts";
import { dayText, monthText } from "../../kernel/format.ts";
import type { PaperChapter } from "../../kernel/paper.ts";
import type { ExtraOccasions, YearWheel } from "../contract.ts";
import sv from "../messages/sv.json" with { type: "json" };
import { stepDates } from "../rules/dates.ts";
import { dayWords } from "../rules/day-words.ts";
import { extraSteps } from "../rules/extra.ts";
import type { WheelStep } from "../rules/step.ts";
import { meetingsOfWheel } from "../rules/which-wheel.ts";
import { stepsInYear } from "../rules/written-step.ts";

const words = sv["wheel-page"];
const columns = (...labels: readonly string[]) => labels.map((label) => ({ label, kind: "text" as const }));

const YEARS_SHOWN = 4;

const stepRow = (step: WheelStep, year: number): string[] => {
  const { from, due } = stepDates(step, year);
  return [step.name, dayText(from, "sv"), dayText(due, "sv"), step.who, step.cite];
};

/** A wheel on paper: its steps with their days in the first year and in the next year with an election, how each is said, and when the organs meet. */
export const wheelPaper = async ({
  matter,
  content,
  nameOf,
}: PaperOf<YearWheel>): Promise<PaperChapter[]> => {
  const { year } = matter;
  const meetingsOf = meetingsOfWheel(content.meetings);
  const table = (of: number) => ({
    kind: "table" as const,
    title: filled(words.caption, { year: of }),
    columns: columns(words.step, words.from, words.due, words.who, words.cite),
    rows: stepsInYear(content.steps, of, meetingsOf)
      .toSorted((a, b) => stepDates(a, of).due.localeCompare(stepDates(b, of).due))
      .map((step) => stepRow(step, of)),
    strong: [],
  });
  const years = Array.from({ length: YEARS_SHOWN }, (_, i) => year + i);
  const election = years.find((one) => one > year && isElectionYear(one));
  return [
    {
      title: words.steps,
      blocks: [
        ...(content.appliesFrom
          ? [
              {
                kind: "note" as const,
                text: filled(words["applies-from"], { day: dayText(content.appliesFrom, "sv") }),
              },
            ]
          : []),
        table(year),
      ],
    },
    ...(election
      ? [{ title: filled(words["election-year"], { year: election }), blocks: [table(election)] }]
      : []),
    {
      title: words.rules,
      blocks: [
        {
          kind: "table",
          title: words["rules-caption"],
          columns: columns(words.step, words.from, words.due, words["election-due"]),
          rows: content.steps.map((step) => [
            step.short,
            dayWords(step.from, "sv", nameOf),
            dayWords(step.due, "sv", nameOf),
            step.electionYearDue ? dayWords(step.electionYearDue, "sv", nameOf) : "–",
          ]),
          strong: [],
        },
      ],
    },
    ...(content.meetings.length > 0
      ? [
          {
            title: words.meetings,
            blocks: [
              {
                kind: "table" as const,
                title: filled(words["meetings-caption"], { year }),
                columns: columns(words.organ, words.days),
                rows: content.meetings.map(({ body }) => [
                  nameOf(body),
                  meetingsOf(body, year)
                    .map((day) => dayText(day, "sv", "short"))
                    .join(", "),
                ]),
                strong: [],
              },
            ],
          },
        ]
      : []),
  ];
};

/** The extra follow-ups of a year on paper (U-5). */
export const extraPaper = async ({ matter, content }: PaperOf<ExtraOccasions>): Promise<PaperChapter[]> => {
  const steps = extraSteps(content.occasions, matter.year);
  return [
    {
      title: sv.extra.title,
      blocks: [
        {
          kind: "table",
          title: filled(sv.extra.caption, { year: matter.year }),
          columns: columns(sv.extra.after, sv.extra.due, sv.extra.who, sv.extra.why),
          rows: content.occasions.map(({ month, due, why }, i) => [
            monthText(month, "sv"),
            dayText(due, "sv"),
            steps[i]?.who ?? "",
            why,
          ]),
          strong: [],
        },
      ],
    },
  ];
};
