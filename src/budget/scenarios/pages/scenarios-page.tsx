import { Suspense, useEffect, useRef } from "react";
import { OfTheWhole } from "../../../organisation/pages/of-the-whole.tsx";
import { usePeople } from "../../../organisation/pages/person-field.tsx";
import { useSession, useSole } from "../../../organisation/pages/use-bodies.ts";
import { useChoice } from "../../../platform/ui/choice.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { Link, useSearchParam } from "../../../platform/ui/link.tsx";
import { Loaded, Skeleton } from "../../../platform/ui/loading.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { SignInLink } from "../../../platform/ui/sign-in-link.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { useOpened } from "../../../platform/ui/use-opened.ts";
import { listScenarios } from "../contract.ts";
import { MAX_COMPARED, ScenarioList } from "./list.tsx";
import { NewScenario } from "./new-scenario.tsx";
import { useBaseChoices } from "./use-base-choices.ts";
import { ScenarioWorkshop } from "./workshop.tsx";
import "../../../decisions/pages/decisions.css";
import "../../base/pages/economy.css";
import "./scenarios.css";

const OPEN_PARAM = "scenario";
const COMPARE_PARAM = "jamfor";

/** Scenarier: the budget changed and computed live, one's own until shared, side by side (model §2.2, E-9). */
export function ScenariosPage() {
  const t = useTexts("budget");
  const { year } = useChoice();
  const session = useSession();
  return (
    <Page
      inTkr
      title={t("scenario.title")}
      lead={t("scenario.lead", { year })}
      cite="§2.2"
      above={<Link href="/ekonomi">{t("scenario.back")}</Link>}
    >
      {session === undefined ? (
        <Skeleton lines={8} />
      ) : session.person === null ? (
        <EmptyState title={t("scenario.sign-in")} action={<SignInLink>{t("internal.sign-in")}</SignInLink>}>
          {t("scenario.sign-in-detail")}
        </EmptyState>
      ) : (
        <>
          <OfTheWhole />
          <Scenarios key={year} year={year} />
        </>
      )}
    </Page>
  );
}

function Scenarios({ year }: { readonly year: number }) {
  const t = useTexts("budget");
  const list = useApi(listScenarios, { params: { year } });
  const { personName } = usePeople();
  const { choices, read } = useBaseChoices(year);
  const [open, setOpen] = useSearchParam(OPEN_PARAM);
  const [compareText = "", setCompare] = useSearchParam(COMPARE_PARAM);
  const council = useSole("council")?.id;
  const there = list.data?.some(({ id }) => id === open) ? open : "none";
  const opener = useRef<string>(undefined);
  useOpened(list.data && there, there === "none" ? `[data-opens="${opener.current}"]` : "#oppet");
  useEffect(() => {
    if (there !== "none") opener.current = there;
  }, [there]);
  const whoOf = ({ party, owner }: { readonly party: string; readonly owner: string }) =>
    party || personName(owner);
  return (
    <Loaded of={list} lines={8}>
      {(scenarios) => {
        const known = new Set(scenarios.map((one) => one.id));
        const opened = open !== undefined && known.has(open) ? open : undefined;
        const compared = compareText
          .split(",")
          .filter((id) => known.has(id) && id !== opened)
          .slice(0, opened ? MAX_COMPARED - 1 : MAX_COMPARED);
        const toggle = (id: string) => {
          const next = compared.includes(id) ? compared.filter((one) => one !== id) : [...compared, id];
          setCompare(next.length > 0 ? next.join(",") : undefined);
        };
        return (
          <>
            {opened || compared.length > 0 ? (
              <section
                id="oppet"
                className="page"
                tabIndex={-1}
                aria-label={scenarios.find(({ id }) => id === opened)?.name ?? t("scenario.compare")}
              >
                {/* What is fetched first hides no more than what is within: the section keeps the focus that it was given */}
                <Suspense fallback={<Skeleton lines={12} />}>
                  <ScenarioWorkshop
                    // What is open is another one's: nothing written for one is ever stored for another
                    key={opened ?? "compared"}
                    year={year}
                    opened={opened}
                    compared={compared}
                    whoOf={whoOf}
                    council={council}
                    onOpen={setOpen}
                  />
                </Suspense>
              </section>
            ) : null}
            <ScenarioList
              year={year}
              scenarios={scenarios}
              opened={opened}
              compared={compared}
              whoOf={whoOf}
              onOpen={setOpen}
              onCompare={toggle}
            />
            {choices.length > 0 ? (
              <NewScenario year={year} council={council} choices={choices} onMade={setOpen} />
            ) : read ? (
              <EmptyState title={t("scenario.no-base", { year })}>{t("scenario.no-base-detail")}</EmptyState>
            ) : null}
          </>
        );
      }}
    </Loaded>
  );
}
