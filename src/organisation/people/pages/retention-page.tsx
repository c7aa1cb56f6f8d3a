import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import type { z } from "zod";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { TextField } from "../../../platform/ui/fields.tsx";
import { Link } from "../../../platform/ui/link.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { When } from "../../../platform/ui/number.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { PlainTable } from "../../../platform/ui/plain-table.tsx";
import { dataText, useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import { getRetentions, setRetention } from "../known-contract.ts";
import { MAX_RETENTION_GROUND, type OWN_RETENTIONS } from "../rules/retention.ts";
import { ForKeepers } from "./for-keepers.tsx";
import { KeepingDialog } from "./keeping-dialog.tsx";

type Kind = z.output<typeof getRetentions.returns>["kinds"][number];

/** How long what is known of people is kept, on what ground, and whose names may go (GDPR article 5.1 e). */
export function RetentionPage() {
  const t = useTexts("organisation");
  return (
    <Page
      title={t("people.to-retention")}
      lead={t("people.retention.lead")}
      cite="GDPR (art. 5)"
      above={<Link href="/beslut/personer">{t("people.title")}</Link>}
    >
      <ForKeepers>
        <Kinds />
      </ForKeepers>
    </Page>
  );
}

function Kinds() {
  const t = useTexts("organisation");
  const list = useApi(getRetentions, {});
  const [changed, change] = useState<Kind>();
  const timeOf = ({ months }: Kind) =>
    months === null ? t("people.retention.archive") : t("people.retention.months", { count: months });
  return (
    <Loaded of={list} lines={8}>
      {({ kinds, people }) => (
        <>
          <PlainTable
            caption={t("people.to-retention")}
            columns={[
              { id: "kind", header: t("people.retention.kind") },
              { id: "time", header: t("people.retention.time") },
              { id: "ground", header: t("people.retention.ground"), written: true },
              { id: "do", header: t("people.change"), stays: true },
            ]}
            rows={kinds.map((one) => ({
              key: one.kind,
              cells: [
                dataText(t, "people.retention.kinds", one.kind),
                timeOf(one),
                one.ground,
                one.own ? (
                  <Button
                    key="change"
                    variant="tertiary"
                    data-size="sm"
                    aria-label={`${t("people.change")}: ${dataText(t, "people.retention.kinds", one.kind)}`}
                    onClick={() => change(one)}
                  >
                    {t("people.change")}
                  </Button>
                ) : (
                  "–"
                ),
              ],
            }))}
          />
          <Section title={t("people.retention.people")} lead={t("people.retention.people-lead")}>
            <DataTable
              caption={t("people.retention.people")}
              copy={false}
              rows={people}
              rowKey={(one) => one.id}
              href={(one) => `/beslut/personer/${encodeURIComponent(one.id)}`}
              empty={
                <EmptyState title={t("people.retention.nobody")}>
                  {t("people.retention.nobody-detail")}
                </EmptyState>
              }
              columns={[
                { id: "name", header: t("people.name"), value: (one) => one.name, written: true },
                {
                  id: "until",
                  header: t("people.to"),
                  value: (one) => one.until,
                  cell: (one) => <When at={one.until} />,
                },
                {
                  id: "from",
                  header: t("people.retention.from"),
                  value: (one) => one.from,
                  cell: (one) => <When at={one.from} />,
                },
              ]}
            />
          </Section>
          {changed ? (
            <ChangeRetention key={changed.kind} kind={changed} onClose={() => change(undefined)} />
          ) : null}
        </>
      )}
    </Loaded>
  );
}

function ChangeRetention({ kind, onClose }: { readonly kind: Kind; readonly onClose: () => void }) {
  const t = useTexts("organisation");
  const toast = useToast();
  const { save, saving, problem } = useSave(setRetention);
  const [months, setMonths] = useState(kind.months === null ? "" : String(kind.months));
  const [ground, setGround] = useState("");
  const [tried, setTried] = useState(false);
  const missing = (value: string) => (tried && value.trim() === "" ? t("people.missing") : undefined);
  return (
    <KeepingDialog
      title={dataText(t, "people.retention.kinds", kind.kind)}
      button={t("people.change-do")}
      saving={saving}
      problem={problem}
      onClose={onClose}
      onSend={async () => {
        setTried(true);
        if (months === "" || ground.trim() === "") return;
        const params = { kind: kind.kind as (typeof OWN_RETENTIONS)[number] };
        if (!(await save({ params, body: { months: Number(months), ground: ground.trim() } }))) return;
        toast(t("people.retention.stored"));
        onClose();
      }}
    >
      <TextField
        at="months"
        inputMode="numeric"
        label={t("people.retention.months-field")}
        value={months}
        onChange={(value) => setMonths(value.replaceAll(/\D/g, "").slice(0, 3))}
        problem={problem}
        fault={missing(months)}
      />
      <TextField
        at="ground"
        label={t("people.retention.ground")}
        help={t("people.retention.ground-help")}
        value={ground}
        maxLength={MAX_RETENTION_GROUND}
        onChange={setGround}
        problem={problem}
        fault={missing(ground)}
      />
    </KeepingDialog>
  );
}
