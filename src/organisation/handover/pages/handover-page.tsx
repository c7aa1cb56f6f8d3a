import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { dayText } from "../../../kernel/format.ts";
import { swedishDay } from "../../../platform/clock.ts";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { Link } from "../../../platform/ui/link.tsx";
import { Loaded, Skeleton } from "../../../platform/ui/loading.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { useMayOf } from "../../pages/may-read.tsx";
import { getHandovers } from "../contract.ts";
import { HANDOVER } from "../kind.ts";
import { HandedOver } from "./handed-over.tsx";
import { KeyDialog } from "./key-dialog.tsx";
import "./handover.css";

/** The municipality's own data as one file: the key that opens it, and what has been handed over (T-3). */
export function HandoverPage() {
  const t = useTexts("organisation");
  const language = useLanguage();
  const may = useMayOf("executive", `manage:${HANDOVER.object}`);
  const read = useApi(getHandovers, {}, { when: may?.allowed === true });
  const [making, make] = useState(false);
  const [chosen, choose] = useState(false);
  const key = read.data?.key;
  return (
    <Page
      title={t("handover.title")}
      lead={t("handover.lead")}
      cite="§3.2"
      above={<Link href="/beslut">{t("handover.above")}</Link>}
    >
      {may === undefined ? <Skeleton lines={8} /> : null}
      {may?.allowed === false ? (
        <EmptyState title={t("handover.may-not")}>
          {t("handover.may-not-detail", { who: may.ask.join("; ") })}
        </EmptyState>
      ) : null}
      {may?.allowed ? (
        <Loaded of={read} lines={8}>
          {(all) => (
            <>
              <Section title={t("handover.key")} lead={t("handover.key-lead")}>
                {all.key ? (
                  <div className="stack">
                    <p>
                      {t("handover.chosen", {
                        who: all.key.setBy,
                        day: dayText(swedishDay(new Date(all.key.setAt)), language),
                      })}
                    </p>
                    <p className="small">
                      {t("handover.public")}: <code className="handover-key">{all.key.recipient}</code>
                    </p>
                    <p>
                      <Button
                        variant="secondary"
                        // What the dialog was opened by has gone with the first key
                        ref={(button) => (chosen ? button?.focus() : undefined)}
                        onClick={() => make(true)}
                      >
                        {t("handover.make-new")}
                      </Button>
                    </p>
                  </div>
                ) : (
                  <EmptyState
                    title={t("handover.none")}
                    action={<Button onClick={() => make(true)}>{t("handover.make")}</Button>}
                  >
                    {t("handover.none-detail")}
                  </EmptyState>
                )}
              </Section>
              <Section title={t("handover.files")}>
                <HandedOver all={all.handovers} />
              </Section>
              <Section title={t("handover.how")} lead={t("handover.how-lead")}>
                {null}
              </Section>
            </>
          )}
        </Loaded>
      ) : null}
      {making ? (
        <KeyDialog changing={key !== null} onClose={() => make(false)} onChosen={() => choose(true)} />
      ) : null}
    </Page>
  );
}
