import type { ReactNode } from "react";
import { useShownContent } from "../../../../decisions/pages/use-shown-content.ts";
import { matterPath } from "../../../../decisions/rules/kind.ts";
import { numberText } from "../../../../kernel/format.ts";
import { ownValue } from "../../../../kernel/own-value.ts";
import { isBlank } from "../../../../kernel/written.ts";
import { useBodies } from "../../../../organisation/pages/use-bodies.ts";
import { EmptyState } from "../../../../platform/ui/empty-state.tsx";
import { WRITTEN } from "../../../../platform/ui/language.ts";
import { Link, usePathParams } from "../../../../platform/ui/link.tsx";
import { Skeleton } from "../../../../platform/ui/loading.tsx";
import { Money } from "../../../../platform/ui/number.tsx";
import { Page } from "../../../../platform/ui/page.tsx";
import { Presentation, type Slide } from "../../../../platform/ui/presentation.tsx";
import { useLanguage, useTexts } from "../../../../platform/ui/texts.ts";
import { Budget } from "../../../base/contract.ts";
import { planningConditionsRoutes } from "../../contract.ts";
import { PLANNING_CONDITIONS } from "../../kind.ts";

/** The planning conditions on budgetdagen (§2.4): what they rest on, the result, each body's allocation, the financial goals. */
export function ConditionsPresentationPage() {
  const t = useTexts("budget");
  const { body = "", year: yearText = "" } = usePathParams();
  const year = Number(yearText);
  const { content, pending } = useShownContent(planningConditionsRoutes, { body, year });
  const title = t("present.title", { year });
  return (
    <Page
      inTkr
      title={title}
      lead={t("present.lead")}
      cite="§2.4"
      above={
        <Link href={matterPath({ kind: PLANNING_CONDITIONS.kind, body, year })}>{t("present.back")}</Link>
      }
    >
      {pending ? (
        <Skeleton lines={10} />
      ) : content === undefined ? (
        <EmptyState title={t("present.none", { year })} />
      ) : (
        <Slides budget={Budget.parse(content)} label={title} />
      )}
    </Page>
  );
}

function Slides({ budget, label }: { readonly budget: Budget; readonly label: string }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { nameOf } = useBodies();
  const years = budget.allocation?.years ?? [];
  const slides: Slide[] = [
    ...(isBlank(budget.soundEconomy)
      ? []
      : [
          {
            id: "sound",
            title: t("content.sound-economy"),
            content: <p lang={WRITTEN}>{budget.soundEconomy}</p>,
          },
        ]),
    {
      id: "result",
      title: t("present.result"),
      content: (
        <Figures
          caption={t("present.result")}
          heads={budget.resultInput.map((line) => String(line.year))}
          rows={[
            {
              name: t("present.tax-rate"),
              cells: budget.resultInput.map(({ taxRate }) => numberText(taxRate, language, 2)),
            },
            {
              name: t("present.result-row"),
              cells: budget.resultInput.map(({ year }) => (
                <Money key={year} tkr={budget.results?.find((one) => one.year === year)?.resultTkr} />
              )),
            },
          ]}
        />
      ),
    },
    ...(years.length === 0
      ? []
      : [
          {
            id: "frames",
            title: t("content.frames"),
            content: (
              <Figures
                caption={t("content.frames")}
                heads={years.map(({ year }) => String(year))}
                rows={budget.input.bodies.map((id) => ({
                  name: nameOf(id),
                  cells: years.map(({ year, frames }) => <Money key={year} tkr={ownValue(frames, id)} />),
                }))}
              />
            ),
          },
        ]),
    ...(budget.financialGoals.length === 0
      ? []
      : [
          {
            id: "goals",
            title: t("content.financial-goals"),
            content: (
              <ul lang={WRITTEN}>
                {budget.financialGoals.map(({ id, text }) => (
                  <li key={id}>{text}</li>
                ))}
              </ul>
            ),
          },
        ]),
  ];
  return <Presentation slides={slides} label={label} />;
}

function Figures({
  caption,
  heads,
  rows,
}: {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly ReactNode[] }[];
}) {
  return (
    <table className="slide-figures">
      <caption className="ds-sr-only">{caption}</caption>
      <thead>
        <tr>
          <td />
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, cells }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
              <td key={i}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
