import { Button } from "@digdir/designsystemet-react";
import { useMemo } from "react";
import { numberText } from "../../../../kernel/format.ts";
import { useBodies } from "../../../../organisation/pages/use-bodies.ts";
import type { Body } from "../../../../organisation/rules/organisation.ts";
import { Sheet } from "../../../../platform/ui/sheet/sheet.tsx";
import type { SheetColumn } from "../../../../platform/ui/sheet/sheet-types.ts";
import { useTexts } from "../../../../platform/ui/texts.ts";
import type { InternalBudget } from "../../contract.ts";
import { amountIn, type CellTools, taken } from "../../pages/columns.ts";
import { faultText, rowKey } from "../../pages/sheets.tsx";
import { partOf, partSumTkr } from "../../rules/unit-part.ts";

interface Row {
  readonly id: string;
  readonly name: string;
  readonly frameTkr: number | undefined;
  readonly sumTkr: number;
  readonly done: boolean;
}

/** What the administration gives each unit to budget within, and which are done with their part (E-6, R-2). */
export function UnitsSheet({
  content,
  tools,
  change,
}: {
  readonly content: InternalBudget;
  readonly tools: CellTools;
  readonly change: (part: Partial<InternalBudget>) => void;
}) {
  const t = useTexts("budget");
  const { bodies } = useBodies();
  const { language, year, units } = tools;
  const given = content.units ?? [];
  const rows: Row[] = units
    .filter(({ id }) => bodies.find((body) => body.id === id)?.kind === "unit")
    .map(({ id, name }) => {
      const own = given.find((unit) => unit.id === id);
      const part = partOf(content, id, bodies as readonly Body[]);
      return { id, name, frameTkr: own?.frameTkr, sumTkr: partSumTkr(part, content, year), done: part.done };
    });
  const columns = useMemo<SheetColumn<Row>[]>(
    () => [
      { id: "unit", title: t("part.unit"), width: 240, frozen: true, text: ({ name }) => name },
      {
        id: "frame",
        title: t("part.frame"),
        width: 110,
        numeric: true,
        text: ({ frameTkr }) => (frameTkr === undefined ? "" : numberText(frameTkr, language)),
        edit: {
          take: (row, text) =>
            text.trim() === ""
              ? { ...row, frameTkr: undefined }
              : taken(amountIn(text), (frameTkr) => ({ ...row, frameTkr })),
        },
      },
      {
        id: "sum",
        title: t("part.sum"),
        width: 110,
        numeric: true,
        text: ({ sumTkr }) => numberText(sumTkr, language),
      },
      {
        id: "left",
        title: t("part.difference"),
        width: 100,
        numeric: true,
        text: ({ frameTkr, sumTkr }) =>
          frameTkr === undefined ? "" : numberText(frameTkr - sumTkr, language),
      },
      {
        id: "state",
        title: t("part.state"),
        width: 110,
        text: ({ frameTkr, done }) =>
          done ? t("part.done-word") : frameTkr === undefined ? "" : t("part.writing"),
      },
    ],
    [t, language],
  );
  const write = (next: readonly Row[]) =>
    change({
      units: next.flatMap(({ id, frameTkr, done }) =>
        frameTkr === undefined && !done
          ? []
          : [{ id, ...(frameTkr === undefined ? {} : { frameTkr }), ...(done ? { done } : {}) }],
      ),
    });
  return (
    <>
      <p className="quiet">{t("part.sheet-lead")}</p>
      <Sheet<Row>
        caption={t("part.standings-caption")}
        rows={rows}
        rowKey={rowKey}
        columns={columns}
        maxRows={rows.length}
        onChange={write}
        fault={(fault) => faultText(tools, fault)}
      />
      <p>
        <Button
          variant="secondary"
          data-size="sm"
          onClick={() =>
            write(
              rows.map((row) => (row.sumTkr === 0 ? row : { ...row, frameTkr: row.frameTkr ?? row.sumTkr })),
            )
          }
        >
          {t("part.fill")}
        </Button>
      </p>
    </>
  );
}
