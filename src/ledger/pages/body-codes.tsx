import { Button } from "@digdir/designsystemet-react";
import { useEffect, useId, useRef, useState } from "react";
import { addDays, type Day, isDay } from "../../kernel/day.ts";
import { dayText } from "../../kernel/format.ts";
import { askMay, getLedgerCode, putLedgerCode } from "../../organisation/contract.ts";
import { useSession, useSole } from "../../organisation/pages/use-bodies.ts";
import type { BodyView } from "../../organisation/pages/use-session.ts";
import { type CodePeriod, takenCode } from "../../organisation/rules/ledger-codes.ts";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { TextField } from "../../platform/ui/fields.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Loaded } from "../../platform/ui/loading.tsx";
import { ErrorSummary } from "../../platform/ui/problem-panel.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../platform/ui/use-api.ts";
import { type CodesWithoutUnit, getCodesWithoutUnit } from "../contract.ts";
import { Effect, useCodeEffect } from "./code-effect.tsx";
import { RowsAndNet, type Unmatched, useUnmatchedColumns } from "./unmatched.tsx";
import "./codes.css";

/** On a body's own page, for who says whose codes are: those of the year's accounts that nobody has, to be taken here from a day. */
export function BodyCodes({ body, year }: { readonly body: BodyView; readonly year: number }) {
  const t = useTexts("ledger");
  const signedIn = useSession()?.person != null;
  const executive = useSole("executive")?.id;
  const may = useApi(
    askMay,
    { query: { action: "import:ledger", body: executive ?? "" } },
    { when: signedIn && executive !== undefined },
  ).data;
  const read = useApi(getCodesWithoutUnit, { params: { year } }, { when: may?.allowed === true });
  const [open, setOpen] = useState(false);
  const [chosen, choose] = useState<Unmatched>();
  if (!may?.allowed || !read.data || read.data.count === 0) return null;
  const { count, rows, amountOre } = read.data;
  return (
    <div className="stack">
      <p>
        {t("page.codes.body-unmatched", { count, year })} <RowsAndNet rows={rows} amountOre={amountOre} />
      </p>
      {open ? null : (
        <p>
          <Button variant="secondary" data-size="sm" onClick={() => setOpen(true)}>
            {t("page.codes.body-open")}
          </Button>
        </p>
      )}
      {open && chosen ? (
        <Take
          key={`${chosen.dimension} ${chosen.code}`}
          body={body}
          unmatched={chosen}
          onDone={() => choose(undefined)}
        />
      ) : null}
      {open ? <List data={read.data} onChoose={choose} /> : null}
    </div>
  );
}

function List({
  data: { year, codes },
  onChoose,
}: {
  readonly data: CodesWithoutUnit;
  readonly onChoose: (code: Unmatched) => void;
}) {
  const t = useTexts("ledger");
  const language = useLanguage();
  const unmatchedColumns = useUnmatchedColumns();
  return (
    <DataTable
      caption={t("page.codes.without-caption", { year })}
      rows={codes}
      rowKey={({ dimension, code }) => `${dimension} ${code}`}
      columns={[
        { id: "code", header: t("page.codes.code"), value: ({ code }) => code },
        ...unmatchedColumns,
        {
          id: "days",
          header: t("page.codes.days"),
          value: ({ firstDay }) => firstDay,
          cell: ({ firstDay, lastDay }) => `${dayText(firstDay, language)} – ${dayText(lastDay, language)}`,
        },
        {
          id: "take",
          header: t("page.codes.take-header"),
          value: () => null,
          unsortable: true,
          stays: true,
          cell: (row) => (
            <Button
              variant="secondary"
              data-size="sm"
              aria-label={t("page.codes.take-what", { code: row.code })}
              onClick={() => onChoose(row)}
            >
              {t("page.codes.take")}
            </Button>
          ),
        },
      ]}
    />
  );
}

/** One of them: from which day, what it comes to, and then done. */
function Take({
  body,
  unmatched: { dimension, code, name, firstDay },
  onDone,
}: {
  readonly body: BodyView;
  readonly unmatched: Unmatched;
  readonly onDone: () => void;
}) {
  const read = useApi(getLedgerCode, { params: { code }, query: { dimension } });
  return (
    <Loaded of={read} lines={3}>
      {({ periods }) => (
        <TakeForm
          key={read.etag}
          body={body}
          code={{ dimension, code, codeTo: null }}
          name={name}
          had={periods}
          etag={read.etag}
          firstDay={firstDay}
          onDone={onDone}
        />
      )}
    </Loaded>
  );
}

function TakeForm({
  body,
  code,
  name,
  had,
  etag,
  firstDay,
  onDone,
}: {
  readonly body: BodyView;
  readonly code: { readonly dimension: string; readonly code: string; readonly codeTo: null };
  readonly name: string;
  readonly had: readonly CodePeriod[];
  readonly etag: string | undefined;
  readonly firstDay: Day;
  readonly onDone: () => void;
}) {
  const t = useTexts("ledger");
  const toast = useToast();
  const headingId = useId();
  const { save, saving, problem } = useSave(putLedgerCode);
  const [from, setFrom] = useState<string>(() => freeFrom(had, body.validFrom as Day, firstDay));
  const periods = takenCode(had, { id: body.id, validTo: body.validTo as Day | null }, from as Day);
  const { look, looking, problem: cant, seen } = useCodeEffect({ ...code, periods });
  const whole = useRef<HTMLElement>(null);
  useEffect(() => whole.current?.querySelector("input")?.focus(), []);
  const own = periods.findIndex(({ body: id, validFrom }) => id === body.id && validFrom === from);
  const store = async () => {
    const done = await save({
      params: { code: code.code },
      query: { dimension: code.dimension },
      body: { periods },
      ifMatch: etag,
    });
    if (!done) return;
    toast(t("page.codes.taken", { code: code.code, unit: body.name }));
    onDone();
  };
  return (
    <section ref={whole} className="code-take stack" aria-labelledby={headingId}>
      <h3 className="ds-heading" data-size="2xs" id={headingId}>
        {t("page.codes.take-title", { code: code.code })}
        {name ? (
          <>
            {" "}
            <span className="quiet" lang={WRITTEN}>
              {name}
            </span>
          </>
        ) : null}
      </h3>
      <ErrorSummary problem={problem ?? cant} />
      <form
        className="new-code"
        onSubmit={(event) => {
          event.preventDefault();
          if (isDay(from)) void look();
        }}
      >
        <TextField
          at={`periods.${Math.max(0, own)}.validFrom`}
          type="date"
          label={t("page.codes.from")}
          value={from}
          problem={problem ?? cant}
          onChange={setFrom}
          fault={isDay(from) ? undefined : t("page.codes.take-day")}
        />
        <Button
          type="submit"
          variant={seen ? "secondary" : "primary"}
          loading={looking}
          disabled={!isDay(from)}
        >
          {t("page.codes.look")}
        </Button>
      </form>
      {seen ? <Effect effect={seen} /> : null}
      <div className="row">
        {seen ? (
          <Button loading={saving} onClick={() => void store()}>
            {t("page.codes.take-do", { unit: body.name })}
          </Button>
        ) : null}
        <Button variant="tertiary" onClick={onDone}>
          {t("page.codes.close")}
        </Button>
      </div>
    </section>
  );
}

/** The first day from which it is nobody's: when the year began, when the body did, or when the one who had it before no longer had. */
function freeFrom(had: readonly CodePeriod[], begins: Day, firstDay: Day): Day {
  const year: Day = `${firstDay.slice(0, 4)}-01-01` as Day;
  const ends = had.flatMap(({ validTo }) =>
    validTo !== null && validTo < firstDay ? [addDays(validTo, 1)] : [],
  );
  return [year, begins, ...ends].sort().at(-1) ?? year;
}
