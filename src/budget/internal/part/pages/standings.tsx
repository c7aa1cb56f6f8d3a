import { useBodies, useSession } from "../../../../organisation/pages/use-bodies.ts";
import type { Body } from "../../../../organisation/rules/organisation.ts";
import { DataTable } from "../../../../platform/ui/data-table.tsx";
import { Link } from "../../../../platform/ui/link.tsx";
import { Money } from "../../../../platform/ui/number.tsx";
import { Section } from "../../../../platform/ui/page.tsx";
import { Status } from "../../../../platform/ui/status.tsx";
import { useTexts } from "../../../../platform/ui/texts.ts";
import type { InternalBudget } from "../../contract.ts";
import { committeeOf, unitStandings } from "../../rules/unit-part.ts";

type Row = ReturnType<typeof unitStandings>[number];

/** Which units have written their parts, and which are done: what the controller waits for (E-6, R-2). */
export function UnitStandings({
  content,
  year,
}: {
  readonly content: InternalBudget;
  readonly year: number;
}) {
  const t = useTexts("budget");
  const { bodies, nameOf } = useBodies();
  const rows = unitStandings(content, year, bodies as readonly Body[]);
  if (rows.length === 0) return null;
  return (
    <Section title={t("part.standings")} lead={t("part.standings-lead")} cite="§2.2">
      <DataTable
        caption={t("part.standings-caption")}
        columns={[
          { id: "unit", header: t("part.unit"), value: ({ id }: Row) => nameOf(id) },
          {
            id: "frame",
            header: t("part.frame"),
            numeric: true,
            value: ({ frameTkr }) => frameTkr ?? null,
            cell: ({ frameTkr }) => <Money tkr={frameTkr ?? null} />,
          },
          {
            id: "sum",
            header: t("part.sum"),
            numeric: true,
            value: ({ sumTkr }) => sumTkr,
            cell: ({ sumTkr }) => <Money tkr={sumTkr} />,
          },
          {
            id: "left",
            header: t("part.difference"),
            numeric: true,
            value: ({ frameTkr, sumTkr }) => (frameTkr === undefined ? null : frameTkr - sumTkr),
            cell: ({ frameTkr, sumTkr }) => <Money tkr={frameTkr === undefined ? null : frameTkr - sumTkr} />,
          },
          {
            id: "state",
            header: t("part.state"),
            value: ({ done }) => (done ? 1 : 0),
            cell: ({ done }) => (
              <Status
                value={done ? "done" : "under-way"}
                word={t(done ? "part.done-word" : "part.writing")}
              />
            ),
          },
        ]}
        rows={rows}
        rowKey={({ id }) => id}
        href={({ id }) => `/ekonomi/internbudget/${id}/${year}/enhet`}
      />
    </Section>
  );
}

/** Where a first-line manager writes the own unit's part of a committee's internal budget; nothing for others. */
export function OwnPartLink({ body, year }: { readonly body: string; readonly year: number }) {
  const t = useTexts("budget");
  const { bodies, nameOf } = useBodies();
  const posts = useSession()?.person?.posts ?? [];
  const own = posts
    .filter(({ role }) => role === "unit-manager")
    .filter((post) => committeeOf(bodies as readonly Body[], post.body)?.id === body);
  return own.map((post) => (
    <Link key={post.body} href={`/ekonomi/internbudget/${post.body}/${year}/enhet`}>
      {t("part.write-own")}: {nameOf(post.body)}
    </Link>
  ));
}
