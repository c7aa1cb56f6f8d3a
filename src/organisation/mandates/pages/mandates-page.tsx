import { Button } from "@digdir/designsystemet-react";
import type { z } from "zod";
import { Cite } from "../../../platform/ui/cite.tsx";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { SelectField } from "../../../platform/ui/fields.tsx";
import { Link, useGo, useSearchParam } from "../../../platform/ui/link.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { MayButton } from "../../../platform/ui/may-button.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { dataText, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { listMandates } from "../../contract.ts";
import { useMayOf } from "../../pages/may-read.tsx";
import { useBodies, useSession } from "../../pages/use-bodies.ts";
import { MANDATE } from "../kind.ts";
import { useMandateName } from "./mandate-words.ts";
import { NotDelegable } from "./not-delegable.tsx";
import "../../../platform/ui/filters.css";

type Mandate = z.output<typeof listMandates.returns>[number];

/** Who may decide what, and from where: the same data as every button is asked of (model §3.2, R-3). */
export function MandatesPage() {
  const t = useTexts("organisation");
  const go = useGo();
  const mandates = useApi(listMandates, {});
  const signedIn = useSession()?.person != null;
  const may = useMayOf("council", `edit:${MANDATE.object}`, { when: signedIn });
  return (
    <Page
      title={t("page.mandate.title")}
      lead={t("page.mandate.lead")}
      cite="§3.2"
      above={<Link href="/beslut">{t("page.above")}</Link>}
      action={
        signedIn ? (
          <>
            <Button variant="secondary" onClick={() => go("/beslut/mandat/prova")}>
              {t("page.mandate.try")}
            </Button>
            <MayButton may={may} onPress={() => go("/beslut/mandat/ny")}>
              {t("page.mandate.new")}
            </MayButton>
          </>
        ) : null
      }
    >
      <Loaded of={mandates} lines={8}>
        {(all) => <MandateTable all={all} />}
      </Loaded>
      <NotDelegable />
    </Page>
  );
}

/** Those in force on the day that is read, those that will be, or those that have been. */
const WHEN = ["now", "later", "before"] as const;
const isOn = (when: string, { validFrom, validTo }: Mandate, today: string): boolean => {
  if (when === "later") return validFrom > today;
  const over = validTo !== null && validTo < today;
  return when === "before" ? over : validFrom <= today && !over;
};

function MandateTable({ all }: { readonly all: readonly Mandate[] }) {
  const t = useTexts("organisation");
  const today = useSession()?.today ?? "";
  const { nameOf } = useBodies();
  const mandateName = useMandateName();
  const [verb, setVerb] = useSearchParam("verb");
  const [chosen, setWhen] = useSearchParam("galler");
  const when = WHEN.find((one) => one === chosen) ?? "now";
  const verbs = [...new Set(all.map((mandate) => verbOf(mandate)))];
  const rows = all.filter(
    (mandate) => isOn(when, mandate, today) && (verb === undefined || verbOf(mandate) === verb),
  );
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
        <SelectField
          at="galler"
          label={t("page.mandate.when")}
          value={when}
          onChange={(value) => setWhen(value === "now" ? undefined : value)}
          options={WHEN.map((value) => ({ value, label: t(`page.mandate.when-${value}`) }))}
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
            value: (m) => mandateName(m.action),
          },
          {
            id: "organs",
            header: t("page.mandate.organs"),
            value: (m) =>
              m.body
                ? nameOf(m.body)
                : m.organKinds.map((kind) => dataText(t, "organ-kind", kind)).join(", "),
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
        href={(m) => `/beslut/mandat/${m.id}`}
        empty={<EmptyState title={t("page.mandate.none")}>{t("page.mandate.none-detail")}</EmptyState>}
      />
    </div>
  );
}

const verbOf = (mandate: Mandate): string => mandate.action.split(":")[0] ?? "";
