import { dayOf } from "../../../kernel/day.ts";
import { changeText, dayText } from "../../../kernel/format.ts";
import { askMay } from "../../../organisation/contract.ts";
import { useSession, useSole } from "../../../organisation/pages/use-bodies.ts";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { Link } from "../../../platform/ui/link.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { MayButton } from "../../../platform/ui/may-button.tsx";
import { Money } from "../../../platform/ui/number.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import { budgetRoutes } from "../../matter/contract.ts";
import { getTrueUps } from "../contract.ts";
import type { TrueUpsView } from "./stages-shown.ts";

/** The year's decided true-ups, and the way of their adjustments into the budget's next version (E-4, E-5). */
export function TrueUps({ year }: { readonly year: number }) {
  const t = useTexts("budget");
  const session = useSession();
  const read = useApi(getTrueUps, { params: { year } });
  const executive = useSole("executive")?.id;
  const council = useSole("council")?.id;
  return (
    <Section
      title={t("stages.true-ups", { year })}
      lead={t("stages.true-ups-lead")}
      cite="§2.2"
      action={
        executive && session?.person ? (
          <Link href={`/ekonomi/avstamning/${executive}/${year}`}>{t("stages.true-up-link")}</Link>
        ) : null
      }
    >
      <Loaded of={read} lines={3}>
        {(view) => (
          <>
            <Decided view={view} year={year} />
            {view.offered.length > 0 && council && session?.person && !isOver(year, session.today) ? (
              <TakeIn offered={view.offered} council={council} year={year} />
            ) : null}
          </>
        )}
      </Loaded>
    </Section>
  );
}

/** The budget of a year that has ended is not changed any more. */
const isOver = (year: number, today: string): boolean => today > dayOf(year, 12, 31);

function Decided({ view, year }: { readonly view: TrueUpsView; readonly year: number }) {
  const t = useTexts("budget");
  const language = useLanguage();
  return (
    <DataTable
      caption={t("stages.true-ups-table", { year })}
      search={false}
      columns={[
        {
          id: "occasion",
          header: t("stages.occasion"),
          value: ({ occasion }) => t(`stages.occasion-${occasion}`),
        },
        {
          id: "counted",
          header: t("stages.counted"),
          value: ({ countedOn }) => dayText(countedOn, language),
        },
        { id: "source", header: t("stages.source"), value: ({ source }) => source, written: true },
        {
          id: "total",
          header: t("stages.total"),
          numeric: true,
          value: ({ totalTkr }) => totalTkr,
          cell: ({ totalTkr, decision }) => (
            <Link href={`/beslut/${decision}`}>
              <Money tkr={totalTkr} signed />
            </Link>
          ),
        },
        {
          id: "in-budget",
          header: t("stages.in-budget"),
          value: ({ takenInto, adjusts }) =>
            t(adjusts ? `stages.taken-into.${takenInto ?? "none"}` : "stages.nothing-to-take"),
        },
        {
          id: "decision",
          header: t("compare.why"),
          value: ({ decision }) => t("stages.decision", { number: decision }),
          cell: ({ decision }) => (
            <Link href={`/beslut/${decision}`}>{t("stages.decision", { number: decision })}</Link>
          ),
        },
      ]}
      rows={view.trueUps}
      rowKey={({ version }) => String(version)}
      empty={<EmptyState title={t("stages.no-true-ups", { year })} />}
    />
  );
}

/** Begins the budget's next version, or goes on with its draft, with the adjustments as lines that name their decision. */
function TakeIn({
  offered,
  council,
  year,
}: {
  readonly offered: TrueUpsView["offered"];
  readonly council: string;
  readonly year: number;
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  const toast = useToast();
  const params = { body: council, year };
  const budget = useApi(budgetRoutes.get, { params, query: {} });
  const may = useApi(askMay, { query: { action: "edit:budget", body: council } });
  const { save, saving, problem } = useSave(budgetRoutes.put);
  const amount = changeText(
    offered.reduce((sum, { amountTkr }) => sum + amountTkr, 0),
    language,
  );
  const takeIn = async () => {
    if (!budget.data) return;
    const { content } = budget.data;
    const input = { ...content.input, adjustments: [...content.input.adjustments, ...offered] };
    const done = await save({
      params,
      body: { ...content, input } as typeof content,
      ifMatch: budget.etag,
      why: t("stages.take-in"),
    });
    if (done) toast(t("stages.took-in"));
  };
  return (
    <div className="stack">
      <p>{t("stages.take-in-detail", { count: offered.length, amount })}</p>
      {problem ? <ErrorSummary problem={problem} /> : null}
      <div className="row">
        <MayButton variant="secondary" may={may.data} busy={saving || !budget.data} onPress={takeIn}>
          {t("stages.take-in")}
        </MayButton>
        <Link href={`/arende/budget/${council}/${year}`}>{t("page.matter")}</Link>
      </div>
    </div>
  );
}
