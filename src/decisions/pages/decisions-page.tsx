import { useMayOf } from "../../organisation/pages/may-read.tsx";
import { useBodies, useSession } from "../../organisation/pages/use-bodies.ts";
import { useChoice } from "../../platform/ui/choice.tsx";
import { type Column, DataTable } from "../../platform/ui/data-table.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { SelectField } from "../../platform/ui/fields.tsx";
import { Link, useSearchParam } from "../../platform/ui/link.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { When } from "../../platform/ui/number.tsx";
import { Page, Section } from "../../platform/ui/page.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { type DecisionShape, listDecisions, listMatters } from "../contract.ts";
import { Ownerless } from "../course/pages/ownerless.tsx";
import { matterPath } from "../rules/kind.ts";
import { citeOf } from "../secrecy/rules/grounds.ts";
import { useKindName } from "./matter-pages.tsx";
import { Verify } from "./verify.tsx";
import "../../platform/ui/filters.css";
import "./decisions.css";

/** Beslut och ansvar: what has been decided, what is on its way, and whether the chain is whole (model §3.2, R-5). */
export function DecisionsPage() {
  const t = useTexts("decisions");
  const signedIn = useSession()?.person != null;
  // A link that only leads to a no helps nobody here
  const mayReadSecurity = useMayOf("council", "read:security-log", { when: signedIn })?.allowed ?? false;
  const decisions = useApi(listDecisions, { query: {} });
  return (
    <Page title={t("page.title")} lead={t("page.lead")} cite="§3.2">
      <Loaded of={decisions} lines={8}>
        {(all) => <DecisionList all={all} />}
      </Loaded>
      {signedIn ? <OnTheWay /> : null}
      <Ownerless />
      <Section title={t("page.chain.title")} lead={t("page.chain.lead")} cite="§3.2">
        <Verify />
        <p>
          <Link href="/beslut/kedjan">{t("heads.link")}</Link>
        </p>
      </Section>
      <Section title={t("page.also")}>
        <ul className="stack">
          <li>
            <Link href="/beslut/mandat">{t("page.mandates")}</Link>
          </li>
          {signedIn ? (
            <li>
              <Link href="/beslut/samma">{t("carried.title")}</Link>
            </li>
          ) : null}
          {mayReadSecurity ? (
            <li>
              <Link href="/beslut/sakerhet">{t("page.security")}</Link>
            </li>
          ) : null}
          {signedIn ? (
            <li>
              <Link href="/beslut/andringar">{t("page.changes")}</Link>
            </li>
          ) : null}
          <li>
            <Link href="/beslut/organisation">{t("page.organisation")}</Link>
          </li>
        </ul>
      </Section>
    </Page>
  );
}

function DecisionList({ all }: { readonly all: readonly DecisionShape[] }) {
  const t = useTexts("decisions");
  return all.length === 0 ? (
    <EmptyState title={t("page.none-yet")}>{t("page.none-yet-detail")}</EmptyState>
  ) : (
    <SomeDecisions all={all} />
  );
}

function SomeDecisions({ all }: { readonly all: readonly DecisionShape[] }) {
  const t = useTexts("decisions");
  const kindName = useKindName();
  const { nameOf } = useBodies();
  const { body, choose } = useChoice();
  const [year, setYear] = useSearchParam("galler");
  const [kind, setKind] = useSearchParam("slag");
  const organs = [...new Map(all.map((d) => [d.organId, d.organ])).entries()];
  const rows = all.filter(
    (d) =>
      (body === undefined || d.organId === body || d.body === body) &&
      (year === undefined || String(d.year) === year) &&
      (kind === undefined || d.kind === kind),
  );
  const columns: Column<DecisionShape>[] = [
    { id: "number", header: t("page.number"), value: (d) => d.number, numeric: true },
    {
      id: "matter",
      header: t("page.matter"),
      names: true,
      value: (d) => {
        const what = `${kindName(d.kind)} ${d.year}${d.body === d.organId ? "" : `, ${nameOf(d.body)}`}`;
        if (!d.secrecy) return what;
        return t("matter.secret-title", { ground: citeOf(d.secrecy.ground) });
      },
    },
    { id: "organ", header: t("page.organ"), value: (d) => d.organ },
    {
      id: "day",
      header: t("page.day"),
      value: (d) => d.decidedOn,
      cell: (d) => (
        <span className="nowrap">
          <When at={d.decidedOn} />
        </span>
      ),
    },
    { id: "paragraph", header: t("page.paragraph"), value: (d) => d.paragraph },
    { id: "reference", header: t("page.reference"), value: (d) => d.reference },
  ];
  const clear = () => {
    choose({ body: undefined });
    if (year !== undefined) setYear(undefined);
    if (kind !== undefined) setKind(undefined);
  };
  return (
    <div className="stack">
      <div className="filters">
        <SelectField
          at="organ"
          label={t("page.organ")}
          value={body ?? ""}
          onChange={(value) => choose({ body: value || undefined })}
          options={[
            { value: "", label: t("page.all-organs") },
            ...organs.map(([value, label]) => ({ value, label })),
            ...(body !== undefined && !organs.some(([id]) => id === body)
              ? [{ value: body, label: nameOf(body) }]
              : []),
          ]}
        />
        <SelectField
          at="year"
          label={t("page.year")}
          value={year ?? ""}
          onChange={(value) => setYear(value || undefined)}
          options={[
            { value: "", label: t("page.all-years") },
            ...[...new Set(all.map((d) => d.year))]
              .sort((a, b) => b - a)
              .map((y) => ({ value: String(y), label: String(y) })),
          ]}
        />
        <SelectField
          at="kind"
          label={t("page.kind")}
          value={kind ?? ""}
          onChange={(value) => setKind(value || undefined)}
          options={[
            { value: "", label: t("page.all-kinds") },
            ...[...new Set(all.map((d) => d.kind))]
              .map((k) => ({ value: k, label: kindName(k) }))
              .sort((a, b) => a.label.localeCompare(b.label, "sv")),
          ]}
        />
      </div>
      <DataTable
        caption={t("page.caption", { count: rows.length })}
        captionShown
        columns={columns}
        rows={rows}
        rowKey={(d) => String(d.number)}
        href={(d) => `/beslut/${d.number}`}
        empty={
          <EmptyState
            title={t("page.none")}
            action={
              <button type="button" className="ds-link" onClick={clear}>
                {t("page.clear")}
              </button>
            }
          >
            {t("page.none-detail")}
          </EmptyState>
        }
      />
    </div>
  );
}

/** Drafts and proposals: only those who have signed in see them (TF 2 ch.). */
function OnTheWay() {
  const t = useTexts("decisions");
  const kindName = useKindName();
  const { nameOf } = useBodies();
  const { body } = useChoice();
  const matters = useApi(listMatters, { query: body === undefined ? {} : { body } });
  return (
    <Section title={t("page.matters")} lead={t("page.matters-lead")} cite="§2.4">
      <Loaded of={matters}>
        {(all) => (
          <DataTable
            caption={t("page.matters-caption")}
            columns={[
              { id: "matter", header: t("page.matter"), value: (m) => `${kindName(m.kind)} ${m.year}` },
              { id: "about", header: t("page.about"), value: (m) => nameOf(m.body) },
              {
                id: "state",
                stays: true,
                header: t("page.state"),
                value: (m) => m.state,
                cell: (m) => <Status value={m.state} />,
              },
            ]}
            rows={all.filter((m) => m.state === "draft" || m.state === "proposed")}
            rowKey={(m) => m.id}
            href={matterPath}
            empty={<EmptyState title={t("page.no-matters")} />}
          />
        )}
      </Loaded>
    </Section>
  );
}
