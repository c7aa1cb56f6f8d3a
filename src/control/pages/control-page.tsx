import { useBodies, useSession } from "../../organisation/pages/use-bodies.ts";
import { upFrom } from "../../organisation/rules/organisation.ts";
import { useChoice } from "../../platform/ui/choice.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { Link } from "../../platform/ui/link.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { getControlOverview } from "../contract.ts";
import { NOTICES_PAGE } from "../noticed/kind.ts";
import { organisedPage } from "../supervision/kind.ts";
import { BodyControl } from "./body-control.tsx";
import { Overview } from "./overview.tsx";

/** Internal control (model §2.3): the chosen body's plan and results, or every committee and company for the whole group. */
export function ControlPage() {
  const t = useTexts("control");
  const { body, year } = useChoice();
  const { bodies } = useBodies();
  const session = useSession();
  const overview = useApi(getControlOverview, { params: { year } });
  return (
    <Loaded of={overview} lines={8}>
      {({ bodies: rows }) => {
        // A unit's or an administration's internal control is that of the body that it works for
        const above =
          body === undefined ? [] : upFrom(bodies as Parameters<typeof upFrom>[0], body).map(({ id }) => id);
        const row = rows.find((r) => r.body === body) ?? rows.find((r) => above.includes(r.body));
        if (row) return <BodyControl row={row} year={year} today={session?.today ?? ""} />;
        return (
          <Page title={t("page.title", { year })} lead={t("page.lead")} cite="§2.3">
            {rows.length === 0 ? (
              <EmptyState title={t("page.overview.none", { year })} />
            ) : (
              <>
                {session?.person ? (
                  <p className="row">
                    <Link href={organisedPage(year)}>{t("supervision.link")}</Link>
                    <Link href={NOTICES_PAGE}>{t("page.notice-risk")}</Link>
                  </p>
                ) : null}
                <Overview rows={rows} />
              </>
            )}
          </Page>
        );
      }}
    </Loaded>
  );
}
