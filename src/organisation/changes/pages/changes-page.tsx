import { Button } from "@digdir/designsystemet-react";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { SelectField, TextField } from "../../../platform/ui/fields.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link, useSearchParam } from "../../../platform/ui/link.tsx";
import { Loaded, Skeleton } from "../../../platform/ui/loading.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { PlainTable } from "../../../platform/ui/plain-table.tsx";
import { SignInLink } from "../../../platform/ui/sign-in-link.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { LogNotRead, useMayOf } from "../../pages/may-read.tsx";
import { useObjectNames } from "../../pages/object-names.ts";
import { PersonField } from "../../pages/person-field.tsx";
import { useBodies, useSession } from "../../pages/use-bodies.ts";
import { type Change, type ChangeTold, getChange, listChanges } from "../contract.ts";
import { CHANGE_LOG } from "../kind.ts";
import { LOGGED_TABLES } from "../rules/logged.ts";
import { saidField, timeText } from "../rules/said.ts";
import { LogFiles } from "./log-files.tsx";
import { tableName, useLogWords, whoDid } from "./log-words.ts";
import "./history.css";
import "../../../platform/ui/filters.css";

/** What has been changed, by whom, when and why: for the auditors (model R-2, T-7, KL 12:9). */
export function ChangesPage() {
  const t = useTexts("organisation");
  const session = useSession();
  const signedIn = session?.person != null;
  const may = useMayOf("council", `read:${CHANGE_LOG.object}`);
  const [entry] = useSearchParam("andring");
  const shown = () => {
    if (session === undefined || may === undefined) return <Skeleton lines={8} />;
    if (!signedIn)
      return (
        <EmptyState
          title={t("changes.sign-in")}
          action={<SignInLink>{t("page.sign-in.title")}</SignInLink>}
        />
      );
    if (!may.allowed) return <LogNotRead may={may} />;
    return entry && /^[1-9]\d{0,11}$/.test(entry) ? <OneChange entry={Number(entry)} /> : <Changes />;
  };
  return (
    <Page
      title={t("changes.title")}
      lead={t("changes.lead")}
      cite="KL 12:9"
      above={<Link href="/beslut">{t("changes.above")}</Link>}
    >
      {shown()}
    </Page>
  );
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function Changes() {
  const t = useTexts("organisation");
  const [person, setPerson] = useSearchParam("vem");
  const [table, setTable] = useSearchParam("sak");
  const [from, setFrom] = useSearchParam("fran");
  const [to, setTo] = useSearchParam("till");
  const [body, setBody] = useSearchParam("hos");
  const [kind, setKind] = useSearchParam("slag");
  const [before, setBefore] = useSearchParam("fore");
  const { bodies } = useBodies();
  const kinds = useObjectNames();
  const choose = (set: (value: string | undefined) => void) => (value: string) => {
    set(value || undefined);
    setBefore(undefined);
  };
  const sought = {
    ...(person ? { person } : {}),
    ...(table ? { table } : {}),
    ...(body ? { body } : {}),
    ...(kind ? { kind } : {}),
    ...(from && DAY.test(from) ? { from: from as never } : {}),
    ...(to && DAY.test(to) ? { to: to as never } : {}),
  };
  const list = useApi(listChanges, {
    query: { ...sought, ...(before && /^\d{1,12}$/.test(before) ? { before: Number(before) } : {}) },
  });
  return (
    <div className="stack">
      <div className="filters">
        <PersonField
          at="vem"
          label={t("changes.who")}
          value={person ?? ""}
          onChange={choose(setPerson)}
          placeholder={t("changes.anyone")}
        />
        <SelectField
          at="sak"
          label={t("changes.what")}
          value={table ?? ""}
          onChange={choose(setTable)}
          options={[
            { value: "", label: t("changes.anything") },
            ...LOGGED_TABLES.map((name) => ({ value: name as string, label: tableName(t, name) })).sort(
              (a, b) => a.label.localeCompare(b.label, "sv"),
            ),
          ]}
        />
        <SelectField
          at="hos"
          label={t("changes.body")}
          value={body ?? ""}
          onChange={choose(setBody)}
          options={[
            { value: "", label: t("changes.any-body") },
            ...bodies.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <SelectField
          at="slag"
          label={t("changes.kind")}
          value={kind ?? ""}
          onChange={choose(setKind)}
          options={[{ value: "", label: t("changes.any-kind") }, ...kinds]}
        />
        <TextField
          at="fran"
          type="date"
          label={t("changes.from")}
          value={from ?? ""}
          onChange={choose(setFrom)}
        />
        <TextField at="till" type="date" label={t("changes.to")} value={to ?? ""} onChange={choose(setTo)} />
      </div>
      <Loaded of={list} lines={8}>
        {({ changes, next }) => (
          <>
            <LogFiles sought={sought} />
            <ChangeTable changes={changes} />
            <div className="row">
              {before ? (
                <Button variant="tertiary" onClick={() => setBefore(undefined)}>
                  {t("changes.first")}
                </Button>
              ) : null}
              {next === null ? null : (
                <Button variant="secondary" onClick={() => setBefore(String(next))}>
                  {t("changes.next")}
                </Button>
              )}
            </div>
          </>
        )}
      </Loaded>
    </div>
  );
}

function ChangeTable({ changes }: { readonly changes: readonly Change[] }) {
  const t = useTexts("organisation");
  const language = useLanguage();
  return (
    <DataTable
      caption={t("changes.caption")}
      rows={changes}
      rowKey={(one) => String(one.entry)}
      href={(one) => `/beslut/andringar?andring=${one.entry}`}
      empty={<EmptyState title={t("changes.none")}>{t("changes.none-detail")}</EmptyState>}
      columns={[
        {
          id: "at",
          header: t("changes.at"),
          title: t("changes.at-help"),
          value: (one) => one.at,
          cell: (one) => <time dateTime={one.at}>{timeText(one.at, language)}</time>,
        },
        { id: "who", header: t("changes.who"), value: (one) => whoDid(t, one.name) },
        {
          id: "what",
          header: t("changes.what"),
          value: (one) => `${tableName(t, one.table)}, ${t(`changes.operation.${one.operation}`)}`,
        },
        {
          id: "of",
          header: t("changes.of"),
          value: (one) => one.what,
          // As it is stored: the log is what is to be held against the tables
          cell: (one) => (one.what ? <code>{one.what}</code> : "–"),
        },
        {
          id: "why",
          header: t("changes.why"),
          value: (one) => one.why,
          cell: (one) => <span lang="sv">{one.why}</span>,
        },
      ]}
    />
  );
}

function OneChange({ entry }: { readonly entry: number }) {
  const t = useTexts("organisation");
  const language = useLanguage();
  const change = useApi(getChange, { params: { entry } });
  return (
    <div className="stack">
      <p>
        <Link href="/beslut/andringar">{t("changes.close")}</Link>
      </p>
      <Loaded of={change} lines={6}>
        {(one) => (
          <Section title={t("changes.one", { entry: one.entry })}>
            <dl className="facts">
              <dt>{t("changes.at")}</dt>
              <dd>
                <time dateTime={one.at}>{timeText(one.at, language)}</time>{" "}
                <span className="quiet small">{t("changes.at-help")}</span>
              </dd>
              <dt>{t("changes.who")}</dt>
              <dd>{whoDid(t, one.name)}</dd>
              <dt>{t("changes.what")}</dt>
              <dd>
                {tableName(t, one.table)}, {t(`changes.operation.${one.operation}`)}
              </dd>
              <dt>{t("changes.of")}</dt>
              <dd>{one.what ? <code>{one.what}</code> : "–"}</dd>
              <dt>{t("changes.why")}</dt>
              <dd lang="sv">{one.why}</dd>
            </dl>
            {one.keptBack ? (
              <p className="quiet">{t("changes.kept-back")}</p>
            ) : (
              <>
                <InWords change={one} />
                <details>
                  <summary>{t("changes.exact")}</summary>
                  <PlainTable
                    caption={t("changes.exact")}
                    columns={[
                      { id: "field", header: t("changes.field") },
                      { id: "before", header: t("changes.before") },
                      { id: "after", header: t("changes.after") },
                    ]}
                    rows={one.fields.map(({ column, before, after }) => ({
                      key: column,
                      cells: [
                        <code key="field">{column}</code>,
                        <Said key="before" text={before} />,
                        <Said key="after" text={after} />,
                      ],
                    }))}
                  />
                </details>
              </>
            )}
          </Section>
        )}
      </Loaded>
    </div>
  );
}

/** What it made of what people know the thing by, as its own history tells it. */
function InWords({ change: { told, operation } }: { readonly change: ChangeTold }) {
  const t = useTexts("organisation");
  const words = useLogWords();
  if (told.length === 0) return <p className="quiet">{t("changes.no-words")}</p>;
  return (
    <dl className="history-fields" aria-label={t("changes.in-words")}>
      {told.map((field) => (
        <div key={field.column}>
          <dt>{words.field(field.column)}</dt>
          <dd lang={WRITTEN}>{saidField(field, operation, words)}</dd>
        </div>
      ))}
    </dl>
  );
}

const LONG = 200;

/** What stood in a field: a long one is folded. */
function Said({ text }: { readonly text: string | null }) {
  if (text === null) return <span className="quiet">–</span>;
  if (text.length <= LONG) return <code lang="sv">{text}</code>;
  return (
    <details lang="sv">
      <summary>
        <code>{text.slice(0, LONG)} …</code>
      </summary>
      <code>{text}</code>
    </details>
  );
}
