import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { draftKeeper, type Stored } from "../../../decisions/pages/draft-keeper.ts";
import type { Draft } from "../../../decisions/pages/use-draft.ts";
import { apiAnswer } from "../../../platform/ui/api.ts";
import { useKeep } from "../../../platform/ui/keep-provider.tsx";
import { useApi } from "../../../platform/ui/use-api.ts";
import type { Budget } from "../../base/contract.ts";
import type { Changes } from "../../live/rules/changes.ts";
import { liveFigures, liveScenario, type ScenarioYear } from "../../live/rules/scenario.ts";
import { getScenario, getScenarioBase, putScenario, type Scenario, type ScenarioView } from "../contract.ts";
import { outlookOf } from "../rules/outlook.ts";

/** A scenario with what it starts from; both undefined until they are read. */
export function useScenario(year: number, id: string | undefined) {
  const params = { year, id: id ?? "" };
  const read = useApi(getScenario, { params }, { when: id !== undefined });
  const base = useApi(getScenarioBase, { params }, { when: id !== undefined });
  const there = id !== undefined;
  return {
    read: { error: read.error ?? base.error, refetch: read.refetch },
    view: there ? read.data : undefined,
    etag: read.etag,
    base: there ? base.data?.content : undefined,
    /** The draft that it starts from has been saved anew since. */
    baseChanged: there && base.data?.changed === true,
  };
}

/** The figures of the plan's years, computed at every change. */
export function usePlan(base: Budget | undefined, changes: Changes | undefined) {
  const compute = useMemo(() => (base ? liveScenario(base) : undefined), [base]);
  return useMemo(() => (compute && changes ? compute(changes) : undefined), [compute, changes]);
}

/** The figures of ten years, the plan's first; only where `wanted`. */
export function useOutlook(
  base: Budget | undefined,
  changes: Changes | undefined,
  wanted: boolean,
  forecast: Budget["input"]["population"] | undefined,
) {
  return useMemo((): readonly ScenarioYear[] | undefined => {
    if (!wanted || !base || !changes) return undefined;
    const long = outlookOf(base, { changes, forecast });
    return liveFigures(long)(long);
  }, [base, changes, wanted, forecast]);
}

/**
 * One's own scenario while it is changed: stored by itself soon after the last move, with what was seen. What is not yet
 * stored lies in the window alone: nothing of a private scenario is left in a browser that others use.
 */
export function useScenarioDraft(view: ScenarioView, etag: string): Draft<Scenario> {
  const client = useQueryClient();
  const { now, person } = useKeep();
  const [keeper] = useState(() => {
    const params = { year: view.year, id: view.id };
    const stored = (value: ScenarioView, version: string | undefined): Stored<Scenario, undefined> => ({
      content: value.content,
      etag: version ?? "",
      view: undefined,
    });
    return draftKeeper<Scenario, undefined>(
      {
        async save(body, ifMatch) {
          const answer = await apiAnswer(putScenario, { params, body, ifMatch, as: person });
          void client.invalidateQueries({ refetchType: "none" });
          return stored(answer.value, answer.etag);
        },
        async load() {
          const answer = await apiAnswer(getScenario, { params });
          return stored(answer.value, answer.etag);
        },
        keep: { read: () => [], write: () => {}, forget: () => {}, now },
      },
      { content: view.content, stored: stored(view, etag) },
    );
  });
  const snapshot = useSyncExternalStore(keeper.subscribe, keeper.snapshot);
  useEffect(() => {
    keeper.start();
    return () => keeper.stop();
  }, [keeper]);
  useEffect(() => {
    keeper.adopt({ content: view.content, etag, view: undefined });
  }, [keeper, view.content, etag]);
  return {
    ...snapshot,
    change: keeper.change,
    saveNow: keeper.saveNow,
    stored: async () => undefined,
    settle: keeper.settle,
    takeUp: keeper.takeUp,
    discard: keeper.discard,
  };
}
