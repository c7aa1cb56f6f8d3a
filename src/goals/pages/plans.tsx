import { listDecisions } from "../../decisions/contract.ts";
import { useKindName } from "../../decisions/pages/matter-pages.tsx";
import { BodyName } from "../../organisation/pages/body-name.tsx";
import { useBodies } from "../../organisation/pages/use-bodies.ts";
import { upFrom } from "../../organisation/rules/organisation.ts";
import { useChoice } from "../../platform/ui/choice.tsx";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { When } from "../../platform/ui/number.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";

const PLANS = ["environment-analysis", "situation-analysis", "body-goals", "operations-plan"];

/** What is decided beside and under the goals of the year: analyses before, plans after (V-8). */
export function Plans({ filter }: { readonly filter: string | undefined }) {
  const t = useTexts("goals");
  const { year } = useChoice();
  const kindName = useKindName();
  const { bodies, nameOf } = useBodies();
  const organisation = bodies as Parameters<typeof upFrom>[0];
  // A body's plans are its own and those of the administrations that work for it
  const ofBody = (body: string) =>
    filter === undefined || upFrom(organisation, body).some((above) => above.id === filter);
  const decisions = useApi(listDecisions, { query: { year } });
  return (
    <Section title={t("page.plans")} lead={t("page.plans-lead", { year })} cite="§2.4">
      <Loaded of={decisions}>
        {(all) => (
          <DataTable
            caption={t("page.plans-caption")}
            copy={false}
            search={false}
            columns={[
              { id: "kind", header: t("page.plan"), value: (d) => kindName(d.kind) },
              {
                id: "body",
                header: t("page.choose"),
                value: (d) => nameOf(d.body),
                cell: (d) => <BodyName id={d.body} />,
              },
              {
                id: "day",
                header: t("page.decided"),
                value: (d) => d.decidedOn,
                cell: (d) => (
                  <>
                    <When at={d.decidedOn} />, {d.paragraph}
                  </>
                ),
              },
            ]}
            rows={all.filter((d) => PLANS.includes(d.kind) && ofBody(d.body))}
            rowKey={(d) => String(d.number)}
            href={(d) => `/beslut/${d.number}`}
            empty={<EmptyState title={t("page.no-plans", { year })} />}
          />
        )}
      </Loaded>
    </Section>
  );
}
