import { numberText } from "../../../../kernel/format.ts";
import { ownValue } from "../../../../kernel/own-value.ts";
import { DataTable } from "../../../../platform/ui/data-table.tsx";
import { dataText, useLanguage, useTexts } from "../../../../platform/ui/texts.ts";
import type { Compared } from "../stages-shown.ts";
import { whoColumn } from "./steps.tsx";

/** Investments that are new, gone, or differ in spending, grants, forecast, use or components (E-1). */
export function ComparedInvestments({ compared }: { readonly compared: Compared }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { investments, steps, bodyNames } = compared;
  if (investments.length === 0) return <p className="quiet">{t("compare.no-investments")}</p>;
  type Row = Compared["investments"][number];
  const text = (value: Row["from"]) =>
    value === null ? "–" : typeof value === "number" ? numberText(value, language) : value;
  return (
    <DataTable<Row>
      caption={t("compare.investments")}
      captionShown
      search={investments.length > 20}
      columns={[
        { id: "name", header: t("content.project"), value: ({ name }) => name },
        { id: "body", header: t("content.body"), value: ({ body }) => ownValue(bodyNames, body) ?? body },
        {
          id: "what",
          header: t("compare.what"),
          value: ({ what, year }) => t(`compare.investment.${what}`, { year: year ?? "" }),
        },
        { id: "from", header: t("compare.from"), numeric: true, value: ({ from }) => text(from) },
        { id: "to", header: t("compare.to"), numeric: true, value: ({ to }) => text(to) },
        whoColumn<Row>(steps, t, language),
      ]}
      rows={investments}
      rowKey={({ body, name, what, year }) => `${body} ${name} ${what} ${year ?? ""}`}
    />
  );
}

/** Texts and sources that differ: sound economy, reasons, follow-ups, and which forecast the people come from (E-3, P-5). */
export function ComparedTexts({ compared }: { readonly compared: Compared }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { texts, steps } = compared;
  if (texts.length === 0) return <p className="quiet">{t("compare.no-texts")}</p>;
  type Row = Compared["texts"][number];
  const name = ({ what }: Row) =>
    what.startsWith("source:")
      ? t("compare.text.source", { what: what.slice("source:".length) })
      : dataText(t, "compare.text", what);
  return (
    <DataTable<Row>
      caption={t("compare.texts")}
      captionShown
      search={false}
      columns={[
        { id: "what", header: t("compare.what"), value: name },
        { id: "from", header: t("compare.from"), value: ({ from }) => from ?? "–" },
        { id: "to", header: t("compare.to"), value: ({ to }) => to ?? "–" },
        whoColumn<Row>(steps, t, language),
      ]}
      rows={texts}
      rowKey={({ what }) => what}
    />
  );
}
