import { ToggleGroup } from "@digdir/designsystemet-react";
import { useChoice } from "../../../platform/ui/choice.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { SelectField } from "../../../platform/ui/fields.tsx";
import { Link, useSearchParam } from "../../../platform/ui/link.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { getThread, type ThreadView } from "../contract.ts";
import { THREAD_PAGE } from "../kind.ts";
import { Orphans } from "./orphans.tsx";
import { ThreadParts } from "./thread-parts.tsx";
import { VIEWS, type View } from "./views.ts";
import "../../../platform/ui/filters.css";
import "./thread.css";

/** The red thread: from anything up to the vision, and down to what is done, as a tree, a picture and a table (model §2.1, V-9). */
export function ThreadPage() {
  const t = useTexts("decisions");
  const { body, year } = useChoice();
  const [of] = useSearchParam("sak");
  const [goal, setGoal] = useSearchParam("mal");
  const [agenda, setAgenda] = useSearchParam("agenda");
  const [shown, setView] = useSearchParam("visa");
  const view: View = VIEWS.find((one) => one === shown) ?? "trad";
  const filter = {
    year,
    ...(body === undefined ? {} : { body }),
    ...(goal === undefined ? {} : { strategic: goal }),
    ...(agenda === undefined ? {} : { agenda: Number(agenda) }),
  };
  const query = { ...filter, ...(of === undefined ? {} : { thing: of }) };
  const thread = useApi(getThread, { query });
  return (
    <Page
      title={t("thread.title")}
      lead={t("thread.lead", { year })}
      cite="§2.1"
      {...(of === undefined ? {} : { above: <Link href={THREAD_PAGE}>← {t("thread.whole")}</Link> })}
      action={
        <ToggleGroup
          value={view}
          onChange={(value) => setView(value === "trad" ? undefined : value)}
          data-toggle-group={t("thread.view")}
          data-size="sm"
        >
          <ToggleGroup.Item value="trad">{t("thread.as-tree")}</ToggleGroup.Item>
          <ToggleGroup.Item value="bild">{t("thread.as-picture")}</ToggleGroup.Item>
          <ToggleGroup.Item value="tabell">{t("thread.as-table")}</ToggleGroup.Item>
        </ToggleGroup>
      }
    >
      <Loaded of={thread} lines={10}>
        {(data) => (
          <>
            <Filters view={data} goal={goal} agenda={agenda} setGoal={setGoal} setAgenda={setAgenda} />
            {data.things.length === 0 ? (
              <Nothing filtered={goal !== undefined || agenda !== undefined} />
            ) : (
              <ThreadParts key={JSON.stringify(query)} of={data} filter={filter} view={view} />
            )}
            {of === undefined ? <Orphans filter={filter} /> : null}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Nothing({ filtered }: { readonly filtered: boolean }) {
  const t = useTexts("decisions");
  return filtered ? (
    <EmptyState title={t("thread.empty-filter")}>{t("thread.empty-filter-detail")}</EmptyState>
  ) : (
    <EmptyState title={t("thread.empty")}>{t("thread.empty-detail")}</EmptyState>
  );
}

/** Body and year are chosen in the bar; here one strategic goal, or one goal of Agenda 2030. */
function Filters({
  view: { strategic },
  goal,
  agenda,
  setGoal,
  setAgenda,
}: {
  readonly view: ThreadView;
  readonly goal: string | undefined;
  readonly agenda: string | undefined;
  readonly setGoal: (value: string | undefined) => void;
  readonly setAgenda: (value: string | undefined) => void;
}) {
  const t = useTexts("decisions");
  const numbers = [...new Set(strategic.flatMap((one) => one.agenda))].sort((a, b) => a - b);
  if (strategic.length === 0) return null;
  return (
    <div className="filters">
      <SelectField
        at="mal"
        label={t("thread.goal")}
        value={goal ?? ""}
        onChange={(value) => setGoal(value || undefined)}
        options={[
          { value: "", label: t("thread.any-goal") },
          ...strategic.map(({ thing, name }) => ({ value: thing, label: name })),
        ]}
      />
      {numbers.length === 0 ? null : (
        <SelectField
          at="agenda"
          label={t("thread.agenda")}
          value={agenda ?? ""}
          onChange={(value) => setAgenda(value || undefined)}
          options={[
            { value: "", label: t("thread.any-agenda") },
            ...numbers.map((number) => ({
              value: String(number),
              label: t("thread.agenda-one", { number }),
            })),
          ]}
        />
      )}
    </div>
  );
}
