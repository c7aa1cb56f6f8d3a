import { useState } from "react";
import { numberText } from "../../../kernel/format.ts";
import { sumOf } from "../../../kernel/sum.ts";
import { type SheetHistory, sheetHistory } from "../../../platform/ui/sheet/history.ts";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import type { InternalBudget } from "../contract.ts";
import { UnitsSheet } from "../part/pages/units-sheet.tsx";
import { type InternalRow, internalRows } from "../rules/rows.ts";
import type { WageLine } from "../rules/wage-budget.ts";
import type { CellTools, Line, OwnKey } from "./columns.ts";
import type { Job } from "./columns-wages.ts";
import { PasteLines } from "./paste.tsx";
import { JobsSheet, KeysSheet, LinesSheet, MonthsSheet } from "./sheets.tsx";
import { InternalByAccount, InternalByService } from "./sums.tsx";
import { WageTermsForm } from "./wage-terms.tsx";

export const VIEWS = ["lines", "months", "wages", "keys", "units", "sums"] as const;
export type View = (typeof VIEWS)[number];
/** What has been done in each sheet; it outlives the change of view, so that a paste can be undone from another. */
interface Histories {
  readonly lines: SheetHistory<Line>;
  readonly jobs: SheetHistory<Job>;
  readonly keys: SheetHistory<OwnKey>;
}

/** What of the split one looks at and writes in. */
export function InternalInView({
  view,
  body,
  tools,
  content,
  now,
  wageLines: computed,
  change,
}: {
  readonly view: View;
  readonly body: string;
  readonly tools: CellTools;
  readonly content: InternalBudget;
  /** The content as it is when it is asked. */
  readonly now: () => InternalBudget;
  readonly wageLines: readonly WageLine[];
  readonly change: (part: Partial<InternalBudget>) => void;
}) {
  const t = useTexts("budget");
  const [histories] = useState<Histories>(() => ({
    lines: sheetHistory(),
    jobs: sheetHistory(),
    keys: sheetHistory(),
  }));
  const wagesTkr = sumOf(computed.map((line) => line.amountTkr));
  const lines = {
    tools,
    rows: content.lines,
    history: histories.lines,
    onChange: (rows: readonly Line[]) => change({ lines: [...rows] }),
  };
  switch (view) {
    case "lines":
      return (
        <>
          <LinesSheet {...lines} />
          <WagesBeside wagesTkr={wagesTkr} />
          <PasteLines {...lines} now={() => now().lines} />
        </>
      );
    case "months":
      return (
        <>
          <p className="quiet">{t("internal.months-lead")}</p>
          <MonthsSheet {...lines} />
          <WagesBeside wagesTkr={wagesTkr} />
        </>
      );
    case "wages":
      return (
        <>
          <WageTermsForm terms={content.wages} onChange={(wages) => change({ wages })} />
          <JobsSheet
            tools={tools}
            terms={content.wages}
            rows={content.jobs ?? []}
            history={histories.jobs}
            onChange={(rows) => change({ jobs: [...rows] })}
          />
        </>
      );
    case "keys":
      return (
        <>
          <p className="quiet">{t("internal.keys-lead")}</p>
          <KeysSheet
            tools={tools}
            rows={content.periodKeys ?? []}
            history={histories.keys}
            onChange={(rows) => change({ periodKeys: [...rows] })}
          />
        </>
      );
    case "units":
      return <UnitsSheet content={content} tools={tools} change={change} />;
    case "sums":
      return <Sums body={body} rows={internalRows({ ...content, wageLines: computed })} />;
  }
}

function Sums({ body, rows }: { readonly body: string; readonly rows: readonly InternalRow[] }) {
  return (
    <div className="stack">
      <InternalByService body={body} rows={rows} />
      <InternalByAccount rows={rows} />
    </div>
  );
}

/** What the jobs cost counts in the sum too, beside what is written in the sheet. */
function WagesBeside({ wagesTkr }: { readonly wagesTkr: number }) {
  const t = useTexts("budget");
  const language = useLanguage();
  if (wagesTkr === 0) return null;
  return <p className="quiet">{t("internal.wages-beside", { amount: numberText(wagesTkr, language) })}</p>;
}
