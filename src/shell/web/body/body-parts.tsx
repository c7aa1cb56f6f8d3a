import { getBudgetMonths } from "../../../budget/internal/contract.ts";
import { monthsOfUnit } from "../../../budget/internal/rules/outcome.ts";
import { BodyAssignments } from "../../../decisions/assignments/pages/body-assignments.tsx";
import { listRegister } from "../../../documents/contract.ts";
import { OwnerReports } from "../../../followup/owner/pages/owner-reports.tsx";
import { useSplitOf } from "../../../followup/pages/own-unit.tsx";
import { getGoalTree } from "../../../goals/contract.ts";
import { dayText } from "../../../kernel/format.ts";
import { sumOf } from "../../../kernel/sum.ts";
import { getOutcome, listImports } from "../../../ledger/contract.ts";
import { ReorganisedIn } from "../../../organisation/bodies/pages/reorganised.tsx";
import { useBodies, useSession } from "../../../organisation/pages/use-bodies.ts";
import type { BodyView } from "../../../organisation/pages/use-session.ts";
import { worksFor } from "../../../organisation/rules/looks-at.ts";
import { type Body, continuing } from "../../../organisation/rules/organisation.ts";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { Money } from "../../../platform/ui/number.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { PlainTable } from "../../../platform/ui/plain-table.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { getWheel } from "../../../year/contract.ts";

interface Props {
  readonly body: BodyView;
  readonly year: number;
}

/** What the chapters know of a body, each where its own page has it all: the year's work and what is late, goals, assignments, money, documents. */
export function BodyParts(props: Props) {
  return (
    <>
      <Work {...props} />
      {props.body.kind === "part-owned-company" ? (
        <OwnerReports year={props.year} company={props.body.id} />
      ) : null}
      <Goals {...props} />
      <BodyAssignments body={props.body.id} />
      <Economy {...props} />
      <Documents {...props} />
    </>
  );
}

/** The matters that the body itself is to write or decide this year, with those that are late first. */
function Work({ body, year }: Props) {
  const t = useTexts("shell");
  const language = useLanguage();
  const wheel = useApi(getWheel, { params: { year }, query: { body: body.id } });
  const rows = (wheel.data?.steps ?? []).flatMap((step) =>
    step.bodies.filter((one) => one.body === body.id).map((one) => ({ ...one, step })),
  );
  const inOrder = rows.toSorted((a, b) => Number(b.state === "late") - Number(a.state === "late"));
  if (wheel.data && rows.length === 0) return null;
  return (
    <Section
      title={t("page.body.work", { year })}
      action={<Link href={`/?ar=${year}&organ=${body.id}`}>{t("page.body.wheel")}</Link>}
    >
      <Loaded of={wheel} lines={4}>
        {() => (
          <PlainTable
            caption={t("page.body.work", { year })}
            columns={[
              { id: "what", header: t("page.body.what") },
              { id: "state", header: t("page.body.state"), stays: true },
              { id: "due", header: t("page.body.due") },
            ]}
            rows={inOrder.map(({ step, state, due, href, matter }) => ({
              key: `${step.id} ${matter}`,
              cells: [
                <Link key="link" href={href}>
                  <span lang={step.language}>{step.name}</span>
                </Link>,
                <Status key="state" value={state} />,
                dayText(due, language),
              ],
            }))}
          />
        )}
      </Loaded>
    </Section>
  );
}

/**
 * Its own goals, or of who carries out those of whom it works for; those that were taken over with what another body was, and those that
 * are shared with the body that leads them.
 */
function Goals({ body, year }: Props) {
  const t = useTexts("shell");
  const { bodies } = useBodies();
  const tree = useApi(getGoalTree, { params: { year } });
  const all = bodies as readonly Body[];
  const whose = [body.id, worksFor(all, body.id)?.id];
  const goals = (tree.data?.goals ?? []).filter(
    (goal) =>
      whose.includes(continuing(all, goal.body)) || goal.contributors.some((one) => whose.includes(one)),
  );
  if (goals.length === 0) return null;
  return (
    <Section
      title={t("page.body.goals", { year })}
      action={<Link href={`/mal?ar=${year}&organ=${body.id}`}>{t("page.body.all-goals")}</Link>}
    >
      <ul className="stack">
        {goals.map((goal) => (
          <li key={`${goal.body} ${goal.id}`}>
            <Link href={`/mal/${goal.body}/${goal.id}?ar=${year}`}>
              <span lang={WRITTEN}>{goal.wording}</span>
            </Link>{" "}
            <span className="quiet small">
              <span lang={WRITTEN}>{goal.responsibleName}</span>
              {goal.body === body.id
                ? null
                : ` · ${t(goal.contributors.some((one) => whose.includes(one)) ? "page.body.led-by" : "page.body.from", { body: goal.bodyName })}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What it has and has used; a unit's and an administration's part of the accounts. For those who have signed in, as the accounts are. */
function Economy({ body, year }: Props) {
  const t = useTexts("shell");
  const language = useLanguage();
  const signedIn = useSession()?.person != null;
  const months = useApi(getBudgetMonths, { params: { year } });
  const imports = useApi(listImports, { query: { year } }, { when: signedIn });
  const there = imports.data?.find((file) => file.inForce);
  const outcome = useApi(
    getOutcome,
    { params: { year }, query: { until: there?.lastDay } },
    { when: signedIn && there !== undefined },
  );
  const { bodies } = useBodies();
  const split = useSplitOf(isPart(body) ? body.id : undefined, year);
  const ofUnit = split && monthsOfUnit({ rows: split.rows, bodies: bodies as readonly Body[] }, body.id);
  const given = months.data?.bodies.find((one) => one.body === body.id);
  // The council gives a body its allocation, and the committee a unit its part of it
  const budget = given
    ? { text: "allocation" as const, yearTkr: given.allocationTkr, monthsTkr: given.monthsTkr }
    : ofUnit && { text: "budget" as const, yearTkr: sumOf(ofUnit), monthsTkr: ofUnit };
  const used = [...(outcome.data?.bodies ?? []), ...(outcome.data?.parts ?? [])].find(
    (one) => one.body === body.id,
  );
  if (!budget && !used) return null;
  const until = outcome.data?.until;
  const to = until ? Number(until.slice(5, 7)) : 0;
  return (
    <Section
      title={t("page.body.economy", { year })}
      action={<Link href={`/uppfoljning?ar=${year}&organ=${body.id}`}>{t("page.body.follow-up")}</Link>}
    >
      <ReorganisedIn year={year} body={body.id} />
      <PlainTable
        fit
        caption={t("page.body.economy", { year })}
        columns={[
          { id: "what", header: t("page.body.amount") },
          { id: "tkr", header: "tkr", numeric: true },
        ]}
        rows={[
          ...(budget
            ? [
                {
                  key: "allocation",
                  cells: [t(`page.body.${budget.text}`), <Money key="a" tkr={budget.yearTkr} />],
                },
              ]
            : []),
          ...(budget && until
            ? [
                {
                  key: "to-date",
                  cells: [
                    t("page.body.to-date", { day: dayText(until, language) }),
                    <Money key="b" tkr={sumOf(budget.monthsTkr.slice(0, to))} />,
                  ],
                },
              ]
            : []),
          ...(used && until
            ? [
                {
                  key: "used",
                  cells: [
                    t("page.body.used", { day: dayText(until, language) }),
                    <Money key="c" tkr={used.netCostTkr} />,
                  ],
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

const isPart = ({ kind }: BodyView): boolean => kind === "unit" || kind === "department";

function Documents({ body, year }: Props) {
  const t = useTexts("shell");
  const read = useApi(listRegister, { query: { body: body.id, year } });
  const rows = (read.data ?? []).filter(({ state }) => state !== "ended");
  if (rows.length === 0) return null;
  return (
    <Section
      title={t("page.body.documents")}
      action={<Link href="/dokument">{t("page.body.register")}</Link>}
    >
      <ul className="stack">
        {rows.slice(0, MAX_DOCUMENTS).map((row) => (
          <li key={row.id}>
            <Link href={row.href}>
              <span lang={WRITTEN}>{row.title}</span>
            </Link>
          </li>
        ))}
      </ul>
      {rows.length > MAX_DOCUMENTS ? (
        <EmptyState title={t("page.body.more-documents", { count: rows.length - MAX_DOCUMENTS })} />
      ) : null}
    </Section>
  );
}

const MAX_DOCUMENTS = 12;
