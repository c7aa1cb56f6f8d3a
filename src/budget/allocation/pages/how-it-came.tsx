import { ThreadLink } from "../../../decisions/thread/pages/thread-link.tsx";
import { changeText, numberText } from "../../../kernel/format.ts";
import { useChoice } from "../../../platform/ui/choice.tsx";
import { SelectField } from "../../../platform/ui/fields.tsx";
import { useSearchParam } from "../../../platform/ui/link.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { EXPLAIN_PARAM, figureHref } from "../../base/pages/figure-link.tsx";
import type { Shown } from "../../base/pages/shown.ts";
import { allocationThing } from "../../base/rules/allocation-thing.ts";
import { type FigurePlace, figureText } from "../../base/rules/figure-place.ts";
import { explain } from "../rules/explain.ts";
import { Waterfall } from "./waterfall.tsx";
import type { WaterfallPart } from "./waterfall-layout.ts";

/** The waterfall: why the allocation became what it is. */
export function HowItCame({
  view,
  year,
  body,
}: {
  readonly view: Shown;
  readonly year: number;
  /** Whose allocation; undefined, or one without any: the whole. */
  readonly body: string | undefined;
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { choose } = useChoice();
  const [, open] = useSearchParam(EXPLAIN_PARAM);
  const of = `${view.matter}@${view.version}`;
  const shown = view.bodies.find((b) => b.id === body);
  const explained = explain(view.allocation, { year, body: shown?.id });
  if (!explained) return null;
  const change = explained.closingTkr - explained.openingTkr;
  const amount = numberText(Math.abs(change), language);
  const parts: WaterfallPart[] = [
    {
      id: "opening",
      label: t("page.opening", { year: year - 1 }),
      kind: "total",
      amountTkr: explained.openingTkr,
    },
    ...explained.steps.map(({ step, amountTkr }) => ({
      id: step,
      label: t(`step.${step}`),
      kind: "change" as const,
      amountTkr,
    })),
    { id: "frame", label: t("page.frame", { year }), kind: "total", amountTkr: explained.closingTkr },
  ];
  const placeOfPart = (part: WaterfallPart): FigurePlace => {
    const step = explained.steps.find((s) => s.step === part.id)?.step;
    if (step) return { year, body: shown?.id, step };
    if (part.id === "frame") return { year, body: shown?.id };
    return { year: year - 1, body: shown?.id };
  };
  const title =
    change === 0
      ? t("page.waterfall-equal", { year, before: year - 1 })
      : t("page.waterfall", {
          year,
          before: year - 1,
          change: t(change > 0 ? "page.higher" : "page.lower", { amount }),
        });
  return (
    <Section
      title={title}
      lead={shown?.name ?? t("page.whole")}
      cite="§2.2"
      action={
        <SelectField
          at="waterfall-body"
          label={t("page.choose-body")}
          value={shown?.id ?? ""}
          onChange={(value) => choose({ body: value || undefined })}
          options={[
            { value: "", label: t("page.whole") },
            ...view.bodies.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      }
    >
      {shown && view.decision !== null ? (
        <p>
          <ThreadLink thing={allocationThing(view.matter, shown.id)} year={year} of={shown.name} />
        </p>
      ) : null}
      <Waterfall
        parts={parts}
        label={title}
        format={(part) =>
          part.kind === "total" ? numberText(part.amountTkr, language) : changeText(part.amountTkr, language)
        }
        formatTick={(tkr) => numberText(tkr, language)}
        cutNote={(tkr) => t("page.waterfall-cut", { amount: numberText(tkr, language) })}
        href={(part) => figureHref(of, placeOfPart(part))}
        onOpen={(part) => open(figureText(of, placeOfPart(part)))}
      />
    </Section>
  );
}
