import { listRegister } from "../../documents/contract.ts";
import { documentPage } from "../../documents/sources.ts";
import { useBodies } from "../../organisation/pages/use-bodies.ts";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Link } from "../../platform/ui/link.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import type { Risk } from "../contract.ts";
import { riskValue } from "../rules/risk.ts";

/** Where a risk lies, in figures. */
export const placed = (of: Pick<Risk, "likelihood" | "consequence">) => ({
  value: riskValue(of),
  likelihood: of.likelihood,
  consequence: of.consequence,
});

/** What is said of a risk beside the administration's assessment: the committee's view, what measures leave, and whose it is too. */
export function RiskParts({ risk }: { readonly risk: Risk }) {
  const t = useTexts("control");
  const { nameOf } = useBodies();
  const register = useApi(listRegister, { query: {} }, { when: (risk.documents?.length ?? 0) > 0 }).data;
  const { committee, after, documents = [], sharedWith = [], sharedFrom, groupRisk } = risk;
  return (
    <>
      {committee ? (
        <p className="small">
          <strong>{t("page.risks.committee", placed(committee))}</strong>{" "}
          <span lang={WRITTEN}>{committee.reason}</span>
        </p>
      ) : null}
      {after ? (
        <p className="small">
          <strong>{t("page.risks.after", placed(after))}</strong> <span lang={WRITTEN}>{after.measures}</span>
        </p>
      ) : null}
      {documents.length > 0 ? (
        <p className="small">
          {t("page.risks.documents")}{" "}
          {documents.map((id, i) => (
            <span key={id} lang={WRITTEN}>
              {i > 0 ? ", " : ""}
              <Link href={documentPage(id)}>{register?.find((one) => one.id === id)?.title ?? id}</Link>
            </span>
          ))}
        </p>
      ) : null}
      {groupRisk || sharedFrom || sharedWith.length > 0 ? (
        <p className="row small">
          {groupRisk ? <Status value="info" word={t("page.risks.group")} /> : null}
          {sharedWith.length > 0 ? (
            <span>
              {t("page.risks.shared")}: {sharedWith.map(nameOf).join(", ")}
            </span>
          ) : null}
          {sharedFrom ? (
            <span>
              {t("page.risks.shared-from")}: {nameOf(sharedFrom.body)}
            </span>
          ) : null}
        </p>
      ) : null}
    </>
  );
}
