import { monthText } from "../../../kernel/format.ts";
import { getOutcome } from "../../../ledger/contract.ts";
import { useBodies, useSession } from "../../../organisation/pages/use-bodies.ts";
import { upFrom } from "../../../organisation/rules/organisation.ts";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { Money } from "../../../platform/ui/number.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { getBudgetMonths } from "../contract.ts";
import { outcomeLines } from "../rules/outcome.ts";
import type { InternalRow } from "../rules/rows.ts";

/** How it has gone so far, by the budget's months; nothing before anything is booked, or for who has not signed in. */
export function InternalOutcome({
  body,
  year,
  rows,
}: {
  readonly body: string;
  readonly year: number;
  readonly rows: readonly InternalRow[];
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { bodies, nameOf } = useBodies();
  const signedIn = useSession()?.person != null;
  const { data } = useApi(getOutcome, { params: { year }, query: {} }, { when: signedIn });
  const inForce = useApi(getBudgetMonths, { params: { year } }, { when: signedIn });
  const whole = data?.bodies.find((one) => one.body === body);
  if (!data || !whole || inForce.isPending) return null;
  const budget = inForce.data?.bodies.find((one) => one.body === body);
  // Only whole months: a month that is half booked has used half a month
  const months = Number(data.source.lastDay.slice(5, 7));
  const organisation = bodies as Parameters<typeof upFrom>[0];
  const under = (unit: string, part: string) => upFrom(organisation, unit).some(({ id }) => id === part);
  // An administration carries what has no unit too: it is compared only where every row has its unit
  const placed = rows.every(({ unit }) => unit !== null);
  const compared = data.parts.filter(
    (part) =>
      under(part.body, body) && (placed || bodies.find(({ id }) => id === part.body)?.kind === "unit"),
  );
  const lines = outcomeLines(
    rows,
    months,
    { whole: { ...whole, body }, parts: compared },
    under,
    budget?.monthsTkr,
  );
  const [first, last] = [monthText(1, language), monthText(months, language)];
  return (
    <Section title={t("internal.outcome.title")}>
      <p className="quiet">
        {t("internal.outcome.lead", { first, last, by: t(`budget-by.${budget?.by ?? "internal-budget"}`) })}
      </p>
      <DataTable
        caption={t("internal.outcome.caption", { first, last, year })}
        search={false}
        columns={[
          { id: "of", header: t("internal.outcome.of"), value: (line) => nameOf(line.of), unsortable: true },
          ...(["yearTkr", "budgetTkr", "outcomeTkr", "deviationTkr"] as const).map((id) => ({
            id,
            header: t(`internal.outcome.${id}`),
            numeric: true,
            ...(id === "deviationTkr" ? { stays: true } : {}),
            unsortable: true,
            value: (line: (typeof lines)[number]) => line[id],
            cell: (line: (typeof lines)[number]) => <Money tkr={line[id]} />,
          })),
        ]}
        rows={lines}
        rowKey={(line) => line.of}
        rowTone={(line) => (line.of === body ? "total" : undefined)}
      />
    </Section>
  );
}
