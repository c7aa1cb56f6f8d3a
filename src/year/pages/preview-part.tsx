import { Switch } from "@digdir/designsystemet-react";
import { useState } from "react";
import { isElectionYear } from "../../kernel/day.ts";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Loaded } from "../../platform/ui/loading.tsx";
import { When } from "../../platform/ui/number.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { getWheel, type WheelView, type YearWheel } from "../contract.ts";
import { type ComparedStep, compareWheels, moveOf } from "../rules/compare-wheels.ts";
import { EXTRA_REPORT } from "../rules/extra.ts";
import { meetingsOfWheel } from "../rules/which-wheel.ts";
import { stepsInYear } from "../rules/written-step.ts";

/** The next year with an election, also where the year itself is one. */
const nextElection = (year: number): number => (isElectionYear(year) ? year : nextElection(year + 1));

/** What the wheel that is being written moves in its first year and in an election year, beside today's. */
export function PreviewPart({ wheel, year }: { readonly wheel: YearWheel; readonly year: number }) {
  const t = useTexts("year");
  const election = nextElection(year + 1);
  return (
    <Section title={t("edit.preview-section")} lead={t("edit.preview-lead")}>
      <YearPreview wheel={wheel} year={year} title={t("edit.preview-year", { year })} />
      <YearPreview wheel={wheel} year={election} title={t("edit.preview-election", { year: election })} />
    </Section>
  );
}

function YearPreview({
  wheel,
  year,
  title,
}: {
  readonly wheel: YearWheel;
  readonly year: number;
  readonly title: string;
}) {
  const now = useApi(getWheel, { params: { year }, query: {} });
  return (
    <Section title={title} level={3}>
      <Loaded of={now} lines={4}>
        {(view) => <Moves view={view} wheel={wheel} year={year} />}
      </Loaded>
    </Section>
  );
}

function Moves({
  view,
  wheel,
  year,
}: {
  readonly view: WheelView;
  readonly wheel: YearWheel;
  readonly year: number;
}) {
  const t = useTexts("year");
  const [all, showAll] = useState(false);
  const before = view.steps.filter(({ kind }) => kind !== EXTRA_REPORT);
  const rows = compareWheels(before, stepsInYear(wheel.steps, year, meetingsOfWheel(wheel.meetings)), year);
  const moved = rows.filter((row) => moveOf(row) !== "same");
  const said = (row: ComparedStep) => {
    const move = moveOf(row);
    if (move !== "moved" || !row.days) return t(`edit.move.${move}`);
    return t(row.days > 0 ? "edit.days-later" : "edit.days-earlier", { count: Math.abs(row.days) });
  };
  const due = (dates: ComparedStep["before"]) => (dates ? <When at={dates.due} form="short" /> : "–");
  return (
    <>
      {moved.length === 0 ? <p className="quiet">{t("edit.nothing", { year })}</p> : null}
      {moved.length > 0 || all ? (
        <DataTable
          caption={t("edit.preview-caption", { year })}
          search={false}
          copy={false}
          columns={[
            {
              id: "name",
              header: t("wheel-page.step"),
              names: true,
              value: ({ name }) => name,
              cell: ({ name }) => <span lang={WRITTEN}>{name}</span>,
            },
            {
              id: "today",
              header: t("edit.today"),
              value: (row) => row.before?.due ?? null,
              cell: (row) => due(row.before),
            },
            {
              id: "after",
              header: t("edit.after"),
              stays: true,
              value: (row) => row.after?.due ?? null,
              cell: (row) => due(row.after),
            },
            { id: "moves", header: t("edit.moves"), value: said },
          ]}
          rows={all ? rows : moved}
          rowKey={({ id }) => id}
        />
      ) : null}
      <Switch label={t("edit.show-all")} checked={all} onChange={(event) => showAll(event.target.checked)} />
    </>
  );
}
