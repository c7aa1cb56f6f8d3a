import type { z } from "zod";
import type { search } from "../../../decisions/contract.ts";
import { excerpt } from "../../../decisions/rules/marked.ts";
import { dayText } from "../../../kernel/format.ts";
import { useBodyName } from "../../../organisation/pages/use-session.ts";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useWhat } from "./use-what.ts";

export type Answer = z.output<typeof search.returns>;
export type Hit = Answer["found"][number];

/** So much of what a body runs is told. */
const MAX_RUNS = 160;
const inShort = (runs: string): string => excerpt([...new Set(runs.split(", "))].join(", "), [], MAX_RUNS);

/** How a hit is told of: its name, what it is, and what tells it from others of the same name. */
export function useHitLines(): (hit: Hit) => { title: string; what: string; where: string; text: string } {
  const whatOf = useWhat();
  const nameOf = useBodyName();
  const language = useLanguage();
  const t = useTexts("shell");
  return (hit) => {
    const what = whatOf(hit.sort, hit.kind);
    const days = (text: string) => text.replace(/\b\d{4}-\d\d-\d\d\b/g, (day) => dayText(day, language));
    const body = hit.body === "" ? "" : nameOf(hit.body);
    const year = hit.year === null ? "" : String(hit.year);
    // A body, a person and a decision say in their text where they stand
    const told = hit.sort === "body" || hit.sort === "person" || hit.sort === "decision";
    return {
      title: hit.sort === "matter" ? [what, year, body].filter(Boolean).join(" ") : hit.title,
      what,
      where: told ? days(hit.text) : hit.sort === "matter" ? "" : [body, year].filter(Boolean).join(" "),
      text:
        hit.runs === "" ? (told ? "" : days(hit.text)) : t("page.search.runs", { runs: inShort(hit.runs) }),
    };
  };
}
