import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import type { z } from "zod";
import { dayText } from "../../kernel/format.ts";
import { SECURITY_KINDS, type SecurityKind } from "../../kernel/security-kinds.ts";
import { swedishDay, swedishTime } from "../../platform/clock.ts";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { SelectField } from "../../platform/ui/fields.tsx";
import { Link, useSearchParam } from "../../platform/ui/link.tsx";
import { Loaded, Skeleton } from "../../platform/ui/loading.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { dataText, useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { listSecurityEvents } from "../contract.ts";
import { SECURITY_LOG } from "../kind.ts";
import { LogNotRead, useMayOf } from "./may-read.tsx";
import { useObjectName } from "./object-names.ts";
import "../../platform/ui/filters.css";

type Event = z.output<typeof listSecurityEvents.returns>["events"][number];

/** What happens at the door: who signed in, who failed, who was refused and why (model T-7). */
export function SecurityPage() {
  const t = useTexts("organisation");
  const may = useMayOf("council", `read:${SECURITY_LOG.object}`);
  return (
    <Page
      title={t("page.security.title")}
      lead={t("page.security.lead")}
      cite="§3.2"
      above={<Link href="/beslut">{t("page.above")}</Link>}
    >
      {may === undefined ? <Skeleton lines={8} /> : may.allowed ? <Events /> : <LogNotRead may={may} />}
    </Page>
  );
}

function Events() {
  const t = useTexts("organisation");
  const [chosen, setChosen] = useSearchParam("sort");
  const kind = SECURITY_KINDS.find((one) => one === chosen);
  // Newest first; each step goes to those before the last one seen
  const [steps, setSteps] = useState<readonly number[]>([]);
  const before = steps.at(-1);
  const events = useApi(listSecurityEvents, {
    query: { ...(kind ? { kind } : {}), ...(before === undefined ? {} : { before }) },
  });
  return (
    <>
      <div className="filters">
        <SelectField
          at="sort"
          label={t("page.security.show")}
          value={kind ?? ""}
          onChange={(value) => {
            setSteps([]);
            setChosen(value || undefined);
          }}
          options={[
            { value: "", label: t("page.security.all") },
            ...SECURITY_KINDS.map((one) => ({ value: one, label: t(`page.security.kind.${one}`) })),
          ]}
        />
      </div>
      <Loaded of={events} lines={10}>
        {({ events: shown, earlier }) => (
          <div className="stack">
            <EventTable events={shown} />
            <p className="row">
              {steps.length > 0 ? (
                <Button variant="secondary" data-size="sm" onClick={() => setSteps(steps.slice(0, -1))}>
                  {t("page.security.later")}
                </Button>
              ) : null}
              {earlier === null ? null : (
                <Button variant="secondary" data-size="sm" onClick={() => setSteps([...steps, earlier])}>
                  {t("page.security.earlier")}
                </Button>
              )}
            </p>
          </div>
        )}
      </Loaded>
    </>
  );
}

function EventTable({ events }: { readonly events: readonly Event[] }) {
  const t = useTexts("organisation");
  const language = useLanguage();
  const why = useReason();
  const when = ({ at }: Event) => {
    const moment = new Date(at);
    return `${dayText(swedishDay(moment), language)} ${swedishTime(moment)}`;
  };
  const who = ({ person, address }: Event) =>
    person?.name ?? (address === null ? t("page.security.nobody") : t("page.security.unknown", { address }));
  const kindOf = (kind: SecurityKind) => t(`page.security.kind.${kind}`);
  return (
    <DataTable
      caption={t("page.security.caption", { count: events.length })}
      captionShown
      columns={[
        { id: "at", header: t("page.security.at"), value: ({ at }) => at, cell: when },
        {
          id: "kind",
          header: t("page.security.what"),
          value: ({ kind, times }) =>
            times > 1 ? t("page.security.times", { what: kindOf(kind), count: times }) : kindOf(kind),
          names: true,
        },
        { id: "who", header: t("page.security.who"), value: who },
        { id: "why", header: t("page.security.why"), value: why },
        { id: "sender", header: t("page.security.sender"), value: ({ sender }) => sender ?? "" },
        { id: "operation", header: t("page.security.operation"), value: ({ operation }) => operation ?? "" },
      ]}
      rows={events}
      rowKey={({ entry }) => String(entry)}
      empty={<EmptyState title={t("page.security.none")}>{t("page.security.none-detail")}</EmptyState>}
    />
  );
}

/** Each problem that says no, and what is changed in how somebody gets in: those that refuse are all here (a test holds it). */
export const REASONS = [
  "account-shut",
  "address-ended",
  "counter-proposal-not-yours",
  "crossing-lost",
  "draft-not-yours",
  "evidence-not-yours",
  "foreign-origin",
  "may-not",
  "municipality-paused",
  "no-post",
  "not-in-tillit",
  "not-for-programs",
  "not-sample",
  "not-yours-to-know",
  "passkey",
  "provider",
  "provider-no-name",
  "recovery",
  "scenario-not-yours",
  "second-factor",
  "secret-by-law",
  "session-ended",
  "sign-in-first",
  "system-manager",
  "token-ended",
  "token-not-for-this",
  "token-ownerless",
  "token-unknown",
  "totp",
] as const;

/** Why somebody was refused, as people say it: "Besluta budgeten", "Hör till någon annan"; else what was written, as a host name. */
function useReason(): (event: Event) => string {
  const t = useTexts("organisation");
  const objectName = useObjectName("definite");
  return ({ kind, reason }) => {
    if (reason === null) return "";
    const [verb, object] = reason.split(":");
    const known = REASONS.find((one) => one === reason);
    if (known) return t(`page.security.reason.${known}`);
    if (kind === "refused" && verb && object) return `${dataText(t, "verb", verb)} ${objectName(object)}`;
    return reason;
  };
}
