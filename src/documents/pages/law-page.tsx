import { useSession } from "../../organisation/pages/use-bodies.ts";
import { Link, useGo, usePathParams, useSearchParam } from "../../platform/ui/link.tsx";
import { Loaded, Skeleton } from "../../platform/ui/loading.tsx";
import { MayButton } from "../../platform/ui/may-button.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../platform/ui/use-api.ts";
import { getLaw, type LawView, listLaws, putLaw } from "../contract.ts";
import { idFromTitle } from "./document-id.ts";
import { LawForm } from "./law-form.tsx";
import { useMayEditLaws } from "./laws.tsx";
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
  const toast = useToast();
  const { law } = view;
  const [editing, setEditing] = useSearchParam("andra");
  const signedIn = useSession()?.person != null;
  const may = useMayEditLaws();
  const { save, saving, problem } = useSave(putLaw);
  return (
    <Page
      title={law.title}
      lead={`${t(`documents.law.${law.kind}`)}, ${law.reference}.`}
      cite="§3.3"
      above={<Link href="/dokument">{t("page.title")}</Link>}
      action={
        editing || !signedIn ? null : (
          <MayButton may={may} variant="secondary" onPress={() => setEditing("1")}>
            {t("page.one.edit")}
          </MayButton>
        )
      }
    >
      {editing ? (
        <LawForm
          law={law}
          may={may}
          problem={problem}
          saving={saving}
          onSave={async (next) => {
            const stored = await save({ params: { id: view.id }, body: next, ifMatch: etag });
            if (!stored) return;
            toast(t("page.form.saved"));
            setEditing(undefined);
          }}
        />
      ) : (
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
          <dt>{t("page.laws.address")}</dt>
          <dd>{law.address ? <Link href={law.address}>{law.address}</Link> : "–"}</dd>
        </dl>
      )}
    </Page>
  );
}

/** A law put into the register. */
export function NewLawPage() {
  const t = useTexts("documents");
  const go = useGo();
  const toast = useToast();
  const session = useSession();
  const laws = useApi(listLaws, { query: {} });
  const may = useMayEditLaws();
  const { save, saving, problem } = useSave(putLaw);
  return (
    <Page
      title={t("page.laws.register")}
      lead={t("page.laws.form-lead")}
      cite="§3.3"
      above={<Link href="/dokument">{t("page.title")}</Link>}
    >
      {session && laws.data ? (
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
            const stored = await save({ params: { id }, body: law, ifMatch: "none" });
            if (!stored) return;
            toast(t("page.form.saved"));
            go(`/dokument/lag/${id}`);
          }}
        />
      ) : (
        <Skeleton />
      )}
    </Page>
  );
}
