import { createContext, type ReactNode, use, useEffect, useMemo } from "react";
import type { Day } from "../../kernel/day.ts";
import { sayWithEveryRequest } from "./api.ts";
import { clearNobodys, clearOthers, type Keep, keepOf, nothingKept, type Whose } from "./kept.ts";

const Keeping = createContext<Keep>(nothingKept(() => ({ day: "2000-01-01", time: "" })));

/** The place where what one writes is kept until it is stored; a visitor has none. */
export const useKeep = (): Keep => use(Keeping);

/** Says who is here and which day it is there: each person's text has a place of its own, and each write says whose it is. */
export function KeepProvider({
  municipality,
  person,
  today,
  children,
}: {
  readonly municipality: string | undefined;
  readonly person: string | undefined;
  readonly today: Day;
  readonly children: ReactNode;
}) {
  const whose = useMemo(
    (): Whose | undefined => (municipality && person ? { municipality, person } : undefined),
    [municipality, person],
  );
  const keep = useMemo(() => {
    const now = () => ({ day: today, time: clockNow() });
    return whose ? keepOf(whose, now, localStorage) : nothingKept(now);
  }, [whose, today]);
  useEffect(() => {
    sayWithEveryRequest({ person: whose?.person });
    if (whose) clearOthers(whose, localStorage);
    else clearNobodys(localStorage);
  }, [whose]);
  return <Keeping value={keep}>{children}</Keeping>;
}

const clockNow = (): string =>
  new Intl.DateTimeFormat("sv-SE", { timeStyle: "short", timeZone: "Europe/Stockholm" }).format(new Date());
