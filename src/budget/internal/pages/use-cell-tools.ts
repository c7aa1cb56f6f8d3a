import { useMemo } from "react";
import { listAccounts } from "../../../ledger/contract.ts";
import { useBodies } from "../../../organisation/pages/use-bodies.ts";
import { carriesOut, upFrom } from "../../../organisation/rules/organisation.ts";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import type { CellTools, OwnKey } from "./columns.ts";

const NO_KEYS: readonly OwnKey[] = [];

/** What the cells of a body's internal budget are read and written with; the same until something of it changes. */
export function useCellTools(body: string, year: number, ownKeys: readonly OwnKey[] = NO_KEYS): CellTools {
  const t = useTexts("budget");
  const language = useLanguage();
  const { bodies } = useBodies();
  const accountNames = useAccountNames();
  return useMemo(() => {
    const organisation = bodies as Parameters<typeof upFrom>[0];
    const units = bodies
      .filter(
        ({ id, kind }) => carriesOut({ kind }) && upFrom(organisation, id).some((above) => above.id === body),
      )
      .map(({ id, name }) => ({ id, name }));
    return { t, language, year, units, accountNames, ownKeys };
  }, [t, language, year, bodies, body, accountNames, ownKeys]);
}

/** Names of the accounts in the accounts that were last read in. */
export function useAccountNames(): ReadonlyMap<string, string> {
  const { data } = useApi(listAccounts, {});
  return useMemo(() => new Map((data ?? []).map(({ account, name }) => [account, name])), [data]);
}
