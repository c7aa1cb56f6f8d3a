import { Button } from "@digdir/designsystemet-react";
import { useRef, useState } from "react";
import { DraftBar, DraftTroubles } from "../../decisions/pages/draft-bar.tsx";
import { ProposeDecide } from "../../decisions/pages/propose-decide.tsx";
import { useDraft } from "../../decisions/pages/use-draft.ts";
import { WriteMatter, type Writing } from "../../decisions/pages/write-matter.tsx";
import { TextArea } from "../../platform/ui/fields.tsx";
import { Link, usePathParams } from "../../platform/ui/link.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { type InternalBudget, internalBudgetRoutes } from "../contract.ts";
import { InternalBudgetView } from "./content-views.tsx";
import { Difference } from "./difference.tsx";
import { LinesTable } from "./lines-table.tsx";
import { idFrom, pastedLines } from "./paste.ts";
import { PasteDialog } from "./paste-dialog.tsx";
import { useFrame } from "./use-frame.ts";
import "../../decisions/pages/decisions.css";
import "./economy.css";

type Line = InternalBudget["lines"][number];
const MAX_LINES = 2000;
const NEW_LINE = (lines: readonly Line[]): Line => ({
  id: idFrom("rad", new Set(lines.map((line) => line.id))),
  name: "",
  unit: null,
  amountTkr: 0,
});
const EMPTY: InternalBudget = { lines: [NEW_LINE([])], comment: "" };

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

function InternalBudgetWriter({ body, year, begin }: Writing<InternalBudget>) {
  const t = useTexts("budget");
  const toast = useToast();
  const draft = useDraft(internalBudgetRoutes, { body, year }, begin);
  const frame = useFrame(body, year);
  const [pasting, setPasting] = useState(false);
  const { lines, comment } = draft.content;
  const change = (next: readonly Line[]) => draft.change({ ...draft.content, lines: [...next] });
  const latest = useRef(lines);
  latest.current = lines;

  const paste = (text: string, replace: boolean) => {
    const { lines: pasted, unread } = pastedLines(text);
    const before = latest.current;
    // A line that nobody has filled in gives way to what is pasted
    const kept = replace ? [] : before.filter((line) => line.name !== "" || line.amountTkr !== 0);
    const taken = new Set(kept.map((line) => line.id));
    const added = pasted.map(({ name, amountTkr }): Line => {
      const id = idFrom(name, taken);
      taken.add(id);
      return { id, name, unit: null, amountTkr };
    });
    if (added.length > 0) change([...kept, ...added].slice(0, MAX_LINES));
    const missed = unread
      .slice(0, 5)
      .map(({ row, text: what }) => `${row}: ${what.trim()}`)
      .join("; ");
    toast(
      [
        t("internal.pasted", { count: added.length }),
        unread.length > 0 ? t("internal.unread", { count: unread.length, rows: missed }) : "",
      ].join(" "),
      added.length > 0 ? { undo: () => change(before) } : {},
    );
  };
  const remove = (line: Line) => {
    const before = lines;
    const left = lines.filter((other) => other !== line);
    change(left.length > 0 ? left : [NEW_LINE([])]);
    toast(t("internal.removed", { name: line.name || t("internal.no-name-line") }), {
      undo: () => change(before),
    });
  };
  const sumTkr = lines.reduce((sum, line) => sum + line.amountTkr, 0);
  const nameOf = (id: string | undefined) => lines.find((line) => line.id === id)?.name || t("internal.name");
  return (
    <>
      <DraftTroubles
        draft={draft}
        place={(path) => (path[0] === "lines" ? nameOf(path[1]) : t("internal.comment"))}
      />
      <div className="difference-place">
        <Difference
          frameTkr={frame?.amountTkr ?? draft.content.allocation?.amountTkr}
          decision={frame?.decision}
          sumTkr={sumTkr}
          year={year}
        />
      </div>
      <LinesTable
        caption={t("internal.caption", { year })}
        lines={lines}
        body={body}
        sumTkr={sumTkr}
        onChange={(line) => change(lines.map((other) => (other.id === line.id ? line : other)))}
        onRemove={remove}
        onAdd={() => change([...lines, NEW_LINE(lines)])}
        onPaste={(text) => paste(text, false)}
      />
      <div className="row">
        <Button
          variant="secondary"
          disabled={lines.length >= MAX_LINES}
          onClick={() => change([...lines, NEW_LINE(lines)])}
        >
          {t("internal.add")}
        </Button>
        <Button variant="tertiary" onClick={() => setPasting(true)}>
          {t("internal.paste")}
        </Button>
      </div>
      <TextArea
        at="comment"
        label={t("internal.comment")}
        value={comment}
        onChange={(text) => draft.change({ ...draft.content, comment: text })}
        rows={3}
        maxLength={4000}
      />
      <DraftBar draft={draft}>
        {draft.view ? (
          <Link href={`/arende/internal-budget/${body}/${year}`}>{t("internal.matter")}</Link>
        ) : null}
        <ProposeDecide matter={draft.view} chapter="budget" ready={draft.stored} />
      </DraftBar>
      {pasting ? (
        <PasteDialog
          onClose={() => setPasting(false)}
          onPaste={(text, replace) => {
            paste(text, replace);
            setPasting(false);
          }}
        />
      ) : null}
    </>
  );
}
