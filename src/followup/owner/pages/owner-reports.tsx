import { BodyName } from "../../../organisation/pages/body-name.tsx";
import { useBodies } from "../../../organisation/pages/use-bodies.ts";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { Link } from "../../../platform/ui/link.tsx";
import { Money, When } from "../../../platform/ui/number.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { listOwnerReports } from "../contract.ts";
import { RiskChip } from "./risk-chip.tsx";

/** What the part-owned companies have told their owner of a year, and which reports are left; of one company where one is asked of. */
export function OwnerReports({ year, company }: { readonly year: number; readonly company?: string }) {
  const t = useTexts("followup");
  const { bodies } = useBodies();
  const any = bodies.some(
    ({ id, kind }) => kind === "part-owned-company" && (company === undefined || id === company),
  );
  const { data = [] } = useApi(listOwnerReports, { params: { year } }, { when: any });
  const rows = data
    .filter(({ body }) => company === undefined || body === company)
    .flatMap(({ body, name, told }) => told.map((one) => ({ body, name, ...one })));
  if (rows.length === 0) return null;
  return (
    <Section title={t("owner.all")} lead={t("owner.all-lead")} cite="§3.2">
      <DataTable
        caption={t("owner.all-caption", { year })}
        rows={rows}
        rowKey={({ body, occasion }) => `${body} ${occasion}`}
        search={false}
        href={({ body }) => `/uppfoljning/delagda/${body}/${year}`}
        columns={[
          {
            id: "company",
            header: t("owner.company"),
            value: ({ name }) => name,
            cell: ({ body, name }) => <BodyName id={body} name={name} />,
          },
          { id: "at", header: t("owner.at"), value: ({ occasion }) => t(`owner.occasion.${occasion}`) },
          {
            id: "result",
            header: t("owner.result"),
            numeric: true,
            value: ({ report }) => report?.resultTkr ?? null,
            cell: ({ report }) => <Money tkr={report?.resultTkr ?? null} />,
          },
          {
            id: "equity",
            header: t("owner.equity"),
            numeric: true,
            value: ({ report }) => report?.equityTkr ?? null,
            cell: ({ report }) => <Money tkr={report?.equityTkr ?? null} />,
          },
          {
            id: "risk",
            header: t("owner.risk"),
            stays: true,
            value: ({ report }) => report?.risk ?? "",
            cell: ({ report }) => <RiskChip risk={report?.risk ?? null} />,
          },
          {
            id: "state",
            header: t("owner.state"),
            value: ({ report }) => report?.decidedOn ?? "",
            cell: ({ report, late }) =>
              report ? (
                <span className="row">
                  <Status value="decided" /> <When at={report.decidedOn} form="short" />
                </span>
              ) : late ? (
                <Status value="late" />
              ) : (
                <Status value="not-yet" word={t("owner.none")} />
              ),
          },
        ]}
      />
      {company === undefined ? null : (
        <p>
          <Link href={`/uppfoljning/delagda/${company}/${year}`}>{t("owner.read")}</Link>
        </p>
      )}
    </Section>
  );
}
