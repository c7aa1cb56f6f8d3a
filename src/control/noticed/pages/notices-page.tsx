import { useState } from "react";
import { matterPath, placeOfMatter } from "../../../decisions/rules/kind.ts";
import { isBlank } from "../../../kernel/written.ts";
import { useBodies, useSession } from "../../../organisation/pages/use-bodies.ts";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { fieldId, SelectField, TextArea } from "../../../platform/ui/fields.tsx";
import { KeptOffer } from "../../../platform/ui/kept-offer.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { Loaded, Skeleton } from "../../../platform/ui/loading.tsx";
import { MayButton } from "../../../platform/ui/may-button.tsx";
import { When } from "../../../platform/ui/number.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { SignInLink } from "../../../platform/ui/sign-in-link.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import { useKept } from "../../../platform/ui/use-kept.ts";
import { listNotices, type NoticeView, noticeRisk } from "../contract.ts";

/** One minute, any day of the year: what one has seen that can go wrong, and what became of it (K-2). */
export function NoticesPage() {
  const t = useTexts("control");
  const session = useSession();
  return (
    <Page
      title={t("notice.title")}
      lead={t("notice.lead")}
      cite="§2.3"
      above={<Link href="/kontroll">{t("page.back")}</Link>}
    >
      {session === undefined ? (
        <Skeleton lines={6} />
      ) : session.person ? (
        <>
          <NoticeRisk bodies={session.person.posts.map(({ body }) => body)} />
          <Became />
        </>
      ) : (
        <EmptyState title={t("notice.sign-in")} action={<SignInLink>{t("ui.sign-in")}</SignInLink>} />
      )}
    </Page>
  );
}

function Became() {
  const t = useTexts("control");
  const notices = useApi(listNotices, { query: {} });
  return (
    <Section title={t("notice.became")} lead={t("notice.became-lead")}>
      <Loaded of={notices} lines={6}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t("notice.none")}>{t("notice.none-detail")}</EmptyState>
          ) : (
            <ul className="plain-list stack">
              {all.map((notice) => (
                <Item key={notice.id} notice={notice} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

const EMPTY = { text: "", leadsTo: "", body: "" };

function NoticeRisk({ bodies: own }: { readonly bodies: readonly string[] }) {
  const t = useTexts("control");
  const toast = useToast();
  const { bodies, nameOf } = useBodies();
  const [notice, setNotice, kept] = useKept("risk-notice", EMPTY);
  const [tried, setTried] = useState(false);
  const { save, saving, problem } = useSave(noticeRisk);
  const set = (change: Partial<typeof EMPTY>) => setNotice({ ...notice, ...change });
  const body = notice.body || (own[0] ?? "");
  const missing = (text: string) => (tried && isBlank(text) ? t("notice.missing") : undefined);
  const others = bodies.filter(({ id }) => !own.includes(id));
  const send = async () => {
    setTried(true);
    const empty = (["text", "leadsTo"] as const).find((at) => isBlank(notice[at]));
    if (empty) return document.getElementById(fieldId(empty))?.focus();
    const { text, leadsTo } = notice;
    if (!(await save({ body: { body, text: text.trim(), leadsTo: leadsTo.trim() } }))) return;
    toast(t("notice.sent"));
    setNotice(EMPTY);
    kept.forget();
    setTried(false);
  };
  return (
    <section className="sheet form" aria-labelledby="ny-risk">
      <h2 className="ds-heading" data-size="sm" id="ny-risk">
        {t("notice.new")}
      </h2>
      <ErrorSummary problem={problem} />
      {kept.offer ? (
        <KeptOffer from={kept.offer.from} onTake={kept.offer.take} onThrow={kept.offer.discard} />
      ) : null}
      <TextArea
        at="text"
        label={t("notice.text")}
        help={t("notice.text-help")}
        value={notice.text}
        onChange={(text) => set({ text })}
        rows={2}
        maxLength={1000}
        problem={problem}
        fault={missing(notice.text)}
      />
      <TextArea
        at="leadsTo"
        label={t("notice.leads-to")}
        help={t("notice.leads-to-help")}
        value={notice.leadsTo}
        onChange={(leadsTo) => set({ leadsTo })}
        rows={2}
        maxLength={1000}
        problem={problem}
        fault={missing(notice.leadsTo)}
      />
      <SelectField
        at="body"
        label={t("notice.body")}
        value={body}
        onChange={(next) => set({ body: next })}
        problem={problem}
        options={[
          ...own.map((id) => ({ value: id, label: nameOf(id) })),
          ...others.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <MayButton may={{ allowed: true, source: "", cite: "§2.3" }} busy={saving} onPress={send}>
        {t("notice.send")}
      </MayButton>
    </section>
  );
}

const SHOWN = { waiting: "waiting", gathered: "carried", "taken-in": "answered", declined: "past" } as const;

function Item({ notice }: { readonly notice: NoticeView }) {
  const t = useTexts("control");
  const { settled } = notice;
  const place = settled ? placeOfMatter(settled.matter) : undefined;
  return (
    <li className="sheet stack">
      <div className="row">
        <Status value={SHOWN[notice.fate]} word={t(`notice.fate.${notice.fate}`)} />
        <span className="quiet small">
          {t("notice.by", {
            name: notice.mine ? t("notice.mine") : `${notice.byName} (${t(`notice.as.${notice.as}`)})`,
            body: notice.bodyName,
          })}
          , <When at={notice.on} />
        </span>
      </div>
      <p className="prose" lang={WRITTEN}>
        <strong>{notice.text}</strong>
        <br />
        {notice.leadsTo}
      </p>
      {settled && place ? (
        <p>
          <Link href={settled.decision === null ? matterPath(place) : `/beslut/${settled.decision}`}>
            {settled.risk === null
              ? t("notice.declined-in", { year: settled.year })
              : t("notice.into", { year: settled.year, risk: settled.riskText ?? "" })}
          </Link>
          {settled.answer ? (
            <>
              <br />
              <span lang={WRITTEN}>{settled.answer}</span>
            </>
          ) : null}
        </p>
      ) : null}
    </li>
  );
}
