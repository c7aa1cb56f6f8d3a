import { askMay } from "../../organisation/contract.ts";
import { useSession, useSole } from "../../organisation/pages/use-bodies.ts";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { useGo } from "../../platform/ui/link.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { MayButton } from "../../platform/ui/may-button.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { listLaws } from "../contract.ts";

/** External governance (D-2): the laws, whom they govern, and how what is decided by them is appealed. */
export function Laws({ body }: { readonly body: string | undefined }) {
  const t = useTexts("documents");
  const go = useGo();
  const laws = useApi(listLaws, { query: body ? { body } : {} });
  const may = useMayRegisterLaw();
  const signedIn = useSession()?.person != null;
  return (
    <Section
      title={t("page.laws.title")}
      lead={t("page.laws.lead")}
      cite="§3.3"
      action={
        signedIn ? (
          <MayButton may={may} variant="secondary" onPress={() => go("/dokument/lag/ny")}>
            {t("page.laws.register")}
          </MayButton>
        ) : null
      }
    >
      <Loaded of={laws} lines={4}>
        {(rows) => (
          <DataTable
            caption={t("page.laws.caption")}
            rows={rows}
            rowKey={(row) => row.id}
            href={(row) => `/dokument/lag/${row.id}`}
            empty={<EmptyState title={t("page.laws.none")}>{t("page.laws.none-detail")}</EmptyState>}
            columns={[
              { id: "title", header: t("page.laws.name"), value: ({ law }) => law.title, written: true },
              { id: "reference", header: t("page.laws.reference"), value: ({ law }) => law.reference },
              { id: "kind", header: t("page.laws.kind"), value: ({ law }) => t(`documents.law.${law.kind}`) },
              {
                id: "bodies",
                header: t("page.laws.bodies"),
                value: (row) => row.bodyNames.join(", "),
                written: true,
              },
              {
                id: "authority",
                header: t("page.laws.authority"),
                value: ({ law }) => t(law.exerciseOfAuthority ? "page.laws.yes" : "page.laws.no"),
                cell: ({ law }) =>
                  law.exerciseOfAuthority ? (
                    <Status value="decided" word={t("page.laws.authority-word")} />
                  ) : (
                    <span className="quiet">{t("page.laws.no")}</span>
                  ),
              },
              { id: "appeal", header: t("page.laws.appeal"), value: ({ law }) => law.appeal, written: true },
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}

/** Whether the reader keeps the laws of any area: asked of the own body, or, where there is none, of the executive's. */
export function useMayRegisterLaw() {
  const own = useSession()?.person?.posts[0]?.body;
  const executive = useSole("executive")?.id;
  const body = own ?? executive;
  return useApi(
    askMay,
    { query: { action: "edit:external-law", body: body ?? "" } },
    { when: body !== undefined },
  ).data;
}
