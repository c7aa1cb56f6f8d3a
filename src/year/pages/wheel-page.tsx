import { Button } from "@digdir/designsystemet-react";
import { matterPath, placeOfMatter, writeAddress } from "../../decisions/rules/kind.ts";
import { useMayWrite } from "../../decisions/writers/pages/use-may-write.ts";
import { useSole } from "../../organisation/pages/use-bodies.ts";
import { addressOf } from "../../platform/ui/api.ts";
import { useChoice } from "../../platform/ui/choice.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { Link, useGo } from "../../platform/ui/link.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { MayButton } from "../../platform/ui/may-button.tsx";
import { Page, Section } from "../../platform/ui/page.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { getCalendar, getWheel, type WheelView } from "../contract.ts";
import { EXTRA_OCCASIONS, YEAR_WHEEL } from "../kind.ts";
import { MeetingsTable } from "./meetings-table.tsx";
import { StepsTable } from "./steps-table.tsx";
import "./wheel.css";

/** The wheel in force, to be read: who does what, when, by which law or section, and how the next year is. */
export function WheelPage() {
  const t = useTexts("year");
  const { year, body } = useChoice();
  const wheel = useApi(getWheel, { params: { year }, query: {} });
  const next = useApi(getWheel, { params: { year: year + 1 }, query: {} });
  return (
    <Page
      title={t("wheel-page.title", { year })}
      lead={t("wheel-page.lead")}
      cite="§2.4"
      action={<ChangeWheel year={year + 1} />}
    >
      <Loaded of={wheel} lines={12}>
        {(view) => (
          <div className="wheel-sheet">
            <Standing wheel={view} />
            <ul className="plain-list row wheel-ways">
              <li>
                <Link href="/">{t("wheel-page.picture")}</Link>
              </li>
              <li>
                <Link href={addressOf(getCalendar, { query: { body } })}>{t("wheel-page.calendar")}</Link>
              </li>
              <li>
                <Button variant="tertiary" data-size="sm" onClick={() => window.print()}>
                  {t("wheel-page.pdf")}
                </Button>
              </li>
            </ul>
            <Section title={t("wheel-page.steps")}>
              <StepsTable wheel={view} next={next.data} />
            </Section>
            <Section title={t("wheel-page.meetings")}>
              {view.meetings.length > 0 ? (
                <MeetingsTable year={year} rows={view.meetings} />
              ) : (
                <EmptyState title={t("wheel-page.none-meetings")}>
                  {t("wheel-page.none-meetings-detail")}
                </EmptyState>
              )}
            </Section>
            <div className="wheel-more">
              <Section title={t("extra.title")} lead={t("extra.lead")} cite="§2.5">
                <AddExtra year={year} />
              </Section>
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

/** Which wheel the year follows, and what an election changes. */
function Standing({ wheel: { wheel, year, electionYear } }: { readonly wheel: WheelView }) {
  const t = useTexts("year");
  const place = wheel ? placeOfMatter(wheel.matter) : undefined;
  return (
    <p>
      {wheel ? t("wheel-page.decided") : t("wheel-page.model")}{" "}
      {wheel ? (
        <Link href={`/beslut/${wheel.decision}`}>{t("wheel-page.decision", { number: wheel.decision })}</Link>
      ) : null}{" "}
      {place ? <Link href={matterPath(place)}>{t("wheel-page.to-matter")}</Link> : null}{" "}
      {electionYear ? t("wheel-page.election", { year }) : null}
    </p>
  );
}

/** The page's main action: the wheel of the year after the one that is read, which has not begun. */
function ChangeWheel({ year }: { readonly year: number }) {
  const t = useTexts("year");
  const go = useGo();
  const body = useSole("executive")?.id ?? "";
  const may = useMayWrite({ kind: YEAR_WHEEL.kind, body, year }, { when: body !== "" });
  return (
    <MayButton
      may={may}
      onPress={() => go(writeAddress(YEAR_WHEEL, { body, year }) ?? YEAR_WHEEL.address.all)}
    >
      {t("wheel-page.change", { year })}
    </MayButton>
  );
}

function AddExtra({ year }: { readonly year: number }) {
  const t = useTexts("year");
  const go = useGo();
  const body = useSole("executive")?.id ?? "";
  const may = useMayWrite({ kind: EXTRA_OCCASIONS.kind, body, year }, { when: body !== "" });
  return (
    <MayButton
      variant="secondary"
      may={may}
      onPress={() => go(writeAddress(EXTRA_OCCASIONS, { body, year }) ?? EXTRA_OCCASIONS.address.all)}
    >
      {t("wheel-page.add-extra", { year })}
    </MayButton>
  );
}
