import { createContext, type ReactNode, use, useEffect, useMemo } from "react";
import type { Day } from "../../kernel/day.ts";
import { machineClock, swedishTime } from "../clock.ts";
import { sayWithEveryRequest } from "./api.ts";
import { clearNobodys, clearOthers, type Keep, keepOf, nothingKept, sayReader, type Whose } from "./kept.ts";
import { useCopyRead } from "./offline/copy-read.ts";

const Keeping = createContext<Keep>(nothingKept(() => ({ day: "2000-01-01", time: "" })));

/** The place where what one writes is kept until it is stored; a visitor has none. */
export const useKeep = (): Keep => use(Keeping);

/** Says who is here and which day it is there: each person's text has a place of its own, and each write says whose it is. */
export function KeepProvider({
  municipality,
  person,
  present,
  children,
}: {
  readonly municipality: string | undefined;
  readonly person: string | undefined;
  /** The municipality's own day. */
  readonly present: Day;
  readonly children: ReactNode;
}) {
  const whose = useMemo(
    (): Whose | undefined => (municipality && person ? { municipality, person } : undefined),
    [municipality, person],
  );
  const isCopy = useCopyRead() !== undefined;
  const keep = useMemo(() => {
    const now = () => ({ day: present, time: swedishTime(machineClock.now()) });
    return whose ? keepOf(whose, now, localStorage) : nothingKept(now);
  }, [whose, present]);
  useEffect(() => {
    sayWithEveryRequest({ person: whose?.person });
    if (whose) clearOthers(whose, localStorage);
    else clearNobodys(localStorage);
  }, [whose]);
  useEffect(() => {
    // A copy that is read without a connection says of nobody that they have left
    if (municipality !== undefined && !isCopy) sayReader(whose, localStorage);
  }, [municipality, whose, isCopy]);
  return <Keeping value={keep}>{children}</Keeping>;
}
