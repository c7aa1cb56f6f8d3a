import { Button } from "@digdir/designsystemet-react";
import { BodyName } from "../../../organisation/pages/body-name.tsx";
import { useBodies, useSession } from "../../../organisation/pages/use-bodies.ts";
import { aboveOf, type Body } from "../../../organisation/rules/organisation.ts";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { Money } from "../../../platform/ui/number.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import type { ActionPlan } from "../../contract.ts";
import { actionPlanPath } from "../../pages/paths.ts";
import { listPlansBelow } from "../contract.ts";
import { notYetIn, type PlanBelow } from "../rules/plans-below.ts";

type Measures = ActionPlan["measures"];

/** What comes from the levels below: their plans, those with most left first; who writes the plan here takes in their measures (U-8). */
export function PlansBelow({
  body,
  year,
  has = [],
  onTakeIn,
}: {
  readonly body: string;
  readonly year: number;
  readonly has?: Measures;
  readonly onTakeIn?: (measures: Measures) => void;
}) {
  const t = useTexts("followup");
  const signedIn = useSession()?.person != null;
  const { data = [] } = useApi(listPlansBelow, { params: { body, year } }, { when: signedIn });
  if (data.length === 0) return null;
  return (
    <Section title={t("unit-forecast.plans-below")} lead={t("unit-forecast.plans-below-lead")} cite="§2.5">
      <DataTable
        caption={t("unit-forecast.plans-below-caption")}
        rows={data}
        rowKey={(plan) => plan.body}
        search={false}
        copy={!onTakeIn}
        columns={[
          {
            id: "unit",
            header: t("unit-forecast.unit"),
            value: ({ name }) => name,
            cell: (plan) => (
              <Link href={actionPlanPath(plan.body, year)}>
                <BodyName id={plan.body} name={plan.name} />
              </Link>
            ),
          },
          {
            id: "deviation",
            header: t("unit-forecast.deviation"),
            numeric: true,
            value: ({ deviationTkr }) => deviationTkr,
            cell: ({ deviationTkr }) => <Money tkr={deviationTkr} signed />,
          },
          {
            id: "measures",
            header: t("unit-forecast.measures"),
            numeric: true,
            value: ({ measuresTkr }) => measuresTkr,
            cell: ({ measuresTkr }) => <Money tkr={measuresTkr} />,
          },
          {
            id: "lacking",
            header: t("unit-forecast.lacking"),
            numeric: true,
            stays: true,
            value: ({ lackingTkr }) => lackingTkr,
            cell: ({ lackingTkr }) => <Money tkr={lackingTkr} />,
          },
          {
            id: "asked",
            header: t("unit-forecast.asked"),
            value: ({ asked }) => asked ?? "",
            cell: ({ asked }) => (asked === null ? "–" : <span lang={WRITTEN}>{asked}</span>),
          },
          {
            id: "state",
            header: t("unit-forecast.state"),
            value: ({ state }) => state,
            cell: ({ state }) => <Status value={state} />,
          },
          ...(onTakeIn
            ? [
                {
                  id: "take-in",
                  header: t("unit-forecast.take-in"),
                  value: () => null,
                  unsortable: true,
                  stays: true,
                  cell: (plan: PlanBelow) => <TakeIn plan={plan} has={has} onTakeIn={onTakeIn} />,
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

function TakeIn({
  plan,
  has,
  onTakeIn,
}: {
  readonly plan: PlanBelow;
  readonly has: Measures;
  readonly onTakeIn: (measures: Measures) => void;
}) {
  const t = useTexts("followup");
  const missing = notYetIn(has, plan.measures as Measures);
  if (missing.length === 0) return <Status value="done" word={t("unit-forecast.all-in")} />;
  return (
    <Button
      variant="secondary"
      data-size="sm"
      aria-label={t("unit-forecast.take-in-what", { unit: plan.name })}
      onClick={() => onTakeIn(missing)}
    >
      {t("unit-forecast.take-in")}
    </Button>
  );
}

/** Where what remains is met when it has been taken further: the plan of the level above, level by level up to the committee. */
export function NextPlan({ body, year }: { readonly body: string; readonly year: number }) {
  const t = useTexts("followup");
  const { bodies } = useBodies();
  const all = bodies as readonly Body[];
  const own = all.find(({ id }) => id === body);
  const above = own && ["unit", "department", "administration"].includes(own.kind) ? aboveOf(own) : null;
  const next = all.find(({ id }) => id === above);
  if (!next) return null;
  return (
    <p>
      <Link href={actionPlanPath(next.id, year)}>{t("unit-forecast.next-plan", { body: next.name })}</Link>
    </p>
  );
}
