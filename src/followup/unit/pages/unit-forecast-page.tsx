import { Button } from "@digdir/designsystemet-react";
import { useRef, useState } from "react";
import type { MatterRoutes, MatterView } from "../../../decisions/contract.ts";
import { DraftBar, DraftTroubles } from "../../../decisions/pages/draft-bar.tsx";
import { useDraft } from "../../../decisions/pages/use-draft.ts";
import { useBodies, useSession } from "../../../organisation/pages/use-bodies.ts";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { TextArea } from "../../../platform/ui/fields.tsx";
import { Link, usePathParams } from "../../../platform/ui/link.tsx";
import { Loaded, Skeleton } from "../../../platform/ui/loading.tsx";
import { MayButton } from "../../../platform/ui/may-button.tsx";
import { When } from "../../../platform/ui/number.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { SignInLink } from "../../../platform/ui/sign-in-link.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { dataText, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { getUnitForecast, putUnitForecast, type UnitForecastView } from "../contract.ts";
import {
  forecastLines,
  forecastRemarks,
  forecastSum,
  MAX_EXPLANATION,
  type UnitForecast,
} from "../rules/forecast.ts";
import { Explained, Explanations } from "./explanations.tsx";
import { ForecastHistory } from "./forecast-history.tsx";
import { ForecastSheet, ForecastTable } from "./forecast-sheet.tsx";
import { ForecastSums } from "./forecast-sums.tsx";
import { PlanLink } from "./plan-link.tsx";

/** A forecast is read, stored and brought together with what others store as a matter is. */
const FORECAST = {
  get: getUnitForecast,
  put: putUnitForecast,
} as unknown as MatterRoutes<typeof UnitForecast>;

/** A first-line manager's forecast of the own unit's year (R-2, U-8): filled in, corrected, explained, sent. */
export function UnitForecastPage() {
  const t = useTexts("followup");
  const { body = "", year: yearText = "" } = usePathParams();
  const year = Number(yearText);
  const valid = /^[a-z0-9-]{1,60}$/.test(body) && /^2\d{3}$/.test(yearText);
  const { nameOf } = useBodies();
  const session = useSession();
  const signedIn = session?.person != null;
  const read = useApi(getUnitForecast, { params: { body, year } }, { when: signedIn && valid });
  const title = t("unit-forecast.title", { body: nameOf(body), year: yearText });
  return (
    <Page
      inTkr
      title={title}
      lead={t("unit-forecast.lead")}
      cite="§2.5"
      above={
        <Link href={`/uppfoljning?ar=${yearText}`}>← {t("unit-forecast.back", { year: yearText })}</Link>
      }
    >
      {session === undefined ? (
        <Skeleton lines={8} />
      ) : !signedIn ? (
        <EmptyState title={title} action={<SignInLink>{t("unit-forecast.sign-in")}</SignInLink>} />
      ) : (
        <Loaded of={read} lines={8}>
          {(view) => (
            <>
              <Occasion view={view} />
              {view.may.edit.allowed && !view.closed ? (
                <Writer key={`${body} ${year} ${view.occasion?.kind}`} begun={view} etag={read.etag} />
              ) : (
                <>
                  <Reader view={view} />
                  <ForecastHistory history={view.history} />
                </>
              )}
            </>
          )}
        </Loaded>
      )}
    </Page>
  );
}

/** What it is written for, and until when. */
function Occasion({ view }: { readonly view: UnitForecastView }) {
  const t = useTexts("followup");
  if (!view.occasion) return null;
  const { kind, due } = view.occasion;
  return (
    <p>
      <strong>{t(`unit-forecast.occasion.${kind}`)}.</strong>{" "}
      {view.closed ? null : (
        <>
          {t("unit-forecast.due")} <When at={due} />.
        </>
      )}
    </p>
  );
}

function Reader({ view }: { readonly view: UnitForecastView }) {
  const t = useTexts("followup");
  const { content, closed } = view;
  return (
    <>
      {closed ? (
        <EmptyState title={t(`unit-forecast.closed.${closed}`)}>
          {t(`unit-forecast.closed-detail.${closed}`)}
        </EmptyState>
      ) : (
        <MayButton variant="secondary" may={view.may.edit} onPress={() => {}}>
          {t("unit-forecast.write")}
        </MayButton>
      )}
      {content ? (
        <>
          <ForecastSums sum={view.sum} />
          <Section title={t("unit-forecast.lines")}>
            <ForecastTable lines={view.lines} year={view.year} />
          </Section>
          <Explained lines={view.lines} effect={content.effectForResidents} />
          {view.version.state === "sent" ? (
            <PlanLink view={view} deviationTkr={view.sum.deviationTkr} />
          ) : null}
        </>
      ) : closed ? null : (
        <EmptyState title={t("unit-forecast.not-sent")}>{t("unit-forecast.not-sent-detail")}</EmptyState>
      )}
    </>
  );
}

function Writer({ begun, etag }: { readonly begun: UnitForecastView; readonly etag: string | undefined }) {
  const t = useTexts("followup");
  const { body, year } = begun;
  const [begin] = useState({
    content: begun.content as UnitForecast,
    matter: begun as unknown as MatterView<UnitForecast>,
    etag,
  });
  const draft = useDraft(FORECAST, { body, year }, begin);
  const view = (draft.view as unknown as UnitForecastView | undefined) ?? begun;
  const { content } = draft;
  const latest = useRef(content);
  latest.current = content;
  // What is written after it was sent is not sent until it is sent again
  const change = (part: Partial<UnitForecast>) => draft.change({ ...latest.current, sent: false, ...part });
  const facts = view.facts ?? begun.facts;
  if (!facts) return null;
  const lines = forecastLines(facts, content);
  const sum = forecastSum(lines);
  const unexplained = forecastRemarks(lines).filter(({ level }) => level === "stops");
  const write = (of: string, part: Partial<UnitForecast["lines"][number]>) =>
    change({
      lines: forecastLines(facts, latest.current).map(({ of: one, restTkr, explanation }) => ({
        of: one,
        restTkr: [...restTkr],
        explanation,
        ...(one === of ? part : {}),
      })),
    });
  return (
    <>
      <DraftTroubles draft={draft} place={([first = ""]) => dataText(t, "unit-forecast.place", first)} />
      <ForecastSums sum={sum} />
      <Section title={t("unit-forecast.lines")} lead={t("unit-forecast.lines-lead")}>
        <ForecastSheet
          facts={facts}
          lines={lines}
          year={year}
          onChange={(next) =>
            change({
              lines: next.map(({ of, restTkr, explanation }) => ({ of, restTkr: [...restTkr], explanation })),
            })
          }
        />
      </Section>
      <Section title={t("unit-forecast.why")} lead={t("unit-forecast.why-lead")}>
        <Explanations lines={lines} write={write} />
        <div className="form">
          <TextArea
            at="effectForResidents"
            label={t("unit-forecast.effect")}
            value={content.effectForResidents}
            onChange={(effectForResidents) => change({ effectForResidents })}
            rows={3}
            maxLength={MAX_EXPLANATION}
          />
        </div>
      </Section>
      <Section title={t("unit-forecast.send")} lead={t("unit-forecast.send-lead")}>
        <p className="row">
          {content.sent ? (
            <>
              <Status value="done" word={t("unit-forecast.is-sent")} />
              <Button variant="secondary" onClick={() => change({})}>
                {t("unit-forecast.change")}
              </Button>
            </>
          ) : unexplained.length > 0 ? (
            <span>{t("unit-forecast.send-first", { count: unexplained.length })}</span>
          ) : (
            <Button
              onClick={() => {
                change({ sent: true });
                void draft.saveNow();
              }}
            >
              {t("unit-forecast.send")}
            </Button>
          )}
        </p>
      </Section>
      {content.sent ? <PlanLink view={view} deviationTkr={sum.deviationTkr} /> : null}
      <DraftBar draft={draft} />
      <ForecastHistory history={view.history} />
    </>
  );
}
