import { createContext, type ReactNode, use } from "react";
import { changeText, numberText } from "../../../kernel/format.ts";
import { Link, useSetSearchParam } from "../../../platform/ui/link.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { type FigurePlace, figureText, isAllocation, yearOfVersion } from "../rules/figure-place.ts";

export const EXPLAIN_PARAM = "forklara";
export const PLAN_YEAR_PARAM = "planar";

/** The version that a page's figures stand in, where the page can explain them itself; null where it is not known. */
const VersionShown = createContext<string | null | undefined>(undefined);
export const FiguresOf = VersionShown;

/** The address at which a figure is explained: it names the version, and can be shared. */
export function figureHref(of: string | undefined, place: FigurePlace): string {
  const year = of === undefined ? undefined : yearOfVersion(of);
  const search = new URLSearchParams({
    ...(year === undefined ? {} : { ar: String(year) }),
    ...(isAllocation(place) ? { [PLAN_YEAR_PARAM]: String(place.year) } : {}),
    [EXPLAIN_PARAM]: figureText(of, place),
  });
  return `/ekonomi?${search}`;
}

interface FigureProps {
  readonly place: FigurePlace;
  /** What the figure is, for those who hear it. */
  readonly what: string;
  /** Another version than the page's: the other side of a comparison. */
  readonly of?: string | undefined;
}

/** An amount in tkr that can be opened, down to where it comes from (E-8). */
export function FigureLink({
  tkr,
  signed = false,
  ...figure
}: FigureProps & { readonly tkr: number; readonly signed?: boolean }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const text = signed ? changeText(tkr, language) : numberText(tkr, language);
  return (
    <OpenFigure
      place={figure.place}
      of={figure.of}
      label={t("page.explain-of", { what: figure.what, amount: text })}
      className="figure-link num"
    >
      {text}
    </OpenFigure>
  );
}

/** A figure that is no amount in tkr, such as people or per cent, as its text. */
export function FigureText({ text, ...figure }: FigureProps & { readonly text: string }) {
  const t = useTexts("budget");
  return (
    <OpenFigure
      place={figure.place}
      of={figure.of}
      label={t("page.explain-figure", { what: figure.what, text })}
      className="figure-link num"
    >
      {text}
    </OpenFigure>
  );
}

export function OpenFigure({
  place,
  of,
  label,
  className,
  children,
}: {
  readonly place: FigurePlace;
  readonly of?: string | undefined;
  readonly label?: string | undefined;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const shown = use(VersionShown);
  const open = useSetSearchParam(EXPLAIN_PARAM);
  const version = of ?? shown ?? undefined;
  // Nobody is led to another version's figure
  if (shown === null && of === undefined) return <span className="num">{children}</span>;
  return (
    <Link
      href={figureHref(version, place)}
      {...(className ? { className, plain: true } : {})}
      {...(label ? { "aria-label": label } : {})}
      onClick={(event) => {
        // A page that explains no figures itself leads to the one that does
        if (shown === undefined || shown === null || event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        open(figureText(version, place));
      }}
    >
      {children}
    </Link>
  );
}
