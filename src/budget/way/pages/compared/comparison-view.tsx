import { ToggleGroup } from "@digdir/designsystemet-react";
import { changeText, numberText, tkrText } from "../../../../kernel/format.ts";
import { ownValue } from "../../../../kernel/own-value.ts";
import { type Column, DataTable } from "../../../../platform/ui/data-table.tsx";
import { Link, useSearchParam } from "../../../../platform/ui/link.tsx";
import { Money, When } from "../../../../platform/ui/number.tsx";
import { dataText, useLanguage, useTexts } from "../../../../platform/ui/texts.ts";
import { FigureLink, PLAN_YEAR_PARAM } from "../../../base/pages/figure-link.tsx";
import type { VersionFacts } from "../../contract.ts";
import type { Compared, ComparedBody } from "../stages-shown.ts";
import { ComparedBodyLines } from "./body-lines.tsx";
import { ComparedGoals, ComparedPopulation } from "./inputs.tsx";
import { ComparedSteps } from "./steps.tsx";
import { ComparedLines, ComparedResults } from "./values.tsx";
import { ComparedInvestments, ComparedTexts } from "./written.tsx";

const BODY_PARAM = "rader";
const STEPS = ["one-off", "demography", "indexation", "other"] as const;

/** Two versions side by side: every body by step, its lines when it is opened, and the inputs that explain them (E-8). */
export function ComparisonView({ compared }: { readonly compared: Compared }) {
  const t = useTexts("budget");
  const [planYear, setPlanYear] = useSearchParam(PLAN_YEAR_PARAM);
  const [opened, open] = useSearchParam(BODY_PARAM);
  const year = compared.years.find((one) => String(one.year) === planYear) ?? compared.years[0];
  if (!year) return null;
  const body = year.bodies.find((one) => one.body === opened);
  const nameOf = (id: string) => ownValue(compared.bodyNames, id) ?? id;
  return (
    <div className="stack">
      <dl className="facts">
        <SideFacts label={t("compare.from")} side={compared.from} />
        <SideFacts label={t("compare.to")} side={compared.to} />
      </dl>
      <ComparedSteps steps={compared.steps} backwards={compared.backwards} />
      {compared.years.length > 1 ? (
        <ToggleGroup
          value={String(year.year)}
          onChange={setPlanYear}
          data-toggle-group={t("compare.year")}
          data-size="sm"
        >
          {compared.years.map((one) => (
            <ToggleGroup.Item key={one.year} value={String(one.year)}>
              {one.year}
            </ToggleGroup.Item>
          ))}
        </ToggleGroup>
      ) : null}
      <BodyTable compared={compared} year={year} nameOf={nameOf} onOpen={open} />
      {body ? (
        <ComparedBodyLines
          body={body}
          name={nameOf(body.body)}
          year={year.year}
          steps={compared.steps}
          onClose={() => open(undefined)}
        />
      ) : null}
      <ComparedPopulation year={year} />
      <ComparedResults compared={compared} />
      <ComparedLines compared={compared} />
      <ComparedInvestments compared={compared} />
      <ComparedGoals goals={compared.goals} steps={compared.steps} />
      <ComparedTexts compared={compared} />
    </div>
  );
}

/** Who wrote a side and when, and the decision on it. */
function SideFacts({ label, side }: { readonly label: string; readonly side: VersionFacts }) {
  const t = useTexts("budget");
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {dataText(t, "stages.kind", side.kind, { year: side.year })},{" "}
        {t("stages.version", { version: side.version }).toLocaleLowerCase()}.{" "}
        {t("compare.edited", { who: side.editedBy })} <When at={side.writtenOn} />
        {side.decision ? (
          <>
            {". "}
            <Link href={`/beslut/${side.decision.number}`}>
              {side.decision.organ} <When at={side.decision.decidedOn} />, {side.decision.paragraph}
            </Link>
          </>
        ) : null}
      </dd>
    </>
  );
}

function BodyTable({
  compared,
  year,
  nameOf,
  onOpen,
}: {
  readonly compared: Compared;
  readonly year: Compared["years"][number];
  readonly nameOf: (id: string) => string;
  readonly onOpen: (body: string) => void;
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  const sum = (of: (body: ComparedBody) => number) =>
    year.bodies.reduce((total, body) => total + of(body), 0);
  const stepOf = (body: ComparedBody, step: string) =>
    body.steps.find((one) => one.step === step)?.differenceTkr ?? 0;
  const change = (id: string, header: string, of: (body: ComparedBody) => number, title = header) => ({
    id,
    header,
    title,
    numeric: true,
    value: of,
    cell: (body: ComparedBody) => <Money tkr={of(body)} signed />,
    foot: <Money tkr={sum(of)} signed />,
  });
  const side = (of: string, body: string | undefined, tkr: number) => (
    <FigureLink
      of={of}
      place={{ year: year.year, body }}
      tkr={tkr}
      what={t("page.explain-panel.frame-of", {
        body: body === undefined ? t("page.whole") : nameOf(body),
        year: year.year,
      })}
    />
  );
  const columns: Column<ComparedBody>[] = [
    { id: "body", header: t("compare.body"), value: ({ body }) => nameOf(body), foot: t("compare.whole") },
    {
      id: "from",
      header: t("compare.from"),
      numeric: true,
      value: ({ fromTkr }) => fromTkr,
      cell: ({ body, fromTkr }) => side(compared.from.ref, body, fromTkr),
      foot: side(compared.from.ref, undefined, year.total.fromTkr),
    },
    {
      id: "to",
      header: t("compare.to"),
      numeric: true,
      value: ({ toTkr }) => toTkr,
      cell: ({ body, toTkr }) => side(compared.to.ref, body, toTkr),
      foot: side(compared.to.ref, undefined, year.total.toTkr),
    },
    {
      id: "difference",
      stays: true,
      header: t("compare.difference"),
      numeric: true,
      value: ({ differenceTkr }) => differenceTkr,
      cell: ({ body, differenceTkr, lines, opening }) =>
        lines.length > 0 || opening.differenceTkr !== 0 ? (
          <button
            type="button"
            className="table-sort figure-link num"
            aria-label={`${t("compare.open", { body: nameOf(body) })}: ${tkrText(differenceTkr, language, true)}`}
            onClick={() => onOpen(body)}
          >
            {changeText(differenceTkr, language)}
          </button>
        ) : (
          numberText(0, language)
        ),
      foot: <Money tkr={year.total.differenceTkr} signed />,
    },
    change(
      "opening",
      t("compare.opening"),
      ({ opening }) => opening.differenceTkr,
      t("compare.opening-line"),
    ),
    ...STEPS.map((step) =>
      change(step, t(`step-short.${step}`), (body) => stepOf(body, step), t(`step.${step}`)),
    ),
  ];
  return (
    <DataTable
      caption={t("compare.frames", { year: year.year })}
      captionShown
      search={false}
      columns={columns}
      rows={year.bodies}
      rowKey={({ body }) => body}
    />
  );
}
