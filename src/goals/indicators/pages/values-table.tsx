import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import type { z } from "zod";
import type { Day } from "../../../kernel/day.ts";
import { isBlank } from "../../../kernel/written.ts";
import { useSession } from "../../../organisation/pages/use-bodies.ts";
import { ChooseFile } from "../../../platform/ui/choose-file.tsx";
import { Dialog } from "../../../platform/ui/dialog.tsx";
import { fieldId, TextArea, TextField } from "../../../platform/ui/fields.tsx";
import { Num, When } from "../../../platform/ui/number.tsx";
import { PlainTable } from "../../../platform/ui/plain-table.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { FileUnderWay, useSendFile } from "../../../platform/ui/send-file.tsx";
import { dataText, useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useSave } from "../../../platform/ui/use-api.ts";
import type { MeasuredGoal } from "../../contract.ts";
import { type IndicatorView, importValues, readValuesFile, undoValueImport } from "../contract.ts";
import { decimalsOf } from "../rules/decimals.ts";
import { EarlierTables } from "./earlier-tables.tsx";
import { PartName } from "./spread.tsx";

type Read = z.output<(typeof readValuesFile)["returns"]>;
const MAX_PASTED = 500_000;

/** Values from a spreadsheet or a file: looked over first, stored when somebody has seen what becomes of each, and taken back in one step. */
export function ValuesTable({
  goal,
  indicator,
  onClose,
}: {
  readonly goal: MeasuredGoal;
  readonly indicator: IndicatorView;
  readonly onClose: () => void;
}) {
  const t = useTexts("goals");
  const today = useSession()?.today as Day | undefined;
  const { send, cancel, underWay, problem } = useSendFile(readValuesFile);
  const [text, setText] = useState("");
  const [day, setDay] = useState<string>(today ?? "");
  const [read, setRead] = useState<Read>();
  const place = { body: goal.body, goal: goal.id, indicator: indicator.id };
  const check = async (file: File) => {
    setRead(undefined);
    const answer = await send({ query: { ...place, year: goal.year, day: day as Day }, file });
    if (answer) setRead(answer);
  };
  return (
    <Dialog open drawer onClose={onClose} title={t("indicators.table.title", { name: indicator.name })}>
      <div className="form">
        {read ? (
          <Preview
            of={read}
            goal={goal}
            indicator={indicator}
            onStored={onClose}
            onAgain={() => setRead(undefined)}
          />
        ) : (
          <>
            <p>{t("indicators.table.lead")}</p>
            <p className="quiet small">{t("indicators.table.columns")}</p>
            <TextField
              at="values-day"
              type="date"
              label={t("indicators.table.day")}
              value={day}
              onChange={setDay}
            />
            <TextArea
              at="values-paste"
              label={t("indicators.table.paste")}
              value={text}
              onChange={setText}
              rows={8}
              maxLength={MAX_PASTED}
            />
            <div className="row">
              <Button
                disabled={isBlank(text)}
                onClick={() =>
                  void check(new File([text], t("indicators.table.pasted"), { type: "text/plain" }))
                }
              >
                {t("indicators.table.read")}
              </Button>
              <ChooseFile
                accept=".xlsx,.csv,.tsv,.txt"
                label={t("indicators.table.choose")}
                onChosen={(file) => void check(file)}
              >
                {(choose) => (
                  <Button variant="secondary" onClick={choose}>
                    {t("indicators.table.choose")}
                  </Button>
                )}
              </ChooseFile>
            </div>
            {underWay ? <FileUnderWay of={underWay} onCancel={cancel} /> : null}
            <ErrorSummary problem={problem} />
            <EarlierTables place={place} />
          </>
        )}
      </div>
    </Dialog>
  );
}

function Preview({
  of,
  goal,
  indicator,
  onStored,
  onAgain,
}: {
  readonly of: Read;
  readonly goal: MeasuredGoal;
  readonly indicator: IndicatorView;
  readonly onStored: () => void;
  readonly onAgain: () => void;
}) {
  const t = useTexts("goals");
  const toast = useToast();
  const { save, saving, problem } = useSave(importValues);
  const { save: undo } = useSave(undoValueImport);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const place = { body: goal.body, goal: goal.id, indicator: indicator.id };
  const counts = { new: 0, corrects: 0, same: 0 };
  for (const { state } of of.rows) counts[state]++;
  const corrects = counts.corrects > 0;
  const store = async () => {
    setTried(true);
    if (corrects && isBlank(reason)) return document.getElementById(fieldId("values-reason"))?.focus();
    const stored = await save({
      params: place,
      body: {
        year: goal.year,
        name: of.filename,
        source: indicator.source,
        rows: of.rows.map(({ unitName: _name, before: _before, state: _state, ...row }) => row),
        ...(corrects ? { reason: reason.trim() } : {}),
      },
    });
    if (!stored) return;
    onStored();
    const { number } = stored.value;
    toast(t("indicators.table.stored", { count: stored.value.stored }), {
      undo: async () => {
        const back = await undo({ params: { ...place, number } });
        if (back) toast(t("indicators.table.undone", { count: back.value.restored }));
      },
    });
  };
  return (
    <>
      <p role="status">
        <strong>{t("indicators.table.preview")}</strong> {t("indicators.table.summary", counts)}
      </p>
      {of.notes.length > 0 ? (
        <ul>
          {of.notes.map(({ code, params }) => (
            <li key={String(params.cell)}>{dataText(t, "remark", code, params)}</li>
          ))}
        </ul>
      ) : null}
      <PlainTable
        caption={t("indicators.table.preview")}
        columns={[
          { id: "of", header: t("indicators.table.of") },
          { id: "value", stays: true, header: t("page.goal.value"), numeric: true },
          { id: "before", header: t("indicators.table.before"), numeric: true },
          { id: "people", header: t("indicators.spread.people"), numeric: true },
          { id: "state", stays: true, header: t("page.goal.state") },
          { id: "day", header: t("page.goal.day") },
        ]}
        rows={of.rows.map((row) => ({
          key: JSON.stringify([row.day, row.sex, row.unit, row.area]),
          cells: [
            <PartName key="of" part={row} />,
            <Num key="value" value={row.value} decimals={decimalsOf(row.value)} />,
            row.before === null ? (
              "–"
            ) : (
              <Num key="before" value={row.before} decimals={decimalsOf(row.before)} />
            ),
            <Num key="people" value={row.people} />,
            t(`indicators.table.state.${row.state}`),
            <span key="day" className="nowrap">
              <When at={row.day} form="short" />
            </span>,
          ],
        }))}
      />
      {corrects ? (
        <TextField
          at="values-reason"
          label={t("indicators.table.reason")}
          value={reason}
          maxLength={500}
          onChange={setReason}
          fault={tried && isBlank(reason) ? t("indicators.table.reason-missing") : undefined}
        />
      ) : null}
      <ErrorSummary problem={problem} />
      <div className="row">
        {counts.new + counts.corrects > 0 ? (
          <Button loading={saving} onClick={() => void store()}>
            {t("indicators.table.store", { count: counts.new + counts.corrects })}
          </Button>
        ) : (
          <p className="quiet">{t("indicators.table.nothing")}</p>
        )}
        <Button variant="tertiary" onClick={onAgain}>
          {t("indicators.table.again")}
        </Button>
      </div>
    </>
  );
}
