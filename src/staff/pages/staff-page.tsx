import { useBodies } from "../../organisation/pages/use-bodies.ts";
import { useLookedAt } from "../../organisation/pages/use-looked-at.ts";
import { useChoice } from "../../platform/ui/choice.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { Link } from "../../platform/ui/link.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { Page, Section } from "../../platform/ui/page.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { getStaffFigures, type StaffGroupView } from "../contract.ts";
import { GroupTable } from "./group-table.tsx";
import { useMonthName } from "./month-name.ts";
import { StaffImports } from "./staff-imports.tsx";

/** Personal: how many work in what is looked at, and how many are ill, told apart as the law asks (§2.5, U-1). */
export function StaffPage() {
  const t = useTexts("staff");
  const { year } = useChoice();
  const { body } = useLookedAt();
  const { nameOf } = useBodies();
  const monthName = useMonthName();
  const read = useApi(getStaffFigures, { params: { year }, query: body === undefined ? {} : { body } });
  const groupName = ({ sex, ages }: StaffGroupView) =>
    sex ? t(`page.${sex}`) : ages ? t(`page.ages.${ages}`) : t("page.all");
  const own = body === undefined ? t("page.whole") : nameOf(body);
  return (
    <Page
      title={t("page.title")}
      lead={t("page.lead", { year })}
      cite="§2.5"
      above={<Link href={`/uppfoljning?ar=${year}`}>{t("page.above")}</Link>}
    >
      <Loaded of={read} lines={8}>
        {({ all, groups, units, months }) =>
          all === null ? (
            <EmptyState title={t("page.none", { year })}>
              {months.length === 0 && body !== undefined
                ? t("page.none-body", { body: own })
                : t("page.none-detail")}
            </EmptyState>
          ) : (
            <>
              <Section
                title={t("page.sick")}
                lead={t("page.sick-lead", {
                  from: monthName(months[0]?.month ?? ""),
                  to: monthName(months.at(-1)?.month ?? ""),
                })}
              >
                <GroupTable
                  caption={own}
                  head={own}
                  rows={[all, ...groups].map((of) => ({
                    key: `${of.sex} ${of.ages}`,
                    name: groupName(of),
                    of,
                  }))}
                />
              </Section>
              {units.length > 0 ? (
                <Section title={t("page.units")}>
                  <GroupTable
                    caption={t("page.units")}
                    head={t("page.unit")}
                    rows={units.map((of) => ({ key: of.unit ?? "", name: of.name ?? "", of }))}
                  />
                </Section>
              ) : null}
              <Section title={t("page.months")}>
                <GroupTable
                  caption={t("page.months")}
                  head={t("page.month")}
                  rows={months.map(({ month, of }) => ({ key: month, name: monthName(month), of }))}
                />
              </Section>
            </>
          )
        }
      </Loaded>
      <StaffImports />
    </Page>
  );
}
