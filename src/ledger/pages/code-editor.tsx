import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { type Day, isDay } from "../../kernel/day.ts";
import { getLedgerCode, type LedgerCodeView, putLedgerCode } from "../../organisation/contract.ts";
import { useBodies, useSession } from "../../organisation/pages/use-bodies.ts";
import {
  type CodeKey,
  type CodePeriod,
  codeText,
  MAX_CODE_PERIODS,
  movedCode,
  UNITS,
} from "../../organisation/rules/ledger-codes.ts";
import { SelectField, TextField } from "../../platform/ui/fields.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { type MayAnswer, MayButton } from "../../platform/ui/may-button.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { ErrorSummary } from "../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../platform/ui/use-api.ts";
import { Effect, useCodeEffect } from "./code-effect.tsx";
import { useDimensions } from "./use-dimensions.ts";
import "./codes.css";

interface EditorProps {
  readonly id: string;
  readonly code: Required<CodeKey>;
  readonly may: MayAnswer | undefined;
  readonly onDone: () => void;
}

/** A code with its units, one after the other: moved to another from a day, ended, or mended. */
export function CodeEditor(props: EditorProps) {
  const t = useTexts("ledger");
  const { code, id } = props;
  const { order, nameOf } = useDimensions();
  const read = useApi(getLedgerCode, ofCode(code));
  const called = codeText(code);
  return (
    <Section
      id={id}
      title={
        order.length > 1 || code.dimension !== UNITS
          ? t("page.codes.edit-of", { code: called, dimension: nameOf(code.dimension) })
          : t("page.codes.edit", { code: called })
      }
      lead={t("page.codes.edit-lead")}
    >
      <Loaded of={read} lines={3}>
        {(stored) => <Periods key={read.etag} {...props} stored={stored} etag={read.etag} />}
      </Loaded>
    </Section>
  );
}

/** How a code is asked for. */
const ofCode = ({ code, codeTo, dimension }: Required<CodeKey>) => ({
  params: { code },
  query: { dimension, ...(codeTo === null ? {} : { to: codeTo }) },
});

/** What is being written: a day may be half written, and an end that is left empty is "until further notice". */
interface Written {
  readonly key: number;
  readonly body: string;
  readonly from: string;
  readonly to: string;
}

function Periods({
  code: key,
  may,
  onDone,
  stored,
  etag,
}: EditorProps & { readonly stored: LedgerCodeView; readonly etag: string | undefined }) {
  const t = useTexts("ledger");
  const toast = useToast();
  const { bodies, nameOf } = useBodies();
  const today = (useSession()?.today ?? "") as Day;
  const { save, saving, problem: refused } = useSave(putLedgerCode);
  const [rows, setRows] = useState<readonly Written[]>(() => stored.periods.map(written));
  const set = (key: number, change: Partial<Written>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...change } : row)));
  const add = () => {
    const known = rows.flatMap((row) => periodOf(row) ?? []);
    // A row that is not yet whole is not moved by what is put after it
    if (known.length < rows.length)
      return setRows([...rows, { key: nextKey(rows), body: "", from: today, to: "" }]);
    setRows(movedCode(known, "", today).map(written));
  };
  const options = [
    { value: "", label: t("page.codes.choose") },
    ...bodies.map(({ id: value, name: label }) => ({ value, label })),
  ];
  const code = codeText(key);
  const periods = rows.map(({ body, from, to }) => ({
    body,
    validFrom: from as Day,
    validTo: to === "" ? null : (to as Day),
  }));
  const { look, looking, problem: cant, seen } = useCodeEffect({ ...key, periods });
  const problem = refused ?? cant;
  const store = async () => {
    if (!(await save({ ...ofCode(key), body: { periods }, ifMatch: etag }))) return;
    toast(t("page.codes.saved", { code }));
    onDone();
  };
  return (
    <div className="stack">
      <ErrorSummary problem={problem} />
      {rows.length === 0 ? <p className="quiet">{t("page.codes.nobody", { code })}</p> : null}
      {rows.map((row, i) => (
        <fieldset key={row.key} className="code-period">
          <legend>{row.body === "" ? t("page.codes.period", { number: i + 1 }) : nameOf(row.body)}</legend>
          <SelectField
            at={`periods.${i}.body`}
            label={t("page.codes.unit")}
            value={row.body}
            options={options}
            problem={problem}
            onChange={(body) => set(row.key, { body })}
          />
          <TextField
            at={`periods.${i}.validFrom`}
            type="date"
            label={t("page.codes.from")}
            value={row.from}
            problem={problem}
            onChange={(from) => set(row.key, { from })}
          />
          <TextField
            at={`periods.${i}.validTo`}
            type="date"
            label={t("page.codes.to-written")}
            value={row.to}
            problem={problem}
            onChange={(to) => set(row.key, { to })}
          />
          <Button
            variant="tertiary"
            data-size="sm"
            aria-label={t("page.codes.remove-what", { unit: nameOf(row.body), from: row.from })}
            onClick={() => setRows(rows.filter(({ key }) => key !== row.key))}
          >
            {t("page.codes.remove")}
          </Button>
        </fieldset>
      ))}
      {seen ? <Effect effect={seen} /> : null}
      <div className="row">
        {rows.length < MAX_CODE_PERIODS ? (
          <Button variant="secondary" onClick={add}>
            {t(rows.length === 0 ? "page.codes.add-first" : "page.codes.add")}
          </Button>
        ) : null}
        <MayButton may={may} busy={looking} variant={seen ? "secondary" : "primary"} onPress={look}>
          {t("page.codes.look")}
        </MayButton>
        {seen ? (
          <MayButton may={may} busy={saving} onPress={store}>
            {t("page.codes.save")}
          </MayButton>
        ) : null}
        <Button variant="tertiary" onClick={onDone}>
          {t("page.codes.close")}
        </Button>
      </div>
    </div>
  );
}

const written = ({ body, validFrom, validTo }: LedgerCodeView["periods"][number], key: number): Written => ({
  key,
  body,
  from: validFrom,
  to: validTo ?? "",
});

const nextKey = (rows: readonly Written[]): number => Math.max(-1, ...rows.map(({ key }) => key)) + 1;

/** The row as a period; undefined while a day of it is not written. */
function periodOf({ body, from, to }: Written): CodePeriod | undefined {
  if (!isDay(from) || (to !== "" && !isDay(to))) return undefined;
  return { body, validFrom: from, validTo: to === "" ? null : (to as Day) };
}
