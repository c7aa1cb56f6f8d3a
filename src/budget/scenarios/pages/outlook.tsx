import { ownValue } from "../../../kernel/own-value.ts";
import { type Column, DataTable } from "../../../platform/ui/data-table.tsx";
import { Link } from "../../../platform/ui/link.tsx";
import { Money, Num } from "../../../platform/ui/number.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { dataText, useTexts } from "../../../platform/ui/texts.ts";
import { MAX_RESULT_TKR } from "../../base/contract.ts";
import {
  CARRIED_LINES,
  CARRIED_PERCENT,
  type CarriedLine,
  type CarriedPercent,
  MAX_GROWTH_PERCENT,
} from "../../base/rules/assumed.ts";
import {
  applyChanges,
  type Beyond,
  type Changes,
  NO_CHANGES,
  type ScenarioBase,
} from "../../live/rules/changes.ts";
import { assumedBeyond, BEYOND_LIFE } from "../rules/outlook.ts";
import { tidy, withEntry } from "./changes.ts";
import { ScenarioDial } from "./dial.tsx";
import type { OutlookForecast } from "./use-outlook-forecast.ts";

const isCarriedLine = (id: string): id is CarriedLine => (CARRIED_LINES as readonly string[]).includes(id);
const PERCENT = { min: -MAX_GROWTH_PERCENT, max: MAX_GROWTH_PERCENT, step: 0.1, decimals: 2 } as const;

interface Column0 {
  readonly id: string;
  readonly name: string;
  readonly base: ScenarioBase;
  readonly changes: Changes;
}

/** What the outlook takes for granted of the years beyond the plan, in each scenario (E-9). */
export function OutlookAssumptions({
  columns,
  forecast,
}: {
  readonly columns: readonly Column0[];
  readonly forecast: OutlookForecast | undefined;
}) {
  const t = useTexts("budget");
  const [first] = columns;
  if (!first) return null;
  const last = first.base.input.years.at(-1) ?? 0;
  const assumed = new Map(
    columns.map(({ id, base, changes }) => [id, assumedBeyond(applyChanges(base, changes), changes)]),
  );
  const kinds = Object.keys(assumed.get(first.id)?.ratePercent ?? {});
  const rows = [
    { id: "taxBasePercent", label: t("scenario.beyond.taxBasePercent") },
    { id: "pricePercent", label: t("scenario.beyond.pricePercent") },
    { id: "peoplePercent", label: t("scenario.beyond.peoplePercent") },
    ...kinds.map((kind) => ({
      id: `rate-${kind}`,
      label: t("scenario.beyond.rate", { what: dataText(t, "indexation", kind, { defaultValue: kind }) }),
    })),
    ...CARRIED_LINES.map((line) => ({ id: line, label: t(`inputs.assumed.of.${line}`) })),
    { id: "investmentsTkr", label: t("scenario.beyond.investmentsTkr") },
  ];
  type Row = (typeof rows)[number];
  const of = (column: string, row: string): number | null => {
    const own = assumed.get(column);
    if (!own) return null;
    if (row.startsWith("rate-")) return ownValue(own.ratePercent, row.slice("rate-".length)) ?? null;
    if (isCarriedLine(row)) return own.linesTkr[row];
    return own[row as CarriedPercent | "investmentsTkr"];
  };
  return (
    <Section title={t("scenario.beyond.title", { last })} lead={t("scenario.beyond.lead")}>
      <DataTable
        caption={t("scenario.beyond.caption", { last })}
        search={false}
        columns={[
          {
            id: "what",
            header: t("scenario.beyond.assumption"),
            unsortable: true,
            value: (row: Row) => row.label,
          },
          ...columns.map(
            ({ id, name }): Column<Row> => ({
              id,
              header: name,
              numeric: true,
              unsortable: true,
              value: (row) => of(id, row.id),
              cell: (row) => {
                const value = of(id, row.id);
                if (value === null) return "–";
                return row.id.endsWith("Tkr") ? (
                  <Money tkr={value} signed={isCarriedLine(row.id)} />
                ) : (
                  <Num value={value} decimals={2} unit="%" />
                );
              },
            }),
          ),
        ]}
        rows={rows}
        rowKey={(row) => row.id}
        note={t("scenario.beyond.note", { years: BEYOND_LIFE })}
      />
      {forecast ? <People forecast={forecast} last={last} /> : null}
    </Section>
  );
}

/** Which forecast the people of the further years come from, and how far it reaches. */
function People({ forecast, last }: { readonly forecast: OutlookForecast; readonly last: number }) {
  const t = useTexts("budget");
  const { line, knownTo } = forecast;
  if (!line || knownTo <= last) return <p>{t("scenario.beyond.people-held", { last })}</p>;
  return (
    <p>
      {t("scenario.beyond.people-of", { to: knownTo })}{" "}
      <Link href={`/ekonomi/befolkning?prognos=${line.year}.${line.version}`}>
        {t("scenario.beyond.forecast", { source: line.source, year: line.year, version: line.version })}
      </Link>
      {line.decision === null ? null : (
        <>
          {" "}
          (<Link href={`/beslut/${line.decision}`}>{t("page.decision", { number: line.decision })}</Link>)
        </>
      )}
      . {t("scenario.beyond.people-then")}
    </p>
  );
}

/** The same assumptions, to be moved in a scenario of one's own. */
export function BeyondDials({
  base,
  changes,
  readOnly,
  onChange,
}: {
  readonly base: ScenarioBase;
  readonly changes: Changes;
  readonly readOnly: boolean;
  readonly onChange: (changes: Partial<Changes>) => void;
}) {
  const t = useTexts("budget");
  const own = applyChanges(base, changes);
  const usual = assumedBeyond(own, NO_CHANGES);
  const now = assumedBeyond(own, changes);
  const beyond = changes.beyond ?? {};
  const put = (part: Partial<Beyond>) => {
    const next = Object.fromEntries(
      Object.entries({ ...beyond, ...part }).filter(
        ([, value]) => value !== undefined && (typeof value !== "object" || Object.keys(value).length > 0),
      ),
    );
    onChange({ beyond: Object.keys(next).length === 0 ? undefined : next });
  };
  const around = (percent: number) => [tidy(percent - 3), tidy(percent + 3)] as const;
  return (
    <>
      <p className="quiet small">{t("scenario.beyond.lead")}</p>
      {CARRIED_PERCENT.map((name) => (
        <ScenarioDial
          key={name}
          label={t(`scenario.beyond.${name}`)}
          base={usual[name]}
          value={now[name]}
          {...PERCENT}
          reach={around(usual[name])}
          readOnly={readOnly}
          onChange={(value) => put({ [name]: value === usual[name] ? undefined : value })}
        />
      ))}
      {Object.entries(usual.ratePercent).map(([kind, percent]) => (
        <ScenarioDial
          key={kind}
          label={t("scenario.beyond.rate", { what: dataText(t, "indexation", kind, { defaultValue: kind }) })}
          base={percent}
          value={ownValue(now.ratePercent, kind) ?? percent}
          {...PERCENT}
          reach={around(percent)}
          readOnly={readOnly}
          onChange={(value) =>
            put({
              ratePercent: withEntry(beyond.ratePercent ?? {}, kind, value === percent ? undefined : value),
            })
          }
        />
      ))}
      {base.position ? (
        <ScenarioDial
          label={t("scenario.beyond.investmentsTkr")}
          base={0}
          value={now.investmentsTkr}
          min={0}
          max={MAX_RESULT_TKR}
          reach={[0, 100_000]}
          step={500}
          readOnly={readOnly}
          onChange={(value) => put({ investmentsTkr: value || undefined })}
        />
      ) : null}
    </>
  );
}
