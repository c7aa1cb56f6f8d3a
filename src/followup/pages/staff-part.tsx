import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { DrawerForm } from "../../decisions/pages/drawer-form.tsx";
import { numberIn } from "../../kernel/number-in.ts";
import { isBlank } from "../../kernel/written.ts";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { TextField } from "../../platform/ui/fields.tsx";
import { Num } from "../../platform/ui/number.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import type { Report } from "../contract.ts";

import type { Write } from "./text-part.tsx";

type Figure = Report["staff"]["figures"][number];

/** Figures about the staff, each with its source (U-1). */
export function StaffFigures({
  figures,
  write,
}: {
  readonly figures: readonly Figure[];
  readonly write: Write<readonly Figure[]>;
}) {
  const t = useTexts("followup");
  const toast = useToast();
  const [open, setOpen] = useState<number>();
  const put = (place: number, figure: Figure) =>
    write?.(
      place < figures.length
        ? figures.map((other, i) => (i === place ? figure : other))
        : [...figures, figure],
    );
  return (
    <div className="stack">
      {figures.length > 0 ? (
        <DataTable
          caption={t("report.staff-figures")}
          rows={figures.map((figure, place) => ({ ...figure, place }))}
          rowKey={(figure) => String(figure.place)}
          search={false}
          columns={[
            { id: "name", header: t("report.figure"), value: (f) => f.name },
            {
              id: "value",
              header: t("report.value"),
              value: (f) => f.value,
              cell: (f) => <Num value={f.value} decimals={Number.isInteger(f.value) ? 0 : 1} unit={f.unit} />,
              numeric: true,
            },
            { id: "source", header: t("report.source"), value: (f) => f.source },
            ...(write
              ? [
                  {
                    id: "change",
                    stays: true,
                    header: t("page.edit.change"),
                    value: () => null,
                    unsortable: true,
                    cell: (f: Figure & { place: number }) => (
                      <span className="row">
                        <Button
                          variant="tertiary"
                          data-size="sm"
                          aria-label={t("page.edit.change-what", { what: f.name })}
                          onClick={() => setOpen(f.place)}
                        >
                          {t("page.edit.change")}
                        </Button>
                        <Button
                          variant="tertiary"
                          data-size="sm"
                          aria-label={t("page.edit.remove-what", { what: f.name })}
                          onClick={() => {
                            write(figures.filter((_, i) => i !== f.place));
                            toast(t("page.edit.figure-removed"), { undo: () => write(figures) });
                          }}
                        >
                          {t("page.edit.remove")}
                        </Button>
                      </span>
                    ),
                  },
                ]
              : []),
          ]}
        />
      ) : null}
      {write ? (
        <div>
          <Button variant="secondary" data-size="sm" onClick={() => setOpen(figures.length)}>
            {t("page.edit.add-figure")}
          </Button>
        </div>
      ) : null}
      {open === undefined ? null : (
        <FigureForm
          figure={figures[open]}
          onClose={() => setOpen(undefined)}
          onDone={(figure) => {
            put(open, figure);
            setOpen(undefined);
          }}
        />
      )}
    </div>
  );
}

function FigureForm({
  figure,
  onDone,
  onClose,
}: {
  readonly figure: Figure | undefined;
  readonly onDone: (figure: Figure) => void;
  readonly onClose: () => void;
}) {
  const t = useTexts("followup");
  const [fields, setFields] = useState({
    name: figure?.name ?? "",
    value: figure ? String(figure.value).replace(".", ",") : "",
    unit: figure?.unit ?? "%",
    source: figure?.source ?? "",
  });
  const [tried, setTried] = useState(false);
  const value = numberIn(fields.value, fields.unit);
  const fault = (field: keyof typeof fields) => {
    if (!tried) return undefined;
    if (isBlank(fields[field])) return t("page.edit.missing");
    return field === "value" && value === undefined ? t("page.edit.number-fault") : undefined;
  };
  const done = () => {
    setTried(true);
    const { name, unit, source } = fields;
    if (value === undefined || [name, unit, source].some((text) => isBlank(text))) return;
    onDone({ name, value, unit, source });
  };
  return (
    <DrawerForm title={t("page.edit.figure")} onDone={done} onClose={onClose}>
      {(["name", "value", "unit", "source"] as const).map((field) => (
        <TextField
          key={field}
          at={`figure.${field}`}
          label={t(field === "name" ? "report.figure" : `report.${field}`)}
          value={fields[field]}
          onChange={(text) => setFields({ ...fields, [field]: text })}
          maxLength={500}
          fault={fault(field)}
          {...(field === "value" ? { inputMode: "decimal" as const } : {})}
        />
      ))}
    </DrawerForm>
  );
}
