import { useRouterState } from "@tanstack/react-router";
import { useEffect } from "react";
import { citePlace } from "../../platform/ui/cite.tsx";
import { Link } from "../../platform/ui/link.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import "./model-page.css";

/** What the sections and the laws that rules cite are about, in our own words; `text` is the key of the explanation. */
const SECTIONS = [
  { cite: "§1", text: "1" },
  { cite: "§2.1", text: "2-1", href: "/mal" },
  { cite: "§2.2", text: "2-2", href: "/ekonomi" },
  { cite: "§2.3", text: "2-3", href: "/kontroll" },
  { cite: "§2.4", text: "2-4", href: "/" },
  { cite: "§2.5", text: "2-5", href: "/uppfoljning" },
  { cite: "§2.6", text: "2-6", href: "/analys" },
  { cite: "§3", text: "3" },
  { cite: "§3.1", text: "3-1" },
  { cite: "§3.2", text: "3-2", href: "/beslut" },
  { cite: "§3.3", text: "3-3", href: "/dokument" },
] as const;

const COUNCIL_LAW =
  "https://www.riksdagen.se/sv/dokument-och-lagar/dokument/svensk-forfattningssamling/kommunallag-2017725_sfs-2017-725/";
const ACCOUNTING_LAW =
  "https://www.riksdagen.se/sv/dokument-och-lagar/dokument/svensk-forfattningssamling/lag-2018597-om-kommunal-bokforing-och_sfs-2018-597/";

const LAWS = [
  { cite: "KL 6:1", source: COUNCIL_LAW },
  { cite: "KL 6:3", source: COUNCIL_LAW },
  { cite: "KL 6:6", source: COUNCIL_LAW },
  { cite: "KL 6:11", source: COUNCIL_LAW },
  { cite: "KL 6:37", source: COUNCIL_LAW },
  { cite: "KL 10:2", source: COUNCIL_LAW },
  { cite: "KL 11:1", source: COUNCIL_LAW },
  { cite: "KL 11:5", source: COUNCIL_LAW },
  { cite: "KL 11:6", source: COUNCIL_LAW },
  { cite: "KL 11:8", source: COUNCIL_LAW },
  { cite: "KL 11:10", source: COUNCIL_LAW },
  { cite: "KL 11:12", source: COUNCIL_LAW },
  { cite: "KL 11:14", source: COUNCIL_LAW },
  { cite: "LKBR 11 kap.", source: ACCOUNTING_LAW },
  { cite: "LKBR 11:10", source: ACCOUNTING_LAW },
  { cite: "LKBR 13 kap.", source: ACCOUNTING_LAW },
] as const;

/** The background to every chip that cites: what the section asks for and where in the system it is met. */
export function ModelPage() {
  const t = useTexts("shell");
  const place = useRouterState({ select: (state) => state.location.hash });
  useEffect(() => {
    document.getElementById(decodeURIComponent(place))?.scrollIntoView({ block: "start" });
  }, [place]);
  return (
    <Page title={t("page.model.title")} lead={t("page.model.lead")}>
      <dl className="model">
        {SECTIONS.map((section) => (
          <div
            key={section.cite}
            id={citePlace(section.cite)}
            data-here={citePlace(section.cite) === place || undefined}
          >
            <dt>
              {section.cite} {t(`page.model.${section.text}.name`)}
            </dt>
            <dd>
              {t(`page.model.${section.text}.text`)}{" "}
              {"href" in section ? <Link href={section.href}>{t("page.model.open")}</Link> : null}
            </dd>
          </div>
        ))}
        {LAWS.map(({ cite, source }) => (
          <div key={cite} id={citePlace(cite)} data-here={citePlace(cite) === place || undefined}>
            <dt>{cite}</dt>
            <dd>
              {t(`page.model.${citePlace(cite)}`)} <Link href={source}>{t("page.model.law")}</Link>
            </dd>
          </div>
        ))}
      </dl>
    </Page>
  );
}
