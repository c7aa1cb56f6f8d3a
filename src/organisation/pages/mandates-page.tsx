import type { z } from "zod";
import { Cite } from "../../platform/ui/cite.tsx";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { SelectField } from "../../platform/ui/fields.tsx";
import { Link, useSearchParam } from "../../platform/ui/link.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { dataText, useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { listMandates } from "../contract.ts";
import { useObjectName } from "./object-names.ts";
import "../../platform/ui/filters.css";

type Mandate = z.output<typeof listMandates.returns>[number];

/** Who may decide what, and from where: the same data as every button is asked of (model §3.2, R-3). */
export function MandatesPage() {
  const t = useTexts("organisation");
  const mandates = useApi(listMandates, {});
  return (
    <Page
      title={t("page.mandate.title")}
      lead={t("page.mandate.lead")}
      cite="§3.2"
      above={<Link href="/beslut">{t("page.above")}</Link>}
    >
      <Loaded of={mandates} lines={8}>
        {(all) => <MandateTable all={all} />}
      </Loaded>
    </Page>
  );
}

function MandateTable({ all }: { readonly all: readonly Mandate[] }) {
  const t = useTexts("organisation");
  const objectName = useObjectName("names");
  const [verb, setVerb] = useSearchParam("verb");
  const verbs = [...new Set(all.map((mandate) => verbOf(mandate)))];
  const rows = all.filter((mandate) => verb === undefined || verbOf(mandate) === verb);
  return (
    <div className="stack">
      <div className="filters">
        <SelectField
          at="verb"
          label={t("page.mandate.verb")}
          value={verb ?? ""}
          onChange={(value) => setVerb(value || undefined)}
          options={[
            { value: "", label: t("page.mandate.all") },
            ...verbs.map((v) => ({ value: v, label: dataText(t, "verb", v) })),
          ]}
        />
      </div>
      <DataTable
        caption={t("page.mandate.caption", { count: rows.length })}
        captionShown
        columns={[
          {
            id: "action",
            stays: true,
            header: t("page.mandate.action"),
            value: (m) =>
              `${dataText(t, "verb", verbOf(m))} ${objectName(m.action.split(":")[1] ?? "").toLocaleLowerCase()}`,
          },
          {
            id: "organs",
            header: t("page.mandate.organs"),
            value: (m) => m.organKinds.map((kind) => dataText(t, "organ-kind", kind)).join(", "),
          },
          {
            id: "roles",
            header: t("page.mandate.roles"),
            value: (m) => m.roles.map((role) => dataText(t, "role", role)).join(", "),
          },
          { id: "scope", header: t("page.mandate.scope"), value: (m) => dataText(t, "scope", m.scope) },
          { id: "source", header: t("page.mandate.source"), value: (m) => m.source },
          {
            id: "cite",
            header: t("page.mandate.cite"),
            value: (m) => m.cite,
            cell: (m) => <Cite of={m.cite} />,
          },
        ]}
        rows={rows}
        rowKey={(m) => m.id}
        empty={<EmptyState title={t("page.mandate.none")}>{t("page.mandate.none-detail")}</EmptyState>}
      />
    </div>
  );
}

const verbOf = (mandate: Mandate): string => mandate.action.split(":")[0] ?? "";
