import { Button } from "@digdir/designsystemet-react";
import { isBlank } from "../../../kernel/written.ts";
import { AmountField } from "../../../platform/ui/amount-field.tsx";
import { TextArea } from "../../../platform/ui/fields.tsx";
import { Money } from "../../../platform/ui/number.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { EarlierDeficit, RestoringPlan } from "../../base/rules/position.ts";
import { YEARS_TO_RESTORE } from "../rules/balance-requirement.ts";
import "./position.css";

const MAX_REASONS = 4000;
type Plan = { deficitYear: number; amountsTkr: Record<string, number>; reasons?: string };

interface PlanProps {
  /** The place of the list of plans in what is written. */
  readonly at: string;
  readonly deficits: readonly EarlierDeficit[];
  readonly plans: readonly RestoringPlan[];
  /** The first year that amounts can be planned for. */
  readonly from: number;
  /** What a year's balance result is, where it is computed. */
  readonly resultTkr: (year: number) => number | undefined;
  readonly proposed: readonly RestoringPlan[];
  readonly problem: unknown;
  readonly write: (plans: Plan[]) => void;
}

const stored = ({ deficitYear, amountsTkr, reasons }: RestoringPlan): Plan => ({
  deficitYear,
  amountsTkr: { ...amountsTkr },
  ...(reasons === undefined ? {} : { reasons }),
});

/** Each deficit's plan: an amount for each year until it must be restored, and synnerliga skäl for the rest (KL 11:12–13). */
export function PlanFields({ at, deficits, plans, from, resultTkr, proposed, problem, write }: PlanProps) {
  const t = useTexts("budget");
  // A deficit that is there no more keeps its plan in sight, to be taken away
  const years = [...new Set([...deficits.map(({ year }) => year), ...plans.map((plan) => plan.deficitYear)])];
  return (
    <div id={`f-${at.replaceAll(".", "-")}`} tabIndex={-1}>
      {years.map((year) => {
        const found = plans.findIndex(({ deficitYear }) => deficitYear === year);
        const place = found === -1 ? plans.length : found;
        const own: RestoringPlan = plans[place] ?? { deficitYear: year, amountsTkr: {} };
        const deficit = deficits.find((one) => one.year === year);
        const put = (part: Partial<Plan>) =>
          write([...plans].map(stored).toSpliced(place, 1, { ...stored(own), ...part }));
        return (
          <fieldset
            className="position-set"
            key={year}
            id={`f-${at.replaceAll(".", "-")}-${place}`}
            tabIndex={-1}
          >
            <legend>
              {t("position.deficit-year")} {year}
              {deficit ? (
                <>
                  : <Money tkr={deficit.amountTkr} unit />
                </>
              ) : null}
            </legend>
            <div className="position-fields">
              {planYears(year, from, deficit?.restoreBy, own).map((when) => {
                const result = resultTkr(when);
                return (
                  <AmountField
                    key={when}
                    at={`${at}.${place}.amountsTkr.${when}`}
                    label={t("position.restore-year", { year: when })}
                    help={
                      result === undefined
                        ? t("position.restore-beyond")
                        : t("position.restore-result", { amount: result })
                    }
                    min={0}
                    value={own.amountsTkr[when] ?? 0}
                    problem={problem}
                    onChange={(tkr) => put({ amountsTkr: { ...own.amountsTkr, [when]: tkr } })}
                  />
                );
              })}
            </div>
            <TextArea
              at={`${at}.${place}.reasons`}
              label={t("position.restore-reasons")}
              help={t("position.restore-reasons-help")}
              value={own.reasons ?? ""}
              maxLength={MAX_REASONS}
              rows={2}
              problem={problem}
              onChange={(reasons) => put(isBlank(reasons) ? { reasons: "" } : { reasons })}
            />
            {deficit ? null : (
              <Button variant="tertiary" onClick={() => write(plans.toSpliced(place, 1).map(stored))}>
                {t("position.restore-remove", { year })}
              </Button>
            )}
          </fieldset>
        );
      })}
      {deficits.length > 0 ? (
        <Button
          variant="secondary"
          onClick={() =>
            write(
              proposed.map((one) => ({
                ...stored(one),
                // What has been written of reasons stays
                ...keptReasons(plans.find(({ deficitYear }) => deficitYear === one.deficitYear)),
              })),
            )
          }
        >
          {t("position.restore-propose")}
        </Button>
      ) : null}
    </div>
  );
}

const keptReasons = (plan: RestoringPlan | undefined) =>
  plan?.reasons === undefined ? {} : { reasons: plan.reasons };

/** The years to restore in, and those that something is written for outside them. */
function planYears(
  deficit: number,
  from: number,
  restoreBy: number | undefined,
  own: RestoringPlan,
): number[] {
  const last = restoreBy ?? deficit + YEARS_TO_RESTORE;
  const first = Math.max(from, deficit + 1);
  const within = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  return [...new Set([...within, ...Object.keys(own.amountsTkr).map(Number)])].sort((a, b) => a - b);
}
