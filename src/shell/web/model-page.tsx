import { useRouterState } from "@tanstack/react-router";
import { useEffect } from "react";
import { citePlace } from "../../platform/ui/cite.tsx";
import { Link, usePageExists } from "../../platform/ui/link.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { dataText, useTexts } from "../../platform/ui/texts.ts";
import "./model-page.css";
import { LAWS, SECTIONS } from "./model-sections.ts";

/** The background to every chip that cites: what the section asks for and where in the system it is met. */
export function ModelPage() {
  const t = useTexts("shell");
  const exists = usePageExists();
  const place = decodeURIComponent(useRouterState({ select: (state) => state.location.hash }));
  useEffect(() => {
    if (place) document.getElementById(place)?.scrollIntoView({ block: "start" });
  }, [place]);
  return (
    <Page title={t("page.model.title")} lead={t("page.model.lead")}>
      <dl className="model">
        {SECTIONS.map(({ cite, text, href }) => (
          <div key={cite} id={citePlace(cite)} data-here={citePlace(cite) === place || undefined}>
            <dt>
              {cite} {t(`page.model.${text}.name`)}
            </dt>
            <dd>
              {t(`page.model.${text}.text`)}{" "}
              {href && exists(href) ? <Link href={href}>{t("page.model.open")}</Link> : null}
            </dd>
          </div>
        ))}
        {LAWS.map(({ cite, source }) => (
          <div key={cite} id={citePlace(cite)} data-here={citePlace(cite) === place || undefined}>
            <dt>{cite}</dt>
            <dd>
              {dataText(t, "page.model", citePlace(cite))} <Link href={source}>{t("page.model.law")}</Link>
            </dd>
          </div>
        ))}
      </dl>
    </Page>
  );
}
