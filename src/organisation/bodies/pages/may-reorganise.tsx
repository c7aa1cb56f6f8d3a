import type { ReactNode } from "react";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useMayOf } from "../../pages/may-read.tsx";

/** What is for those who change the organisation; others are told who does. */
export function ForThoseWhoReorganise({ children }: { readonly children: ReactNode }) {
  const t = useTexts("organisation");
  const may = useMayOf("council", "edit:organisation");
  if (may === undefined) return null;
  return may.allowed ? (
    children
  ) : (
    <EmptyState title={t("bodies.reorganise.may-not")}>
      {t("bodies.reorganise.may-not-detail", { who: may.ask.join("; ") })}
    </EmptyState>
  );
}
