import { Button } from "@digdir/designsystemet-react";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { When } from "../../../platform/ui/number.tsx";
import { PlainTable } from "../../../platform/ui/plain-table.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import { listValueImports, undoValueImport } from "../contract.ts";

/** The tables that have been read in for an indicator: by whom and when, and a way to take each back. */
export function EarlierTables({
  place,
}: {
  readonly place: { readonly body: string; readonly goal: string; readonly indicator: string };
}) {
  const t = useTexts("goals");
  const toast = useToast();
  const { data } = useApi(listValueImports, { params: place });
  const { save, saving, problem } = useSave(undoValueImport);
  if (!data || data.length === 0) return null;
  const undo = async (number: number) => {
    const back = await save({ params: { ...place, number } });
    if (back) toast(t("indicators.table.undone", { count: back.value.restored }));
  };
  return (
    <>
      <ErrorSummary problem={problem} />
      <PlainTable
        caption={t("indicators.table.earlier")}
        columns={[
          { id: "name", header: t("indicators.table.earlier"), stays: true },
          { id: "rows", header: t("indicators.table.rows"), numeric: true },
          { id: "by", header: t("indicators.table.by") },
          { id: "on", header: t("indicators.table.on") },
          { id: "undo", header: "", stays: true },
        ]}
        rows={data.map(({ number, name, rows, by, on, undoneOn }) => ({
          key: String(number),
          cells: [
            name,
            String(rows),
            <span key="by" lang={WRITTEN}>
              {by}
            </span>,
            <When key="on" at={on} form="short" />,
            undoneOn ? (
              t("indicators.table.taken-back")
            ) : (
              <Button
                key="undo"
                variant="tertiary"
                data-size="sm"
                aria-label={`${t("indicators.table.undo")}: ${name}`}
                disabled={saving}
                onClick={() => void undo(number)}
              >
                {t("indicators.table.undo")}
              </Button>
            ),
          ],
        }))}
      />
    </>
  );
}
