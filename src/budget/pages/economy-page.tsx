import { ToggleGroup } from "@digdir/designsystemet-react";
import { listDecisions } from "../../decisions/contract.ts";
import { ApiProblem } from "../../platform/ui/api.ts";
import { useChoice } from "../../platform/ui/choice.tsx";
import { type Column, DataTable } from "../../platform/ui/data-table.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { SelectField } from "../../platform/ui/fields.tsx";
import { changeText, dayText, numberText } from "../../platform/ui/format.ts";
import { Link, useSearchParam } from "../../platform/ui/link.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { Money } from "../../platform/ui/number.tsx";
import { Page, Section } from "../../platform/ui/page.tsx";
import { isStatus, Status } from "../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { getAllocation } from "../contract.ts";
import { explain } from "../rules/explain.ts";
import { BudgetResult } from "./budget-result.tsx";
import { ExplainDrawer } from "./explain-drawer.tsx";
import { type FigurePlace, placeOf, placeText } from "./explain-place.ts";
import { EXPLAIN_PARAM, FigureLink, figureHref, PLAN_YEAR_PARAM } from "./figure-link.tsx";
import type { Shown } from "./shown.ts";
import { Waterfall } from "./waterfall.tsx";
import type { WaterfallPart } from "./waterfall-layout.ts";
import "./economy.css";

/** Ekonomi: every body's allocation, how it came about, and whether the budget balances (model §2.2, E-1, E-2, E-7, E-8). */
export function EconomyPage() {
  const t = useTexts("budget");
  const { year } = useChoice();
  const read = useApi(getAllocation, { params: { year } });
  const none = read.error instanceof ApiProblem && read.error.facts.code === "no-budget";
  return (
    <Page title={t("page.title")} lead={t("page.lead", { year })} cite="§2.2">
      {none ? (
        <EmptyState title={t("page.no-budget", { year })}>{t("page.no-budget-detail")}</EmptyState>
      ) : (
        <Loaded of={read} lines={10}>
          {(view) => <Economy view={view} />}
        </Loaded>
      )}
    </Page>
  );
}

function Economy({ view }: { readonly view: Shown }) {
  const t = useTexts("budget");
  const [planYear, setPlanYear] = useSearchParam(PLAN_YEAR_PARAM);
  const [explained] = useSearchParam(EXPLAIN_PARAM);
  const wanted = Number(planYear ?? placeOf(explained)?.year);
  const year = view.years.find((y) => y === wanted) ?? (view.years[0] as number);
  return (
    <>
      <div className="row">
        <State view={view} />
        <ToggleGroup
          value={String(year)}
          onChange={setPlanYear}
          data-toggle-group={t("page.plan-year")}
          data-size="sm"
        >
          {view.years.map((y) => (
            <ToggleGroup.Item key={y} value={String(y)}>
              {y}
            </ToggleGroup.Item>
          ))}
        </ToggleGroup>
      </div>
      <AllocationTable view={view} year={year} />
      <HowItCame view={view} year={year} />
      <BudgetResult view={view} />
      <Section title={t("page.internal")} lead={t("page.internal-lead")} cite="§2.2">
        <ul className="plain-list columns">
          {view.bodies.map(({ id, name }) => (
            <li key={id}>
              <Link href={`/ekonomi/internbudget/${id}`}>
                {t("page.internal-link", { body: name, year: view.years[0] })}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("page.sources")}>
        <DataTable
          caption={t("page.sources-caption")}
          copy={false}
          columns={[
            { id: "what", header: t("page.source-what"), value: (s) => s.what },
            { id: "source", header: t("page.source"), value: (s) => s.source },
          ]}
          rows={view.sources}
          rowKey={(s) => s.what}
          empty={<EmptyState title={t("page.no-sources")} />}
        />
      </Section>
      <ExplainDrawer view={view} />
    </>
  );
}

/** Decided, by which paragraph, or how far it has come. */
function State({ view }: { readonly view: Shown }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { data: decisions = [] } = useApi(listDecisions, {
    query: { kind: "budget", year: view.years[0] as number },
  });
  const decision = decisions.find((d) => d.number === view.decision);
  const [kind, body, year] = view.matter.split(":");
  return (
    <p className="row">
      {isStatus(view.state) ? <Status value={view.state} /> : null}
      {decision ? (
        <Link href={`/beslut/${decision.number}`}>
          {decision.organ} {dayText(decision.decidedOn, language)}, {decision.paragraph}
        </Link>
      ) : null}
      <Link href={`/arende/${kind}/${body}/${year}`}>{t("page.matter")}</Link>
    </p>
  );
}

interface Row {
  readonly id: string | undefined;
  readonly name: string;
  readonly openingTkr: number;
  readonly steps: Readonly<Record<string, number>>;
  readonly closingTkr: number;
}

function AllocationTable({ view, year }: { readonly view: Shown; readonly year: number }) {
  const t = useTexts("budget");
  const rowOf = (id: string | undefined, name: string): Row[] => {
    const explained = explain(view.allocation, { year, body: id });
    if (!explained) return [];
    const { openingTkr, closingTkr, steps } = explained;
    return [
      {
        id,
        name,
        openingTkr,
        closingTkr,
        steps: Object.fromEntries(steps.map(({ step, amountTkr }) => [step, amountTkr])),
      },
    ];
  };
  const rows = view.bodies.flatMap(({ id, name }) => rowOf(id, name));
  const [whole] = rowOf(undefined, t("page.whole"));
  const figure = (row: Row, tkr: number, what: string, place: Partial<FigurePlace>, signed = false) =>
    // Nothing came of the step: there is nothing to explain
    signed && tkr === 0 ? (
      <span className="quiet num">0</span>
    ) : (
      <FigureLink
        place={{ year, body: row.id, ...place }}
        tkr={tkr}
        what={`${row.name}, ${what.toLocaleLowerCase()}`}
        signed={signed}
      />
    );
  const planned = view.years.includes(year - 1);
  const opening = t("page.opening", { year: year - 1 });
  const columns: Column<Row>[] = [
    { id: "body", header: t("page.body"), value: (row) => row.name, foot: t("page.whole") },
    {
      id: "opening",
      header: opening,
      numeric: true,
      value: (row) => row.openingTkr,
      ...(planned ? { cell: (row) => figure(row, row.openingTkr, opening, { year: year - 1 }) } : {}),
      foot: whole ? <Money tkr={whole.openingTkr} /> : null,
    },
    ...(["one-off", "demography", "indexation", "other"] as const).map(
      (step): Column<Row> => ({
        id: step,
        header: t(`step-short.${step}`),
        title: t(`step.${step}`),
        numeric: true,
        value: (row) => row.steps[step] ?? 0,
        cell: (row) => figure(row, row.steps[step] ?? 0, t(`step.${step}`), { step }, true),
        foot: whole ? figure(whole, whole.steps[step] ?? 0, t(`step.${step}`), { step }, true) : null,
      }),
    ),
    {
      id: "frame",
      header: t("page.frame", { year }),
      numeric: true,
      value: (row) => row.closingTkr,
      cell: (row) => <strong>{figure(row, row.closingTkr, t("page.frame", { year }), {})}</strong>,
      foot: whole ? figure(whole, whole.closingTkr, t("page.frame", { year }), {}) : null,
    },
  ];
  return (
    <DataTable
      caption={t("page.table", { year })}
      captionShown
      search={false}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id ?? ""}
    />
  );
}

/** The waterfall: why the allocation became what it is. */
function HowItCame({ view, year }: { readonly view: Shown; readonly year: number }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { body, choose } = useChoice();
  const [, open] = useSearchParam(EXPLAIN_PARAM);
  const shown = view.bodies.find((b) => b.id === body);
  const explained = explain(view.allocation, { year, body: shown?.id });
  if (!explained) return null;
  const change = explained.closingTkr - explained.openingTkr;
  const amount = numberText(Math.abs(change), language);
  const parts: WaterfallPart[] = [
    {
      id: "opening",
      label: t("page.opening", { year: year - 1 }),
      kind: "total",
      amountTkr: explained.openingTkr,
    },
    ...explained.steps.map(({ step, amountTkr }) => ({
      id: step,
      label: t(`step.${step}`),
      kind: "change" as const,
      amountTkr,
    })),
    { id: "frame", label: t("page.frame", { year }), kind: "total", amountTkr: explained.closingTkr },
  ];
  const placeOfPart = (part: WaterfallPart): FigurePlace | undefined => {
    const step = explained.steps.find((s) => s.step === part.id)?.step;
    if (step) return { year, body: shown?.id, step };
    if (part.id === "frame") return { year, body: shown?.id };
    return view.years.includes(year - 1) ? { year: year - 1, body: shown?.id } : undefined;
  };
  const title =
    change === 0
      ? t("page.waterfall-equal", { year, before: year - 1 })
      : t("page.waterfall", {
          year,
          before: year - 1,
          change: t(change > 0 ? "page.higher" : "page.lower", { amount }),
        });
  return (
    <Section
      title={title}
      lead={shown?.name ?? t("page.whole")}
      cite="§2.2"
      action={
        <SelectField
          at="waterfall-body"
          label={t("page.choose-body")}
          value={shown?.id ?? ""}
          onChange={(value) => choose({ body: value || undefined })}
          options={[
            { value: "", label: t("page.whole") },
            ...view.bodies.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      }
    >
      <Waterfall
        parts={parts}
        label={title}
        format={(part) =>
          part.kind === "total" ? numberText(part.amountTkr, language) : changeText(part.amountTkr, language)
        }
        formatTick={(tkr) => numberText(tkr, language)}
        cutNote={(tkr) => t("page.waterfall-cut", { amount: numberText(tkr, language) })}
        href={(part) => {
          const place = placeOfPart(part);
          return place ? figureHref(place) : undefined;
        }}
        onOpen={(part) => {
          const place = placeOfPart(part);
          if (place) open(placeText(place));
        }}
      />
    </Section>
  );
}
