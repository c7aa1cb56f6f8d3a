import { type ReactNode, useEffect, useId } from "react";
import { Cite } from "./cite.tsx";
import { WRITTEN } from "./language.ts";
import { useTexts } from "./texts.ts";

/**
 * A page: its title, one sentence on what it is for with its section, its main action top right, then its content.
 * Sets the window's title. `above` stands over the title: a way back.
 */
export function Page({
  title,
  written = false,
  lead,
  cite,
  action,
  above,
  inTkr = false,
  children,
}: {
  readonly title: string;
  /** That the title is what a municipality has written, in its language. */
  readonly written?: boolean;
  readonly lead?: ReactNode;
  readonly cite?: string;
  readonly action?: ReactNode;
  readonly above?: ReactNode;
  /** Amounts on it are in tkr: it says once what that is. */
  readonly inTkr?: boolean | undefined;
  readonly children: ReactNode;
}) {
  const t = useTexts("platform");
  useEffect(() => {
    document.title = `${title} – Tillit`;
  }, [title]);
  return (
    <article className="page">
      {above ? <div className="page-above">{above}</div> : null}
      <header className="page-head">
        <div>
          <h1 className="ds-heading" data-size="lg" tabIndex={-1} {...(written ? { lang: WRITTEN } : {})}>
            {title}
          </h1>
          {lead || cite ? (
            <p className="page-lead">
              {lead} {cite ? <Cite of={cite} /> : null}
            </p>
          ) : null}
          {inTkr ? <p className="quiet small">{t("ui.tkr")}</p> : null}
        </div>
        {action ? <div className="page-action">{action}</div> : null}
      </header>
      {children}
    </article>
  );
}

/** A part of a page with its own heading, which is a question where it stands over a picture. */
export function Section({
  title,
  lead,
  cite,
  action,
  level = 2,
  id,
  children,
}: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly cite?: string;
  readonly action?: ReactNode;
  readonly level?: 2 | 3;
  readonly id?: string;
  readonly children: ReactNode;
}) {
  const headingId = useId();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className="section" aria-labelledby={headingId} {...(id ? { id } : {})}>
      <header className="section-head">
        <div>
          <Heading className="ds-heading" data-size={level === 2 ? "sm" : "xs"} id={headingId}>
            {title}
          </Heading>
          {lead || cite ? (
            <p className="section-lead">
              {lead} {cite ? <Cite of={cite} /> : null}
            </p>
          ) : null}
        </div>
        {action ? <div className="page-action">{action}</div> : null}
      </header>
      {children}
    </section>
  );
}
