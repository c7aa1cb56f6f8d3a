import { Button } from "@digdir/designsystemet-react";
import { useEffect, useRef, useState } from "react";
import type { z } from "zod";
import { Cite } from "../../../platform/ui/cite.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link, useGo, usePathParams } from "../../../platform/ui/link.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { MayButton } from "../../../platform/ui/may-button.tsx";
import { When } from "../../../platform/ui/number.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { PlainTable } from "../../../platform/ui/plain-table.tsx";
import { dataText, useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import { History } from "../../changes/pages/history.tsx";
import { useSession } from "../../pages/use-bodies.ts";
import { changeMandate, getMandate, type MandateInput, type MandateView } from "../contract.ts";
import { EndDialog } from "./end-dialog.tsx";
import { useMayKeep } from "./locked-table.tsx";
import { MandateForm } from "./mandate-form.tsx";
import { useMandateName } from "./mandate-words.ts";
import { useSourceDocuments } from "./source-documents.ts";

type One = z.output<typeof getMandate.returns>;

/** One mandate: what it gives, from which source, what was before it and what comes after (model R-3). */
export function MandatePage() {
  const { id = "" } = usePathParams();
  const one = useApi(getMandate, { params: { id } });
  return (
    <Loaded of={one} lines={8}>
      {(found) => <Mandate key={found.mandate.id} {...found} />}
    </Loaded>
  );
}

function Mandate({ mandate, line }: One) {
  const t = useTexts("organisation");
  const go = useGo();
  const mandateName = useMandateName();
  const signedIn = useSession()?.person != null;
  const may = useMayKeep();
  const [doing, setDoing] = useState<"change" | "end">();
  // Only the last row of its line is changed: what came before it is history
  const isLast = line.at(-1)?.id === mandate.id;
  const next = line[line.findIndex(({ id }) => id === mandate.id) + 1];
  return (
    <Page
      title={mandateName(mandate.action)}
      lead={t("mandate.whom", {
        body:
          mandate.bodyName ?? mandate.organKinds.map((kind) => dataText(t, "organ-kind", kind)).join(", "),
        roles: mandate.postName ?? mandate.roles.map((role) => dataText(t, "role", role)).join(", "),
      })}
      cite={mandate.cite}
      above={<Link href="/beslut/mandat">{t("page.mandate.title")}</Link>}
      action={
        signedIn && isLast && doing !== "change" ? (
          <>
            <MayButton may={may} onPress={() => setDoing("change")}>
              {t("mandate.change")}
            </MayButton>
            {may?.allowed ? (
              <Button variant="secondary" onClick={() => setDoing("end")}>
                {t("mandate.end")}
              </Button>
            ) : null}
          </>
        ) : null
      }
    >
      {next ? (
        <p>
          {t("mandate.taken-over")}{" "}
          <Link href={`/beslut/mandat/${next.id}`}>
            <When at={next.validFrom} />
          </Link>
        </p>
      ) : null}
      {doing === "change" ? (
        <ChangeMandate
          mandate={mandate}
          onDone={(id) => (id === undefined ? setDoing(undefined) : go(`/beslut/mandat/${id}`))}
        />
      ) : (
        <Facts mandate={mandate} />
      )}
      {line.length > 1 ? <Line line={line} shown={mandate.id} /> : null}
      <History of="mandate" id={mandate.id} />
      {doing === "end" ? <EndDialog mandate={mandate} onClose={() => setDoing(undefined)} /> : null}
    </Page>
  );
}

function ChangeMandate({
  mandate,
  onDone,
}: {
  readonly mandate: MandateView;
  /** With the row that takes over; without where nothing was changed. */
  readonly onDone: (id?: string) => void;
}) {
  const t = useTexts("organisation");
  const toast = useToast();
  const today = useSession()?.today ?? mandate.validFrom;
  const { save, saving, problem } = useSave(changeMandate);
  // The button that led here has gone: one goes on in the form
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => form.current?.querySelector("select")?.focus(), []);
  const { id, cite: _cite, bodyName: _body, postName: _post, replaces: _before, ...words } = mandate;
  const change = async (body: MandateInput, why: string) => {
    const stored = await save({ params: { id }, body, ...(why ? { why } : {}) });
    if (!stored) return;
    toast(t("mandate.form.stored"));
    onDone(stored.value.id);
  };
  return (
    <Section title={t("mandate.change-title")} lead={t("mandate.change-lead")}>
      <div ref={form}>
        <MandateForm
          given={
            {
              ...words,
              validFrom: [mandate.validFrom, today].toSorted()[1],
            } as MandateInput
          }
          send={t("mandate.form.save")}
          saving={saving}
          problem={problem}
          onSend={(body, why) => void change(body, why)}
          onCancel={() => onDone()}
        />
      </div>
    </Section>
  );
}

function Facts({ mandate }: { readonly mandate: MandateView }) {
  const t = useTexts("organisation");
  const documents = useSourceDocuments(mandate.sourceDocument !== null);
  const document = documents.find(({ reference }) => reference === mandate.sourceDocument);
  return (
    <dl className="facts">
      <dt>{t("page.mandate.scope")}</dt>
      <dd>{dataText(t, "scope", mandate.scope)}</dd>
      <dt>{t("page.mandate.source")}</dt>
      <dd>
        <span lang={WRITTEN}>{mandate.source}</span> <Cite of={mandate.cite} />
      </dd>
      {document ? (
        <>
          <dt>{t("mandate.form.document")}</dt>
          <dd>
            <Link href={document.href} lang={WRITTEN}>
              {document.title}
            </Link>
          </dd>
        </>
      ) : null}
      <dt>{t("mandate.form.from")}</dt>
      <dd>
        <When at={mandate.validFrom} />
      </dd>
      <dt>{t("mandate.form.to")}</dt>
      <dd>{mandate.validTo ? <When at={mandate.validTo} /> : t("mandate.until-further")}</dd>
    </dl>
  );
}

/** What the mandate was before and will be: one row a time. */
function Line({ line, shown }: { readonly line: readonly MandateView[]; readonly shown: string }) {
  const t = useTexts("organisation");
  return (
    <Section title={t("mandate.line")}>
      <PlainTable
        caption={t("mandate.line")}
        columns={[
          { id: "when", header: t("mandate.days"), stays: true },
          { id: "whom", header: t("page.mandate.roles") },
          { id: "scope", header: t("page.mandate.scope") },
          { id: "source", header: t("page.mandate.source"), written: true },
        ]}
        rows={line.map((row) => ({
          key: row.id,
          marked: row.id === shown,
          cells: [
            <Link key="when" href={`/beslut/mandat/${row.id}`}>
              <When at={row.validFrom} /> –{" "}
              {row.validTo ? <When at={row.validTo} /> : t("mandate.until-further")}
            </Link>,
            row.postName ?? row.roles.map((role) => dataText(t, "role", role)).join(", "),
            dataText(t, "scope", row.scope),
            row.source,
          ],
        }))}
      />
    </Section>
  );
}
