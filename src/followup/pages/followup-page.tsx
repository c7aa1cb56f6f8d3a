import { Imports } from "../../ledger/pages/imports.tsx";
import { OfTheWhole } from "../../organisation/pages/of-the-whole.tsx";
import { useBodies, useSession } from "../../organisation/pages/use-bodies.ts";
import { useLookedAt } from "../../organisation/pages/use-looked-at.ts";
import { useChoice } from "../../platform/ui/choice.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { Page, Section } from "../../platform/ui/page.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { getOccasions } from "../contract.ts";
import { OwnerReports } from "../owner/pages/owner-reports.tsx";
import { CommitteeUnits } from "../unit/pages/committee-units.tsx";
import { EconomySoFar } from "./economy-so-far.tsx";
import { Forecasts } from "./forecasts.tsx";
import { OccasionList } from "./occasion-list.tsx";
import { OwnUnits } from "./own-unit.tsx";

/** The year's follow-up (model §2.5): how far each body has come, how the economy goes, and what the figures come from. */
export function FollowupPage() {
  const t = useTexts("followup");
  const { body, year } = useChoice();
  const { owner } = useLookedAt();
  const session = useSession();
  const occasions = useApi(getOccasions, { params: { year } });
  const { bodies } = useBodies();
  // The executive watches over the part-owned companies too
  const ofTheWhole = owner === undefined || bodies.find(({ id }) => id === owner)?.kind === "executive";
  const only = owner === undefined ? undefined : [owner];
  return (
    <Page inTkr title={t("page.year-title", { year })} lead={t("page.lead")} cite="§2.5">
      <Section title={t("page.occasions.title")} lead={t("page.occasions.lead")}>
        <Loaded of={occasions} lines={8}>
          {(data) => <OccasionList occasions={data} only={only} />}
        </Loaded>
      </Section>
      {occasions.data ? <Forecasts occasions={occasions.data} only={only} year={year} /> : null}
      {ofTheWhole ? <OwnerReports year={year} /> : null}
      {session?.person ? (
        <>
          {owner === undefined ? null : (
            <CommitteeUnits key={`${owner} ${year}`} committee={owner} year={year} />
          )}
          <OwnUnits year={year} chosen={body} />
          <EconomySoFar year={year} only={owner} />
          <Imports year={year} of={<OfTheWhole />} />
        </>
      ) : null}
    </Page>
  );
}
