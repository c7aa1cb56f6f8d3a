import { addressOf } from "../../platform/ui/api.ts";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { Link } from "../../platform/ui/link.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { When } from "../../platform/ui/number.tsx";
import { Page, Section } from "../../platform/ui/page.tsx";
import { PlainTable } from "../../platform/ui/plain-table.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { getChainFile, getHeads, getHeadsFeed, MAX_LINKS } from "../heads/contract.ts";
import { type Head, headText } from "../rules/heads.ts";
import { Verify } from "./verify.tsx";
import "./decisions.css";

/** Served by the house beside the routes: a file to run, not an operation. */
const SCRIPT = "/api/decisions/check-chain.mjs";

/** The chain's head, told so that others keep it: then nobody can write all decisions anew unnoticed (model §3.2, R-5). */
export function HeadsPage() {
  const t = useTexts("decisions");
  const heads = useApi(getHeads, {});
  return (
    <Page
      title={t("heads.title")}
      lead={t("heads.lead")}
      cite="§3.2"
      above={<Link href="/beslut">← {t("page.title")}</Link>}
    >
      <Loaded of={heads} lines={8}>
        {({ now, days }) => (
          <>
            <Section title={t("heads.now")} lead={t("heads.now-lead")}>
              {now.number === 0 ? <p>{t("heads.none")}</p> : <p className="hash">{headText(now)}</p>}
            </Section>
            <Section title={t("heads.why")}>
              <p>{t("heads.why-1")}</p>
              <p>{t("heads.why-2")}</p>
              <p>{t("heads.why-3")}</p>
            </Section>
            <Section
              title={t("heads.days")}
              lead={t("heads.days-lead")}
              action={
                <a className="ds-link" href={addressOf(getHeadsFeed, {})}>
                  {t("heads.feed-link")}
                </a>
              }
            >
              {days.length === 0 ? (
                <EmptyState title={t("heads.days-none")} />
              ) : (
                <PlainTable
                  caption={t("heads.days-caption")}
                  columns={[
                    { id: "day", header: t("heads.day") },
                    { id: "head", header: t("heads.head") },
                  ]}
                  rows={days.map((head) => ({
                    key: head.day,
                    cells: [
                      <span key="day" className="nowrap">
                        <When at={head.day} />
                      </span>,
                      <span key="head" className="hash">
                        {headText(head)}
                      </span>,
                    ],
                  }))}
                />
              )}
            </Section>
            <Check now={now} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** In the server, and by oneself: the file and the script. */
function Check({ now }: { readonly now: Head }) {
  const t = useTexts("decisions");
  const parts = Array.from({ length: Math.ceil(now.number / MAX_LINKS) }, (_, i) => ({
    after: i * MAX_LINKS,
    from: i * MAX_LINKS + 1,
    to: Math.min((i + 1) * MAX_LINKS, now.number),
  }));
  const files = parts.length > 1 ? parts.map(({ from }) => `chain-${from}.json`).join(" ") : "chain.json";
  return (
    <Section title={t("heads.check")} lead={t("heads.check-lead")}>
      <Verify />
      <ol className="stack">
        <li>
          {t("heads.step-1")}
          {parts.length > 1 ? (
            <ul>
              {parts.map((part) => (
                <li key={part.from}>
                  <a
                    className="ds-link"
                    href={addressOf(getChainFile, { query: { after: part.after } })}
                    download={`chain-${part.from}.json`}
                  >
                    {t("heads.file-part", part)}
                  </a>
                </li>
              ))}
            </ul>
          ) : (
            <p>
              <a className="ds-link" href={addressOf(getChainFile, {})} download="chain.json">
                {t("heads.file")}
              </a>
            </p>
          )}
        </li>
        <li>
          {t("heads.step-2")}
          <p>
            <a className="ds-link" href={SCRIPT} download="check-chain.mjs">
              {t("heads.script")}
            </a>
          </p>
        </li>
        <li>
          {t("heads.step-3")}
          <pre className="raw">{t("heads.command", { files, head: headText(now) })}</pre>
        </li>
      </ol>
    </Section>
  );
}
