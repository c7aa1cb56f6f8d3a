import { createContext, type ReactNode, use, useEffect, useRef } from "react";
import { changeText, numberText } from "../../../kernel/format.ts";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Money } from "../../../platform/ui/number.tsx";
import { PlainTable } from "../../../platform/ui/plain-table.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import type { FigurePlace } from "../rules/figure-place.ts";
import { FigureLink } from "./figure-link.tsx";

export interface Part {
  readonly key: string;
  readonly name: ReactNode;
  /** The name as text, for those who hear it; needed where there is a place. */
  readonly what?: string;
  readonly tkr: number;
  /** Where the part is explained in its turn; absent: here is where it comes from. */
  readonly place?: FigurePlace | undefined;
  /** In another version than the one that is explained. */
  readonly of?: string | undefined;
  readonly signed?: boolean;
}

/** What a figure is made of: parts that can be opened in their turn, and the sum that they make. */
export function PartsTable({
  caption,
  parts,
  sum,
}: {
  readonly caption: string;
  readonly parts: readonly Part[];
  /** Absent where the parts are not summed, but counted with. */
  readonly sum?: { readonly name: string; readonly tkr: number } | undefined;
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  return (
    <>
      <PlainTable
        caption={caption}
        columns={[
          { id: "part", header: t("page.explain-panel.part") },
          { id: "amount", header: t("page.explain-panel.amount"), numeric: true },
        ]}
        rows={parts.map(({ key, name, what, tkr, place, of, signed = false }) => ({
          key,
          cells: [
            name,
            place ? (
              <FigureLink
                key="amount"
                place={place}
                of={of}
                tkr={tkr}
                what={what ?? (typeof name === "string" ? name : caption)}
                signed={signed}
              />
            ) : signed ? (
              changeText(tkr, language)
            ) : (
              <Money key="amount" tkr={tkr} />
            ),
          ],
        }))}
        foot={sum && [sum.name, <Money key="amount" tkr={sum.tkr} />]}
      />
      {sum ? (
        <p className="quiet">{t("page.explain-panel.sums", { amount: numberText(sum.tkr, language) })}</p>
      ) : null}
    </>
  );
}

/** How it was computed, with the numbers put in. */
export function Formula({ text }: { readonly text: string }) {
  const t = useTexts("budget");
  return (
    <div>
      <h4 className="ds-heading" data-size="2xs">
        {t("page.explain-panel.formula")}
      </h4>
      <p className="formula">{text}</p>
    </div>
  );
}

/** The figure that one has gone on to in the drawer: its heading takes focus, and so is heard. Undefined for the first one. */
export const FocusFigure = createContext<string | undefined>(undefined);

/** What the figure is, and how large. */
export function FigureHead({
  name,
  text,
  written = false,
}: {
  readonly name: string;
  readonly text?: string;
  /** That the name is what a municipality has written, in its language. */
  readonly written?: boolean;
}) {
  const figure = use(FocusFigure);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (figure !== undefined) heading.current?.focus();
  }, [figure]);
  return (
    <>
      <h3
        className="ds-heading"
        data-size="xs"
        tabIndex={-1}
        ref={heading}
        lang={written ? WRITTEN : undefined}
      >
        {name}
      </h3>
      {text === undefined ? null : <p className="explain-amount">{text}</p>}
    </>
  );
}
