import type { ReactNode } from "react";
import { addressOf } from "../../../platform/ui/api.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useSession } from "../../pages/use-session.ts";
import { peopleCsv, peopleWorkbook } from "../table-contract.ts";
import { ForKeepers } from "./for-keepers.tsx";
import { FromTable } from "./from-table.tsx";
import { PeopleChanges } from "./people-changes.tsx";

/** All elected posts of a new period, from one list: previewed, stored as one change, taken back before its day. */
export function PeriodPage() {
  const t = useTexts("organisation");
  return (
    <OfTable title={t("people.period.title")} lead={t("people.period.lead")}>
      {(today) => <FromTable sort="period" today={today} />}
    </OfTable>
  );
}

/** People and posts out and in as a table, with a preview of what it changes. */
export function PeopleTablePage() {
  const t = useTexts("organisation");
  return (
    <OfTable title={t("people.table.title")} lead={t("people.table.lead")}>
      {(today) => (
        <>
          <Section title={t("people.table.out")} lead={t("people.table.out-lead")}>
            <p className="row">
              <a className="ds-link" href={addressOf(peopleWorkbook, {})}>
                {t("people.table.excel")}
              </a>
              <a className="ds-link" href={addressOf(peopleCsv, {})}>
                {t("people.table.csv")}
              </a>
            </p>
          </Section>
          <FromTable sort="table" today={today} />
        </>
      )}
    </OfTable>
  );
}

function OfTable({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead: string;
  readonly children: (today: string) => ReactNode;
}) {
  const t = useTexts("organisation");
  const today = useSession()?.today;
  return (
    <Page
      title={title}
      lead={lead}
      cite="§3.2"
      above={<Link href="/beslut/personer">{t("people.title")}</Link>}
    >
      <ForKeepers>
        {today ? children(today) : null}
        <PeopleChanges />
      </ForKeepers>
    </Page>
  );
}
