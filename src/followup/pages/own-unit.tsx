import { InternalBudget } from "../../budget/internal/contract.ts";
import { INTERNAL_BUDGET } from "../../budget/internal/kind.ts";
import { InternalOutcome } from "../../budget/internal/pages/outcome.tsx";
import { internalRows } from "../../budget/internal/rules/rows.ts";
import { getDecision, listDecisions } from "../../decisions/contract.ts";
import { useBodies, useSession } from "../../organisation/pages/use-bodies.ts";
import { type Body, carriesOut, upFrom } from "../../organisation/rules/organisation.ts";
import { Link } from "../../platform/ui/link.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";

/** What the units that somebody leads or works in have used, by the internal budget that is decided: a first-line manager's money (§2.5). */
export function OwnUnits({ year, chosen }: { readonly year: number; readonly chosen: string | undefined }) {
  const { bodies } = useBodies();
  const session = useSession();
  const isUnit = (id: string) =>
    ["unit", "department"].includes(bodies.find((body) => body.id === id)?.kind ?? "");
  const own = (session?.person?.posts ?? []).map((post) => post.body);
  const units = chosen === undefined ? own.filter(isUnit) : [chosen].filter(isUnit);
  return [...new Set(units)].map((unit) => <OwnUnit key={unit} unit={unit} year={year} />);
}

/** The decided internal budget that a unit's money is in, and whose it is; undefined where there is none, or while it is read. */
export function useSplitOf(unit: string | undefined, year: number) {
  const { bodies } = useBodies();
  // The unit's money is in the internal budget of the committee that it works for
  const body =
    unit === undefined
      ? undefined
      : upFrom(bodies as readonly Body[], unit).find((one) => !carriesOut(one))?.id;
  const decisions = useApi(
    listDecisions,
    { query: { kind: INTERNAL_BUDGET.kind, body: body ?? "", year } },
    { when: body !== undefined },
  );
  const number = decisions.data?.[0]?.number ?? 0;
  const decided = useApi(getDecision, { params: { number } }, { when: number > 0 });
  const content = decided.data?.read ?? decided.data?.content;
  return body && content ? { body, rows: internalRows(InternalBudget.parse(content)) } : undefined;
}

function OwnUnit({ unit, year }: { readonly unit: string; readonly year: number }) {
  const t = useTexts("followup");
  const { nameOf } = useBodies();
  const split = useSplitOf(unit, year);
  if (!split) return null;
  const { body, rows } = split;
  return (
    <>
      <InternalOutcome body={body} year={year} rows={rows} unit={unit} />
      <p className="row">
        <Link href={`/uppfoljning/enhetsprognos/${unit}/${year}`}>{t("unit-forecast.own")}</Link>
        <Link href={`/ekonomi/internbudget/${body}`}>{t("page.own-unit", { body: nameOf(body), year })}</Link>
      </p>
    </>
  );
}
