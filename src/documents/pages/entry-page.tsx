import type { ReactNode } from "react";
import { useSession } from "../../organisation/pages/use-bodies.ts";
import { Link, useGo, useSearchParam } from "../../platform/ui/link.tsx";
import { type MayAnswer, MayButton } from "../../platform/ui/may-button.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";

/** An entry of the registers of documents and laws: read, or, by who may, changed at the same address (D-1, D-2). */
export function EntryPage({
  title,
  lead,
  may,
  editor,
  children,
  below,
}: {
  readonly title: string;
  readonly lead: string;
  readonly may: MayAnswer | undefined;
  /** The form; `done` is told what was stored, or nothing where that was refused. */
  readonly editor: (done: (stored: unknown) => void) => ReactNode;
  /** What is read while nobody writes. */
  readonly children: ReactNode;
  /** What stands under both. */
  readonly below?: ReactNode;
}) {
  const t = useTexts("documents");
  const toast = useToast();
  const [editing, setEditing] = useSearchParam("andra");
  const signedIn = useSession()?.person != null;
  const done = (stored: unknown) => {
    if (!stored) return;
    toast(t("page.form.saved"));
    setEditing(undefined);
  };
  return (
    <Page
      title={title}
      lead={lead}
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
      {editing ? editor(done) : children}
      {below}
    </Page>
  );
}

/** An entry put into a register: when it is stored its own page is shown. */
export function NewEntryPage({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead: string;
  readonly children: (done: (stored: unknown, address: string) => void) => ReactNode;
}) {
  const t = useTexts("documents");
  const go = useGo();
  const toast = useToast();
  const done = (stored: unknown, address: string) => {
    if (!stored) return;
    toast(t("page.form.saved"));
    go(address);
  };
  return (
    <Page title={title} lead={lead} cite="§3.3" above={<Link href="/dokument">{t("page.title")}</Link>}>
      {children(done)}
    </Page>
  );
}
