import { listLedgerCodes } from "../../organisation/contract.ts";
import { useMayOf } from "../../organisation/pages/may-read.tsx";
import { useBodies } from "../../organisation/pages/use-bodies.ts";
import { Bars } from "../../platform/ui/bars.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { Link } from "../../platform/ui/link.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { ImportFile } from "./import-file.tsx";

/** The first file of the accounts, and whose its codes are: which body each code counts to. */
export function LedgerStep() {
  const t = useTexts("ledger");
  const { nameOf } = useBodies();
  const may = useMayOf("executive", "import:ledger");
  return (
    <>
      <Section title={t("first-import.title")} lead={t("first-import.lead")} cite="§2.5">
        <ImportFile may={may} />
      </Section>
      <Section
        title={t("first-import.picture")}
        action={<Link href="/uppfoljning/koder">{t("first-import.codes")}</Link>}
      >
        <Loaded of={useApi(listLedgerCodes, {})} lines={6}>
          {({ codes }) => {
            const counts = new Map<string, number>();
            for (const { periods } of codes)
              for (const { body, validTo } of periods)
                if (validTo === null) counts.set(body, (counts.get(body) ?? 0) + 1);
            const bars = [...counts]
              .sort(([, a], [, b]) => b - a)
              .map(([id, value]) => ({ key: id, name: nameOf(id), value, text: String(value) }));
            return bars.length === 0 ? (
              <EmptyState title={t("first-import.none")}>{t("first-import.none-lead")}</EmptyState>
            ) : (
              <Bars bars={bars} label={t("first-import.picture")} />
            );
          }}
        </Loaded>
      </Section>
    </>
  );
}
