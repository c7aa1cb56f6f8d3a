import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { SelectField } from "../../../platform/ui/fields.tsx";
import { useSearchParam } from "../../../platform/ui/link.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { getComparison } from "../compare/contract.ts";
import { ComparisonView } from "./compared/comparison-view.tsx";
import type { Stages } from "./stages-shown.ts";
import { versionName } from "./version-name.ts";

export const FROM_PARAM = "fran";
export const TO_PARAM = "till";

/** Any two versions of the year, or of the year before: chosen here, and kept in the address so that it can be shared. */
export function CompareVersions({ versions }: { readonly versions: Stages["versions"] }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const [from, setFrom] = useSearchParam(FROM_PARAM);
  const [to, setTo] = useSearchParam(TO_PARAM);
  const options = (chosen: string | undefined) => [
    { value: "", label: t("compare.choose") },
    ...versions.map((version) => ({ value: version.ref, label: versionName(version, t, language) })),
    // A link may name a version of another year, or one that the reader may not choose
    ...(chosen && !versions.some(({ ref }) => ref === chosen) ? [{ value: chosen, label: chosen }] : []),
  ];
  const ready = from && to && from !== to;
  return (
    <Section title={t("compare.title")} lead={t("compare.lead")} cite="§2.4" id="jamfor">
      <div className="compare-choice">
        <SelectField
          at="from"
          label={t("compare.from")}
          value={from ?? ""}
          options={options(from)}
          onChange={(ref) => setFrom(ref || undefined)}
        />
        <SelectField
          at="to"
          label={t("compare.to")}
          value={to ?? ""}
          options={options(to)}
          onChange={(ref) => setTo(ref || undefined)}
        />
      </div>
      {ready ? <Chosen from={from} to={to} /> : <EmptyState title={t("compare.same")} />}
    </Section>
  );
}

function Chosen({ from, to }: { readonly from: string; readonly to: string }) {
  const read = useApi(getComparison, { query: { from, to } });
  return (
    <Loaded of={read} lines={8}>
      {(compared) => <ComparisonView compared={compared} />}
    </Loaded>
  );
}
