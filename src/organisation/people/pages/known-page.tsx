import { addressOf } from "../../../platform/ui/api.ts";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { Link, usePathParams } from "../../../platform/ui/link.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { When } from "../../../platform/ui/number.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { dataText, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { getKnown, getKnownCsv } from "../known-contract.ts";

/** All that is known of a person, for that person and for who keeps people in order (GDPR article 15). */
export function KnownPage() {
  const t = useTexts("organisation");
  const { person = "" } = usePathParams();
  const known = useApi(getKnown, { params: { person } });
  const back = `/beslut/personer/${encodeURIComponent(person)}`;
  return (
    <Page
      title={t("people.known.title", { name: known.data?.name ?? "…" })}
      lead={t("people.known.lead")}
      cite="GDPR (art. 15)"
      above={<Link href={back}>{t("people.one")}</Link>}
    >
      <Loaded of={known} lines={8}>
        {({ lines, erasableFrom }) => (
          <>
            <p className="row">
              <a className="ds-link" href={addressOf(getKnownCsv, { params: { person } })}>
                {t("people.known.csv")}
              </a>
              <a className="ds-link" href={addressOf(getKnown, { params: { person } })}>
                {t("people.known.json")}
              </a>
            </p>
            <DataTable
              caption={t("people.known.caption", { count: lines.length })}
              rows={lines}
              rowKey={(one) => `${one.sort} ${one.what} ${one.from} ${one.to}`}
              columns={[
                {
                  id: "sort",
                  header: t("people.known.sort"),
                  value: (one) => t(`people.known.sorts.${one.sort}`),
                },
                {
                  id: "what",
                  header: t("people.known.what"),
                  value: (one) =>
                    one.sort === "change"
                      ? dataText(t, "changes.table", one.what.replace(/[._]/g, "-"), {
                          defaultValue: one.what,
                        })
                      : one.what || "–",
                },
                {
                  id: "from",
                  header: t("people.known.from"),
                  value: (one) => one.from,
                  cell: (one) => (one.from ? <When at={one.from} /> : "–"),
                },
                {
                  id: "to",
                  header: t("people.known.to"),
                  value: (one) => one.to,
                  cell: (one) => (one.to ? <When at={one.to} /> : "–"),
                },
                { id: "count", header: t("people.known.count"), value: (one) => one.count, numeric: true },
              ]}
            />
            <p className="quiet">
              {erasableFrom ? (
                <>
                  {t("people.known.erasable")} <When at={erasableFrom} />.
                </>
              ) : (
                t("people.known.kept")
              )}
            </p>
          </>
        )}
      </Loaded>
    </Page>
  );
}
