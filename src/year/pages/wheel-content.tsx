import type { ContentProps } from "../../decisions/pages/matter-pages.tsx";
import { isElectionYear } from "../../kernel/day.ts";
import { dayText, monthText } from "../../kernel/format.ts";
import { useBodies } from "../../organisation/pages/use-bodies.ts";
import { Cite } from "../../platform/ui/cite.tsx";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { When } from "../../platform/ui/number.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { YearWheel } from "../contract.ts";
import { stepDates } from "../rules/dates.ts";
import { dayWords } from "../rules/day-words.ts";
import { meetingsOfWheel } from "../rules/which-wheel.ts";
import { stepInYear } from "../rules/written-step.ts";
import { MeetingsTable } from "./meetings-table.tsx";

/** The first year after one that is for an election. */
const electionAfter = (year: number): number => (isElectionYear(year) ? year : electionAfter(year + 1));

/** A municipality's wheel as it was decided: its steps with their days in the first year that it is for. */
export function WheelContent({ content, year }: ContentProps) {
  const t = useTexts("year");
  const language = useLanguage();
  const { nameOf } = useBodies();
  const wheel = YearWheel.parse(content);
  const meetingsOf = meetingsOfWheel(wheel.meetings);
  const election = electionAfter(year);
  const rows = wheel.steps.map((step) => {
    const own = stepInYear(step, year, meetingsOf);
    const then = stepInYear(step, election, meetingsOf);
    return {
      step,
      dates: own && stepDates(own, year),
      electionDue: then && stepDates(then, election).due,
    };
  });
  return (
    <>
      {wheel.appliesFrom ? (
        <p>{t("wheel-page.applies-from", { day: dayText(wheel.appliesFrom, language) })}</p>
      ) : null}
      <DataTable
        caption={t("wheel-page.caption", { year })}
        columns={[
          {
            id: "name",
            header: t("wheel-page.step"),
            names: true,
            written: true,
            value: ({ step }) => step.name,
          },
          { id: "track", header: t("wheel-page.track"), value: ({ step }) => t(`year.tracks.${step.track}`) },
          {
            id: "from",
            header: t("wheel-page.from"),
            value: ({ dates }) => dates?.from ?? null,
            cell: ({ dates, step }) =>
              dates ? (
                <Said at={dates.from} how={dayWords(step.from, language, nameOf)} />
              ) : (
                t("wheel-page.not-then")
              ),
          },
          {
            id: "due",
            header: t("wheel-page.due"),
            stays: true,
            value: ({ dates }) => dates?.due ?? null,
            cell: ({ dates, step }) =>
              dates ? <Said at={dates.due} how={dayWords(step.due, language, nameOf)} /> : "–",
          },
          {
            id: "election",
            header: t("wheel-page.election-year", { year: election }),
            value: ({ electionDue }) => electionDue ?? null,
            cell: ({ electionDue }) => (electionDue ? <When at={electionDue} form="short" /> : "–"),
          },
          {
            id: "looks-to",
            header: t("wheel-page.looks-to"),
            value: ({ step }) => step.looksTo ?? null,
            cell: ({ step }) => (step.looksTo ? monthText(step.looksTo, language) : "–"),
          },
          { id: "who", header: t("wheel-page.who"), written: true, value: ({ step }) => step.who },
          {
            id: "cite",
            header: t("wheel-page.cite"),
            value: ({ step }) => step.cite,
            cell: ({ step }) => <Cite of={step.cite} />,
          },
        ]}
        rows={rows}
        rowKey={({ step }) => step.id}
      />
      {wheel.meetings.length > 0 ? (
        <MeetingsTable
          year={year}
          rows={wheel.meetings.map(({ body }) => ({
            body,
            name: nameOf(body),
            days: meetingsOf(body, year),
          }))}
        />
      ) : null}
    </>
  );
}

/** A day, and how it is said where that is by a rule. */
function Said({ at, how }: { readonly at: string; readonly how: string }) {
  const plain = /^\d/.test(how) && !how.includes(",");
  return (
    <>
      <When at={at} form="short" />
      {plain ? null : (
        <>
          <br />
          <span className="quiet small">{how}</span>
        </>
      )}
    </>
  );
}
