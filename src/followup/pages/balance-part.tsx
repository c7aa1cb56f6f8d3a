import { PlanFields } from "../../budget/position/pages/plan-fields.tsx";
import { proposedPlans } from "../../budget/position/rules/balance-requirement.ts";
import { isWritten } from "../../kernel/written.ts";
import { AmountField } from "../../platform/ui/amount-field.tsx";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { fieldId } from "../../platform/ui/fields.tsx";
import { Link } from "../../platform/ui/link.tsx";
import { Money } from "../../platform/ui/number.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { dataText, useTexts } from "../../platform/ui/texts.ts";
import type { GroupPart as Group } from "../contract.ts";
import { NOTHING_BESIDE } from "../rules/balance-requirement.ts";
import type { BalanceFact, ReportData } from "../rules/report-data.ts";
import { TextPart, type Write } from "./text-part.tsx";

type Facts = NonNullable<ReportData["group"]>;
type Beside = NonNullable<Group["balanceRequirement"]>;

const SUMS = new Set(["adjusted-result", "balance-result", "to-restore"]);
const MOST = 1_000_000_000;
/** What a person says of the year beside its result; a reserve is taken from (+) or put in (−). */
const FIELDS = [
  ["realisationGainsTkr", 0],
  ["gainsByExceptionTkr", 0],
  ["unrealisedTkr", -MOST],
  ["reserveTkr", -MOST],
] as const;
/** What it says of the opening, where nothing else does. */
const OPENING = ["openingReserveTkr", "earlierDeficitTkr"] as const;

/**
 * The balance requirement of the group's report: what the year began with, the inquiry row by row, and how what is left is restored
 * (LKBR 11:10, KL 11:12–14). Written here, and reckoned each time the draft is saved.
 */
export function BalancePart({
  group,
  facts,
  year,
  problem,
  write,
}: {
  readonly group: Group;
  readonly facts: Facts;
  readonly year: number;
  readonly problem?: unknown;
  readonly write: Write<Group>;
}) {
  const t = useTexts("followup");
  const { balance } = facts;
  const beside: Beside = group.balanceRequirement ?? NOTHING_BESIDE;
  if (facts.balanceRequirement.length === 0 && !write) return null;
  const put =
    write && ((part: Partial<Beside>) => write({ ...group, balanceRequirement: { ...beside, ...part } }));
  return (
    <Section
      id={fieldId("group.balanceRequirement")}
      title={t("report.balance-requirement")}
      lead={t("report.balance-requirement-lead")}
      cite="LKBR 11:10"
    >
      {balance ? <Began balance={balance} /> : null}
      {put ? (
        <div className="balance-fields">
          {FIELDS.map(([key, min]) => (
            <AmountField
              key={key}
              at={`group.balanceRequirement.${key}`}
              label={t(`page.balance.${key}`)}
              min={min}
              value={beside[key]}
              problem={problem}
              onChange={(tkr) => put({ [key]: tkr })}
            />
          ))}
          {balance?.from.kind === "given"
            ? OPENING.map((key) => (
                <AmountField
                  key={key}
                  at={`group.balanceRequirement.${key}`}
                  label={t(`page.balance.${key}`)}
                  help={t("page.balance.opening-help")}
                  min={0}
                  value={beside[key] ?? 0}
                  problem={problem}
                  onChange={(tkr) => put({ [key]: tkr })}
                />
              ))
            : null}
        </div>
      ) : null}
      {facts.balanceRequirement.length > 0 ? (
        <DataTable
          caption={t("page.table-of", { what: t("report.balance-requirement") })}
          rows={facts.balanceRequirement}
          rowKey={(row) => row.row}
          search={false}
          rowTone={(row) => (SUMS.has(row.row) ? "total" : undefined)}
          columns={[
            {
              id: "row",
              header: t("report.row"),
              value: (row) => dataText(t, "report.requirement-row", row.row),
              unsortable: true,
            },
            {
              id: "tkr",
              header: t("page.group.tkr"),
              value: (row) => row.tkr,
              cell: (row) => <Money tkr={row.tkr} />,
              numeric: true,
              unsortable: true,
            },
          ]}
        />
      ) : null}
      {balance ? <Plans balance={balance} year={year} problem={problem} put={put} /> : null}
      {put || isWritten(beside.restoring) ? (
        <div className="sheet judged">
          <h3 className="ds-heading" data-size="2xs">
            {t("report.restoring")}
          </h3>
          <TextPart
            at="group.balanceRequirement.restoring"
            label={t("page.balance.restoring")}
            value={beside.restoring}
            write={put && ((restoring) => put({ restoring }))}
            rows={3}
          />
        </div>
      ) : null}
    </Section>
  );
}

/** What the year began with, and where that is told. */
function Began({ balance: { opening, from } }: { readonly balance: BalanceFact }) {
  const t = useTexts("followup");
  const left = opening.deficits.reduce((sum, { amountTkr }) => sum + amountTkr, 0);
  return (
    <p className="quiet">
      {t("page.balance.began", { reserveTkr: opening.reserveTkr, leftTkr: left })}{" "}
      {t(`page.balance.from.${from.kind}`, { year: from.year })}{" "}
      {from.decision === null ? null : (
        <Link href={`/beslut/${from.decision}`}>{t("page.decision", { number: from.decision })}</Link>
      )}
    </p>
  );
}

/** How what the year leaves is restored: amounts for the years after it. */
function Plans({
  balance: { opening, left, later },
  year,
  problem,
  put,
}: {
  readonly balance: BalanceFact;
  readonly year: number;
  readonly problem: unknown;
  readonly put: ((part: Partial<Beside>) => void) | undefined;
}) {
  const t = useTexts("followup");
  const { deficits } = left;
  // A deficit that for synnerliga skäl is not restored is left no more: its plan is still to be written in
  const plans = opening.plans.filter(
    ({ deficitYear, reasons }) =>
      isWritten(reasons ?? "") || deficits.some((deficit) => deficit.year === deficitYear),
  );
  if (put)
    return deficits.length === 0 && plans.length === 0 ? null : (
      <PlanFields
        at="group.balanceRequirement.plans"
        deficits={deficits}
        plans={plans}
        from={year + 1}
        resultTkr={(of) => later.find((one) => one.year === of)?.balanceResultTkr}
        proposed={proposedPlans(
          later.map((one) => ({ year: one.year, lines: { balanceResult: one.balanceResultTkr } })),
          deficits,
        )}
        problem={problem}
        write={(plans) => put({ plans })}
      />
    );
  const planned = deficits.flatMap(({ year: deficit }) =>
    Object.entries(opening.plans.find((plan) => plan.deficitYear === deficit)?.amountsTkr ?? {})
      .filter(([of, tkr]) => Number(of) > year && tkr > 0)
      .map(([of, tkr]) => ({ deficit, year: of, tkr })),
  );
  const reasons = opening.plans.filter((plan) => isWritten(plan.reasons ?? ""));
  return (
    <>
      {planned.length > 0 ? (
        <DataTable
          caption={t("report.restoring-table")}
          captionShown
          search={false}
          rows={planned}
          rowKey={(own) => `${own.deficit} ${own.year}`}
          columns={[
            {
              id: "deficit",
              header: t("report.deficit-of"),
              value: (own) => own.deficit,
              cell: (own) => String(own.deficit),
            },
            { id: "year", header: t("report.restored-in"), value: (own) => own.year },
            {
              id: "tkr",
              header: t("page.group.tkr"),
              value: (own) => own.tkr,
              cell: (own) => <Money tkr={own.tkr} />,
              numeric: true,
            },
          ]}
        />
      ) : null}
      {reasons.map((plan) => (
        <p key={plan.deficitYear} className="prose">
          {t("report.not-restored-because", { year: plan.deficitYear, reasons: plan.reasons })}
        </p>
      ))}
    </>
  );
}
