import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { TextArea } from "../../../platform/ui/fields.tsx";
import { Num } from "../../../platform/ui/number.tsx";
import { dataText, useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import type { Assumptions } from "../rules/projection.ts";
import { fertilityRates, RATE_COLUMNS, type RateTable, readRates } from "../rules/rate-table.ts";

/** The rates by age, to be read and copied, and to be replaced by those of one's own from a spreadsheet. */
export function RatesTable({
  assumptions,
  onChange,
}: {
  readonly assumptions: Assumptions;
  readonly onChange: (change: RateTable) => void;
}) {
  const t = useTexts("budget");
  const toast = useToast();
  const [text, setText] = useState("");
  const [faults, setFaults] = useState<Extract<ReturnType<typeof readRates>, { faults: unknown }>["faults"]>(
    [],
  );
  const rates = { ...assumptions, fertilityCurve: fertilityRates(assumptions) };
  const rows = assumptions.outRates.map((_, age) => ({ age }));
  const take = () => {
    const read = readRates(text);
    if ("faults" in read) return setFaults(read.faults);
    const before: RateTable = {
      childrenPerWoman: assumptions.childrenPerWoman,
      fertilityCurve: [...assumptions.fertilityCurve],
      mortalityWomen: [...assumptions.mortalityWomen],
      mortalityMen: [...assumptions.mortalityMen],
      outRates: [...assumptions.outRates],
      inCurve: [...assumptions.inCurve],
    };
    setFaults([]);
    setText("");
    onChange(read.table);
    return toast(t("population.rates-taken"), { undo: () => onChange(before) });
  };
  return (
    <details>
      <summary>{t("population.rates")}</summary>
      <div className="stack">
        <DataTable
          caption={t("population.rates-caption")}
          rows={rows}
          rowKey={({ age }) => String(age)}
          search={false}
          columns={[
            { id: "age", header: t("population.ages"), value: ({ age }) => age },
            ...RATE_COLUMNS.map(({ id, of }) => ({
              id,
              header: t(`population.${id}`),
              numeric: true,
              value: ({ age }: { age: number }) => Math.round((rates[of][age] ?? 0) * 1_000_000) / 1_000_000,
              cell: ({ age }: { age: number }) => <Num value={rates[of][age] ?? 0} decimals={4} />,
            })),
          ]}
        />
        <TextArea
          at="rates"
          label={t("population.rates-paste")}
          help={t("population.rates-help")}
          value={text}
          onChange={setText}
          rows={5}
        />
        {faults.length > 0 ? (
          <ul className="problem-faults" role="alert">
            {faults.map(({ code, at, params }) => (
              <li key={`${at} ${code}`}>{dataText(t, "remark", code, params)}</li>
            ))}
          </ul>
        ) : null}
        <div>
          <Button variant="secondary" disabled={text.trim() === ""} onClick={take}>
            {t("population.rates-take")}
          </Button>
        </div>
      </div>
    </details>
  );
}
