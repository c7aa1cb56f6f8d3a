import { type Column, DataTable } from "../../platform/ui/data-table.tsx";
import { dayText, type Language } from "../../platform/ui/format.ts";
import { Link } from "../../platform/ui/link.tsx";
import { When } from "../../platform/ui/number.tsx";
import { type Text, useTexts } from "../../platform/ui/texts.ts";
import type { Compared } from "./stages-shown.ts";

type Step = Compared["steps"][number];
interface Changed {
  readonly in: readonly number[];
}

const who = (step: Step, t: Text, language: Language): string =>
  t("compare.by-on", { who: step.editedBy, day: dayText(step.editedAt, language) });

const stepsOf = (row: Changed, steps: readonly Step[]): Step[] =>
  row.in.flatMap((number) => steps[number - 1] ?? []);

/** By whom, when and why a row came to differ: each saving or decision in which it changed (E-8). */
export function whoColumn<Row extends Changed>(
  steps: readonly Step[],
  t: Text,
  language: Language,
): Column<Row> {
  return {
    id: "who",
    header: t("compare.who"),
    unsortable: true,
    value: (row) =>
      stepsOf(row, steps)
        .map((step) => [who(step, t, language), step.note].filter(Boolean).join(": "))
        .join("; "),
    cell: (row) => (
      <ul className="causes">
        {stepsOf(row, steps).map((step) => (
          <li key={step.ref}>
            {who(step, t, language)}
            {step.decision ? (
              <>
                {", "}
                <Link href={`/beslut/${step.decision.number}`}>
                  {t("compare.decision", { number: step.decision.number })}
                </Link>
              </>
            ) : null}
            {step.note ? <span className="quiet small compare-note">{step.note}</span> : null}
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
  return (
    <DataTable<Step>
      caption={t(backwards ? "compare.steps-back" : "compare.steps")}
      captionShown
      search={false}
      columns={[
        {
          id: "what",
          header: t("stages.versions"),
          unsortable: true,
          value: (step) =>
            `${t(`stages.kind-${step.kind}`, { year: step.year })}, ${t("stages.version", {
              version: step.version,
            }).toLocaleLowerCase()}`,
        },
        {
          id: "when",
          header: t("stages.when"),
          unsortable: true,
          value: (step) => step.editedAt,
          cell: (step) => <When at={step.editedAt} />,
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
          header: t("compare.note"),
          unsortable: true,
          value: (step) => step.note ?? "–",
        },
      ]}
      rows={steps}
      rowKey={(step) => `${step.ref} ${step.editedAt}`}
    />
  );
}
