import { unbroken } from "../../kernel/format.ts";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Section } from "../../platform/ui/page.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { ShownDecision } from "./check-version.ts";
import { Content } from "./content.tsx";
import { DifferencesTable } from "./differences-table.tsx";

/** The mark of a version that the meeting made of the proposal. */
export function Amended() {
  const t = useTexts("decisions");
  return <Status value="deviation" word={t("matter.amended")} />;
}

/** What a decision changed of the proposal, who moved it, and the proposal as it was laid forward; nothing where it changed nothing. */
export function WhatChanged({ shown: { decision, changed } }: { readonly shown: ShownDecision }) {
  const t = useTexts("decisions");
  const { motion, proposal } = decision.preparation ?? {};
  if (!changed || !proposal) return null;
  return (
    <Section
      title={t("page.decision.changed-title")}
      lead={
        <>
          {t("page.decision.changed-lead", { version: proposal.version })}
          {motion ? (
            <>
              {" "}
              {t("page.decision.moved")} <span lang={WRITTEN}>{unbroken(motion)}</span>
            </>
          ) : null}
        </>
      }
    >
      <DifferencesTable
        kind={decision.kind}
        rows={changed.differences}
        more={changed.more}
        caption={t("page.decision.changed-caption")}
        headers={{ from: t("page.decision.changed-from"), to: t("page.decision.changed-to") }}
      />
      <details>
        <summary>{t("page.decision.changed-proposal")}</summary>
        <Content
          kind={decision.kind}
          content={changed.proposed}
          body={decision.body}
          year={decision.year}
          version={proposal.version}
        />
      </details>
    </Section>
  );
}
