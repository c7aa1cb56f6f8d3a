import { Tag } from "@digdir/designsystemet-react";
import { useState } from "react";
import { TextField } from "../../../platform/ui/fields.tsx";
import { useSearchParam } from "../../../platform/ui/link.tsx";
import { dataText, useTexts } from "../../../platform/ui/texts.ts";
import type { Operation } from "./description.ts";

const MAX_SEARCH = 100;

/** All that the API can do, by chapter, and what of it holds what is searched for. */
export function Operations({ operations }: { readonly operations: readonly Operation[] }) {
  const t = useTexts("shell");
  const [wanted = "", search] = useSearchParam("sok");
  const [only, showOnly] = useSearchParam("bara");
  const shown = operations.filter((one) => holds(one, wanted) && (only !== "oppet" || one.open));
  const chapters = [...new Set(shown.map(({ chapter }) => chapter))];
  return (
    <div className="operations">
      <div className="operations-tools">
        <TextField
          label={t("page.data.search")}
          at="sok"
          type="search"
          value={wanted}
          maxLength={MAX_SEARCH}
          onChange={(value) => search(value || undefined)}
        />
        <label className="operations-only">
          <input
            type="checkbox"
            checked={only === "oppet"}
            onChange={(event) => showOnly(event.target.checked ? "oppet" : undefined)}
          />
          {t("page.data.only-open")}
        </label>
        <p role="status">{t("page.data.shown", { shown: shown.length, all: operations.length })}</p>
      </div>
      {chapters.map((chapter) => (
        <section key={chapter} aria-label={dataText(t, "page.data.chapter", chapter)}>
          <h3 className="ds-heading" data-size="xs">
            {dataText(t, "page.data.chapter", chapter)}
          </h3>
          <p className="section-lead">{dataText(t, "api.chapter", chapter)}</p>
          {shown
            .filter((one) => one.chapter === chapter)
            .map((one) => (
              <OneOperation key={one.id} operation={one} />
            ))}
        </section>
      ))}
    </div>
  );
}

/** An operation in a line; the rest of it is made when it is opened, so that a hundred of them are no burden. */
function OneOperation({ operation }: { readonly operation: Operation }) {
  const t = useTexts("shell");
  const { method, path, summary, open } = operation;
  const [opened, setOpened] = useState(false);
  return (
    <details className="operation" onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>
        <span className="operation-what" lang="sv">
          {summary}
        </span>
        <code>
          <b>{method}</b> {broken(path)}
        </code>
        <Tag data-size="sm" data-color={open ? "success" : "neutral"}>
          {t(open ? "page.data.open" : "page.data.signed-in")}
        </Tag>
      </summary>
      {opened ? <More operation={operation} /> : null}
    </details>
  );
}

function More({ operation }: { readonly operation: Operation }) {
  const t = useTexts("shell");
  const { about, parameters, body, answer, type, refusals } = operation;
  return (
    <div className="operation-more">
      <p lang="sv">{about}</p>
      {parameters.length > 0 ? (
        <>
          <h4>{t("page.data.asks")}</h4>
          <dl className="dataset-columns">
            {parameters.map((one) => (
              <div key={`${one.in} ${one.name} ${one.description}`}>
                <dt>
                  <code>{one.name}</code>
                </dt>
                <dd>
                  <span lang="sv">{one.description}</span>
                  {one.required || one.in === "header" ? null : ` ${t("page.data.optional")}`}
                </dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
      {body === undefined ? null : <Example title={t("page.data.sends")} of={body} />}
      <Example title={t("page.data.answers", { type })} of={answer} />
      <h4>{t("page.data.refuses")}</h4>
      <dl className="dataset-columns" lang="sv">
        {refusals.map(({ status, about: why }) => (
          <div key={status}>
            <dt>
              <code>{status === "default" ? "4xx, 5xx" : status}</code>
            </dt>
            <dd>{why}.</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Example({ title, of }: { readonly title: string; readonly of: unknown }) {
  return (
    <>
      <h4>{title}</h4>
      {of === undefined ? null : (
        <pre>
          <code>{typeof of === "string" ? of : JSON.stringify(of, null, 2)}</code>
        </pre>
      )}
    </>
  );
}

/** An address that may be broken after each part, where the window is narrow. */
const broken = (path: string): string => path.replaceAll("/", "/\u200B");

/** Each word that is searched for stands somewhere in what the operation is called, does, or is found at. */
function holds({ id, method, path, summary }: Operation, wanted: string): boolean {
  const text = `${id} ${method} ${path} ${summary}`.toLocaleLowerCase("sv");
  return wanted
    .toLocaleLowerCase("sv")
    .split(/\s+/)
    .every((word) => text.includes(word));
}
