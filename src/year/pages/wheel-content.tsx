import type { ContentProps } from "../../decisions/pages/matter-pages.tsx";
import { monthText } from "../../kernel/format.ts";
import { Cite } from "../../platform/ui/cite.tsx";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { When } from "../../platform/ui/number.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { YearWheel } from "../contract.ts";
import { stepDates } from "../rules/dates.ts";

/** A municipality's wheel as it was decided: its steps with their days in the first year that it is for. */
export function WheelContent({ content, year }: ContentProps) {
  const t = useTexts("year");
  const language = useLanguage();
  const steps = YearWheel.parse(content).steps.map((step) => ({ step, dates: stepDates(step, year) }));
  return (
    <DataTable
      caption={t("wheel-page.caption", { year })}
      columns={[
        { id: "name", header: t("wheel-page.step"), names: true, value: ({ step }) => step.name },
        { id: "track", header: t("wheel-page.track"), value: ({ step }) => t(`year.tracks.${step.track}`) },
        {
          id: "from",
          header: t("wheel-page.from"),
          value: ({ dates }) => dates.from,
          cell: ({ dates }) => <When at={dates.from} form="short" />,
        },
        {
          id: "due",
          header: t("wheel-page.due"),
          value: ({ dates }) => dates.due,
          cell: ({ dates }) => <When at={dates.due} form="short" />,
        },
        {
          id: "looks-to",
          header: t("wheel-page.looks-to"),
          value: ({ step }) => step.looksTo ?? null,
          cell: ({ step }) => (step.looksTo ? monthText(step.looksTo, language) : "–"),
        },
        { id: "who", header: t("wheel-page.who"), value: ({ step }) => step.who },
        {
          id: "cite",
          header: t("wheel-page.cite"),
          value: ({ step }) => step.cite,
          cell: ({ step }) => <Cite of={step.cite} />,
        },
      ]}
      rows={steps}
      rowKey={({ step }) => step.id}
    />
  );
}
