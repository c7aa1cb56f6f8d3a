import { ThreadLink } from "../../decisions/thread/pages/thread-link.tsx";
import { History } from "../../organisation/changes/pages/history.tsx";
import { useSession } from "../../organisation/pages/use-bodies.ts";
import { Link, usePathParams } from "../../platform/ui/link.tsx";
import { Loaded, Skeleton } from "../../platform/ui/loading.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi, useSave } from "../../platform/ui/use-api.ts";
import { getLaw, type LawView, listLaws, putLaw } from "../contract.ts";
import { lawSource } from "../sources.ts";
import { idFromTitle } from "./document-id.ts";
import { EntryPage, NewEntryPage } from "./entry-page.tsx";
import { LawForm } from "./law-form.tsx";
import { useMayRegisterLaw } from "./laws.tsx";
import "./documents.css";

/** One law: what it governs, whether authority is exercised by it, and how that is appealed (D-2). */
export function LawPage() {
  const { id = "" } = usePathParams();
  const law = useApi(getLaw, { params: { id } });
  return (
    <Loaded of={law} lines={6}>
      {(view) => <Law key={law.etag} view={view} etag={law.etag} />}
    </Loaded>
  );
}

function Law({ view, etag }: { readonly view: LawView; readonly etag: string | undefined }) {
  const t = useTexts("documents");
  const tDecisions = useTexts("decisions");
  const { law, may } = view;
  const { save, saving, problem } = useSave(putLaw);
  return (
    <EntryPage
      title={law.title}
      lead={`${t(`documents.law.${law.kind}`)}, ${law.reference}.`}
      may={may}
      editor={(done) => (
        <LawForm
          law={law}
          may={may}
          problem={problem}
          saving={saving}
          onSave={async (next) => done(await save({ params: { id: view.id }, body: next, ifMatch: etag }))}
        />
      )}
      below={<History of="law" id={view.id} />}
    >
      <dl className="facts">
        <dt>{t("page.laws.bodies")}</dt>
        <dd>{view.bodyNames.join(", ")}</dd>
        <dt>{t("page.laws.authority")}</dt>
        <dd>{t(law.exerciseOfAuthority ? "page.laws.authority-word" : "page.laws.no")}</dd>
        <dt>{t("page.laws.appeal")}</dt>
        <dd>{law.appeal ?? "–"}</dd>
        <dt>{t("page.laws.documents")}</dt>
        <dd>
          {law.documents.length === 0
            ? "–"
            : law.documents.map((document, i) => (
                <div key={document}>
                  <Link href={`/dokument/${document}`}>{view.documentTitles[i]}</Link>
                </div>
              ))}
        </dd>
        <dt>{tDecisions("thread.title")}</dt>
        <dd>
          <ThreadLink thing={lawSource(view.id)} of={law.title} />
        </dd>
        <dt>{t("page.laws.address")}</dt>
        <dd>{law.address ? <Link href={law.address}>{law.address}</Link> : "–"}</dd>
      </dl>
    </EntryPage>
  );
}

/** A law put into the register. */
export function NewLawPage() {
  const t = useTexts("documents");
  const session = useSession();
  const laws = useApi(listLaws, { query: {} });
  const may = useMayRegisterLaw();
  const { save, saving, problem } = useSave(putLaw);
  return (
    <NewEntryPage title={t("page.laws.register")} lead={t("page.laws.form-lead")}>
      {(done) =>
        session && laws.data ? (
          <LawForm
            law={undefined}
            may={may}
            problem={problem}
            saving={saving}
            onSave={async (law) => {
              const id = idFromTitle(
                law.title,
                (laws.data ?? []).map((other) => other.id),
              );
              done(await save({ params: { id }, body: law, ifMatch: "none" }), `/dokument/lag/${id}`);
            }}
          />
        ) : (
          <Skeleton />
        )
      }
    </NewEntryPage>
  );
}
