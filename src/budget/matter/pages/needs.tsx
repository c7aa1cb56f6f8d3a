import { Button } from "@digdir/designsystemet-react";
import { ownAddress } from "../../../decisions/rules/kind.ts";
import { SITUATION_ANALYSIS } from "../../../goals/analyses/kind.ts";
import { sumOf } from "../../../kernel/sum.ts";
import { useSession } from "../../../organisation/pages/use-bodies.ts";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { Link } from "../../../platform/ui/link.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { Money } from "../../../platform/ui/number.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { listNeeds } from "../contract.ts";
import type { AdjustmentRow } from "../rules/input-rows.ts";
import { needState, proposalOfNeed } from "../rules/needs.ts";

const SHOWN = { considered: "under-way", "taken-in": "done", rejected: "past" } as const;

/** What the bodies' situation analyses ask for, with where it comes from and what became of it (§2.4, A-2). */
export function Needs({
  year,
  rows,
  onBring,
}: {
  readonly year: number;
  readonly rows: readonly AdjustmentRow[];
  /** Absent where one only reads. */
  readonly onBring?: (row: AdjustmentRow) => void;
}) {
  const t = useTexts("budget");
  const signedIn = useSession()?.person != null;
  const needs = useApi(listNeeds, { params: { year } }, { when: signedIn });
  if (!signedIn) return null;
  return (
    <Section title={t("needs.title")} lead={t("needs.lead")} cite="§2.4">
      <Loaded of={needs}>
        {(all) => (
          <DataTable
            caption={t("needs.caption")}
            search={false}
            columns={[
              {
                id: "need",
                header: t("needs.need"),
                value: ({ text }) => text,
                written: true,
                foot: t("page.whole"),
              },
              {
                id: "source",
                header: t("needs.source"),
                value: ({ bodyName }) => bodyName,
                cell: ({ body, bodyName, state }) => (
                  <>
                    <Link href={ownAddress(SITUATION_ANALYSIS, { body, year })}>
                      {t("needs.analysis-of", { body: bodyName, year })}
                    </Link>
                    {state === "decided" ? null : <> ({t("needs.not-decided")})</>}
                  </>
                ),
              },
              {
                id: "amount",
                header: t("needs.amount"),
                numeric: true,
                value: ({ amountTkr }) => amountTkr,
                cell: ({ amountTkr }) => <Money tkr={amountTkr} />,
                foot: <Money tkr={sumOf(all.map(({ amountTkr }) => amountTkr))} />,
              },
              {
                id: "state",
                header: t("needs.became"),
                value: (need) => needState(need, rows) ?? "",
                cell: (need) => {
                  const state = needState(need, rows);
                  if (state) return <Status value={SHOWN[state]} word={t(`inputs.state.${state}`)} />;
                  if (!onBring) return t("needs.waits");
                  return (
                    <Button
                      variant="secondary"
                      data-size="sm"
                      aria-label={t("needs.bring-what", { need: need.text })}
                      onClick={() =>
                        onBring(
                          proposalOfNeed(
                            need,
                            year,
                            `${SITUATION_ANALYSIS.names.sv} ${year}, ${need.bodyName}`,
                          ),
                        )
                      }
                    >
                      {t("needs.bring")}
                    </Button>
                  );
                },
              },
            ]}
            rows={all}
            rowKey={({ body, id }) => `${body} ${id}`}
            empty={<EmptyState title={t("needs.none", { year })}>{t("needs.none-detail")}</EmptyState>}
          />
        )}
      </Loaded>
    </Section>
  );
}
