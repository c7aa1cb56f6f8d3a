import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { Instead } from "../../../platform/ui/instead.tsx";
import type { MayAnswer } from "../../../platform/ui/may-button.tsx";
import { SignInLink } from "../../../platform/ui/sign-in-link.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useMayOf } from "../../pages/may-read.tsx";
import { MANDATE } from "../kind.ts";

/** Whether the reader may change the table of mandates; undefined until it is known. */
export const useMayKeep = () => useMayOf("council", `edit:${MANDATE.object}`);

/** In the place of a form that the reader may not use: who keeps the table. */
export function LockedTable({ may }: { readonly may: Extract<MayAnswer, { allowed: false }> }) {
  const t = useTexts("organisation");
  return (
    <EmptyState
      title={t("mandate.locked")}
      action={
        may.because === "sign-in" ? (
          <SignInLink>{t("page.sign-in.title")}</SignInLink>
        ) : (
          <Instead ask={may.ask} nearest={may.nearest} />
        )
      }
    />
  );
}
