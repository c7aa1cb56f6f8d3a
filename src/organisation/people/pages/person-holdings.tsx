import { DataTable } from "../../../platform/ui/data-table.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { Link } from "../../../platform/ui/link.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { When } from "../../../platform/ui/number.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { dataText, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { listHoldings } from "../../contract.ts";
import { useBodyName } from "../../pages/use-session.ts";

/** What a person is responsible for on the day: it goes with the posts when they end. */
export function PersonHoldings({ person, name }: { readonly person: string; readonly name: string }) {
  const t = useTexts("organisation");
  const nameOf = useBodyName();
  const held = useApi(listHoldings, { params: { person } });
  return (
    <Section title={t("people.holds")} lead={t("people.holds-lead")}>
      <Loaded of={held} lines={4}>
        {(rows) => (
          <DataTable
            caption={t("people.holds-caption", { name, count: rows.length })}
            rows={rows}
            rowKey={(one) => one.thing}
            empty={<EmptyState title={t("people.holds-none")}>{t("people.holds-none-detail")}</EmptyState>}
            columns={[
              {
                id: "name",
                header: t("people.holds-name"),
                value: (one) => one.name,
                cell: (one) => (one.href ? <Link href={one.href}>{one.name}</Link> : one.name),
                written: true,
                names: true,
              },
              {
                id: "what",
                header: t("people.holds-what"),
                value: (one) => dataText(t, "people.what", one.what),
              },
              { id: "body", header: t("people.body"), value: (one) => nameOf(one.body), written: true },
              {
                id: "since",
                header: t("people.holds-since"),
                value: (one) => one.validFrom,
                cell: (one) => <When at={one.validFrom} />,
              },
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}
