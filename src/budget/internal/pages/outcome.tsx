import { monthText } from "../../../kernel/format.ts";
import { getOutcome } from "../../../ledger/contract.ts";
import { ReorganisedIn } from "../../../organisation/bodies/pages/reorganised.tsx";
import { useBodies, useSession } from "../../../organisation/pages/use-bodies.ts";
import type { Body } from "../../../organisation/rules/organisation.ts";
import { Money } from "../../../platform/ui/number.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { dataText, useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { getBudgetMonths } from "../contract.ts";
import { type OutcomeLine, outcomeOf, outcomeOfUnit } from "../rules/outcome.ts";
import type { InternalRow } from "../rules/rows.ts";
import { type FoldColumn, FoldTable } from "./fold-table.tsx";

/**
 * How it has gone so far, by the budget's months, for a body down to its units' sorts of accounts, or for one unit alone; nothing
 * before anything is booked, or for who has not signed in.
 */
export function InternalOutcome({
  body,
  year,
  rows,
  unit,
}: {
  readonly body: string;
  readonly year: number;
  readonly rows: readonly InternalRow[];
  readonly unit?: string;
}) {
  const t = useTexts("budget");
  const ledger = useTexts("ledger");
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
  const given = {
    body,
    rows,
    months,
    whole: { ...whole, body },
    parts: data.parts,
    bodies: bodies as readonly Body[],
    inForce: budget?.monthsTkr,
  };
  const line = unit === undefined ? outcomeOf(given) : outcomeOfUnit(given, unit);
  if (!line) return null;
  const [first, last] = [monthText(1, language), monthText(months, language)];
  const amount = (
    id: "yearTkr" | "budgetTkr" | "outcomeTkr" | "deviationTkr",
    folds = false,
  ): FoldColumn<OutcomeLine> => ({
    id,
    header: t(`internal.outcome.${id}`),
    folds,
    cell: (one) => <Money tkr={one[id]} signed={id === "deviationTkr"} />,
  });
  const columns = [
    amount("yearTkr", true),
    amount("budgetTkr", true),
    amount("outcomeTkr"),
    amount("deviationTkr"),
  ];
  return (
    <Section
      title={
        unit === undefined
          ? t("internal.outcome.title")
          : t("internal.outcome.of-unit", { unit: nameOf(unit) })
      }
    >
      <p className="quiet">
        {t("internal.outcome.lead", { first, last, by: t(`budget-by.${budget?.by ?? "internal-budget"}`) })}
      </p>
      <ReorganisedIn year={year} body={unit ?? body} />
      <FoldTable
        caption={t("internal.outcome.caption", { first, last, year })}
        heading={t("internal.outcome.of")}
        name={({ kind, of }) =>
          kind === "group"
            ? dataText(ledger, "ledger.accountGroup", of)
            : kind === "rest"
              ? t(of === body ? "internal.outcome.rest" : "internal.shared")
              : nameOf(of)
        }
        written={({ kind }) => kind !== "group" && kind !== "rest"}
        columns={columns}
        nodes={line.children.length > 0 ? line.children : [line]}
        wide={ALL_AMOUNTS_PX}
        foot={{
          name: nameOf(line.of),
          cells: new Map(columns.map(({ id, cell }) => [id, cell(line)])),
        }}
      />
    </Section>
  );
}

/** Four amounts beside a name. */
const ALL_AMOUNTS_PX = 620;
