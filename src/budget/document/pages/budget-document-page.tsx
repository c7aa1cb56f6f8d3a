import { Button } from "@digdir/designsystemet-react";
import { ApiProblem } from "../../../platform/ui/api.ts";
import { useChoice } from "../../../platform/ui/choice.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { Link } from "../../../platform/ui/link.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { PaperView, type ShowFigure } from "../../../platform/ui/paper-view.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { Explainable } from "../../base/pages/explain-drawer.tsx";
import { FigureText } from "../../base/pages/figure-link.tsx";
import { placeOf } from "../../base/rules/figure-place.ts";
import { getBudgetDocument } from "../contract.ts";
import { BudgetDownloads } from "./budget-downloads.tsx";
import "../../../platform/ui/paper.css";
import "../../base/pages/economy.css";

/** The budget document as a page, assembled from the versions: for all when it is decided (model §2.2, U-10). */
export function BudgetDocumentPage() {
  const t = useTexts("budget");
  const { year } = useChoice();
  const read = useApi(getBudgetDocument, { params: { year }, query: {} });
  const none = read.error instanceof ApiProblem && read.error.facts.code === "no-budget";
  return (
    <Page
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
          {({ paper, version, ref }) => (
            <>
              <BudgetDownloads year={year} version={version} />
              <Explainable of={ref}>
                <PaperView paper={paper} figure={showFigure} />
              </Explainable>
            </>
          )}
        </Loaded>
      )}
    </Page>
  );
}

/** A figure of the document opens what it comes from, as those of the other pages do (E-8). */
const showFigure: ShowFigure = ({ figure, text, what }) => {
  const place = placeOf(figure);
  return place ? <FigureText place={place} what={what} text={text} /> : text;
};
