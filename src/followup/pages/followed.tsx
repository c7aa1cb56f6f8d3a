import { CourseStateChip } from "../../decisions/course/pages/course-state.tsx";
import { OwnerName } from "../../decisions/course/pages/owner-name.tsx";
import { ThingButton } from "../../decisions/course/pages/thing-button.tsx";
import { DueDay } from "../../organisation/pages/due-day.tsx";
import { useSession } from "../../organisation/pages/use-bodies.ts";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Money } from "../../platform/ui/number.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { getPlanInHand, type PlanInHand } from "../contract.ts";

/** How it goes with the decided plan, beside it: its measures, and what has been taken to somebody (U-8). */
export function Followed({ body, year }: { readonly body: string; readonly year: number }) {
  const signedIn = useSession()?.person != null;
  const { data } = useApi(getPlanInHand, { params: { body, year } }, { when: signedIn });
  if (!data) return null;
  return (
    <>
      {data.escalation ? <EscalationInHand of={data.escalation} /> : null}
      {data.measures.length > 0 ? <MeasuresInHand plan={data} /> : null}
    </>
  );
}

/** What has been taken to somebody: who has it now, and what was answered (U-8). */
function EscalationInHand({ of }: { readonly of: NonNullable<PlanInHand["escalation"]> }) {
  const t = useTexts("followup");
  return (
    <Section title={t("page.plan.taken-up")} cite="§2.5">
      <p className="prose" lang={WRITTEN}>
        {of.text}
      </p>
      <dl className="facts">
        <dt>{t("page.plan.with")}</dt>
        <dd>
          <OwnerName of={of} />
        </dd>
        <dt>{t("page.plan.status")}</dt>
        <dd>
          <CourseStateChip state={of.state} />
          {of.answer ? <span lang={WRITTEN}> {of.answer}</span> : null}
          {of.note ? (
            <span className="quiet small" lang={WRITTEN}>
              {" "}
              {of.note}
            </span>
          ) : null}
        </dd>
      </dl>
      <ThingButton thing={of.thing} name={of.text}>
        {t("page.plan.answer")}
      </ThingButton>
    </Section>
  );
}

/** How the measures go: state, days, whose, and what they have given. */
function MeasuresInHand({ plan }: { readonly plan: PlanInHand }) {
  const t = useTexts("followup");
  const tCourse = useTexts("decisions");
  return (
    <Section title={t("page.plan.followed")} lead={t("page.plan.followed-lead")} cite="§2.5">
      <DataTable
        caption={t("page.plan.followed-caption")}
        rows={plan.measures}
        rowKey={(m) => m.id}
        columns={[
          { id: "text", header: t("page.plan.what"), value: (m) => m.text, foot: t("report.total") },
          {
            id: "responsible",
            header: t("page.plan.responsible"),
            value: (m) => m.responsibleName,
            cell: (m) => <OwnerName of={m} />,
          },
          {
            id: "effect-by",
            header: t("page.plan.effect-by"),
            value: (m) => m.effectBy,
            cell: (m) => (
              <>
                <DueDay at={m.effectBy} />
                {m.movedFrom ? (
                  <span className="quiet small">
                    {" "}
                    ({tCourse("course.moved-from")} <DueDay at={m.movedFrom} />)
                  </span>
                ) : null}{" "}
                {m.late ? <Status value="late" /> : null}
              </>
            ),
          },
          {
            id: "state",
            stays: true,
            header: t("page.plan.status"),
            value: (m) => tCourse(`course.state.${m.state}`),
            cell: (m) => (
              <>
                <CourseStateChip state={m.state} />
                {m.note ? <span className="quiet small"> {m.note}</span> : null}
              </>
            ),
          },
          {
            id: "amount",
            header: t("page.plan.amount"),
            numeric: true,
            value: (m) => m.amountTkr,
            cell: (m) => <Money tkr={m.amountTkr} />,
            foot: <Money tkr={plan.plannedTkr} />,
          },
          {
            id: "given",
            header: t("page.plan.given"),
            numeric: true,
            value: (m) => m.effectTkr,
            cell: (m) => <Money tkr={m.effectTkr} />,
            foot: <Money tkr={plan.effectTkr} />,
          },
          {
            id: "follow",
            stays: true,
            header: t("page.plan.follow"),
            value: () => null,
            unsortable: true,
            cell: (m) => <ThingButton thing={m.thing} name={m.text} />,
          },
        ]}
      />
    </Section>
  );
}
