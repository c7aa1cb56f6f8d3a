import { Bars } from "../../../platform/ui/bars.tsx";
import { Link } from "../../../platform/ui/link.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { type BodyView, useBodies, useSession } from "../../pages/use-session.ts";
import { ForKeepers } from "../../people/pages/for-keepers.tsx";
import { FromTable } from "../../people/pages/from-table.tsx";
import { countPeople } from "../contract.ts";

/** People and their posts from a table, as the register of people reads it, or by the identity provider; then how many there are in each body. */
export function PeopleStep() {
  const t = useTexts("organisation");
  const bodies = useBodies();
  const today = useSession()?.today;
  return (
    <>
      <ForKeepers>
        {today ? <FromTable sort="table" today={today} named={t("setup.people.change")} /> : null}
      </ForKeepers>
      <Section title={t("setup.people.ways")} lead={t("setup.people.ways-lead")}>
        <p className="row">
          <Link href="/beslut/inloggning">{t("setup.people.provider")}</Link>
          <Link href="/beslut/konton">{t("setup.people.accounts")}</Link>
        </p>
      </Section>
      <InEachBody bodies={bodies} />
    </>
  );
}

/** How many hold a post in each body; those with most first. */
function InEachBody({ bodies }: { readonly bodies: readonly BodyView[] }) {
  const t = useTexts("organisation");
  const found = useApi(countPeople, {}).data;
  const counts = new Map(found?.bodies.map(({ body, people }) => [body, people]));
  const bars = bodies
    .flatMap(({ id, name }) => {
      const value = counts.get(id) ?? 0;
      return value === 0 ? [] : [{ key: id, name, value, text: String(value) }];
    })
    .sort((a, b) => b.value - a.value);
  return (
    <Section
      title={t("setup.people.picture")}
      lead={t("setup.people.picture-lead", { count: found?.people ?? 0 })}
    >
      <Bars bars={bars} label={t("setup.people.picture")} />
    </Section>
  );
}
