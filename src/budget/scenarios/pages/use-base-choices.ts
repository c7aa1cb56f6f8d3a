import { listMatters } from "../../../decisions/contract.ts";
import { useKindName } from "../../../decisions/pages/matter-pages.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { budgetRoutes, planningConditionsRoutes } from "../../matter/contract.ts";
import { BUDGET, PLANNING_CONDITIONS } from "../../matter/kind.ts";
import type { Scenario } from "../contract.ts";

export interface BaseChoice {
  readonly base: Scenario["base"];
  readonly label: string;
}

/** The versions of a year's budget and planning conditions that a scenario can start from, the budget's newest first. */
export function useBaseChoices(year: number): {
  readonly choices: readonly BaseChoice[];
  readonly read: boolean;
} {
  const t = useTexts("budget");
  const kindName = useKindName();
  const matters = useApi(listMatters, { query: { year } });
  const bodyOf = (kind: string) => matters.data?.find((matter) => matter.kind === kind)?.body;
  const [council, executive] = [bodyOf(BUDGET.kind), bodyOf(PLANNING_CONDITIONS.kind)];
  const budget = useApi(
    budgetRoutes.get,
    { params: { body: council ?? "", year }, query: {} },
    { when: council !== undefined },
  );
  const planning = useApi(
    planningConditionsRoutes.get,
    { params: { body: executive ?? "", year }, query: {} },
    { when: executive !== undefined },
  );
  const choices = [budget.data, planning.data].flatMap((matter) =>
    (matter?.versions ?? [])
      .filter(({ read }) => read)
      .map(({ number, state }) => ({
        base: { matter: matter?.id ?? "", version: number },
        label: t("scenario.base-of", {
          kind: kindName(matter?.kind ?? ""),
          version: number,
          state: t(`scenario.state.${state}`),
        }),
      })),
  );
  return { choices, read: matters.data !== undefined };
}

export const baseText = (base: Scenario["base"]): string => `${base.matter}@${base.version}`;
