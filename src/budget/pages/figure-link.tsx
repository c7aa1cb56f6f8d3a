import type { ReactNode } from "react";
import { changeText, numberText } from "../../platform/ui/format.ts";
import { Link, useSearchParam } from "../../platform/ui/link.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { type FigurePlace, placeText } from "./explain-place.ts";

export const EXPLAIN_PARAM = "forklara";
export const PLAN_YEAR_PARAM = "planar";

/** The address at which a figure is explained: it can be shared. */
export const figureHref = (place: FigurePlace): string =>
  `/ekonomi?${PLAN_YEAR_PARAM}=${place.year}&${EXPLAIN_PARAM}=${placeText(place)}`;

/** A figure that can be opened, down to where it comes from (E-8). */
export function FigureLink({
  place,
  tkr,
  what,
  signed = false,
}: {
  readonly place: FigurePlace;
  readonly tkr: number;
  /** What the figure is, for those who hear it. */
  readonly what: string;
  readonly signed?: boolean;
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  const text = signed ? changeText(tkr, language) : numberText(tkr, language);
  return (
    <OpenFigure
      place={place}
      label={t("page.explain-of", { what, amount: text })}
      className="figure-link num"
    >
      {text}
    </OpenFigure>
  );
}

export function OpenFigure({
  place,
  label,
  className,
  children,
}: {
  readonly place: FigurePlace;
  readonly label?: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const [, open] = useSearchParam(EXPLAIN_PARAM);
  return (
    <Link
      href={figureHref(place)}
      {...(className ? { className, plain: true } : {})}
      {...(label ? { "aria-label": label } : {})}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        open(placeText(place));
      }}
    >
      {children}
    </Link>
  );
}
