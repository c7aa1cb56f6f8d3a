import { type ReactNode, use } from "react";
import { numberText } from "../../../kernel/format.ts";
import { useSearchParam } from "../../../platform/ui/link.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { EXPLAIN_PARAM, FiguresOf, figureHref } from "../../base/pages/figure-link.tsx";
import { figureText } from "../../base/rules/figure-place.ts";
import { ageText } from "./ages.tsx";

/**
 * Makes people's figures that open the forecast's row, where the page knows which version it shows; else the numbers alone.
 * A forecast has thousands of them: they are plain links that share one way to open.
 */
export function usePeopleFigures(): (
  year: number,
  ages: readonly [number, number],
  people: number,
) => ReactNode {
  const t = useTexts("budget");
  const language = useLanguage();
  const of = use(FiguresOf);
  const [, open] = useSearchParam(EXPLAIN_PARAM);
  return (year, ages, people) => {
    const text = numberText(people, language);
    if (!of) return text;
    const place = { year, ages };
    const [from, to] = ages;
    const what = t("page.explain-panel.people-of", {
      ages: from === to ? ageText(from) : `${from}–${ageText(to)}`,
      year,
    });
    return (
      <a
        className="figure-link num"
        href={figureHref(of, place)}
        aria-label={t("page.explain-figure", { what, text })}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          open(figureText(of, place));
        }}
      >
        {text}
      </a>
    );
  };
}
