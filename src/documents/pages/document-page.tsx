import { ThingButton } from "../../decisions/course/pages/thing-button.tsx";
import { ThreadLink } from "../../decisions/thread/pages/thread-link.tsx";
import { History } from "../../organisation/changes/pages/history.tsx";
import { askMay } from "../../organisation/contract.ts";
import { useBodies, useSession } from "../../organisation/pages/use-bodies.ts";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { Link, usePathParams, useSearchParam } from "../../platform/ui/link.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { When } from "../../platform/ui/number.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi, useSave } from "../../platform/ui/use-api.ts";
import { type DocumentView, getDocument, listRegister, putDocument } from "../contract.ts";
import { documentSource } from "../sources.ts";
import { DocumentForm } from "./document-form.tsx";
import { idFromTitle } from "./document-id.ts";
import { EntryPage, NewEntryPage } from "./entry-page.tsx";
import { RowState } from "./register-table.tsx";
import "./documents.css";

/** One registered document: what applies, by which decision, and how it has read before (D-1). */
export function DocumentPage() {
  const { id = "" } = usePathParams();
  const document = useApi(getDocument, { params: { id } });
  return (
    <Loaded of={document} lines={8}>
      {(view) => <Document key={document.etag} view={view} etag={document.etag} />}
    </Loaded>
  );
}

function Document({ view, etag }: { readonly view: DocumentView; readonly etag: string | undefined }) {
  const t = useTexts("documents");
  const { document, row } = view;
  const may = useApi(askMay, { query: { action: "edit:governing-document", body: document.body } }).data;
  const { save, saving, problem } = useSave(putDocument);
  return (
    <EntryPage
      title={document.title}
      lead={t("page.one.lead", { type: row.typeName, body: row.bodyName })}
      may={may}
      editor={(done) => (
        <DocumentForm
          document={document}
          body={document.body}
          today={document.validFrom}
          may={may}
          problem={problem}
          saving={saving}
          onSave={async (next) => done(await save({ params: { id: view.id }, body: next, ifMatch: etag }))}
        />
      )}
      below={
        <>
          <Revisions view={view} />
          <History of="document" id={view.id} />
        </>
      }
    >
      <Facts view={view} />
    </EntryPage>
  );
}

function Revisions({ view }: { readonly view: DocumentView }) {
  const t = useTexts("documents");
  return (
    <Section title={t("page.one.revisions")}>
      <DataTable
        caption={`${view.document.title}: ${t("page.one.revisions")}`}
        rows={view.revisions}
        rowKey={(revision) => String(revision.revision)}
        search={false}
        columns={[
          { id: "revision", header: t("page.one.revision"), value: (r) => r.revision },
          { id: "title", header: t("page.row.title"), value: (r) => r.title },
          {
            id: "at",
            header: t("page.one.edited"),
            value: (r) => r.writtenOn,
            cell: (r) => <When at={r.writtenOn} />,
          },
          { id: "by", header: t("page.one.by"), value: (r) => r.editedBy },
        ]}
      />
    </Section>
  );
}

function Facts({ view }: { readonly view: DocumentView }) {
  const t = useTexts("documents");
  const tCourse = useTexts("decisions");
  const signedIn = useSession()?.person != null;
  const { document, row, laws } = view;
  return (
    <dl className="facts">
      <dt>{t("page.row.state")}</dt>
      <dd>
        <RowState row={row} />
      </dd>
      <dt>{t("page.form.level")}</dt>
      <dd>{t(`documents.level.${document.level}`)}</dd>
      <dt>{t("page.row.owner")}</dt>
      <dd className="row">
        {row.owner}{" "}
        {row.registeredOwner ? (
          <span className="quiet small">
            {t("page.row.registered-owner", { name: row.registeredOwner })}{" "}
          </span>
        ) : null}
        {signedIn ? (
          <ThingButton thing={documentSource(view.id)} name={document.title}>
            {tCourse("course.hand-over")}
          </ThingButton>
        ) : null}
      </dd>
      <dt>{t("page.row.from")}</dt>
      <dd>
        <When at={document.validFrom} />
      </dd>
      <dt>{t("page.row.to")}</dt>
      <dd>{document.validTo ? <When at={document.validTo} /> : t("page.row.until-further")}</dd>
      <dt>{t("page.form.reviewBy")}</dt>
      <dd>{document.reviewBy ? <When at={document.reviewBy} /> : "–"}</dd>
      <dt>{t("page.row.decision")}</dt>
      <dd>
        {document.decision === null ? (
          t(view.olderThanChain ? "page.one.before-chain" : "page.one.no-decision")
        ) : (
          <Link href={`/beslut/${document.decision}`}>
            {t("page.row.decision-number", { number: document.decision })}
          </Link>
        )}
      </dd>
      <dt>{t("page.form.address")}</dt>
      <dd>{document.address ? <Link href={document.address}>{document.address}</Link> : "–"}</dd>
      <dt>{tCourse("thread.title")}</dt>
      <dd>
        <ThreadLink thing={documentSource(view.id)} of={document.title} />
      </dd>
      <dt>{t("page.laws.title")}</dt>
      <dd>
        {laws.length === 0
          ? "–"
          : laws.map((law) => (
              <div key={law.id}>
                <Link href={`/dokument/lag/${law.id}`}>{law.title}</Link> ({law.reference})
              </div>
            ))}
      </dd>
    </dl>
  );
}

/** A document put into the register. */
export function NewDocumentPage() {
  const t = useTexts("documents");
  const session = useSession();
  const { bodies } = useBodies();
  const [forBody = ""] = useSearchParam("for");
  const own = session?.person?.posts[0]?.body ?? "";
  const body = bodies.some(({ id }) => id === forBody) ? forBody : own;
  const register = useApi(listRegister, { query: {} });
  const may = useApi(
    askMay,
    { query: { action: "edit:governing-document", body } },
    { when: body !== "" },
  ).data;
  const { save, saving, problem } = useSave(putDocument);
  return (
    <NewEntryPage title={t("page.register")} lead={t("page.form.lead")}>
      {(done) =>
        session && bodies.length > 0 && register.data ? (
          body === "" ? (
            <EmptyState title={t("page.form.no-body")} />
          ) : (
            <DocumentForm
              document={undefined}
              body={body}
              today={session.today}
              may={may}
              problem={problem}
              saving={saving}
              onSave={async (document) => {
                const id = idFromTitle(
                  document.title,
                  (register.data ?? []).map((row) => row.id),
                );
                done(await save({ params: { id }, body: document, ifMatch: "none" }), `/dokument/${id}`);
              }}
            />
          )
        ) : null
      }
    </NewEntryPage>
  );
}
