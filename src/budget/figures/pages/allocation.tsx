import { tkrText } from "../../../kernel/format.ts";
import { ownValue } from "../../../kernel/own-value.ts";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import type { Explained } from "../../allocation/rules/explain.ts";
import { FigureHead, type Part, PartsTable } from "../../base/pages/explain-parts.tsx";
import type { AllocationPlace } from "../../base/rules/figure-place.ts";
import { bodyName, type Explaining } from "./explained-view.ts";
import { lineName } from "./line-name.ts";

interface PlaceProps {
  readonly view: Explaining;
  readonly place: AllocationPlace;
}

/** A frame: from the year before through the four steps; the whole municipality's also body by body. */
export function Steps({ view, place, explained }: PlaceProps & { readonly explained: Explained }) {
  const t = useTexts("budget");
  const { year } = explained;
  const body = place.body === undefined ? t("page.whole") : bodyName(view, place.body);
  const title = t("page.explain-panel.frame-of", { body, year });
  const sum = { name: t("page.frame", { year }), tkr: explained.closingTkr };
  const frames = view.allocation.years.find((one) => one.year === year)?.frames ?? {};
  return (
    <>
      <FigureHead name={title} />
      <PartsTable
        caption={title}
        parts={[
          {
            key: "opening",
            name: t("page.opening", { year: year - 1 }),
            tkr: explained.openingTkr,
            place: { year: year - 1, body: place.body },
          },
          ...explained.steps.map(({ step, amountTkr }) => ({
            key: step,
            name: t(`step.${step}`),
            tkr: amountTkr,
            place: { year, body: place.body, step },
            signed: true,
          })),
        ]}
        sum={sum}
      />
      {place.body === undefined ? (
        <details>
          <summary>{t("page.explain-panel.by-body")}</summary>
          <PartsTable
            caption={t("page.explain-panel.by-body")}
            parts={Object.entries(frames).map(([id, tkr]) => ({
              key: id,
              name: bodyName(view, id),
              tkr,
              place: { year, body: id },
            }))}
            sum={sum}
          />
        </details>
      ) : year === view.years[0] ? (
        <p>
          <Link href={`/ekonomi/internbudget/${place.body}?ar=${year}`}>
            {t("page.own-internal", { year })}
          </Link>
        </p>
      ) : null}
    </>
  );
}

/** What the plan starts from: given, and held against what the year before's budget allocated. */
export function BaseOf({ view, place: { year, body } }: PlaceProps) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { base } = view.input;
  const name = t("page.explain-panel.frame-of", {
    body: body === undefined ? t("page.whole") : bodyName(view, body),
    year,
  });
  const ids = body === undefined ? Object.keys(base) : [body];
  const sum = (of: Readonly<Record<string, number>>) =>
    ids.reduce((total, id) => total + (ownValue(of, id) ?? 0), 0);
  const tkr = sum(base);
  const before = view.before?.year === year ? view.before : null;
  const beforeTkr = before ? sum(before.frames) : 0;
  return (
    <>
      <FigureHead name={name} text={tkrText(tkr, language)} />
      <p>{t("page.explain-panel.base-given", { year })}</p>
      {body === undefined ? (
        <PartsTable
          caption={name}
          parts={ids.map((id) => ({
            key: id,
            name: bodyName(view, id),
            tkr: ownValue(base, id) ?? 0,
            place: { year, body: id },
          }))}
          sum={{ name: t("page.explain-panel.sum"), tkr }}
        />
      ) : null}
      {before ? (
        <PartsTable
          caption={t("page.explain-panel.against-before", { year })}
          parts={[
            {
              key: "before",
              name: t("page.explain-panel.in-budget", { year }),
              tkr: beforeTkr,
              place: { year, body },
              of: before.ref,
            },
            ...(tkr === beforeTkr
              ? []
              : [
                  {
                    key: "difference",
                    name: t("page.explain-panel.base-differs"),
                    tkr: tkr - beforeTkr,
                    signed: true,
                  },
                ]),
          ]}
          sum={{ name, tkr }}
        />
      ) : null}
    </>
  );
}

/** A step: its lines, each of which can be opened. */
export function StepLines({ view, place, step }: PlaceProps & { readonly step: Explained["steps"][number] }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const body = place.body === undefined ? t("page.whole") : bodyName(view, place.body);
  const title = t("page.explain-panel.step-of", { step: t(`step.${step.step}`), body, year: place.year });
  const parts = step.lines.map((line, index): Part => {
    const name = lineName(line, t);
    const what =
      place.body === undefined
        ? t("page.explain-panel.of-body", { body: bodyName(view, line.body), what: name })
        : name;
    // An adjustment has the name that somebody has given it
    const written = line.step === "other" || line.step === "true-up" || line.step === "one-off";
    return {
      key: `${line.step} ${index.toString()}`,
      name: written ? <span lang={WRITTEN}>{what}</span> : what,
      what,
      tkr: line.amountTkr,
      place: { ...place, line: index },
      signed: true,
    };
  });
  return (
    <>
      <FigureHead name={title} text={tkrText(step.amountTkr, language, true)} />
      {step.lines.length === 0 ? (
        <p className="quiet">{t("page.explain-panel.no-lines", { year: place.year })}</p>
      ) : (
        <PartsTable
          caption={title}
          parts={parts}
          sum={{ name: t("page.explain-panel.sum"), tkr: step.amountTkr }}
        />
      )}
    </>
  );
}
