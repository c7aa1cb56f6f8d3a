import { type Day, within } from "../../../kernel/day.ts";
import { dayText } from "../../../kernel/format.ts";
import { addressOf } from "../../../platform/ui/api.ts";
import { Cite } from "../../../platform/ui/cite.tsx";
import { Link } from "../../../platform/ui/link.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { dataText, useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { listBodies } from "../../contract.ts";
import { FormerPeople } from "../../pages/former-people.tsx";
import { useMayOf } from "../../pages/may-read.tsx";
import { type DatedBody, useSession } from "../../pages/use-bodies.ts";
import type { BodyView } from "../../pages/use-session.ts";
import { soleRemarks } from "../../rules/sole.ts";
import { listLeaders } from "../contract.ts";
import { bodiesCsv, bodiesWorkbook } from "../table-contract.ts";
import { BodyChart } from "./body-chart.tsx";
import { BodyTree } from "./body-tree.tsx";
import { Reorganisations } from "./reorganisations.tsx";
import { useKindWord } from "./words.ts";
import "./bodies.css";

/** The municipal group: who belongs to whom and who leads what, on the day that is shown; and how it changes (model §3, R-1). */
export function OrganisationPage() {
  const t = useTexts("organisation");
  const language = useLanguage();
  const today = useSession()?.today;
  const bodies = useApi(listBodies, {});
  const leaders = new Map((useApi(listLeaders, {}).data ?? []).map(({ body, name }) => [body, name]));
  const kindWord = useKindWord();
  const detailOf = (body: BodyView) =>
    [
      kindWord(body),
      leaders.get(body.id),
      body.sharePercent != null && body.sharePercent < 100
        ? t("bodies.body.share", { share: percentText(body.sharePercent, language) })
        : "",
      body.validTo === null ? "" : t("bodies.tree.to", { day: dayText(body.validTo as Day, language) }),
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <Page
      title={t("bodies.title")}
      lead={t("bodies.lead")}
      cite="§3"
      above={<Link href="/beslut">{t("bodies.above")}</Link>}
      action={<Link href="/beslut/organisation/andra">{t("bodies.change")}</Link>}
    >
      <Loaded of={bodies} lines={10}>
        {(all) => {
          const there = inForceOn(all, today);
          return (
            <>
              <SoleRemarks all={all} />
              <div className="organ-picture">
                <Section title={t("bodies.chart.title")} lead={t("bodies.chart.twin")}>
                  <BodyChart bodies={there} leaderOf={(body) => leaders.get(body)} />
                </Section>
              </div>
              <Section
                title={t("bodies.tree.title")}
                lead={today ? t("bodies.tree.lead", { day: dayText(today as Day, language) }) : undefined}
                action={<Link href="/uppfoljning/koder">{t("bodies.codes-link")}</Link>}
              >
                <BodyTree bodies={there} detailOf={detailOf} />
                <AsTable />
              </Section>
            </>
          );
        }}
      </Loaded>
      <Reorganisations />
      <FormerPeople />
    </Page>
  );
}

/** The organisation as a table: out for all, in for those who change it. */
function AsTable() {
  const t = useTexts("organisation");
  const may = useMayOf("council", "edit:organisation")?.allowed === true;
  return (
    <p className="row bodies-as-table">
      <a className="ds-link" href={addressOf(bodiesWorkbook, {})}>
        {t("bodies.table.excel")}
      </a>
      <a className="ds-link" href={addressOf(bodiesCsv, {})}>
        {t("bodies.table.csv")}
      </a>
      {may ? <Link href="/beslut/organisation/tabell">{t("bodies.table.to")}</Link> : null}
    </p>
  );
}

/** An organisation from before this was looked for may have days without a council, or with two: that is told. */
function SoleRemarks({ all }: { readonly all: readonly BodyView[] }) {
  const t = useTexts("organisation");
  const remarks = soleRemarks(all as readonly DatedBody[]);
  if (remarks.length === 0) return null;
  return (
    <ul className="plain-list stack">
      {remarks.map(({ code, params, cite }) => (
        <li key={`${code}${params.from}`} className="row">
          <Status value="deviation" />
          <span>
            {dataText(t, "remark", code, params)} <Cite of={cite} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Those that are there on the day; a body whose parent has ended still stands, at the top. */
function inForceOn(all: readonly BodyView[], today: string | undefined): BodyView[] {
  const there = all.filter(
    ({ validFrom, validTo }) =>
      today === undefined || within(today as Day, validFrom as Day, validTo as Day | null),
  );
  const ids = new Set(there.map((b) => b.id));
  return there.map((b) => (b.parent !== null && !ids.has(b.parent) ? { ...b, parent: null } : b));
}

export const percentText = (share: number, language: "sv" | "en"): string =>
  `${share.toLocaleString(language === "sv" ? "sv-SE" : "en-GB")} %`;
