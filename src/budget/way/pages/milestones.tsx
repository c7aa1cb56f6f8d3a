import { changeText, dayText } from "../../../kernel/format.ts";
import { ownValue } from "../../../kernel/own-value.ts";
import { addressOf } from "../../../platform/ui/api.ts";
import { type Column, DataTable } from "../../../platform/ui/data-table.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { Money, When } from "../../../platform/ui/number.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { FigureLink } from "../../base/pages/figure-link.tsx";
import {
  getMilestones,
  getMilestonesCsv,
  getMilestonesSchema,
  type Milestones as Shown,
} from "../milestones/contract.ts";
import { FROM_PARAM, TO_PARAM } from "./compare-versions.tsx";

type Milestone = Shown["milestones"][number];

/** "Vad som hänt steg för steg": a year's allocations from the first proposal to the true-ups, with what each step changed. */
export function Milestones({ year }: { readonly year: number }) {
  const t = useTexts("budget");
  const read = useApi(getMilestones, { params: { year } });
  return (
    <Section title={t("milestones.title")} lead={t("milestones.lead", { year })} cite="§2.4" id="handelser">
      <Loaded of={read} lines={6}>
        {(shown) =>
          shown.milestones.length === 0 ? (
            <EmptyState title={t("milestones.none", { year })} />
          ) : (
            <>
              <StepTable shown={shown} />
              <BodyTable shown={shown} />
              <ul className="plain-list downloads" aria-label={t("milestones.download")}>
                {[
                  { route: getMilestonesCsv, text: "document.as-csv" } as const,
                  { route: getMilestonesSchema, text: "document.as-schema" } as const,
                ].map(({ route, text }) => (
                  <li key={route.id}>
                    <Link href={addressOf(route, { params: { year } })} target="_blank" rel="noopener">
                      {t(text)}
                    </Link>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

const isTrueUp = ({ stage }: Milestone): boolean => stage === "true-up-spring" || stage === "true-up-autumn";
const keyOf = ({ facts, stage }: Milestone): string => `${facts.ref} ${stage}`;

function StepTable({ shown: { year, milestones } }: { readonly shown: Shown }) {
  const t = useTexts("budget");
  const language = useLanguage();
  return (
    <DataTable<Milestone>
      caption={t("milestones.table", { year })}
      search={false}
      columns={[
        {
          id: "stage",
          header: t("stages.stage"),
          unsortable: true,
          value: ({ stage }) => t(`stages.name.${stage}`),
        },
        {
          id: "day",
          header: t("stages.when"),
          unsortable: true,
          value: ({ day }) => day,
          cell: ({ day }) => <When at={day} />,
        },
        {
          id: "who",
          header: t("milestones.who"),
          unsortable: true,
          value: ({ facts }) =>
            facts.decision ? `${facts.decision.organ}, ${facts.decision.paragraph}` : facts.editedBy,
          cell: ({ facts }) =>
            facts.decision ? (
              <Link href={`/beslut/${facts.decision.number}`}>
                {facts.decision.organ}, <span className="stage-day">{facts.decision.paragraph}</span>
              </Link>
            ) : (
              facts.editedBy
            ),
        },
        {
          id: "total",
          header: t("milestones.total"),
          numeric: true,
          unsortable: true,
          value: (row) => (isTrueUp(row) ? null : row.totalTkr),
          cell: (row) =>
            isTrueUp(row) ? (
              "–"
            ) : (
              <FigureLink
                of={row.facts.ref}
                place={{ year }}
                tkr={row.totalTkr}
                what={`${t(`stages.name.${row.stage}`)}, ${t("milestones.total").toLocaleLowerCase()}`}
              />
            ),
        },
        {
          id: "change",
          stays: true,
          header: t("milestones.change"),
          numeric: true,
          unsortable: true,
          value: ({ changeTkr }) => changeTkr,
          cell: (row) => <Change row={row} year={year} />,
        },
        {
          id: "result",
          header: t("milestones.result"),
          numeric: true,
          unsortable: true,
          value: ({ resultTkr }) => resultTkr,
          cell: ({ resultTkr, facts, stage }) =>
            resultTkr === null ? (
              "–"
            ) : (
              <FigureLink
                of={facts.ref}
                place={{ row: "result", year }}
                tkr={resultTkr}
                what={`${t(`stages.name.${stage}`)}, ${t("milestones.result").toLocaleLowerCase()}`}
              />
            ),
        },
        {
          id: "why",
          stays: true,
          header: t("compare.note"),
          unsortable: true,
          value: ({ note }) => note ?? "–",
          cell: ({ note }) => (
            <span className="milestone-note" lang={WRITTEN}>
              {note ?? "–"}
            </span>
          ),
        },
      ]}
      rows={milestones}
      rowKey={keyOf}
      note={t("milestones.note", { day: dayText(milestones.at(-1)?.day ?? "", language) })}
    />
  );
}

/** The change since the step before leads to the comparison of the two; a true-up's to the true-up. */
function Change({ row, year }: { readonly row: Milestone; readonly year: number }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const text = changeText(row.changeTkr, language);
  const { since, facts } = row;
  if (isTrueUp(row)) return <Link href={`/arende/${facts.matter.split(":").join("/")}`}>{text}</Link>;
  if (since === null) return <span className="quiet">–</span>;
  const search = new URLSearchParams({ ar: String(year), [FROM_PARAM]: since, [TO_PARAM]: facts.ref });
  return (
    <Link
      href={`/ekonomi/steg?${search}#jamfor`}
      aria-label={t("milestones.compare", { stage: t(`stages.name.${row.stage}`), change: text })}
    >
      {text}
    </Link>
  );
}

/** Every body's allocation at each step, and under it what the step changed. */
function BodyTable({ shown: { year, bodies, milestones } }: { readonly shown: Shown }) {
  const t = useTexts("budget");
  const language = useLanguage();
  type Body = Shown["bodies"][number];
  const columns: Column<Body>[] = [
    { id: "body", header: t("page.body"), value: ({ name }) => name, foot: t("page.whole") },
    ...milestones.map((row): Column<Body> => {
      const title = `${t(`stages.name.${row.stage}`)}, ${dayText(row.day, language, "short")}`;
      return {
        id: keyOf(row),
        header: `${t(`stages.short.${row.stage}`)} ${dayText(row.day, language, "short")}`,
        title,
        numeric: true,
        unsortable: true,
        value: ({ id }) => ownValue(row.amounts, id) ?? null,
        cell: ({ id, name }) => {
          const tkr = ownValue(row.amounts, id);
          if (tkr === undefined) return "–";
          if (isTrueUp(row)) return <Money tkr={tkr} signed />;
          const change = ownValue(row.changes, id) ?? 0;
          return (
            <span className="milestone">
              <FigureLink
                of={row.facts.ref}
                place={{ year, body: id }}
                tkr={tkr}
                what={`${name}, ${title}`}
              />
              {change === 0 ? null : <span className="quiet small">{changeText(change, language)}</span>}
            </span>
          );
        },
        foot: isTrueUp(row) ? (
          <Money tkr={row.totalTkr} signed />
        ) : (
          <FigureLink
            of={row.facts.ref}
            place={{ year }}
            tkr={row.totalTkr}
            what={`${t("page.whole")}, ${title}`}
          />
        ),
      };
    }),
  ];
  return (
    <DataTable<Body>
      caption={t("milestones.by-body", { year })}
      captionShown
      search={false}
      columns={columns}
      rows={bodies}
      rowKey={({ id }) => id}
    />
  );
}
