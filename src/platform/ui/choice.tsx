import { useNavigate } from "@tanstack/react-router";
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo } from "react";
import { yearOf } from "../../kernel/day.ts";
import { machineClock, swedishDay } from "../clock.ts";
import { bodyIn, choiceIn, type KeptChoice, saidOf, yearIn } from "./chosen.ts";
import { useSaidInAddress } from "./link.tsx";

/** The body and year that one looks at: one choice, kept everywhere, and part of every address so that it can be shared. */
export interface Choice {
  /** Undefined: the whole group. */
  readonly body: string | undefined;
  readonly year: number;
  /** Whether the year was chosen by somebody, or is the one that is nearest at hand. */
  readonly yearChosen: boolean;
  /** Changes one or both; `undefined` goes to the whole group, or to the year at hand. What the reader chooses is remembered. */
  choose(change: { readonly body?: string | undefined; readonly year?: number | undefined }): void;
}

export const BODY_PARAM = "organ";
export const YEAR_PARAM = "ar";
/** The language of the page, in its address so that who is sent it reads it in the same: "sv" or "en". */
export const LANGUAGE_PARAM = "lang";
const KEPT = "tillit.choice";

/** Who chooses, and where one starts who has chosen nothing. */
interface Start {
  readonly year: number;
  /** What an address means that says no body: one's own, or the whole. */
  readonly body: string | undefined;
  /** Whose choice it is that is remembered; undefined until that is known. */
  readonly whose: string | undefined;
}

const StartHere = createContext<Start>({
  year: yearOf(swedishDay(machineClock.now())),
  body: undefined,
  whose: undefined,
});

/**
 * Says which year and body are looked at when nobody has chosen: the year at hand, and of those who have signed in (`signedIn`) the
 * body that they start with, or what they chose the last time. It stands in the address at once, so that a link shows the same to whoever gets it.
 */
export function ChoiceProvider({
  year,
  start,
  whose,
  signedIn,
  children,
}: {
  readonly year: number;
  readonly start: string | undefined;
  readonly whose: string | undefined;
  readonly signedIn: boolean;
  readonly children: ReactNode;
}) {
  const navigate = useNavigate();
  const said = useSaidInAddress(BODY_PARAM);
  const kept = keptHere();
  const body = whose !== undefined && kept.whose === whose && kept.body !== undefined ? kept.body : start;
  const saysNothing = said === undefined && whose !== undefined && (signedIn || body !== undefined);
  useEffect(() => {
    if (!saysNothing) return;
    void navigate({
      to: ".",
      search: ((before: Record<string, string | undefined>) => ({
        ...before,
        [BODY_PARAM]: saidOf(bodyIn(body)),
      })) as never,
      hash: true,
      replace: true,
      resetScroll: false,
    });
  }, [saysNothing, body, navigate]);
  const here = useMemo(() => ({ year, body: bodyIn(body), whose }), [year, body, whose]);
  return <StartHere value={here}>{children}</StartHere>;
}

export function useChoice(): Choice {
  const start = use(StartHere);
  const navigate = useNavigate();
  const said = useSaidInAddress(BODY_PARAM);
  const body = said === undefined ? start.body : bodyIn(said);
  const chosenYear = yearIn(useSaidInAddress(YEAR_PARAM));
  const { whose } = start;

  const choose = useCallback<Choice["choose"]>(
    (change) => {
      if ("body" in change) keep({ ...keptHere(), whose: whose ?? "", body: saidOf(change.body) });
      void navigate({
        to: ".",
        search: ((before: Record<string, string | undefined>) => ({
          ...before,
          ...("body" in change ? { [BODY_PARAM]: saidOf(change.body) } : {}),
          ...("year" in change ? { [YEAR_PARAM]: change.year?.toString() } : {}),
        })) as never,
        replace: true,
        resetScroll: false,
      });
    },
    [navigate, whose],
  );

  useEffect(() => {
    keep({ ...keptHere(), year: chosenYear });
  }, [chosenYear]);

  return { body, year: chosenYear ?? start.year, yearChosen: chosenYear !== undefined, choose };
}

/** Another person has signed in: the body that the one before looked at is no longer said. */
export function useForgetBody(): () => void {
  const navigate = useNavigate();
  return useCallback(
    () =>
      void navigate({
        to: ".",
        search: ((before: Record<string, string | undefined>) => ({
          ...before,
          [BODY_PARAM]: undefined,
        })) as never,
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
}

/** The year that was chosen the last time, as search parameters, for an address that says none. */
export function keptChoice(): Record<string, string> {
  const { year } = keptHere();
  return year === undefined ? {} : { [YEAR_PARAM]: String(year) };
}

const keptHere = (): KeptChoice => choiceIn(localStorage.getItem(KEPT));
const keep = (choice: KeptChoice): void => localStorage.setItem(KEPT, JSON.stringify(choice));
