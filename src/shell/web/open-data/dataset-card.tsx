import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { listDecisions } from "../../../decisions/contract.ts";
import { useBodyName } from "../../../organisation/pages/use-session.ts";
import { useChoice } from "../../../platform/ui/choice.tsx";
import { SelectField } from "../../../platform/ui/fields.tsx";
import { Link } from "../../../platform/ui/link.tsx";
import { dataText, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { type Dataset, endingOf, filledIn, kindOf, titleOf } from "./datasets.ts";

/** What a CSV file's own description says of it (CSV on the Web). */
interface Columns {
  readonly "dc:title": string;
  readonly "dc:description": string;
  readonly tableSchema: {
    readonly columns: readonly { readonly name: string; readonly "dc:description": string }[];
  };
}

/** A dataset: what it holds, in which forms, where, and by which licence. Its address follows the year that is looked at. */
export function DatasetCard({
  dataset: { data, forms, columns, needs },
  licence,
}: {
  readonly dataset: Dataset;
  readonly licence: { readonly name: string; readonly url: string };
}) {
  const t = useTexts("shell");
  const { year } = useChoice();
  const headingId = useId();
  const ofBody = needs.includes("body");
  const { body, bodies, choose } = useBodyOf(ofBody ? kindOf(data) : undefined);
  const values = { year, ...(body ? { body } : {}) };
  const missing = ofBody && !body;
  const described = useColumns(columns && !missing ? filledIn(columns.path, values) : undefined);
  const nothing = missing || described.isError;
  const about = described.data?.["dc:description"];
  return (
    <section className="dataset" aria-labelledby={headingId}>
      <h3 id={headingId} className="ds-heading" data-size="xs" lang="sv">
        {described.data?.["dc:title"] ?? titleOf(data)}
      </h3>
      {about ? <p lang="sv">{about}</p> : null}
      {bodies.length > 0 ? (
        <SelectField
          label={t("page.data.body")}
          at={`body-${data.id}`}
          value={body ?? ""}
          onChange={choose}
          options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      {nothing ? (
        <p role="status">{t("page.data.not-this-year", { year })}</p>
      ) : (
        <ul className="dataset-forms">
          {forms.map((form) => (
            <li key={form.id}>
              <Link href={filledIn(form.path, values)}>
                {dataText(t, "page.data.form", endingOf(form).replace(".", "-"))}
                <span className="ds-sr-only" lang="sv">
                  : {titleOf(form)}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <dl className="dataset-facts">
        <dt>{t("page.data.address")}</dt>
        <dd>
          <code>{filledIn(data.path, nothing ? {} : values)}</code>
        </dd>
        <dt>{t("page.data.licence")}</dt>
        <dd>
          <Link href={licence.url}>{licence.name}</Link>
        </dd>
      </dl>
      {described.data ? (
        <details>
          <summary>{t("page.data.columns", { count: described.data.tableSchema.columns.length })}</summary>
          <dl className="dataset-columns" lang="sv">
            {described.data.tableSchema.columns.map((column) => (
              <div key={column.name}>
                <dt>
                  <code>{column.name}</code>
                </dt>
                <dd>{column["dc:description"]}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
    </section>
  );
}

/** The bodies that have decided on a matter of the kind for the year, and the one that is looked at among them. */
function useBodyOf(kind: string | undefined) {
  const { year, body: atHand } = useChoice();
  const nameOf = useBodyName();
  const [chosen, choose] = useState<string>();
  const decided = useApi(listDecisions, { query: { kind, year } }, { when: kind !== undefined }).data ?? [];
  const ids = kind === undefined ? [] : [...new Set(decided.map((decision) => decision.body))];
  const bodies = ids
    .map((id) => ({ id, name: nameOf(id) }))
    .sort((a, b) => a.name.localeCompare(b.name, "sv"));
  const body = [chosen, atHand, bodies[0]?.id].find((id) => id !== undefined && ids.includes(id));
  return { body, bodies, choose };
}

/** What the file's own description says, while there is one for the year; it is asked once. */
function useColumns(address: string | undefined) {
  return useQuery({
    queryKey: ["columns", address],
    enabled: address !== undefined,
    retry: false,
    queryFn: async ({ signal }) => {
      const response = await fetch(address as string, { signal });
      if (!response.ok) throw new Error(`${response.status} ${address}`);
      return (await response.json()) as Columns;
    },
  });
}
