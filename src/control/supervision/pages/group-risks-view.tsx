import type { ReactNode } from "react";
import type { ContentProps } from "../../../decisions/pages/matter-pages.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { useTexts } from "../../../platform/ui/texts.ts";
import { GroupRisks } from "../contract.ts";
import type { GroupRisk } from "./group-risk-form.tsx";
import "../../pages/control.css";

/** The risks for all, to be read; with buttons where one may write. */
export function GroupRisksView({
  risks,
  actions,
}: {
  readonly risks: readonly GroupRisk[];
  readonly actions?: (risk: GroupRisk) => ReactNode;
}) {
  const t = useTexts("control");
  if (risks.length === 0) return <EmptyState title={t("group.none")}>{t("group.none-detail")}</EmptyState>;
  return (
    <ul className="results">
      {risks.map((risk) => (
        <li className="sheet stack" key={risk.id}>
          <p lang={WRITTEN}>
            <strong>{risk.text}</strong>
          </p>
          <p className="prose" lang={WRITTEN}>
            {risk.reason}
          </p>
          <p className="quiet small">
            <span lang={WRITTEN}>{risk.area}</span> · {t(`control.purpose.${risk.purpose}`)}
          </p>
          {actions ? <div className="row-actions">{actions(risk)}</div> : null}
        </li>
      ))}
    </ul>
  );
}

/** Risks for all as they were decided. */
export function GroupRisksContent({ content }: ContentProps) {
  return <GroupRisksView risks={GroupRisks.parse(content).risks} />;
}
