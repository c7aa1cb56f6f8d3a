import { DataTable } from "../../../platform/ui/data-table.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { Icon } from "../../../platform/ui/icon.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { ScenarioLine } from "../contract.ts";

/** As many as can be read side by side. */
export const MAX_COMPARED = 4;

/** One's own scenarios and those that are shared: to be opened, and to be put side by side. */
export function ScenarioList({
  year,
  scenarios,
  opened,
  compared,
  whoOf,
  onOpen,
  onCompare,
}: {
  readonly year: number;
  readonly scenarios: readonly ScenarioLine[];
  readonly opened: string | undefined;
  readonly compared: readonly string[];
  readonly whoOf: (scenario: ScenarioLine) => string;
  readonly onOpen: (id: string) => void;
  readonly onCompare: (id: string) => void;
}) {
  const t = useTexts("budget");
  const full = compared.length + (opened ? 1 : 0) >= MAX_COMPARED;
  return (
    <Section title={t("scenario.list")} lead={t("scenario.list-lead")}>
      <DataTable
        caption={t("scenario.list-caption", { year })}
        copy={false}
        columns={[
          {
            id: "name",
            header: t("scenario.name"),
            written: true,
            value: (one) => one.name,
            cell: (one) =>
              one.id === opened ? (
                <span className="row">
                  {one.name} <span className="quiet small">{t("scenario.opened")}</span>
                </span>
              ) : (
                <button
                  type="button"
                  className="ds-link scenario-open"
                  data-opens={one.id}
                  aria-label={t("scenario.open", { name: one.name })}
                  onClick={() => onOpen(one.id)}
                >
                  {one.name}
                </button>
              ),
          },
          { id: "who", header: t("scenario.who"), value: whoOf, written: true },
          {
            id: "visible",
            header: t("scenario.visible"),
            value: (one) => t(one.shared ? "scenario.visible-all" : "scenario.visible-me"),
            cell: (one) => (
              <span className="row">
                <Icon name={one.shared ? "person" : "lock"} size={18} />
                {t(one.shared ? "scenario.visible-all" : "scenario.visible-me")}
              </span>
            ),
          },
          {
            id: "compare",
            header: t("scenario.compare"),
            unsortable: true,
            value: (one) => (compared.includes(one.id) || one.id === opened ? 1 : 0),
            cell: (one) => (
              <input
                type="checkbox"
                className="ds-input"
                aria-label={t("scenario.compare-name", { name: one.name })}
                checked={compared.includes(one.id) || one.id === opened}
                disabled={one.id === opened || (full && !compared.includes(one.id))}
                onChange={() => onCompare(one.id)}
              />
            ),
          },
        ]}
        rows={scenarios}
        rowKey={(one) => one.id}
        empty={<EmptyState title={t("scenario.none", { year })}>{t("scenario.none-detail")}</EmptyState>}
      />
    </Section>
  );
}
