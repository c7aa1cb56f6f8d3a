import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { SelectField, TextField } from "../../../platform/ui/fields.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { When } from "../../../platform/ui/number.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { type EnvironmentAnalysis, listSignals, type SignalView } from "../contract.ts";
import { isSettled } from "../rules/signals.ts";
import "./analyses.css";

type Gathered = EnvironmentAnalysis["signals"][number];

/** The signals that wait: each is taken into a trend, or answered; what is left waits for the next analysis. */
export function GatherSignals({
  matter,
  trends,
  gathered,
  onChange,
}: {
  readonly matter: string;
  readonly trends: EnvironmentAnalysis["trends"];
  readonly gathered: readonly Gathered[];
  readonly onChange: (gathered: readonly Gathered[]) => void;
}) {
  const t = useTexts("goals");
  const signals = useApi(listSignals, {});
  const own = new Map(gathered.map((one) => [one.signal, one]));
  const isHere = (signal: SignalView) =>
    own.has(signal.id) || signal.fate === "waiting" || signal.gathered?.matter === matter;
  const write = (signal: SignalView, change: Partial<Gathered>) => {
    const before = own.get(signal.id) ?? { signal: signal.id, text: signal.text, trend: null, answer: "" };
    const next = { ...before, ...change };
    const kept = isSettled(next) || next.answer !== "";
    const others = gathered.filter((one) => one.signal !== signal.id);
    onChange(kept ? [...others, next] : others);
  };
  return (
    <Section title={t("analysis.gather.title")} lead={t("analysis.gather.lead")} id="signaler">
      <Loaded of={signals}>
        {({ signals: all }) => {
          const here = all.filter(isHere);
          return here.length === 0 ? (
            <EmptyState title={t("analysis.gather.none")}>{t("analysis.gather.none-detail")}</EmptyState>
          ) : (
            <ul className="plain-list stack">
              {here.map((signal) => (
                <li key={signal.id} className="analysis-card">
                  <p className="prose" lang={WRITTEN}>
                    {signal.text}
                  </p>
                  <p className="quiet small">
                    {signal.seenAt} · {signal.notedByName}, <When at={signal.notedOn} />
                  </p>
                  <div className="analysis-pair">
                    <SelectField
                      at={`signal.${signal.id}.trend`}
                      label={t("analysis.gather.trend")}
                      value={own.get(signal.id)?.trend ?? ""}
                      onChange={(trend) => write(signal, { trend: trend || null })}
                      options={[
                        { value: "", label: t("analysis.gather.no-trend") },
                        ...trends
                          .filter(({ name }) => name !== "")
                          .map(({ id, name }) => ({ value: id, label: name })),
                      ]}
                    />
                    <TextField
                      at={`signal.${signal.id}.answer`}
                      label={t("analysis.gather.answer", { who: signal.notedByName })}
                      value={own.get(signal.id)?.answer ?? ""}
                      onChange={(answer) => write(signal, { answer })}
                      maxLength={4000}
                    />
                  </div>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Section>
  );
}
