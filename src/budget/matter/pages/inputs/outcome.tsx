import { numberText } from "../../../../kernel/format.ts";
import { useBodies } from "../../../../organisation/pages/use-bodies.ts";
import { DataTable } from "../../../../platform/ui/data-table.tsx";
import { Folded } from "../../../../platform/ui/folded.tsx";
import { Icon } from "../../../../platform/ui/icon.tsx";
import { Money } from "../../../../platform/ui/number.tsx";
import { Status } from "../../../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../../../platform/ui/texts.ts";
import type { Budget } from "../../../base/contract.ts";
import { missedGoals } from "../../../base/rules/missed-goals.ts";
import type { Outcome } from "../../../live/pages/use-live-outcome.ts";
import { MissedGoals } from "../../../position/pages/missed-goals.tsx";
import { useBalanceWord } from "../../../position/pages/use-balance-word.ts";
import { unbalancedYears } from "../../../position/rules/balance-remarks.ts";

interface OutcomeProps {
  /** The page's title, for the line that stays when the page is scrolled. */
  readonly title: string;
  readonly outcome: Outcome;
  /** What it is compared with, and what that is called. */
  readonly before: { readonly outcome: Outcome; readonly name: string } | undefined;
  readonly goals: Budget["financialGoals"];
}

/** Frames, result, balance and missed financial goals of each year, in sight while one writes (E-1, E-7, P-5). */
export function OutcomeStrip({ title, outcome, before, goals }: OutcomeProps) {
  const t = useTexts("budget");
  const language = useLanguage();
  const balanceWord = useBalanceWord();
  const results = outcome.years.map((one) => one.result);
  const unbalanced = unbalancedYears(results);
  const missed = missedGoals(goals, results);
  const line = outcome.years.map(({ year, result }) => {
    const lacks = unbalanced.some((one) => one.year === year) || missed.some((one) => one.year === year);
    return (
      <span key={year} data-color={lacks ? "danger" : "success"}>
        {year} <strong>{numberText(result.resultTkr, language)}</strong>
        <Icon name={lacks ? "cross" : "check"} size={16} />
      </span>
    );
  });
  return (
    <Folded
      title={title}
      line={
        <>
          <span className="quiet folded-name">{t("inputs.result")}</span>
          {line}
        </>
      }
    >
      <section className="inputs-outcome" aria-label={t("inputs.outcome")}>
        <dl className="inputs-years">
          {outcome.years.map(({ year, totalTkr, result }) => {
            const missing = unbalanced.find((one) => one.year === year)?.missingTkr;
            const was = before?.outcome.years.find((one) => one.year === year);
            return (
              <div key={year} className="inputs-year">
                <dt>{year}</dt>
                <dd>
                  <span className="inputs-figure">
                    <span className="quiet small">{t("inputs.frames")}</span>{" "}
                    <strong>
                      <Money tkr={totalTkr} />
                    </strong>{" "}
                    <Changed tkr={was && totalTkr - was.totalTkr} />
                  </span>
                  <span className="inputs-figure">
                    <span className="quiet small">{t("inputs.result")}</span>{" "}
                    <strong>
                      <Money tkr={result.resultTkr} />
                    </strong>{" "}
                    <Changed tkr={was && result.resultTkr - was.result.resultTkr} />
                  </span>
                  <Status value={missing === undefined ? "met" : "not-met"} word={balanceWord(missing)} />
                  <MissedGoals missed={missed.filter((one) => one.year === year)} />
                </dd>
              </div>
            );
          })}
        </dl>
        <details className="inputs-frames">
          <summary>{t("inputs.frames-by-body")}</summary>
          <FrameTable outcome={outcome} before={before} />
        </details>
      </section>
    </Folded>
  );
}

function Changed({ tkr }: { readonly tkr: number | undefined }) {
  return tkr ? (
    <span className="inputs-changed">
      (<Money tkr={tkr} signed />)
    </span>
  ) : null;
}

/** Every body's allocation of each year, and how it differs from what it is compared with. */
export function FrameTable({ outcome, before }: Pick<OutcomeProps, "outcome" | "before">) {
  const t = useTexts("budget");
  const { nameOf } = useBodies();
  const frameOf = (of: Outcome | undefined, body: string, year: number) => {
    const place = of?.bodies.indexOf(body) ?? -1;
    return place === -1 ? undefined : of?.years.find((one) => one.year === year)?.frames[place];
  };
  return (
    <DataTable
      caption={before ? t("inputs.frames-caption-before", { name: before.name }) : t("inputs.frames-caption")}
      captionShown
      search={false}
      columns={[
        { id: "body", header: t("page.body"), value: ({ body }) => nameOf(body), foot: t("page.whole") },
        ...outcome.years.map(({ year, totalTkr }) => ({
          id: String(year),
          header: String(year),
          numeric: true,
          value: ({ body }: { body: string }) => frameOf(outcome, body, year) ?? null,
          cell: ({ body }: { body: string }) => {
            const now = frameOf(outcome, body, year) ?? 0;
            const was = frameOf(before?.outcome, body, year);
            return (
              <>
                <Money tkr={now} /> <Changed tkr={was === undefined ? undefined : now - was} />
              </>
            );
          },
          foot: <Money tkr={totalTkr} />,
        })),
      ]}
      rows={outcome.bodies.map((body) => ({ body }))}
      rowKey={({ body }) => body}
    />
  );
}
