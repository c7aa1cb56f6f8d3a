import { Button } from "@digdir/designsystemet-react";
import { BodyName } from "../../../organisation/pages/body-name.tsx";
import { useLookedAt } from "../../../organisation/pages/use-looked-at.ts";
import { useBodies } from "../../../organisation/pages/use-session.ts";
import type { Body } from "../../../organisation/rules/organisation.ts";
import { addressOf } from "../../../platform/ui/api.ts";
import { useChoice } from "../../../platform/ui/choice.tsx";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { SelectField } from "../../../platform/ui/fields.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link, useSearchParam } from "../../../platform/ui/link.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { When } from "../../../platform/ui/number.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { type AssignmentLine, getAssignmentsPdf, getAssignmentsWord, listAssignments } from "../contract.ts";
import { assignmentPage } from "../kind.ts";
import { type AskedFor, inOrder, isAskedFor } from "../rules/asked-for.ts";
import { ASSIGNMENT_STATES } from "../rules/assignment.ts";
import { AssignmentState } from "./assignment-state.tsx";
import "../../../platform/ui/filters.css";
import "./assignments.css";

const LATE = "late";

const yearIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^2\d{3}$/.test(text) ? Number(text) : undefined;

/** Everything that organs have asked of somebody in their decisions: whom, by when, and what became of it. */
export function AssignmentsPage() {
  const t = useTexts("decisions");
  // Of the body and the year that are looked at: all of them are there, however many there are of all
  const { owner } = useLookedAt();
  const [given] = useSearchParam("gett");
  const year = yearIn(given);
  const assignments = useApi(listAssignments, {
    query: { ...(owner === undefined ? {} : { body: owner }), ...(year === undefined ? {} : { year }) },
  });
  return (
    <Page title={t("assignment.list.title")} lead={t("assignment.list.lead")} cite="§3.2">
      <Loaded of={assignments} lines={8}>
        {(all) =>
          all.length === 0 && owner === undefined && year === undefined ? (
            <EmptyState title={t("assignment.list.none")}>{t("assignment.list.none-detail")}</EmptyState>
          ) : (
            <Listed all={all} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Listed({ all }: { readonly all: readonly AssignmentLine[] }) {
  const t = useTexts("decisions");
  const bodies = useBodies() as readonly Body[];
  const { choose } = useChoice();
  const { owner } = useLookedAt();
  const [giver, setGiver] = useSearchParam("fran");
  const [to, setTo] = useSearchParam("till");
  const [state, setState] = useSearchParam("lage");
  const [year, setYear] = useSearchParam("gett");
  const asked = {
    body: owner,
    giver,
    to,
    ...(state === LATE ? { late: true } : { state: ASSIGNMENT_STATES.find((one) => one === state) }),
    year: yearIn(year),
  };
  const rows = inOrder(all.filter((one) => isAskedFor(one, asked, bodies)));
  const late = rows.filter((one) => one.late).length;
  const clear = () => {
    choose({ body: undefined });
    for (const set of [setGiver, setTo, setState, setYear]) set(undefined);
  };
  const named = (of: "giver" | "to") =>
    [...new Map(all.map((one) => [one[of], of === "giver" ? one.giverName : one.toName]))]
      .map(([value, label]) => ({ value, label }))
      .sort((a, b) => a.label.localeCompare(b.label, "sv"));
  const years = [
    ...new Set([...all.map(({ givenOn }) => givenOn.slice(0, 4)), ...(year === undefined ? [] : [year])]),
  ]
    .sort()
    .reverse();
  const choice =
    (set: (value: string | undefined) => void) =>
    (value: string): void =>
      set(value || undefined);
  return (
    <div className="stack">
      <div className="filters assignment-filters">
        <SelectField
          at="fran"
          label={t("assignment.list.giver")}
          value={giver ?? ""}
          onChange={choice(setGiver)}
          options={[{ value: "", label: t("assignment.list.any-giver") }, ...named("giver")]}
        />
        <SelectField
          at="till"
          label={t("assignment.list.to")}
          value={to ?? ""}
          onChange={choice(setTo)}
          options={[{ value: "", label: t("assignment.list.any-to") }, ...named("to")]}
        />
        <SelectField
          at="lage"
          label={t("assignment.list.state")}
          value={state ?? ""}
          onChange={choice(setState)}
          options={[
            { value: "", label: t("assignment.list.any-state") },
            { value: LATE, label: t("assignment.list.only-late") },
            ...ASSIGNMENT_STATES.map((one) => ({
              value: one as string,
              label: t(`assignment.state.${one}`),
            })),
          ]}
        />
        <SelectField
          at="gett"
          label={t("assignment.list.year")}
          value={year ?? ""}
          onChange={choice(setYear)}
          options={[
            { value: "", label: t("assignment.list.any-year") },
            ...years.map((one) => ({ value: one, label: one })),
          ]}
        />
      </div>
      {rows.length === 0 ? (
        <EmptyState
          title={t("assignment.list.none-such")}
          action={
            <Button variant="secondary" onClick={clear}>
              {t("assignment.list.show-all")}
            </Button>
          }
        />
      ) : (
        <>
          <div className="row">
            {late > 0 ? <p>{t("assignment.list.late-count", { count: late })}</p> : null}
            <AsFiles asked={asked} />
          </div>
          <AssignmentTable rows={rows} />
        </>
      )}
    </div>
  );
}

const FORMS = [
  { route: getAssignmentsPdf, text: "assignment.paper.pdf" },
  { route: getAssignmentsWord, text: "assignment.paper.word" },
] as const;

/** What is listed as files to take away (T-1). */
function AsFiles({ asked: { late, ...asked } }: { readonly asked: AskedFor }) {
  const t = useTexts("decisions");
  const query = { ...asked, ...(late === undefined ? {} : { late: "true" as const }) };
  return (
    <ul className="plain-list row no-print" aria-label={t("assignment.paper.download")}>
      {FORMS.map(({ route, text }) => (
        <li key={route.id}>
          <Link href={addressOf(route, { query })} target="_blank" rel="noopener">
            {t(text)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function AssignmentTable({ rows }: { readonly rows: readonly AssignmentLine[] }) {
  const t = useTexts("decisions");
  return (
    <DataTable
      caption={t("assignment.list.caption")}
      rows={rows}
      rowKey={({ id }) => id}
      href={({ id }) => assignmentPage(id)}
      columns={[
        { id: "what", header: t("assignment.list.what"), value: ({ text }) => text, written: true },
        {
          id: "state",
          header: t("assignment.list.state"),
          stays: true,
          value: ({ state, late }) => (late ? t("assignment.late") : t(`assignment.state.${state}`)),
          cell: ({ state, late }) => <AssignmentState state={state} late={late} />,
        },
        {
          id: "due",
          header: t("assignment.list.due"),
          value: ({ due }) => due,
          cell: ({ due }) => (
            <span className="assignment-day">
              <When at={due} />
            </span>
          ),
        },
        {
          id: "to",
          header: t("assignment.list.to"),
          value: ({ toName }) => toName,
          cell: ({ to, toName }) => <BodyName id={to} name={toName} />,
        },
        {
          id: "holder",
          header: t("assignment.list.holder"),
          value: ({ holder }) => holder?.name ?? "",
          cell: ({ holder }) => (holder ? <span lang={WRITTEN}>{holder.name}</span> : "–"),
        },
        {
          id: "giver",
          header: t("assignment.list.giver"),
          value: ({ giverName, paragraph }) => `${giverName} ${paragraph}`,
          cell: ({ giver, giverName, givenOn }) => (
            <>
              <BodyName id={giver} name={giverName} />{" "}
              <span className="quiet small">
                <When at={givenOn} />
              </span>
            </>
          ),
        },
      ]}
    />
  );
}
