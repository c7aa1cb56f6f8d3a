import { listMatters } from "../../../decisions/contract.ts";
import { useKindName } from "../../../decisions/pages/matter-pages.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import type { Budget } from "../../base/contract.ts";
import type { Origin } from "../rules/next-year.ts";
import { INPUT_ROUTES, type InputKind } from "./inputs/routes.ts";

/** A version that a year can be begun from. */
export interface StartChoice {
  readonly id: "same-year" | "year-before";
  readonly label: string;
  readonly content: Budget;
  readonly origin: Origin;
}

/**
 * What a year can be begun from: the other matter of the same year, and the budget of the year before, decided where it is and
 * else as far as it has come.
 */
export function useStartChoices(
  kind: InputKind,
  year: number,
): { readonly choices: readonly StartChoice[]; readonly read: boolean } {
  const same = useVersion(kind === "budget" ? "planning-conditions" : "budget", year);
  const before = useVersion("budget", year - 1);
  const t = useTexts("budget");
  const nameOf = useKindName();
  const choice = (id: StartChoice["id"], found: ReturnType<typeof useVersion>): StartChoice[] => {
    if (!found.version) return [];
    const { content, number, state, kind: of, year: ofYear } = found.version;
    const label = t("inputs.start.from", {
      kind: nameOf(of),
      year: ofYear,
      version: number,
      state: t(`scenario.state.${state}`),
    });
    const begunFrom =
      id === "year-before" ? { matter: found.version.matter, year: ofYear, version: number } : undefined;
    return [{ id, label, content, origin: { what: t("inputs.start.origin"), source: label, begunFrom } }];
  };
  return {
    choices: [...choice("same-year", same), ...choice("year-before", before)],
    read: same.read && before.read,
  };
}

/** A year's decided version of a kind, or the newest where nothing is decided. */
export function useVersion(kind: InputKind, year: number) {
  const matters = useApi(listMatters, { query: { kind, year } });
  const body = matters.data?.[0]?.body;
  const params = { body: body ?? "", year };
  const newest = useApi(INPUT_ROUTES[kind].get, { params, query: {} }, { when: body !== undefined });
  const decided = newest.data?.versions.find(({ state }) => state === "decided");
  const wanted = decided ?? newest.data?.versions[0];
  const isNewest = wanted !== undefined && wanted.number === newest.data?.version.number;
  const older = useApi(
    INPUT_ROUTES[kind].get,
    { params, query: { version: wanted?.number ?? 1 } },
    { when: wanted !== undefined && !isNewest },
  );
  const data = isNewest ? newest.data : older.data;
  return {
    read: matters.data !== undefined && (body === undefined || data !== undefined || newest.error !== null),
    version: data && {
      kind,
      year,
      matter: data.id,
      content: data.content,
      number: data.version.number,
      state: data.version.state,
    },
  };
}
