import { useDeferredValue, useMemo, useState } from "react";
import { getDecision, listDecisions } from "../../../decisions/contract.ts";
import { changeText, numberText } from "../../../kernel/format.ts";
import { ownValue } from "../../../kernel/own-value.ts";
import { useBodies } from "../../../organisation/pages/use-bodies.ts";
import { useSession } from "../../../organisation/pages/use-session.ts";
import { type Column, DataTable } from "../../../platform/ui/data-table.tsx";
import { SelectField } from "../../../platform/ui/fields.tsx";
import { Link } from "../../../platform/ui/link.tsx";
import { Money } from "../../../platform/ui/number.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { Waterfall } from "../../allocation/pages/waterfall.tsx";
import type { WaterfallPart } from "../../allocation/pages/waterfall-layout.ts";
import { Budget } from "../../base/contract.ts";
import { BridgeLines } from "../../base/pages/bridge-lines.tsx";
import type { BegunFrom } from "../../base/rules/begun-from.ts";
import { budgetRoutes } from "../contract.ts";
import { type Bridge, bridgesOf, type ResultBridge, resultBridgeOf } from "../rules/bridge.ts";

/** The way from last year's plan to how the year begins, where the content says which version it was begun from (E-2, E-8). */
export function BridgeFromLastYear({ content }: { readonly content: Budget }) {
  const { begunFrom } = content;
  return begunFrom ? <FromVersion from={begunFrom} content={content} /> : null;
}

function FromVersion({ from, content }: { readonly from: BegunFrom; readonly content: Budget }) {
  const t = useTexts("budget");
  const before = useVersion(from);
  if (before === undefined) return null;
  if (before === "unread")
    return <p className="quiet">{t("bridge.unread", { year: from.year, version: from.version })}</p>;
  return <BridgeShown before={before} now={content} version={from.version} />;
}

/** A version by its decision, which all may read; what is not decided as the matter has it, for those who have signed in. */
function useVersion({ matter, version }: BegunFrom): Budget | "unread" | undefined {
  const [kind = "", body = "", year = ""] = matter.split(":");
  const signedIn = useSession()?.person != null;
  const decisions = useApi(listDecisions, { query: { kind, year: Number(year) } });
  const number =
    decisions.data?.find((one) => one.matterId === matter && one.versionNumber === version)?.number ?? 0;
  const decided = useApi(getDecision, { params: { number } }, { when: number > 0 });
  const draft = useApi(
    budgetRoutes.get,
    { params: { body, year: Number(year) }, query: { version } },
    { when: signedIn && decisions.data !== undefined && number === 0 },
  );
  if (number > 0) {
    const content = decided.data?.read ?? decided.data?.content;
    return content ? Budget.parse(content) : undefined;
  }
  if (draft.data) return draft.data.content;
  return draft.error || (decisions.data && !signedIn) ? "unread" : undefined;
}

/** The bridge between two contents, of which one is written or has just been begun. */
export function BridgeShown({
  before,
  now,
  version,
}: {
  readonly before: Budget;
  readonly now: Budget;
  readonly version?: number;
}) {
  const t = useTexts("budget");
  const written = useDeferredValue(now);
  const bridges = useMemo(() => bridgesOf(before, written), [before, written]);
  const [chosen, choose] = useState<number>();
  const bridge = bridges.find(({ year }) => year === chosen) ?? bridges[0];
  if (!bridge) return null;
  const planYear = before.input.years[0] ?? bridge.year - 1;
  const result = resultBridgeOf(before, written, bridge.year);
  return (
    <Section
      title={t("bridge.title", { year: bridge.year, plan: planYear })}
      lead={t("bridge.lead", { plan: planYear })}
      cite="§2.2"
      action={
        bridges.length > 1 ? (
          <SelectField
            at="bridge-year"
            label={t("bridge.year")}
            value={String(bridge.year)}
            onChange={(year) => choose(Number(year))}
            options={bridges.map(({ year }) => ({ value: String(year), label: String(year) }))}
          />
        ) : null
      }
    >
      {version === undefined ? null : (
        <p>
          <Link href={`/ekonomi?ar=${planYear}`}>{t("bridge.from", { year: planYear, version })}</Link>
        </p>
      )}
      <Frames bridge={bridge} planYear={planYear} />
      {result ? <Results bridge={result} planYear={planYear} /> : null}
    </Section>
  );
}

const sum = (byBody: Readonly<Record<string, number>>) =>
  Object.values(byBody).reduce((total, tkr) => total + tkr, 0);

function Frames({ bridge, planYear }: { readonly bridge: Bridge; readonly planYear: number }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { nameOf } = useBodies();
  const { year, plan, start, steps, bodies } = bridge;
  const change = sum(start) - sum(plan);
  const parts: WaterfallPart[] = [
    { id: "plan", label: t("bridge.plan", { year, plan: planYear }), kind: "total", amountTkr: sum(plan) },
    ...steps.map(({ step, byBody }) => ({
      id: step,
      label: t(`bridge.step.${step}`),
      kind: "change" as const,
      amountTkr: sum(byBody),
    })),
    { id: "start", label: t("bridge.start", { year }), kind: "total", amountTkr: sum(start) },
  ];
  type Row = { readonly id: string };
  const column = (
    id: string,
    header: string,
    byBody: Readonly<Record<string, number>>,
    signed: boolean,
  ): Column<Row> => ({
    id,
    header,
    numeric: true,
    ...(id === "start" ? { stays: true } : {}),
    value: (row) => ownValue(byBody, row.id) ?? 0,
    cell: (row) => <Money tkr={ownValue(byBody, row.id) ?? 0} signed={signed} />,
    foot: <Money tkr={sum(byBody)} signed={signed} />,
  });
  return (
    <>
      <p>
        {steps.length === 0
          ? t("bridge.equal", { year, plan: planYear })
          : t("bridge.change", { year, amount: changeText(change, language) })}
      </p>
      {steps.length === 0 ? null : (
        <Waterfall
          parts={parts}
          label={t("bridge.title", { year, plan: planYear })}
          format={(part) =>
            part.kind === "total"
              ? numberText(part.amountTkr, language)
              : changeText(part.amountTkr, language)
          }
          formatTick={(tkr) => numberText(tkr, language)}
          cutNote={(tkr) => t("page.waterfall-cut", { amount: numberText(tkr, language) })}
        />
      )}
      <DataTable<Row>
        caption={t("bridge.table", { year })}
        captionShown
        search={false}
        columns={[
          { id: "body", header: t("page.body"), value: (row) => nameOf(row.id), foot: t("page.whole") },
          column("plan", t("bridge.plan", { year, plan: planYear }), plan, false),
          ...steps.map(({ step, byBody }) => column(step, t(`bridge.step.${step}`), byBody, true)),
          column("start", t("bridge.start", { year }), start, false),
        ]}
        rows={bodies.map((id) => ({ id }))}
        rowKey={({ id }) => id}
      />
    </>
  );
}

function Results({ bridge, planYear }: { readonly bridge: ResultBridge; readonly planYear: number }) {
  const t = useTexts("budget");
  const { year, planTkr, startTkr, steps } = bridge;
  return (
    <BridgeLines
      caption={t("bridge.result-table", { year })}
      captionShown
      headers={{ what: t("page.row"), tkr: t("inputs.tkr") }}
      plan={{ label: t("bridge.result-plan", { year, plan: planYear }), tkr: planTkr }}
      steps={steps.map(({ step, amountTkr }) => ({
        id: step,
        label: t(`bridge.result.${step}`),
        tkr: amountTkr,
      }))}
      start={{ label: t("bridge.result-start", { year }), tkr: startTkr }}
    />
  );
}
