import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { addressOf } from "../../../platform/ui/api.ts";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { useSession } from "../../pages/use-bodies.ts";
import {
  getHistory,
  getHistoryCsv,
  getHistoryWorkbook,
  type HistoryEntry,
  MAX_EXPORTED,
} from "../contract.ts";
import type { HistoryOf } from "../rules/history.ts";
import { saidField, timeText } from "../rules/said.ts";
import { Files } from "./log-files.tsx";
import { tableName, useLogWords, whoDid } from "./log-words.ts";
import "./history.css";

/**
 * What has happened to a thing: who, when, what and why, with what stood there before and after, in words (T-7). Any page puts it in by
 * one line; it is read when somebody opens it.
 */
export function History({ of, id }: { readonly of: HistoryOf; readonly id: string }) {
  const t = useTexts("organisation");
  const signedIn = useSession()?.person != null;
  const [open, setOpen] = useState(false);
  if (!signedIn) return null;
  return (
    <Section id="historik" title={t("history.title")} lead={t("history.lead")}>
      {open ? (
        <>
          <HistoryPage of={of} id={id} />
          <Files
            lead={t("history.export-lead", { max: MAX_EXPORTED })}
            excel={addressOf(getHistoryWorkbook, { params: { of, id } })}
            csv={addressOf(getHistoryCsv, { params: { of, id } })}
          />
        </>
      ) : (
        <p>
          <Button variant="secondary" data-size="sm" onClick={() => setOpen(true)}>
            {t("history.show")}
          </Button>
        </p>
      )}
    </Section>
  );
}

/** The button that was pressed has gone: one goes on with what it brought. */
const readFromHere = (list: HTMLElement | null) => list?.focus({ preventScroll: true });

/** A page of it, and the next under it when that is asked for. */
function HistoryPage({
  of,
  id,
  before,
}: {
  readonly of: HistoryOf;
  readonly id: string;
  readonly before?: number;
}) {
  const t = useTexts("organisation");
  const [more, setMore] = useState(false);
  const history = useApi(getHistory, { params: { of, id }, query: before === undefined ? {} : { before } });
  return (
    <Loaded of={history} lines={6}>
      {({ entries, next }) =>
        entries.length === 0 && before === undefined ? (
          <p className="quiet">{t("history.none")}</p>
        ) : (
          <>
            <ol className="history" tabIndex={-1} ref={readFromHere}>
              {entries.map((entry) => (
                <Line key={entry.entry} entry={entry} />
              ))}
            </ol>
            {next !== null && !more ? (
              <p>
                <Button variant="tertiary" data-size="sm" onClick={() => setMore(true)}>
                  {t("history.more")}
                </Button>
              </p>
            ) : null}
            {next !== null && more ? <HistoryPage of={of} id={id} before={next} /> : null}
          </>
        )
      }
    </Loaded>
  );
}

function Line({ entry }: { readonly entry: HistoryEntry }) {
  const t = useTexts("organisation");
  const language = useLanguage();
  const words = useLogWords();
  const { at, name, why, table, operation, times, fields } = entry;
  return (
    <li>
      <p className="history-head">
        <strong>{whoDid(t, name)}</strong> <time dateTime={at}>{timeText(at, language)}</time>
      </p>
      <p>
        {tableName(t, table)}, {t(`changes.operation.${operation}`)}
        {operation === "update" && fields.length === 0 ? ` (${t("history.saved", { count: times })})` : ""}
        {" · "}
        <span className="quiet" lang={WRITTEN}>
          {why}
        </span>
      </p>
      {fields.length > 0 ? (
        <dl className="history-fields">
          {fields.map((field) => (
            <div key={field.column}>
              <dt>{words.field(field.column)}</dt>
              <dd>{saidField(field, operation, words)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </li>
  );
}
