import { useMemo } from "react";
import { listLaws, listRegister } from "../../documents/contract.ts";
import type { SourceDocument } from "../../organisation/mandates/pages/source-documents.ts";
import { useApi } from "../../platform/ui/use-api.ts";

/** The documents and laws of the register, for the table of mandates that lies below them. */
export function useSourceDocuments(when: boolean): readonly SourceDocument[] {
  const documents = useApi(listRegister, { query: {} }, { when }).data;
  const laws = useApi(listLaws, { query: {} }, { when }).data;
  return useMemo(
    () => [
      ...(documents ?? [])
        .filter(({ origin }) => origin === "registered")
        .map(({ id, title }) => ({ reference: `document:${id}`, title, href: `/dokument/${id}` })),
      ...(laws ?? []).map(({ id, law }) => ({
        reference: `law:${id}`,
        title: `${law.title} (${law.reference})`,
        href: `/dokument/lag/${id}`,
      })),
    ],
    [documents, laws],
  );
}
