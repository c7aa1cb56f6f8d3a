import { useNavigate, useSearch } from "@tanstack/react-router";
import { createContext, type ReactNode, use, useCallback, useEffect } from "react";
import { yearOf } from "../../kernel/day.ts";
import { machineClock, swedishDay } from "../clock.ts";

/** The body and year that one looks at: one choice, kept everywhere, and part of every address so that it can be shared. */
export interface Choice {
  /** Undefined: the whole group. */
  readonly body: string | undefined;
  readonly year: number;
  /** Whether the year was chosen by somebody, or is the one that is nearest at hand. */
  readonly yearChosen: boolean;
  /** Changes one or both; `undefined` goes back to the whole group, or to the year at hand. */
  choose(change: { readonly body?: string | undefined; readonly year?: number | undefined }): void;
}

export const BODY_PARAM = "organ";
export const YEAR_PARAM = "ar";
/** The language of the page, in its address so that who is sent it reads it in the same: "sv" or "en". */
export const LANGUAGE_PARAM = "lang";
const KEPT = "tillit.choice";

const YearAtHand = createContext(yearOf(swedishDay(machineClock.now())));

/** Says which year is looked at when nobody has chosen one. */
export function ChoiceProvider({ year, children }: { readonly year: number; readonly children: ReactNode }) {
  return <YearAtHand value={year}>{children}</YearAtHand>;
}

export function useChoice(): Choice {
  const atHand = use(YearAtHand);
  const search = useSearch({ strict: false }) as Record<string, string | undefined>;
  const navigate = useNavigate();
  const body = bodyIn(search[BODY_PARAM]);
  const chosenYear = yearIn(search[YEAR_PARAM]);

  const choose = useCallback<Choice["choose"]>(
    (change) => {
      void navigate({
        to: ".",
        search: ((before: Record<string, string | undefined>) => ({
          ...before,
          ...("body" in change ? { [BODY_PARAM]: change.body } : {}),
          ...("year" in change ? { [YEAR_PARAM]: change.year?.toString() } : {}),
        })) as never,
        replace: true,
        resetScroll: false,
      });
    },
    [navigate],
  );

  useEffect(() => {
    localStorage.setItem(KEPT, JSON.stringify({ body, year: chosenYear }));
  }, [body, chosenYear]);

  return { body, year: chosenYear ?? atHand, yearChosen: chosenYear !== undefined, choose };
}

/** What was chosen the last time, as search parameters, for an address that says nothing. */
export function keptChoice(): Record<string, string> {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? "{}") as { body?: unknown; year?: unknown };
    const body = bodyIn(kept.body);
    const year = yearIn(kept.year);
    return {
      ...(body ? { [BODY_PARAM]: body } : {}),
      ...(year ? { [YEAR_PARAM]: String(year) } : {}),
    };
  } catch {
    return {};
  }
}

function yearIn(given: unknown): number | undefined {
  const year = Number(given);
  return Number.isInteger(year) && year >= 2000 && year <= 2200 ? year : undefined;
}

const bodyIn = (given: unknown): string | undefined =>
  typeof given === "string" && /^[a-z0-9-]{1,60}$/.test(given) ? given : undefined;
