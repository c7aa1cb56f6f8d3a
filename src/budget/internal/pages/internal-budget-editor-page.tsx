import { ToggleGroup } from "@digdir/designsystemet-react";
import { useMemo, useRef } from "react";
import { DraftBar, DraftTroubles } from "../../../decisions/pages/draft-bar.tsx";
import { ProposeDecide } from "../../../decisions/pages/propose-decide.tsx";
import { useDraft } from "../../../decisions/pages/use-draft.ts";
import { WriteMatter, type Writing } from "../../../decisions/pages/write-matter.tsx";
import { useBodies } from "../../../organisation/pages/use-bodies.ts";
import { TextArea } from "../../../platform/ui/fields.tsx";
import { Folded } from "../../../platform/ui/folded.tsx";
import { Link, usePathParams, useSearchParam } from "../../../platform/ui/link.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { Difference, DifferenceLine } from "../../base/pages/difference.tsx";
import { useFrame } from "../../matter/pages/use-frame.ts";
import { type InternalBudget, internalBudgetRoutes } from "../contract.ts";
import { internalSumTkr } from "../rules/rows.ts";
import { wageLines } from "../rules/wage-budget.ts";
import { BeginFromLastYear } from "./begin.tsx";
import { InternalBridge } from "./bridge.tsx";
import { InternalInView, VIEWS, type View } from "./in-view.tsx";
import { InternalBudgetView } from "./internal-budget-view.tsx";
import { placeName } from "./places.ts";
import { InternalRemarks } from "./remarks-list.tsx";
import { useCellTools } from "./use-cell-tools.ts";
import "../../../decisions/pages/decisions.css";
import "../../base/pages/economy.css";
import "./internal.css";

const EMPTY: InternalBudget = { lines: [], comment: "" };
/** The views' names in the address. */
const IN_ADDRESS: Readonly<Record<View, string>> = {
  lines: "rader",
  months: "manader",
  wages: "loner",
  keys: "nycklar",
  units: "enheter",
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

function InternalBudgetWriter({ body, year, begin }: Writing<InternalBudget>) {
  const t = useTexts("budget");
  const draft = useDraft(internalBudgetRoutes, { body, year }, begin);
  const frame = useFrame(body, year);
  const { nameOf } = useBodies();
  const [inAddress, setView] = useSearchParam("vy");
  const view = VIEWS.find((one) => IN_ADDRESS[one] === inAddress) ?? "lines";
  const { content } = draft;
  const latest = useRef(content);
  latest.current = content;
  const change = (part: Partial<InternalBudget>) => draft.change({ ...latest.current, ...part });
  const tools = useCellTools(body, year, content.periodKeys);
  const { jobs, wages } = content;
  const computed = useMemo(() => wageLines(jobs ?? [], wages, year), [jobs, wages, year]);
  const frameTkr = frame?.amountTkr ?? content.allocation?.amountTkr;
  const sumTkr = internalSumTkr({ lines: content.lines, wageLines: computed });
  return (
    <>
      <DraftTroubles draft={draft} place={(path) => placeName(t, content, path)} />
      <Folded
        title={t("internal.title", { body: nameOf(body), year })}
        line={<DifferenceLine frameTkr={frameTkr} sumTkr={sumTkr} />}
      >
        <Difference
          frameTkr={frameTkr}
          decision={frame?.decision}
          preliminary={frame?.preliminary === true}
          sumTkr={sumTkr}
          body={body}
          year={year}
        />
      </Folded>
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
      {content.lines.length === 0 && (jobs ?? []).length === 0 ? (
        <BeginFromLastYear body={body} year={year} onBegin={change} />
      ) : null}
      <InternalInView
        view={view}
        body={body}
        tools={tools}
        content={content}
        now={() => latest.current}
        wageLines={computed}
        change={change}
      />
      <InternalBridge body={body} year={year} content={content} />
      <TextArea
        at="comment"
        label={t("internal.comment")}
        value={content.comment}
        onChange={(comment) => change({ comment })}
        rows={3}
        maxLength={4000}
      />
      {draft.view ? <InternalRemarks remarks={draft.view.remarks} tools={tools} /> : null}
      <DraftBar draft={draft}>
        {draft.view ? (
          <Link href={`/arende/internal-budget/${body}/${year}`}>{t("internal.matter")}</Link>
        ) : null}
        <ProposeDecide matter={draft.view} chapter="budget" ready={draft.stored} />
      </DraftBar>
    </>
  );
}
