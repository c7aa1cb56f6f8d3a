import { Link, useGo } from "../../../platform/ui/link.tsx";
import { Skeleton } from "../../../platform/ui/loading.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useSave } from "../../../platform/ui/use-api.ts";
import { useSession } from "../../pages/use-bodies.ts";
import { addMandate, type MandateInput } from "../contract.ts";
import { LockedTable, useMayKeep } from "./locked-table.tsx";
import { MandateForm } from "./mandate-form.tsx";

/** Gives somebody a mandate from a day on (model R-3). */
export function NewMandatePage() {
  const t = useTexts("organisation");
  const go = useGo();
  const toast = useToast();
  const session = useSession();
  const may = useMayKeep();
  const { save, saving, problem } = useSave(addMandate);
  const give = async (body: MandateInput, why: string) => {
    const stored = await save({ body, ...(why ? { why } : {}) });
    if (!stored) return;
    toast(t("mandate.form.stored"));
    go(`/beslut/mandat/${stored.value.id}`);
  };
  const form = () =>
    session === undefined || may === undefined ? (
      <Skeleton lines={8} />
    ) : may.allowed ? (
      <MandateForm
        given={{
          action: "edit:body-goals",
          organKinds: [],
          roles: [],
          body: null,
          post: null,
          scope: "own",
          source: "",
          sourceDocument: null,
          validFrom: session.today as MandateInput["validFrom"],
          validTo: null,
        }}
        send={t("mandate.form.give")}
        saving={saving}
        problem={problem}
        onSend={(body, why) => void give(body, why)}
        onCancel={() => go("/beslut/mandat")}
      />
    ) : (
      <LockedTable may={may} />
    );
  return (
    <Page
      title={t("page.mandate.new")}
      lead={t("mandate.form.lead")}
      cite="§3.2"
      above={<Link href="/beslut/mandat">{t("page.mandate.title")}</Link>}
    >
      {form()}
    </Page>
  );
}
