import { dayText } from "../../kernel/format.ts";
import { BodyName } from "../../organisation/pages/body-name.tsx";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";

/** When the organs meet in a year. */
export function MeetingsTable({
  year,
  rows,
}: {
  readonly year: number;
  readonly rows: readonly {
    readonly body: string;
    readonly name: string;
    readonly days: readonly string[];
  }[];
}) {
  const t = useTexts("year");
  const language = useLanguage();
  const days = (of: readonly string[]) => of.map((day) => dayText(day, language, "short")).join(", ");
  return (
    <DataTable
      caption={t("wheel-page.meetings-caption", { year })}
      captionShown
      search={false}
      columns={[
        {
          id: "organ",
          header: t("wheel-page.organ"),
          names: true,
          value: ({ name }) => name,
          cell: ({ body, name }) => <BodyName id={body} name={name} />,
        },
        { id: "days", header: t("wheel-page.days"), stays: true, value: (row) => days(row.days) },
      ]}
      rows={rows}
      rowKey={({ body }) => body}
    />
  );
}
