import { Imports } from "../../ledger/pages/imports.tsx";
import { useBodies, useSession } from "../../organisation/pages/use-bodies.ts";
import { upFrom } from "../../organisation/rules/organisation.ts";
import { useChoice } from "../../platform/ui/choice.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { Page, Section } from "../../platform/ui/page.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { getOccasions } from "../contract.ts";
import { EconomySoFar } from "./economy-so-far.tsx";
import { Forecasts } from "./forecasts.tsx";
import { OccasionList } from "./occasion-list.tsx";

/** The year's follow-up (model §2.5): how far each body has come, how the economy goes, and what the figures come from. */
export function FollowupPage() {
  const t = useTexts("followup");
  const { body, year } = useChoice();
  const { bodies } = useBodies();
  const session = useSession();
  const occasions = useApi(getOccasions, { params: { year } });
  const own = body === undefined ? undefined : upFrom(bodies as Parameters<typeof upFrom>[0], body);
  return (
    <Page inTkr title={t("page.year-title", { year })} lead={t("page.lead")} cite="§2.5">
      <Section title={t("page.occasions.title")} lead={t("page.occasions.lead")}>
        <Loaded of={occasions} lines={8}>
          {(data) => <OccasionList occasions={data} only={own?.map(({ id }) => id)} />}
        </Loaded>
      </Section>
      {occasions.data ? (
        <Forecasts occasions={occasions.data} only={own?.map(({ id }) => id)} year={year} />
      ) : null}
      {session?.person ? (
        <>
          <EconomySoFar year={year} only={body} />
          <Imports year={year} />
        </>
      ) : null}
    </Page>
  );
}
