import { DataTable } from "../../../platform/ui/data-table.tsx";
import { When } from "../../../platform/ui/number.tsx";
import { PlainTable } from "../../../platform/ui/plain-table.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { dataText, useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { roleWord } from "../rules/posts.ts";
import type { PeoplePlan } from "../table-contract.ts";

/** What a table comes to, before anything of it is stored: by body, and then row by row. */
export function PlanView({ plan }: { readonly plan: PeoplePlan }) {
  const t = useTexts("organisation");
  const language = useLanguage();
  const { counts } = plan;
  if (counts.faults > 0)
    return (
      <>
        <p className="row" role="alert">
          <Status value="stops" word={t("people.plan.faults", { count: counts.faults })} />
          {t("people.plan.faults-lead")}
        </p>
        <ul>
          {plan.faults.map(({ code, at, params }) => (
            <li key={`${at} ${code}`}>
              <strong>{at}</strong>: {dataText(t, "remark", code, params)}
            </li>
          ))}
        </ul>
      </>
    );
  const said = [
    t("people.plan.posts", { count: counts.posts }),
    t("people.plan.people", { count: counts.people }),
    t("people.plan.ends", { count: counts.ends }),
    ...(counts.corrections > 0 ? [t("people.plan.corrections", { count: counts.corrections })] : []),
    ...(counts.unchanged > 0 ? [t("people.plan.unchanged", { count: counts.unchanged })] : []),
  ];
  return (
    <div className="stack">
      <p role="status">{said.join(" · ")}</p>
      {plan.bodies.length > 0 ? (
        <PlainTable
          fit
          caption={t("people.plan.by-body")}
          columns={[
            { id: "body", header: t("people.body"), written: true },
            { id: "from", header: t("people.from") },
            { id: "begin", header: t("people.plan.begin"), numeric: true },
            { id: "end", header: t("people.plan.end"), numeric: true },
          ]}
          rows={plan.bodies.map((body) => ({
            key: body.name,
            cells: [body.name, body.from ? <When key="from" at={body.from} /> : "–", body.posts, body.ends],
          }))}
        />
      ) : null}
      {plan.posts.length > 0 ? (
        <details>
          <summary>{t("people.plan.posts", { count: counts.posts })}</summary>
          <DataTable
            caption={t("people.plan.posts", { count: counts.posts })}
            rows={plan.posts}
            rowKey={(one) => `${one.name} ${one.bodyName} ${one.role} ${one.from}`}
            columns={[
              {
                id: "name",
                header: t("people.name"),
                value: (one) => one.name,
                cell: (one) => (
                  <>
                    <span lang="sv">{one.name}</span>{" "}
                    {one.isNew ? <span className="quiet small">{t("people.plan.new")}</span> : null}
                  </>
                ),
              },
              { id: "body", header: t("people.body"), value: (one) => one.bodyName, written: true },
              {
                id: "role",
                header: t("people.role"),
                value: (one) => `${roleWord(one.role, language)}${one.place ? ` ${one.place}` : ""}`,
              },
              { id: "party", header: t("people.party"), value: (one) => one.party ?? "" },
              {
                id: "from",
                header: t("people.from"),
                value: (one) => one.from,
                cell: (one) => <When at={one.from} />,
              },
              {
                id: "to",
                header: t("people.to"),
                value: (one) => one.to,
                cell: (one) => (one.to ? <When at={one.to} /> : "–"),
              },
            ]}
          />
        </details>
      ) : null}
      {plan.ends.length > 0 ? (
        <details>
          <summary>{t("people.plan.ends", { count: counts.ends })}</summary>
          <DataTable
            caption={t("people.plan.ends", { count: counts.ends })}
            rows={plan.ends}
            rowKey={(one) => `${one.name} ${one.bodyName} ${one.title}`}
            columns={[
              { id: "name", header: t("people.name"), value: (one) => one.name, written: true },
              { id: "title", header: t("people.post"), value: (one) => one.title, written: true },
              { id: "body", header: t("people.body"), value: (one) => one.bodyName, written: true },
              {
                id: "on",
                header: t("people.to"),
                value: (one) => one.on,
                cell: (one) => <When at={one.on} />,
              },
            ]}
          />
        </details>
      ) : null}
      {plan.corrections.length > 0 ? (
        <details>
          <summary>{t("people.plan.corrections", { count: counts.corrections })}</summary>
          <DataTable
            caption={t("people.plan.corrections", { count: counts.corrections })}
            rows={plan.corrections}
            rowKey={(one) => `${one.name} ${one.bodyName} ${one.before}`}
            columns={[
              { id: "name", header: t("people.name"), value: (one) => one.name, written: true },
              { id: "body", header: t("people.body"), value: (one) => one.bodyName, written: true },
              { id: "before", header: t("people.plan.before"), value: (one) => one.before, written: true },
              { id: "after", header: t("people.plan.after"), value: (one) => one.after, written: true },
            ]}
          />
        </details>
      ) : null}
    </div>
  );
}
