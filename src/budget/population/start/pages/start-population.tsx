import { numberText } from "../../../../kernel/format.ts";
import { sumOf } from "../../../../kernel/sum.ts";
import { useMayOf } from "../../../../organisation/pages/may-read.tsx";
import { SETUP } from "../../../../organisation/setup/kind.ts";
import { EmptyState } from "../../../../platform/ui/empty-state.tsx";
import { Link } from "../../../../platform/ui/link.tsx";
import { Loaded } from "../../../../platform/ui/loading.tsx";
import { MayButton } from "../../../../platform/ui/may-button.tsx";
import { Section } from "../../../../platform/ui/page.tsx";
import { ErrorSummary } from "../../../../platform/ui/problem-panel.tsx";
import { useLanguage, useTexts } from "../../../../platform/ui/texts.ts";
import { useToast } from "../../../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../../../platform/ui/use-api.ts";
import { beginPopulation, getStartPopulation } from "../contract.ts";
import { Pyramid } from "./pyramid.tsx";

/** The people that a forecast can be begun from, of the year that they were counted. */
export function StartPopulation() {
  const t = useTexts("budget");
  const language = useLanguage();
  const toast = useToast();
  const read = useApi(getStartPopulation, {});
  const may = useMayOf("council", `edit:${SETUP.object}`);
  const { save, saving, problem } = useSave(beginPopulation);
  const begin = async (counted: number) => {
    if (await save({ body: { counted } })) toast(t("population-start.stored"));
  };
  const open = <Link href="/ekonomi/befolkning">{t("population-start.open")}</Link>;
  return (
    <Loaded of={read} lines={10}>
      {({ year, women, men, budgetYear, begun }) =>
        women.length === 0 ? (
          <EmptyState title={t("population-start.none")} action={open}>
            {t("population-start.none-lead")}
          </EmptyState>
        ) : (
          <>
            <ErrorSummary problem={problem} />
            {begun ? (
              <Section title={t("population-start.begun")} action={open}>
                <p className="prose">{t("population-start.begun-lead", { year: budgetYear })}</p>
              </Section>
            ) : (
              <MayButton may={may} busy={saving} onPress={() => begin(year)}>
                {t("population-start.begin", { year })}
              </MayButton>
            )}
            <Section
              title={t("population-start.question")}
              lead={t("population-start.lead", { year })}
              cite="§2.2"
            >
              <p>
                {t("population-start.people", {
                  count: numberText(sumOf([...women, ...men]), language),
                  year,
                })}
              </p>
              <Pyramid year={year} women={women} men={men} />
            </Section>
          </>
        )
      }
    </Loaded>
  );
}
