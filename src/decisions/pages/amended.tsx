import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { numberText } from "../../kernel/format.ts";
import { decimalsOf } from "../../kernel/scaled.ts";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import type { getDecision } from "../contract.ts";
import type { ShownDecision } from "./check-version.ts";
import { Content } from "./content.tsx";
import { useKindName, useKindPages } from "./matter-pages.tsx";

type Changed = NonNullable<z.output<(typeof getDecision)["returns"]>["changed"]>;
type Difference = Changed["differences"][number];

/** The mark of a version that the meeting made of the proposal. */
export function Amended() {
  const t = useTexts("decisions");
  return <Status value="deviation" word={t("matter.amended")} />;
}

/** What a decision changed of the proposal, who moved it, and the proposal as it was laid forward; nothing where it changed nothing. */
export function WhatChanged({ shown: { decision, changed } }: { readonly shown: ShownDecision }) {
  const t = useTexts("decisions");
  const where = useWhere(decision.kind);
  const said = useSaid();
  const { motion, proposal } = decision.preparation ?? {};
  if (!changed || !proposal) return null;
  return (
    <Section
      title={t("page.decision.changed-title")}
      lead={t("page.decision.changed-lead", { version: proposal.version, motion: motion ?? "" })}
    >
      <DataTable
        caption={t("page.decision.changed-caption")}
        columns={[
          { id: "where", header: t("page.decision.changed-where"), value: where, names: true },
          { id: "from", header: t("page.decision.changed-from"), value: (row) => said(row.from) },
          { id: "to", header: t("page.decision.changed-to"), value: (row) => said(row.to) },
        ]}
        rows={changed.differences}
        rowKey={(row) => row.path.join("/")}
        note={changed.more ? t("page.decision.changed-more") : undefined}
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

/** A place in words: the thing's own name, the field's, and the year. */
function useWhere(kind: string): (row: Difference) => string {
  const chapter = useKindPages(kind)?.kind.chapter ?? "decisions";
  const { t } = useTranslation([chapter, "decisions"], { nsMode: "fallback" });
  const kindName = useKindName();
  return ({ thing, path, from, to }) => {
    const year = path.find((part) => /^2\d{3}$/.test(part));
    const field = path.findLast((part) => /^[a-z][A-Za-z]+$/.test(part) && part !== year) ?? "";
    const name = t([`page.place.${field}`, `place.${field}`], { defaultValue: "" }) as string;
    // A thing whose name it is that differs is seen in the columns beside
    const named = thing === from || thing === to ? "" : thing || kindName(kind);
    return [named, name, year].filter(Boolean).join(" · ");
  };
}

function useSaid(): (value: Difference["from"]) => string {
  const t = useTexts("decisions");
  const language = useLanguage();
  return (value) => {
    if (value === null || value === "") return t("page.decision.changed-nothing");
    if (typeof value === "boolean") return t(value ? "page.decision.yes" : "page.decision.no");
    return typeof value === "number" ? numberText(value, language, decimalsOf(value)) : value;
  };
}
