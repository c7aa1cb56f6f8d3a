import { Button } from "@digdir/designsystemet-react";
import { useKindName } from "../../../decisions/pages/matter-pages.tsx";
import { plainText } from "../../../kernel/paper.ts";
import { OfTheWhole } from "../../../organisation/pages/of-the-whole.tsx";
import { useOwnBodies } from "../../../organisation/pages/use-own-bodies.ts";
import { ApiProblem, addressOf } from "../../../platform/ui/api.ts";
import { useChoice } from "../../../platform/ui/choice.tsx";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { Link } from "../../../platform/ui/link.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { LongDocument } from "../../../platform/ui/long/long-document.tsx";
import { When } from "../../../platform/ui/number.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { PaperView, type ShowFigure } from "../../../platform/ui/paper-view.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { Explainable } from "../../base/pages/explain-drawer.tsx";
import { FigureText } from "../../base/pages/figure-link.tsx";
import { placeOf } from "../../base/rules/figure-place.ts";
import { getBudgetDocument, type Later } from "../contract.ts";
import { BudgetDownloads } from "./budget-downloads.tsx";
import "../../../platform/ui/paper.css";
import "../../base/pages/economy.css";

/** The budget document as a page, assembled from the versions: for all when it is decided (model §2.2, U-10). */
export function BudgetDocumentPage() {
  const t = useTexts("budget");
  const { year } = useChoice();
  const own = useOwnBodies();
  const read = useApi(getBudgetDocument, { params: { year }, query: {} });
  const none = read.error instanceof ApiProblem && read.error.facts.code === "no-budget";
  return (
    <Page
      inTkr
      title={t("document.title-alone", { year })}
      lead={t("document.lead")}
      cite="§2.2"
      above={<Link href="/ekonomi">{t("document.back", { year })}</Link>}
      action={
        read.data ? (
          <Button variant="secondary" onClick={() => window.print()}>
            {t("document.print")}
          </Button>
        ) : null
      }
    >
      {none ? (
        <EmptyState title={t("page.no-budget", { year })}>{t("page.no-budget-detail")}</EmptyState>
      ) : (
        <Loaded of={read} lines={20}>
          {({ paper, version, ref, later }) => (
            <>
              <OfTheWhole />
              <BudgetDownloads year={year} version={version} />
              <DecidedSince year={year} later={later} />
              <Explainable of={ref}>
                <LongDocument
                  name={`budget ${year}`}
                  own={own}
                  chapters={paper.chapters.map((chapter) => plainText(chapter.title))}
                  copy={paper.mark ? undefined : [addressOf(getBudgetDocument, { params: { year } })]}
                >
                  {(first) => <PaperView paper={paper} first={first} figure={showFigure} />}
                </LongDocument>
              </Explainable>
            </>
          )}
        </Loaded>
      )}
    </Page>
  );
}

/** What has been decided since the budget: apart from its document, which is as it was decided. */
function DecidedSince({ year, later }: { readonly year: number; readonly later: readonly Later[] }) {
  const t = useTexts("budget");
  const kindName = useKindName();
  if (later.length === 0) return null;
  return (
    <Section title={t("document.later")} lead={t("document.later-lead", { year })}>
      <details>
        <summary>{t("document.later-show", { count: later.length })}</summary>
        <DataTable
          caption={t("document.later-caption")}
          search={false}
          copy={false}
          columns={[
            { id: "body", header: t("document.later-body"), value: (one) => one.bodyName },
            { id: "what", header: t("document.later-what"), value: (one) => kindName(one.kind) },
            {
              id: "decision",
              header: t("document.later-decision"),
              value: (one) => one.decidedOn,
              cell: (one) => (
                <Link href={`/beslut/${one.decision}`}>
                  <When at={one.decidedOn} />
                </Link>
              ),
            },
          ]}
          rows={later}
          rowKey={(one) => one.matter}
        />
      </details>
    </Section>
  );
}

/** A figure of the document opens what it comes from, as those of the other pages do (E-8). */
const showFigure: ShowFigure = ({ figure, text, what }) => {
  const place = placeOf(figure);
  return place ? <FigureText place={place} what={what} text={text} /> : text;
};
