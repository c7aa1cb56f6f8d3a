import { CourseStateChip } from "../../decisions/course/pages/course-state.tsx";
import { OwnerName } from "../../decisions/course/pages/owner-name.tsx";
import { ThingButton } from "../../decisions/course/pages/thing-button.tsx";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Link } from "../../platform/ui/link.tsx";
import { When } from "../../platform/ui/number.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { ControlsInHand } from "../contract.ts";
import { carryOutPage } from "../kind.ts";
import { timesDone } from "../rules/carried-out.ts";
import { MeasureCheck } from "./check-measure.tsx";

/** What has been carried out of the year's controls, and the measures that are under way (K-4). */
export function InHand({ of, today }: { readonly of: ControlsInHand; readonly today: string }) {
  const t = useTexts("control");
  return (
    <>
      <Section title={t("page.in-hand.title")} lead={t("page.in-hand.lead")} cite="§2.3">
        <DataTable
          caption={t("page.in-hand.caption")}
          copy={false}
          rows={of.controls}
          rowKey={(row) => row.control}
          columns={[
            {
              id: "control",
              header: t("page.controls.text"),
              value: (row) => row.text,
              cell: (row) => (
                <Link href={carryOutPage(of.body, of.year, row.control)} lang={WRITTEN}>
                  {row.text}
                </Link>
              ),
              names: true,
            },
            {
              id: "responsible",
              header: t("page.responsible"),
              value: (row) => row.responsibleName,
              cell: (row) => <OwnerName of={row} />,
            },
            {
              id: "done",
              header: t("page.in-hand.done"),
              value: (row) => timesDone(row.carriedOut),
              cell: (row) => (
                <>
                  {t("page.in-hand.done-of", { done: timesDone(row.carriedOut), times: row.times })}
                  {row.carriedOut.some(({ result }) => result === "deviation") ? (
                    <>
                      {" "}
                      <Status value="deviation" word={t("control.result.deviation")} />
                    </>
                  ) : null}
                </>
              ),
            },
            {
              id: "next",
              header: t("page.in-hand.next"),
              value: (row) => row.nextDue,
              cell: (row) =>
                row.nextDue ? (
                  <>
                    <When at={row.nextDue} form="short" />
                    {row.nextDue < today ? (
                      <>
                        {" "}
                        <Status value="late" />
                      </>
                    ) : null}
                  </>
                ) : (
                  t("page.in-hand.all-done")
                ),
            },
            {
              id: "follow",
              stays: true,
              header: t("page.in-hand.follow"),
              value: () => null,
              unsortable: true,
              cell: (row) => <ThingButton thing={row.thing} name={row.text} />,
            },
          ]}
          empty={<EmptyState title={t("page.controls.none")}>{t("page.controls.none-detail")}</EmptyState>}
        />
      </Section>
      <Measures of={of} />
    </>
  );
}

function Measures({ of }: { readonly of: ControlsInHand }) {
  const t = useTexts("control");
  return (
    <Section title={t("page.in-hand.measures")} lead={t("page.in-hand.measures-lead")} cite="§2.3">
      <DataTable
        caption={t("page.in-hand.measures-caption")}
        copy={false}
        rows={of.measures}
        rowKey={(row) => row.thing}
        columns={[
          {
            id: "measure",
            header: t("page.in-hand.measure"),
            value: (row) => row.text,
            cell: (row) => (
              <>
                {row.text}
                {row.control ? <span className="quiet small"> {row.control}</span> : null}
              </>
            ),
            names: true,
          },
          { id: "year", header: t("page.in-hand.of-year"), value: (row) => String(row.year) },
          {
            id: "responsible",
            header: t("page.responsible"),
            value: (row) => row.responsibleName,
            cell: (row) => <OwnerName of={row} />,
          },
          {
            id: "due",
            header: t("page.in-hand.due"),
            value: (row) => row.due,
            cell: (row) => (
              <>
                <When at={row.due} form="short" /> {row.late ? <Status value="late" /> : null}
              </>
            ),
          },
          {
            id: "state",
            stays: true,
            header: t("page.in-hand.state"),
            value: (row) => row.state,
            cell: (row) => (
              <>
                <CourseStateChip state={row.state} />
                {row.stateReason ? <span className="quiet small"> {row.stateReason}</span> : null}
                <MeasureCheck of={row} />
              </>
            ),
          },
          {
            id: "follow",
            stays: true,
            header: t("page.in-hand.follow"),
            value: () => null,
            unsortable: true,
            cell: (row) => <ThingButton thing={row.thing} name={row.text} />,
          },
        ]}
        empty={
          <EmptyState title={t("page.in-hand.no-measures")}>
            {t("page.in-hand.no-measures-detail")}
          </EmptyState>
        }
      />
    </Section>
  );
}
