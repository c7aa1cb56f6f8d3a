import { Button } from "@digdir/designsystemet-react";
import { numberText } from "../../../../kernel/format.ts";
import { DataTable } from "../../../../platform/ui/data-table.tsx";
import { EmptyState } from "../../../../platform/ui/empty-state.tsx";
import { Link } from "../../../../platform/ui/link.tsx";
import { Money } from "../../../../platform/ui/number.tsx";
import { Section } from "../../../../platform/ui/page.tsx";
import { dataText, type Text, useLanguage, useTexts } from "../../../../platform/ui/texts.ts";
import { percentText } from "../../../base/rules/exact-text.ts";
import type { Compared, ComparedBody } from "../stages-shown.ts";
import { whoColumn } from "./steps.tsx";

type Line = ComparedBody["lines"][number];
type Cause = Line["causes"][number];

/** One body's lines that differ, each with the inputs that explain it (E-8). */
export function ComparedBodyLines({
  body,
  name,
  year,
  steps,
  onClose,
}: {
  readonly body: ComparedBody;
  readonly name: string;
  readonly year: number;
  readonly steps: Compared["steps"];
  readonly onClose: () => void;
}) {
  const t = useTexts("budget");
  const opening: Line[] =
    body.opening.differenceTkr === 0
      ? []
      : [
          {
            key: "opening",
            step: "other",
            name: t("compare.opening-line"),
            ...body.opening,
            causes: [],
            decision: null,
            by: null,
            in: [],
          },
        ];
  const rows = [...opening, ...body.lines];
  const lineName = (line: Line) =>
    line.step === "demography"
      ? dataText(t, "service", line.name, { defaultValue: line.name })
      : line.step === "indexation"
        ? dataText(t, "indexation", line.name, { defaultValue: line.name })
        : line.name || t("page.explain-panel.no-text");
  const stepName = (line: Line) => (line.key === "opening" ? t("compare.opening") : t(`step.${line.step}`));
  const causes = useCauses();
  const language = useLanguage();
  return (
    <Section
      title={t("compare.lines-title", { body: name, year })}
      level={3}
      action={
        <Button variant="tertiary" data-size="sm" onClick={onClose}>
          {t("compare.close")}
        </Button>
      }
    >
      <DataTable
        caption={t("compare.lines", { body: name, year })}
        columns={[
          { id: "step", header: t("compare.step"), value: stepName },
          {
            id: "line",
            stays: true,
            header: t("compare.line"),
            names: true,
            value: lineName,
            foot: t("true-up.sum"),
          },
          { id: "from", header: t("compare.from"), numeric: true, value: (line) => line.fromTkr },
          { id: "to", header: t("compare.to"), numeric: true, value: (line) => line.toTkr },
          {
            id: "difference",
            stays: true,
            header: t("compare.difference"),
            numeric: true,
            value: (line) => line.differenceTkr,
            cell: (line) => <Money tkr={line.differenceTkr} signed />,
            foot: <Money tkr={body.differenceTkr} signed />,
          },
          {
            id: "why",
            stays: true,
            header: t("compare.why"),
            unsortable: true,
            value: (line) => causes(line).join("; "),
            cell: (line) => (
              <ul className="causes">
                {causes(line).map((cause) => (
                  <li key={cause}>{cause}</li>
                ))}
                {line.decision === null ? null : (
                  <li>
                    <Link href={`/beslut/${line.decision}`}>
                      {t("compare.decision", { number: line.decision })}
                    </Link>
                  </li>
                )}
                {line.by ? <li>{t("compare.put-by", { by: line.by })}</li> : null}
              </ul>
            ),
          },
          whoColumn<Line>(steps, t, language),
        ]}
        rows={rows}
        rowKey={(line) => line.key}
        empty={<EmptyState title={t("compare.no-lines", { body: name, year })} />}
      />
    </Section>
  );
}

/** "Pris 168 450 → 171 000 kr": each input that differs, in words. */
function useCauses(): (line: Line) => string[] {
  const t = useTexts("budget");
  const language = useLanguage();
  const value = ({ what }: Cause, given: Cause["from"]) =>
    given === null
      ? "–"
      : typeof given === "string"
        ? given
        : what === "coverage" || what === "rate" || what === "share"
          ? percentText(given, language)
          : numberText(given, language, Number.isInteger(given) ? 0 : 2);
  return ({ causes }) => causes.map((cause) => causeText(cause, t, value));
}

const causeText = (
  cause: Cause,
  t: Text<"budget">,
  value: (cause: Cause, given: Cause["from"]) => string,
): string =>
  cause.what === "one-off"
    ? t(cause.to === 1 ? "compare.cause.one-off-1" : "compare.cause.one-off-0")
    : t(`compare.cause.${cause.what}`, { from: value(cause, cause.from), to: value(cause, cause.to) });
