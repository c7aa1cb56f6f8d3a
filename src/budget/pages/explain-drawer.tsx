import { listDecisions } from "../../decisions/contract.ts";
import { Dialog } from "../../platform/ui/dialog.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { dayText, numberText } from "../../platform/ui/format.ts";
import { Link, useSearchParam } from "../../platform/ui/link.tsx";
import { Money } from "../../platform/ui/number.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { type Explained, explain } from "../rules/explain.ts";
import { ExplainLine } from "./explain-line.tsx";
import { type FigurePlace, placeAbove, placeOf } from "./explain-place.ts";
import { EXPLAIN_PARAM, FigureLink, OpenFigure } from "./figure-link.tsx";
import { lineName } from "./line-name.ts";
import type { Shown } from "./shown.ts";
import "./economy.css";

/** "Förklara siffran" (E-8): any figure, step by step down to what was counted, on an address that can be shared. */
export function ExplainDrawer({ view }: { readonly view: Shown }) {
  const t = useTexts("budget");
  const [text, setText] = useSearchParam(EXPLAIN_PARAM);
  if (text === undefined) return null;
  const place = placeOf(text);
  const explained = place ? explain(view.allocation, place) : undefined;
  return (
    <Dialog open onClose={() => setText(undefined)} title={t("page.explain")} drawer>
      {place && explained ? (
        <Explanation view={view} place={place} explained={explained} />
      ) : (
        <EmptyState title={t("page.explain-panel.missing")}>
          {t("page.explain-panel.missing-detail")}
        </EmptyState>
      )}
      <p className="quiet small">{t("page.explain-panel.link")}</p>
    </Dialog>
  );
}

interface ExplanationProps {
  readonly view: Shown;
  readonly place: FigurePlace;
  readonly explained: Explained;
}

function Explanation({ view, place, explained }: ExplanationProps) {
  const t = useTexts("budget");
  const above = placeAbove(place);
  const step = explained.steps.find((s) => s.step === place.step);
  const line = place.line === undefined ? undefined : step?.lines[place.line];
  return (
    <div className="stack explain" key={`${place.body} ${place.step} ${place.line}`}>
      {above ? (
        <p>
          <OpenFigure place={above}>← {t("page.explain-panel.up")}</OpenFigure>
        </p>
      ) : null}
      {line ? (
        <ExplainLine view={view} year={explained.year} line={line} />
      ) : step ? (
        <StepLines view={view} place={place} explained={explained} />
      ) : (
        <Steps view={view} place={place} explained={explained} />
      )}
      <Origin view={view} withSources={step?.step === "demography" || step?.step === "indexation"} />
    </div>
  );
}

const nameIn = (view: Shown, body: string) => view.bodies.find((b) => b.id === body)?.name ?? body;

/** A frame: from the year before through the four steps. */
function Steps({ view, place, explained }: ExplanationProps) {
  const t = useTexts("budget");
  const { year } = explained;
  const body = place.body === undefined ? t("page.whole") : nameIn(view, place.body);
  const planned = view.years.includes(year - 1);
  return (
    <>
      <h3 className="ds-heading" data-size="xs">
        {t("page.explain-panel.frame-of", { body, year })}
      </h3>
      <PartsTable
        caption={t("page.explain-panel.frame-of", { body, year })}
        parts={[
          {
            key: "opening",
            name: t("page.opening", { year: year - 1 }),
            tkr: explained.openingTkr,
            place: planned ? { year: year - 1, body: place.body } : undefined,
            signed: false,
          },
          ...explained.steps.map(({ step, amountTkr }) => ({
            key: step,
            name: t(`step.${step}`),
            tkr: amountTkr,
            place: { year, body: place.body, step },
            signed: true,
          })),
        ]}
        sum={{ name: t("page.frame", { year }), tkr: explained.closingTkr }}
      />
      <Sums tkr={explained.closingTkr} />
      {planned ? null : <p className="quiet">{t("page.explain-panel.base-given", { year: year - 1 })}</p>}
    </>
  );
}

/** A step: its lines, each of which can be opened. */
function StepLines({ view, place, explained }: ExplanationProps) {
  const t = useTexts("budget");
  const step = explained.steps.find((s) => s.step === place.step);
  if (!step) return null;
  const body = place.body === undefined ? t("page.whole") : nameIn(view, place.body);
  const title = t("page.explain-panel.step-of", { step: t(`step.${step.step}`), body, year: explained.year });
  return (
    <>
      <h3 className="ds-heading" data-size="xs">
        {title}
      </h3>
      {step.lines.length === 0 ? (
        <p className="quiet">{t("page.explain-panel.no-lines", { year: explained.year })}</p>
      ) : (
        <>
          <PartsTable
            caption={title}
            parts={step.lines.map((line, index) => {
              const name = lineName(line, t);
              return {
                key: `${line.step} ${index.toString()}`,
                name:
                  place.body === undefined
                    ? t("page.explain-panel.of-body", { body: nameIn(view, line.body), what: name })
                    : name,
                tkr: line.amountTkr,
                place: { ...place, line: index },
                signed: true,
              };
            })}
            sum={{ name: t("page.explain-panel.sum"), tkr: step.amountTkr }}
          />
          <Sums tkr={step.amountTkr} />
        </>
      )}
    </>
  );
}

interface Part {
  readonly key: string;
  readonly name: string;
  readonly tkr: number;
  readonly place: FigurePlace | undefined;
  readonly signed: boolean;
}

function PartsTable({
  caption,
  parts,
  sum,
}: {
  readonly caption: string;
  readonly parts: readonly Part[];
  readonly sum: { readonly name: string; readonly tkr: number };
}) {
  const t = useTexts("budget");
  return (
    <table className="parts">
      <caption className="ds-sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("page.explain-panel.part")}</th>
          <th scope="col" data-numeric>
            {t("page.explain-panel.amount")}
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ key, name, tkr, place, signed }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td data-numeric>
              {place ? (
                <FigureLink place={place} tkr={tkr} what={name} signed={signed} />
              ) : (
                <Money tkr={tkr} signed={signed} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{sum.name}</th>
          <td data-numeric>
            <Money tkr={sum.tkr} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function Sums({ tkr }: { readonly tkr: number }) {
  const t = useTexts("budget");
  const language = useLanguage();
  return <p className="quiet">{t("page.explain-panel.sums", { amount: numberText(tkr, language) })}</p>;
}

/** The decision that the figure rests on, and the sources of what it was computed from. */
function Origin({ view, withSources }: { readonly view: Shown; readonly withSources: boolean }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const year = view.years[0] ?? 0;
  const { data: decisions = [] } = useApi(listDecisions, { query: { kind: "budget", year } });
  const decision = decisions.find((d) => d.number === view.decision);
  return (
    <div className="explain-origin">
      {view.decision === null ? (
        <p>{t("page.explain-panel.not-decided")}</p>
      ) : decision ? (
        <p>
          <Link href={`/beslut/${decision.number}`}>
            {t("page.explain-panel.decided", {
              organ: decision.organ,
              day: dayText(decision.decidedOn, language),
              paragraph: decision.paragraph,
            })}
          </Link>
        </p>
      ) : null}
      {withSources && view.sources.length > 0 ? (
        <>
          <h4 className="ds-heading" data-size="2xs">
            {t("page.explain-panel.sources")}
          </h4>
          <ul>
            {view.sources.map(({ what, source }) => (
              <li key={what}>
                {what}: {source}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
