import { dayText, type Language } from "../../../../kernel/format.ts";
import { type Column, DataTable } from "../../../../platform/ui/data-table.tsx";
import { Link } from "../../../../platform/ui/link.tsx";
import { When } from "../../../../platform/ui/number.tsx";
import { dataText, type Text, useTexts } from "../../../../platform/ui/texts.ts";
import type { Compared } from "../stages-shown.ts";

type Step = Compared["steps"][number];
interface Changed {
  readonly in: readonly number[];
}

const who = (step: Step, t: Text<"budget">, language: Language): string =>
  t("compare.by-on", { who: step.editedBy, day: dayText(step.writtenOn, language) });

const stepsOf = (row: Changed, steps: readonly Step[]): { readonly number: number; readonly step: Step }[] =>
  row.in.flatMap((number) => {
    const step = steps[number - 1];
    return step ? [{ number, step }] : [];
  });

/** By whom, when and by which decision a row came to differ; its number leads to why, in the table of the steps (E-8). */
export function whoColumn<Row extends Changed>(
  steps: readonly Step[],
  t: Text<"budget">,
  language: Language,
): Column<Row> {
  return {
    id: "who",
    header: t("compare.who"),
    unsortable: true,
    value: (row) =>
      stepsOf(row, steps)
        .map(({ number, step }) => `${number}. ${who(step, t, language)}`)
        .join("; "),
    cell: (row) => (
      <ul className="causes">
        {stepsOf(row, steps).map(({ number, step }) => (
          <li key={number}>
            {number}. {who(step, t, language)}
            {step.decision ? (
              <>
                {", "}
                <Link href={`/beslut/${step.decision.number}`}>
                  {t("compare.decision", { number: step.decision.number })}
                </Link>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    ),
  };
}

/** All that was saved and decided between the two versions, oldest first: who, when, and why as they put it (§2.4). */
export function ComparedSteps({
  steps,
  backwards,
}: {
  readonly steps: Compared["steps"];
  readonly backwards: boolean;
}) {
  const t = useTexts("budget");
  if (steps.length === 0) return null;
  const rows = steps.map((step, i) => ({ ...step, number: i + 1 }));
  return (
    <DataTable<(typeof rows)[number]>
      caption={t(backwards ? "compare.steps-back" : "compare.steps")}
      captionShown
      search={false}
      columns={[
        { id: "number", header: t("compare.number"), unsortable: true, value: ({ number }) => number },
        {
          id: "what",
          header: t("stages.versions"),
          names: true,
          unsortable: true,
          value: (step) =>
            `${dataText(t, "stages.kind", step.kind, { year: step.year })}, ${t("stages.version", {
              version: step.version,
            }).toLocaleLowerCase()}`,
        },
        {
          id: "when",
          header: t("stages.when"),
          unsortable: true,
          value: (step) => step.writtenOn,
          cell: (step) => (
            <span className="stage-day">
              <When at={step.writtenOn} />
            </span>
          ),
        },
        { id: "who", header: t("compare.saved-by"), unsortable: true, value: (step) => step.editedBy },
        {
          id: "decision",
          header: t("compare.decided-by"),
          unsortable: true,
          value: (step) => step.decision?.number ?? "",
          cell: (step) =>
            step.decision ? (
              <Link href={`/beslut/${step.decision.number}`}>
                {step.decision.organ} <When at={step.decision.decidedOn} />, {step.decision.paragraph}
              </Link>
            ) : (
              "–"
            ),
        },
        {
          id: "note",
          stays: true,
          header: t("compare.note"),
          unsortable: true,
          value: (step) => step.note ?? "–",
        },
      ]}
      rows={rows}
      rowKey={({ number }) => String(number)}
    />
  );
}
