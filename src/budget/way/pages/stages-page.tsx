import { dayText } from "../../../kernel/format.ts";
import { OfTheWhole } from "../../../organisation/pages/of-the-whole.tsx";
import { useBodies } from "../../../organisation/pages/use-bodies.ts";
import { useLookedAt } from "../../../organisation/pages/use-looked-at.ts";
import { useChoice } from "../../../platform/ui/choice.tsx";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { Icon } from "../../../platform/ui/icon.tsx";
import { Link } from "../../../platform/ui/link.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { STATUSES, Status } from "../../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { Explainable } from "../../base/pages/explain-drawer.tsx";
import { InputLinks } from "../../matter/pages/inputs/links.tsx";
import { getStages } from "../contract.ts";
import { CompareVersions } from "./compare-versions.tsx";
import { Milestones } from "./milestones.tsx";
import type { Stages } from "./stages-shown.ts";
import { TrueUps } from "./true-ups.tsx";
import { versionName } from "./version-name.ts";
import "../../base/pages/economy.css";
import "./stages.css";

/** The stages of a budget year as one thread, and any two of its versions side by side (model §2.4, §2.2 E-4, E-5). */
export function StagesPage() {
  const t = useTexts("budget");
  const { year } = useChoice();
  const read = useApi(getStages, { params: { year } });
  return (
    <Page
      inTkr
      title={t("stages.title", { year })}
      lead={t("stages.lead")}
      cite="§2.4"
      above={<Link href="/ekonomi">← {t("stages.back", { year })}</Link>}
    >
      <Loaded of={read} lines={10}>
        {(view) => (
          <Explainable of={String(year)}>
            <OfTheWhole />
            <Section title={t("stages.line", { year })}>
              <StageLine view={view} />
              <Next view={view} />
              <div className="row">
                <InputLinks year={year} />
              </div>
              <StageTable view={view} />
              <Adapted view={view} />
            </Section>
            <Milestones year={year} />
            <TrueUps year={year} />
            <CompareVersions versions={view.versions} />
          </Explainable>
        )}
      </Loaded>
    </Page>
  );
}

/** The picture: a line with a sign for each stage; the table under it says the same and more. */
function StageLine({ view }: { readonly view: Stages }) {
  const t = useTexts("budget");
  return (
    <ol className="stage-line" aria-label={t("stages.line", { year: view.year })}>
      {view.stages.map(({ id, state }) => (
        <li
          key={id}
          data-color={STATUSES[state].tone}
          data-state={state}
          data-next={id === view.next || undefined}
        >
          <span className="stage-node">
            <Icon name={STATUSES[state].icon} size={18} />
          </span>
          <span className="stage-name">{t(`stages.short.${id}`)}</span>
        </li>
      ))}
    </ol>
  );
}

function Next({ view }: { readonly view: Stages }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const stage = view.stages.find(({ id }) => id === view.next);
  return (
    <p>
      <strong>
        {stage
          ? t("stages.next", {
              stage: t(`stages.name.${stage.id}`),
              turn: t(`stages.turn.${stage.turn}`),
              day:
                stage.due === null
                  ? t("stages.no-day")
                  : t("stages.by", { day: dayText(stage.due, language) }),
            })
          : t("stages.all-taken", { year: view.year })}
      </strong>
    </p>
  );
}

function StageTable({ view }: { readonly view: Stages }) {
  const t = useTexts("budget");
  const language = useLanguage();
  type Row = Stages["stages"][number];
  const dates = (row: Row) =>
    row.from === null || row.due === null
      ? t("stages.not-in-wheel")
      : t("stages.due", { from: dayText(row.from, language, "short"), due: dayText(row.due, language) });
  return (
    <DataTable<Row>
      caption={t("stages.title", { year: view.year })}
      search={false}
      columns={[
        {
          id: "stage",
          header: t("stages.stage"),
          value: (row) => t(`stages.name.${row.id}`),
          unsortable: true,
        },
        {
          id: "state",
          stays: true,
          header: t("stages.state"),
          value: (row) => row.state,
          cell: (row) => <Status value={row.state} />,
          unsortable: true,
        },
        { id: "when", header: t("stages.when"), value: dates, unsortable: true },
        {
          id: "who",
          header: t("stages.who"),
          value: (row) => t(`stages.turn.${row.turn}`),
          unsortable: true,
        },
        {
          id: "versions",
          header: t("stages.versions"),
          value: (row) => row.versions.map((version) => versionName(version, t, language)).join("; "),
          cell: (row) => <Versions row={row} />,
          unsortable: true,
        },
      ]}
      rows={view.stages}
      rowKey={(row) => row.id}
    />
  );
}

function Versions({ row }: { readonly row: Stages["stages"][number] }) {
  const t = useTexts("budget");
  const language = useLanguage();
  if (row.versions.length === 0) return t("stages.no-versions");
  return (
    <ul className="plain-list">
      {row.versions.map((version) => (
        <li key={version.ref}>
          <Link
            href={
              version.decision
                ? `/beslut/${version.decision.number}`
                : `/arende/${version.matter.split(":").join("/")}`
            }
          >
            {versionName(version, t, language)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Which committees have split the allocation that is in force, and which have an older one (E-5, E-6). */
function Adapted({ view: { internal, year } }: { readonly view: Stages }) {
  const t = useTexts("budget");
  const { nameOf } = useBodies();
  const { isShown } = useLookedAt();
  if (internal.length === 0) return null;
  const left = internal.filter(({ adapted }) => !adapted);
  return (
    <div className="stack">
      <p>{t("stages.adapted", { count: internal.length - left.length, all: internal.length })}</p>
      {left.length > 0 ? (
        <ul className="plain-list columns">
          {left
            .filter(({ body }) => isShown(body))
            .map(({ body }) => (
              <li key={body}>
                <Link href={`/ekonomi/internbudget/${body}?ar=${year}`}>
                  {t("stages.not-adapted", { bodies: nameOf(body) })}
                </Link>
              </li>
            ))}
        </ul>
      ) : null}
    </div>
  );
}
