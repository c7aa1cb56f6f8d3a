import { ToggleGroup } from "@digdir/designsystemet-react";
import type { ReactNode } from "react";
import { DraftBar, DraftTroubles } from "../../../decisions/pages/draft-bar.tsx";
import { useBodies } from "../../../organisation/pages/use-bodies.ts";
import { useSearchParam } from "../../../platform/ui/link.tsx";
import { Skeleton } from "../../../platform/ui/loading.tsx";
import { ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { Budget } from "../../base/contract.ts";
import { PLAN_YEAR_PARAM } from "../../base/pages/figure-link.tsx";
import { type Changes, NO_CHANGES } from "../../live/rules/changes.ts";
import type { Scenario, ScenarioView } from "../contract.ts";
import { ScenarioActions } from "./actions.tsx";
import { ScenarioBaseNote } from "./base-note.tsx";
import { ScenarioEditor } from "./editor.tsx";
import { NowMissed, NowPicture } from "./now-picture.tsx";
import { OutlookAssumptions } from "./outlook.tsx";
import { PositionComparison } from "./position.tsx";
import { type Compared, FrameComparison, GoalComparison, ResultComparison } from "./results.tsx";
import { SensitivityPicture } from "./sensitivity-picture.tsx";
import { type OutlookForecast, useOutlookForecast } from "./use-outlook-forecast.ts";
import { useOutlook, usePlan, useScenario, useScenarioDraft } from "./use-scenario.ts";
import type { WorkshopProps } from "./workshop-props.ts";

const LONG = "tio";
const HORIZON_PARAM = "utblick";
const SHOWN_PARAM = "rader";
const ALL = "alla";

/** The scenario that is open, with its sliders, beside up to three others: all figures follow every move (E-9). */
export function ScenarioWorkshop(props: WorkshopProps) {
  const { year, opened, compared } = props;
  const open = useScenario(year, opened);
  const others = [
    useScenario(year, compared[0]),
    useScenario(year, compared[1]),
    useScenario(year, compared[2]),
    useScenario(year, compared[3]),
  ];
  const { view, base, etag } = open;
  const problem = open.read.error;
  const beside = others.flatMap((one) => (one.view && one.base ? [{ view: one.view, base: one.base }] : []));
  if (opened === undefined) {
    const [first] = beside;
    return first ? <Comparison {...props} base={first.base} columns={beside.map(columnOf)} /> : <Skeleton />;
  }
  if (problem) return <ProblemPanel problem={problem} retry={open.read.refetch} />;
  if (!view || !base || !etag) return <Skeleton lines={8} />;
  const { baseChanged, read } = open;
  const parts = { ...props, view, base, baseChanged, read, beside: beside.map(columnOf) };
  return view.mine ? <Own {...parts} etag={etag} /> : <Others {...parts} />;
}

interface Column {
  readonly id: string;
  readonly name: string;
  readonly base: Budget;
  readonly changes: Changes;
}
const columnOf = ({ view, base }: { readonly view: ScenarioView; readonly base: Budget }): Column => ({
  id: view.id,
  name: view.content.name,
  base,
  changes: view.content.changes,
});

interface OpenParts extends WorkshopProps {
  readonly view: ScenarioView;
  readonly base: Budget;
  readonly baseChanged: boolean;
  readonly read: ReturnType<typeof useScenario>["read"];
  readonly beside: readonly Column[];
}

/** One's own: what is moved is drawn at once, and stored soon after. */
function Own({ etag, ...parts }: OpenParts & { readonly etag: string }) {
  const { view, base, beside } = parts;
  const t = useTexts("budget");
  const draft = useScenarioDraft(view, etag);
  const { content } = draft;
  const column = { id: view.id, name: content.name || view.content.name, base, changes: content.changes };
  return (
    <Comparison {...parts} base={base} columns={[column, ...beside]}>
      {(year, setYear) => (
        <>
          <DraftTroubles draft={draft} place={() => t("scenario.place")} />
          {parts.baseChanged ? <ScenarioBaseNote read={parts.read} saveNow={draft.saveNow} /> : null}
          <ScenarioEditor
            base={base}
            content={content}
            year={year}
            onYear={setYear}
            readOnly={false}
            onChange={draft.change}
            onClose={async () => {
              if (await draft.saveNow()) parts.onOpen(undefined);
            }}
          />
          <ScenarioActions
            {...parts}
            content={content}
            saved={draft.state === "saved"}
            saveNow={draft.saveNow}
          />
          <DraftBar draft={draft} />
        </>
      )}
    </Comparison>
  );
}

/** What somebody else has shared: to be read, and to make one's own from. */
function Others(parts: OpenParts) {
  const { view, base, beside, whoOf } = parts;
  const t = useTexts("budget");
  const { content } = view;
  const who = whoOf({ party: content.party, owner: view.owner });
  return (
    <Comparison {...parts} base={base} columns={[columnOf(parts), ...beside]}>
      {(year, setYear) => (
        <>
          <p className="quiet">{t("scenario.not-mine", { who })}</p>
          {parts.baseChanged ? <ScenarioBaseNote read={parts.read} /> : null}
          <ScenarioEditor
            base={base}
            content={content}
            year={year}
            onYear={setYear}
            readOnly
            onChange={() => {}}
            onClose={() => parts.onOpen(undefined)}
          />
          <ScenarioActions {...parts} content={content as Scenario} saved saveNow={async () => true} />
        </>
      )}
    </Comparison>
  );
}

/** The base and up to four scenarios side by side. */
function Comparison({
  base,
  columns,
  children,
}: {
  readonly base: Budget;
  readonly columns: readonly Column[];
  /** The sliders, beside the figures. */
  readonly children?: (year: number, setYear: (year: number) => void) => ReactNode;
}) {
  const t = useTexts("budget");
  const { nameOf } = useBodies();
  const [chosenYear, setYear] = useSearchParam(PLAN_YEAR_PARAM);
  const [horizon, setHorizon] = useSearchParam(HORIZON_PARAM);
  const long = horizon === LONG;
  const [shown, setAll] = useSearchParam(SHOWN_PARAM);
  const all = shown === ALL;
  const { years } = base.input;
  const year = years.find((one) => one === Number(chosenYear)) ?? (years[0] as number);
  const columnsToo = [{ id: "base", name: t("scenario.base-column"), base, changes: NO_CHANGES }, ...columns];
  const forecast = useOutlookForecast(base, long);
  const beyond = long ? forecast : undefined;
  const compared = [
    useCompared(columnsToo[0], beyond),
    useCompared(columnsToo[1], beyond),
    useCompared(columnsToo[2], beyond),
    useCompared(columnsToo[3], beyond),
    useCompared(columnsToo[4], beyond),
  ].flatMap((one) => (one ? [one] : []));
  const [grounds, now] = compared;
  const [first] = columns;
  return (
    <div className="scenario-workshop">
      {children ? (
        <div className="scenario-side">{children(year, (next) => setYear(String(next)))}</div>
      ) : null}
      <div className="scenario-right">
        {children && grounds && now ? (
          <div className="scenario-sum">
            <NowPicture base={grounds} now={now} year={year} />
            <NowMissed now={now} />
          </div>
        ) : null}
        <div className="scenario-figures stack">
          <div className="scenario-shown">
            <ToggleGroup
              value={long ? LONG : "plan"}
              onChange={(value) => setHorizon(value === LONG ? LONG : undefined)}
              data-toggle-group={t("scenario.horizon")}
              data-size="sm"
            >
              <ToggleGroup.Item value="plan">{t("scenario.plan")}</ToggleGroup.Item>
              <ToggleGroup.Item value={LONG}>{t("scenario.outlook")}</ToggleGroup.Item>
            </ToggleGroup>
            <label className="check">
              <input
                type="checkbox"
                className="ds-input"
                checked={all}
                onChange={(event) => setAll(event.target.checked ? ALL : undefined)}
              />
              <span>
                {t("scenario.show-all")} <span className="quiet small">{t("scenario.only-changed")}</span>
              </span>
            </label>
          </div>
          {long ? <OutlookAssumptions columns={columnsToo} forecast={forecast} /> : null}
          <ResultComparison compared={compared} />
          <GoalComparison compared={compared} all={all} />
          <PositionComparison compared={compared} year={year} all={all} />
          <FrameComparison compared={compared} year={year} all={all} nameOf={nameOf} />
          {first ? (
            <SensitivityPicture name={first.name} base={first.base} changes={first.changes} year={year} />
          ) : null}
        </div>
      </div>
    </div>
  );
}

function useCompared(column: Column | undefined, beyond: OutlookForecast | undefined): Compared | undefined {
  const plan = usePlan(column?.base, column?.changes);
  const outlook = useOutlook(column?.base, column?.changes, beyond !== undefined, beyond?.people);
  return column && plan && { id: column.id, name: column.name, base: column.base, plan, outlook };
}
