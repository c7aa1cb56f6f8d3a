import { useState } from "react";
import { lastingId } from "../../../../kernel/plain-id.ts";
import { useBodies } from "../../../../organisation/pages/use-bodies.ts";
import { type Column, DataTable } from "../../../../platform/ui/data-table.tsx";
import { SelectField } from "../../../../platform/ui/fields.tsx";
import { Link } from "../../../../platform/ui/link.tsx";
import { Money } from "../../../../platform/ui/number.tsx";
import { Section } from "../../../../platform/ui/page.tsx";
import { useTexts } from "../../../../platform/ui/texts.ts";
import { LIMITS } from "../../../base/rules/allocation-limits.ts";
import {
  type AdjustmentRow,
  adjustmentLists,
  adjustmentRows,
  PROPOSAL_STATES,
  sumsByYear,
} from "../../rules/input-rows.ts";
import { Needs } from "../needs.tsx";
import type { PartProps } from "./editing.ts";
import { InputsSheet } from "./sheet.tsx";
import { useAdjustmentColumns } from "./use-adjustment-columns.ts";

const ALL = "";

/** Other adjustments: every proposal with its effect and its owner, taken in or not (E-2 step 4, A-7). */
export function InputsAdjustments({ editing: { budget, change, readOnly }, kind, body, year }: PartProps) {
  const t = useTexts("budget");
  const { nameOf } = useBodies();
  const { years, bodies, adjustments } = budget.input;
  const all = adjustmentRows({ adjustments, proposals: budget.adjustmentProposals ?? [] });
  const [of, setOf] = useState(ALL);
  const [state, setState] = useState(ALL);
  const shown = all.filter(
    (row) => !row.fixed && (of === ALL || row.body === of) && (state === ALL || row.state === state),
  );
  const columns = useAdjustmentColumns(years, bodies);
  const write = (next: readonly AdjustmentRow[]) => {
    const kept = new Map(next.map((row) => [row.id, row]));
    const seen = new Set(shown.map(({ id }) => id));
    // In their places, without those that were taken away; new ones come last
    const rows = [
      ...all.flatMap((row) => (seen.has(row.id) ? (kept.get(row.id) ?? []) : row)),
      ...next.filter(({ id }) => !seen.has(id)),
    ];
    const lists = adjustmentLists(rows, adjustments, years);
    change({
      input: { ...budget.input, adjustments: lists.adjustments },
      ...(lists.proposals.length > 0 || budget.adjustmentProposals
        ? { adjustmentProposals: [...lists.proposals] }
        : {}),
    });
  };
  const capital = all.filter(({ fixed }) => fixed);
  return (
    <>
      <Section title={t("inputs.section.adjustments")} lead={t("inputs.adjustments-lead")} cite="§2.2">
        <div className="inputs-fields">
          <SelectField
            at="inputs-filter-body"
            label={t("page.body")}
            value={of}
            onChange={setOf}
            options={[
              { value: ALL, label: t("inputs.all") },
              ...bodies.map((id) => ({ value: id, label: nameOf(id) })),
            ]}
          />
          <SelectField
            at="inputs-filter-state"
            label={t("inputs.field.state")}
            value={state}
            onChange={setState}
            options={[
              { value: ALL, label: t("inputs.all") },
              ...PROPOSAL_STATES.map((value) => ({ value, label: t(`inputs.state.${value}`) })),
            ]}
          />
        </div>
        <InputsSheet<AdjustmentRow>
          at="input.adjustments"
          readOnly={readOnly}
          caption={t("inputs.section.adjustments")}
          rows={shown}
          rowKey={({ id }) => id}
          columns={columns}
          onChange={write}
          newRow={() => ({
            id: lastingId("forslag"),
            state: state === ALL ? "considered" : (state as AdjustmentRow["state"]),
            body: of || bodies[0] || "",
            text: "",
            amounts: {},
            oneOff: false,
            effect: "",
            owner: "",
            by: "",
            source: "",
            decision: null,
            fixed: false,
            trueUp: false,
          })}
          maxRows={Math.min(2000, LIMITS.adjustments)}
        />
      </Section>
      {kind === "planning-conditions" ? (
        <Needs
          year={year}
          rows={all}
          {...(readOnly ? {} : { onBring: (row: AdjustmentRow) => write([...shown, row]) })}
        />
      ) : null}
      <Sums rows={all} years={years} bodies={bodies} nameOf={nameOf} />
      {capital.length > 0 ? (
        <Section title={t("inputs.capital")} lead={t("inputs.capital-lead")}>
          <DataTable
            caption={t("inputs.capital-caption")}
            search={false}
            columns={[
              { id: "text", header: t("inputs.field.text"), value: (row) => row.text },
              { id: "body", header: t("page.body"), value: (row) => nameOf(row.body) },
              ...years.map(
                (one): Column<AdjustmentRow> => ({
                  id: String(one),
                  header: String(one),
                  numeric: true,
                  value: (row) => row.amounts[one] ?? null,
                }),
              ),
            ]}
            rows={capital}
            rowKey={({ id }) => id}
          />
          {kind === "budget" ? (
            <p>
              <Link href={`/ekonomi/stallning/${body}/${year}`}>{t("inputs.position")}</Link>
            </p>
          ) : null}
        </Section>
      ) : null}
    </>
  );
}

/** What is taken in, and what is still considered, by body and year. */
function Sums({
  rows,
  years,
  bodies,
  nameOf,
}: {
  readonly rows: readonly AdjustmentRow[];
  readonly years: readonly number[];
  readonly bodies: readonly string[];
  readonly nameOf: (id: string) => string;
}) {
  const t = useTexts("budget");
  const whole = sumsByYear(rows, years);
  const sums = bodies
    .map((body) => ({
      body,
      sums: sumsByYear(
        rows.filter((row) => row.body === body),
        years,
      ),
    }))
    .filter((row) => rows.some(({ body }) => body === row.body));
  type Row = (typeof sums)[number];
  if (sums.length === 0) return null;
  return (
    <Section title={t("inputs.sums")} lead={t("inputs.sums-lead")}>
      <DataTable<Row>
        caption={t("inputs.sums-caption")}
        search={false}
        columns={[
          { id: "body", header: t("page.body"), value: ({ body }) => nameOf(body), foot: t("page.whole") },
          ...years.flatMap((year, y) =>
            (["takenInTkr", "consideredTkr"] as const).map(
              (of): Column<Row> => ({
                id: `${of}.${year}`,
                header: t(`inputs.sum.${of}`, { year }),
                numeric: true,
                value: (row) => row.sums[y]?.[of] ?? null,
                cell: (row) => <Money tkr={row.sums[y]?.[of]} signed />,
                foot: <Money tkr={whole[y]?.[of]} signed />,
              }),
            ),
          ),
        ]}
        rows={sums}
        rowKey={({ body }) => body}
      />
    </Section>
  );
}
