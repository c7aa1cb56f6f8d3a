import { dayText } from "../../../kernel/format.ts";
import { BodyName } from "../../../organisation/pages/body-name.tsx";
import { useSession } from "../../../organisation/pages/use-bodies.ts";
import { useChoice } from "../../../platform/ui/choice.tsx";
import { type Column, DataTable } from "../../../platform/ui/data-table.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { Link } from "../../../platform/ui/link.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { Money } from "../../../platform/ui/number.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { type Companies, getCompanies } from "../contract.ts";
import type { CompanyLine } from "../rules/company-lines.ts";
import { GroupEconomy } from "./group-economy.tsx";
import "../../base/pages/economy.css";

type Company = Companies["companies"][number];

/** The companies' economy, and the group's with what it shall reach (KL 11:6). */
export function CompaniesPage() {
  const t = useTexts("budget");
  const { year } = useChoice();
  const read = useApi(getCompanies, { params: { year } });
  return (
    <Page inTkr title={t("company.all-title", { year })} lead={t("company.all-lead")} cite="KL 11:6">
      <Loaded of={read} lines={8}>
        {(view) =>
          view.companies.length === 0 ? (
            <EmptyState title={t("company.no-companies")}>{t("company.no-companies-detail")}</EmptyState>
          ) : (
            <>
              <CompaniesTable view={view} year={year} />
              <GroupEconomy view={view} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function CompaniesTable({ view, year }: { readonly view: Companies; readonly year: number }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const signedIn = Boolean(useSession()?.person);
  const lineOf = ({ years }: Company, line: CompanyLine) =>
    years.find((one) => one.year === year)?.lines[line];
  const amount = (line: CompanyLine): Column<Company> => ({
    id: line,
    header: t(`company.short.${line as "result"}`),
    numeric: true,
    value: (company) => lineOf(company, line) ?? null,
    cell: (company) => <Money tkr={lineOf(company, line) ?? null} />,
  });
  return (
    <Section title={t("company.companies", { year })}>
      <DataTable
        caption={t("company.companies-caption", { year })}
        search={false}
        columns={[
          {
            id: "name",
            header: t("company.company"),
            names: true,
            value: ({ name }) => name,
            cell: ({ body, name }) => <BodyName id={body} name={name} />,
          },
          amount("result"),
          amount("investments"),
          amount("loans"),
          amount("adjustedEquity"),
          {
            id: "demands",
            header: t("company.demands"),
            value: (company) => standing(company, year) ?? "",
            cell: (company) => {
              const word = standing(company, year);
              return word ? <Status value={word} /> : "–";
            },
          },
          {
            id: "from",
            header: t("company.from"),
            value: ({ from }) => from?.year ?? null,
            cell: ({ from }) =>
              from === null ? (
                <span className="quiet">{t("company.not-decided")}</span>
              ) : (
                <span>
                  <Link href={`/beslut/${from.decision}`}>
                    {dayText(from.decidedOn, language)}, <span className="nowrap">{from.paragraph}</span>
                  </Link>
                  {from.year === year ? null : (
                    <span className="quiet small"> {t("company.from-plan", { year: from.year })}</span>
                  )}
                </span>
              ),
          },
        ]}
        rows={view.companies}
        rowKey={({ body }) => body}
        href={({ body, from }) =>
          signedIn || from !== null ? `/ekonomi/bolag/${body}?ar=${signedIn ? year : from?.year}` : undefined
        }
      />
    </Section>
  );
}

/** Whether a company meets all that its owner demands in a year; undefined where nothing is demanded. */
function standing({ demands }: Company, year: number) {
  const outcomes = demands.flatMap((demand) => demand.outcomes.find((one) => one.year === year) ?? []);
  if (outcomes.length === 0) return undefined;
  if (outcomes.some(({ outcome, met }) => outcome !== null && !met)) return "not-met" as const;
  return outcomes.some(({ outcome }) => outcome === null) ? ("cannot-judge" as const) : ("met" as const);
}
