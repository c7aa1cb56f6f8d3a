import { Cite } from "../../platform/ui/cite.tsx";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { When } from "../../platform/ui/number.tsx";
import { dataText, useTexts } from "../../platform/ui/texts.ts";
import type { WheelView } from "../contract.ts";

/** The year's steps in the order of their last days: who, when, and when the next year. */
export function StepsTable({
  wheel,
  next,
}: {
  readonly wheel: WheelView;
  readonly next: WheelView | undefined;
}) {
  const t = useTexts("year");
  const organisation = useTexts("organisation");
  const later = new Map((next?.steps ?? []).map((step) => [step.id, step]));
  return (
    <DataTable
      caption={t("wheel-page.every-year", { year: wheel.year, next: wheel.year + 1 })}
      columns={[
        {
          id: "name",
          header: t("wheel-page.step"),
          names: true,
          value: ({ name }) => name,
          cell: ({ name, language }) => <span {...(language === "sv" ? { lang: WRITTEN } : {})}>{name}</span>,
        },
        {
          id: "due",
          header: `${t("wheel-page.due")} ${wheel.year}`,
          stays: true,
          value: ({ due }) => due,
          cell: ({ from, due }) => <Span from={from} due={due} />,
        },
        {
          id: "next",
          header: `${t("wheel-page.due")} ${wheel.year + 1}`,
          value: ({ id }) => later.get(id)?.due ?? null,
          cell: ({ id }) => {
            const step = later.get(id);
            return step ? (
              <When at={step.due} form="short" />
            ) : (
              <span className="quiet">{next ? t("wheel-page.not-then") : ""}</span>
            );
          },
        },
        {
          id: "who",
          header: t("wheel-page.who"),
          value: ({ who }) => who,
          cell: (step) => (
            <>
              <span {...(step.language === "sv" ? { lang: WRITTEN } : {})}>{step.who}</span>
              {step.owner ? (
                <>
                  <br />
                  <span className="quiet small">
                    {t("wheel-page.owner", { role: dataText(organisation, "role", step.owner) })}
                  </span>
                </>
              ) : null}
            </>
          ),
        },
        {
          id: "cite",
          header: t("wheel-page.cite"),
          stays: true,
          value: ({ cite }) => cite,
          cell: ({ cite }) => <Cite of={cite} />,
        },
        { id: "track", header: t("wheel-page.track"), value: ({ track }) => t(`year.tracks.${track}`) },
      ]}
      rows={wheel.steps}
      rowKey={({ id }) => id}
      search={false}
    />
  );
}

function Span({ from, due }: { readonly from: string; readonly due: string }) {
  return from === due ? (
    <When at={due} form="short" />
  ) : (
    <span className="wheel-span">
      <When at={from} form="short" /> – <When at={due} form="short" />
    </span>
  );
}
