import { KeptOut } from "../../decisions/pages/ground-changes.tsx";
import { usePeople } from "../../organisation/pages/person-field.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { When } from "../../platform/ui/number.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { Control, ControlReport, ControlResult } from "../contract.ts";
import "./control.css";

/** What the controls showed: deviations first, each with its measure; then the judgement (K-4, K-5). */
export function ReportView({
  report,
  controls,
}: {
  readonly report: ControlReport;
  /** The plan's controls, to name what was controlled. */
  readonly controls: readonly Control[];
}) {
  const t = useTexts("control");
  const weight = { deviation: 0, "not-done": 1, "no-deviation": 2 } as const;
  const results = [...report.results].sort((a, b) => weight[a.result] - weight[b.result]);
  return (
    <div className="stack">
      {report.judgement ? (
        <p className="prose" lang={WRITTEN}>
          {report.judgement}
        </p>
      ) : null}
      {results.length === 0 ? (
        <EmptyState title={t("page.report.no-results")} />
      ) : (
        <ul className="results">
          {results.map((result) => (
            <ResultItem
              key={result.control}
              result={result}
              name={controls.find((control) => control.id === result.control)?.text ?? result.control}
            />
          ))}
        </ul>
      )}
      <KeptOut ground={report.ground} />
    </div>
  );
}

function ResultItem({ result, name }: { readonly result: ControlResult; readonly name: string }) {
  const t = useTexts("control");
  const { known, personName } = usePeople();
  const { measure } = result;
  return (
    <li className="sheet stack">
      <div className="row">
        <Status value={result.result} word={t(`control.result.${result.result}`)} />
        <strong>{name}</strong>
        {result.doneOn ? (
          <span className="quiet small">
            <When at={result.doneOn} />
          </span>
        ) : null}
      </div>
      {result.finding ? (
        <p className="prose" lang={WRITTEN}>
          {result.finding}
        </p>
      ) : null}
      {result.sample ? (
        <p className="quiet small">
          {t("page.report.sample")}: {result.sample}
        </p>
      ) : null}
      {measure ? (
        <p className="result-measure">
          <strong>{t("page.report.measure")}:</strong> {measure.text}
          <br />
          <span className="quiet small">
            {known ? `${personName(measure.responsible)}, ` : ""}
            {t("page.report.by")} <When at={measure.due} />
          </span>
        </p>
      ) : null}
    </li>
  );
}
