import type { ReactNode } from "react";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { Skeleton } from "../../../platform/ui/loading.tsx";
import { SignInLink } from "../../../platform/ui/sign-in-link.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useMayOf } from "../../pages/may-read.tsx";
import { useSession } from "../../pages/use-session.ts";
import { PEOPLE } from "../kind.ts";

/** What is for those who keep people and posts in order; others are told who does. */
export function ForKeepers({ children }: { readonly children: ReactNode }) {
  const t = useTexts("organisation");
  const session = useSession();
  const may = useMayOf("council", `edit:${PEOPLE.object}`);
  if (session === undefined || may === undefined) return <Skeleton lines={6} />;
  if (session.person === null)
    return (
      <EmptyState title={t("people.sign-in")} action={<SignInLink>{t("page.sign-in.title")}</SignInLink>} />
    );
  if (!may.allowed)
    return (
      <EmptyState title={t("people.may-not")}>
        {t("people.may-not-detail", { who: may.ask.join("; ") })}
      </EmptyState>
    );
  return children;
}
