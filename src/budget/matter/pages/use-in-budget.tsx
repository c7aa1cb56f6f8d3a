import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { listMatters } from "../../../decisions/contract.ts";
import { useKindName } from "../../../decisions/pages/matter-pages.tsx";
import { useMayWrite } from "../../../decisions/writers/pages/use-may-write.ts";
import { useSession, useSole } from "../../../organisation/pages/use-bodies.ts";
import { apiAnswer } from "../../../platform/ui/api.ts";
import { SelectField } from "../../../platform/ui/fields.tsx";
import { MayButton } from "../../../platform/ui/may-button.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi } from "../../../platform/ui/use-api.ts";
import type { Budget } from "../../base/contract.ts";
import type { ForecastLine } from "../../population/contract.ts";
import { budgetRoutes, planningConditionsRoutes } from "../contract.ts";
import { withForecast } from "./with-forecast.ts";

const ROUTES = { budget: budgetRoutes, "planning-conditions": planningConditionsRoutes } as const;
type Kind = keyof typeof ROUTES;

/** Lets a budget draft, or the planning conditions before it, take its people from this version (E-3, E-8); can be undone at once. */
export function UseInBudget({ line }: { readonly line: ForecastLine }) {
  const t = useTexts("budget");
  const nameOf = useKindName();
  const toast = useToast();
  const client = useQueryClient();
  const signedIn = Boolean(useSession()?.person);
  const [kind, setKind] = useState<Kind>("budget");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const { year } = line;
  const body = useSole(kind === "budget" ? "council" : "executive")?.id ?? "";
  const when = signedIn && body !== "";
  const may = useMayWrite({ kind, body, year }, { when });
  const begun = useApi(listMatters, { query: { kind, body, year } }, { when }).data;
  const stored = useApi(
    ROUTES[kind].get,
    { params: { body, year }, query: {} },
    { when: when && (begun?.length ?? 0) > 0 },
  );
  if (!signedIn) return null;
  const what = nameOf(kind);
  const already = stored.data?.content.sources.some(
    ({ from }) => from?.matter === line.matter && from.version === line.version,
  );
  const blocked =
    line.decision === null
      ? t("population.use-undecided")
      : begun?.length === 0
        ? t("population.use-none", { what, year })
        : already
          ? t("population.used-already", { what, year })
          : undefined;
  const put = (content: Budget, etag: string | undefined) =>
    apiAnswer(ROUTES[kind].put, { params: { body, year }, body: content, ifMatch: etag });
  const use = async () => {
    setProblem(undefined);
    setBusy(true);
    try {
      const before = await apiAnswer(ROUTES[kind].get, { params: { body, year }, query: {} });
      const after = await put(
        withForecast(before.value.content, line, {
          what: t("population.source-what"),
          source: t("population.source-text", { source: line.source, version: line.version }),
        }),
        before.etag,
      );
      await client.invalidateQueries();
      toast(t("population.used", { what, year, version: line.version }), {
        undo: async () => {
          await put(before.value.content, after.etag).catch(setProblem);
          await client.invalidateQueries();
        },
      });
    } catch (refusal) {
      setProblem(refusal);
    }
    setBusy(false);
  };
  return (
    <Section title={t("population.use")} lead={t("population.use-lead")} cite="§2.2">
      <div className="population-fields">
        <SelectField
          at="use"
          label={t("population.use-what")}
          value={kind}
          onChange={(chosen) => setKind(chosen as Kind)}
          options={(Object.keys(ROUTES) as Kind[]).map((one) => ({ value: one, label: nameOf(one) }))}
        />
      </div>
      {begun?.[0]?.state === "decided" && !blocked ? (
        <p className="quiet">{t("population.use-decided", { what, year })}</p>
      ) : null}
      <ErrorSummary problem={problem} />
      <MayButton may={may} blocked={blocked} busy={busy} onPress={use}>
        {t("population.use-button", { version: line.version, what, year })}
      </MayButton>
    </Section>
  );
}
