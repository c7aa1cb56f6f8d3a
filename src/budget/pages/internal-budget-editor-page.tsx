import { Button, ToggleGroup } from "@digdir/designsystemet-react";
import { useMemo, useRef, useState } from "react";
import { DraftBar, DraftTroubles } from "../../decisions/pages/draft-bar.tsx";
import { ProposeDecide } from "../../decisions/pages/propose-decide.tsx";
import { useDraft } from "../../decisions/pages/use-draft.ts";
import { WriteMatter, type Writing } from "../../decisions/pages/write-matter.tsx";
import { TextArea } from "../../platform/ui/fields.tsx";
import { Link, usePathParams, useSearchParam } from "../../platform/ui/link.tsx";
import { type SheetHistory, sheetHistory } from "../../platform/ui/sheet/history.ts";
import { useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { type InternalBudget, internalBudgetRoutes } from "../contract-internal.ts";
import { internalRows, internalSumTkr } from "../rules/internal-rows.ts";
import { wageLines } from "../rules/wage-budget.ts";
import { Difference } from "./difference.tsx";
import { InternalBudgetView } from "./internal-budget-view.tsx";
import type { Line, OwnKey } from "./internal-columns.ts";
import type { Position } from "./internal-columns-wages.ts";
import { placeName } from "./internal-places.ts";
import { KeysSheet, LinesSheet, MonthsSheet, newId, PositionsSheet } from "./internal-sheets.tsx";
import { InternalSums } from "./internal-sums.tsx";
import { WageTermsForm } from "./internal-wage-terms.tsx";
import { PasteDialog } from "./paste-dialog.tsx";
import { useCellTools } from "./use-cell-tools.ts";
import { useFrame } from "./use-frame.ts";
import "../../decisions/pages/decisions.css";
import "./economy.css";
import "./internal.css";

const EMPTY: InternalBudget = { lines: [], comment: "" };
const VIEWS = ["lines", "months", "wages", "keys", "sums"] as const;
type View = (typeof VIEWS)[number];
/** The views' names in the address. */
const IN_ADDRESS: Readonly<Record<View, string>> = {
  lines: "rader",
  months: "manader",
  wages: "loner",
  keys: "nycklar",
  sums: "summor",
};

/** A body's internal budget being written: like a spreadsheet, and pasted from one (model §2.2, E-6). */
export function InternalBudgetEditorPage() {
  const t = useTexts("budget");
  const { body = "", year = "" } = usePathParams();
  return (
    <WriteMatter
      routes={internalBudgetRoutes}
      kind="internal-budget"
      cite="§2.2"
      title={(name, y) => t("internal.title", { body: name, year: y })}
      lead={t("internal.lead")}
      back={{ href: `/ekonomi/internbudget/${body}?ar=${year}`, label: t("internal.view") }}
      empty={EMPTY}
      read={(content) => <InternalBudgetView content={content} body={body} year={Number(year)} />}
    >
      {(writing) => <InternalBudgetWriter {...writing} />}
    </WriteMatter>
  );
}

/** What has been done in each sheet; it outlives the change of view, so that a paste can be undone from another. */
interface Histories {
  readonly lines: SheetHistory<Line>;
  readonly positions: SheetHistory<Position>;
  readonly keys: SheetHistory<OwnKey>;
}

function InternalBudgetWriter({ body, year, begin }: Writing<InternalBudget>) {
  const t = useTexts("budget");
  const draft = useDraft(internalBudgetRoutes, { body, year }, begin);
  const frame = useFrame(body, year);
  const [inAddress, setView] = useSearchParam("vy");
  const view = VIEWS.find((one) => IN_ADDRESS[one] === inAddress) ?? "lines";
  const { content } = draft;
  const latest = useRef(content);
  latest.current = content;
  const change = (part: Partial<InternalBudget>) => draft.change({ ...latest.current, ...part });
  const { positions, wages } = content;
  const computed = useMemo(() => wageLines(positions ?? [], wages, year), [positions, wages, year]);
  const sumTkr = internalSumTkr({ lines: content.lines, wageLines: computed });
  return (
    <>
      <DraftTroubles draft={draft} place={(path) => placeName(t, content, path)} />
      <div className="difference-place">
        <Difference
          frameTkr={frame?.amountTkr ?? content.allocation?.amountTkr}
          decision={frame?.decision}
          preliminary={frame?.preliminary === true}
          sumTkr={sumTkr}
          year={year}
        />
      </div>
      <div className="row">
        <ToggleGroup
          value={view}
          onChange={(next) => setView(next === "lines" ? undefined : IN_ADDRESS[next as View])}
          data-toggle-group={t("internal.views")}
          data-size="sm"
          className="internal-views"
        >
          {VIEWS.map((one) => (
            <ToggleGroup.Item key={one} value={one}>
              {t(`internal.as-${one}`)}
            </ToggleGroup.Item>
          ))}
        </ToggleGroup>
      </div>
      <InView view={view} body={body} year={year} content={content} change={change} />
      <TextArea
        at="comment"
        label={t("internal.comment")}
        value={content.comment}
        onChange={(comment) => change({ comment })}
        rows={3}
        maxLength={4000}
      />
      <DraftBar draft={draft}>
        {draft.view ? (
          <Link href={`/arende/internal-budget/${body}/${year}`}>{t("internal.matter")}</Link>
        ) : null}
        <ProposeDecide matter={draft.view} chapter="budget" ready={draft.stored} />
      </DraftBar>
    </>
  );
}

function InView({
  view,
  body,
  year,
  content,
  change,
}: {
  readonly view: View;
  readonly body: string;
  readonly year: number;
  readonly content: InternalBudget;
  readonly change: (part: Partial<InternalBudget>) => void;
}) {
  const t = useTexts("budget");
  const tools = useCellTools(body, year, content.periodKeys);
  const [histories] = useState<Histories>(() => ({
    lines: sheetHistory(),
    positions: sheetHistory(),
    keys: sheetHistory(),
  }));
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
          <PasteLines {...lines} />
        </>
      );
    case "months":
      return (
        <>
          <p className="quiet">{t("internal.months-lead")}</p>
          <MonthsSheet {...lines} />
        </>
      );
    case "wages":
      return (
        <>
          <WageTermsForm terms={content.wages} onChange={(wages) => change({ wages })} />
          <PositionsSheet
            tools={tools}
            terms={content.wages}
            rows={content.positions ?? []}
            history={histories.positions}
            onChange={(rows) => change({ positions: [...rows] })}
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
    case "sums":
      return (
        <InternalSums
          rows={internalRows({
            ...content,
            wageLines: wageLines(content.positions ?? [], content.wages, year),
          })}
        />
      );
  }
}

/** A whole block from a spreadsheet with headings of its own, looked at before it becomes lines; it can be undone as one step. */
function PasteLines({ tools, rows, history, onChange }: Parameters<typeof LinesSheet>[0]) {
  const t = useTexts("budget");
  const toast = useToast();
  const [pasting, setPasting] = useState(false);
  const take = (pasted: readonly Line[], replace: boolean) => {
    const next = replace ? pasted : [...rows, ...pasted];
    const removed = replace ? rows : [];
    const what = t("internal.pasted", { count: pasted.length });
    history.did(
      [
        ...removed.map((line, i) => ({ key: line.id, before: line, above: removed[i - 1]?.id })),
        ...pasted.map((line, i) => ({
          key: line.id,
          after: line,
          above: next[next.length - pasted.length + i - 1]?.id,
        })),
      ],
      what,
    );
    onChange(next);
    setPasting(false);
    toast(what);
  };
  return (
    <>
      <div className="row">
        <Button variant="secondary" data-size="sm" onClick={() => setPasting(true)}>
          {t("internal.paste")}
        </Button>
      </div>
      {pasting ? (
        <PasteDialog
          tools={tools}
          present={rows.length}
          newId={() => newId("rad")}
          onClose={() => setPasting(false)}
          onPaste={take}
        />
      ) : null}
    </>
  );
}
