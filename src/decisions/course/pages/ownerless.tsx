import { useBodies, useSession } from "../../../organisation/pages/use-bodies.ts";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { Link } from "../../../platform/ui/link.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { dataText, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { listOwnerless } from "../contract.ts";
import { ThingButton } from "./thing-button.tsx";

/** What somebody who has left had, and whom to ask who takes it (R-2: nothing is ownerless). Not there while everything has an owner. */
export function Ownerless() {
  const t = useTexts("decisions");
  const { nameOf } = useBodies();
  const signedIn = useSession()?.person != null;
  const { data } = useApi(listOwnerless, {}, { when: signedIn });
  if (!data || data.length === 0) return null;
  return (
    <Section title={t("course.ownerless")} lead={t("course.ownerless-lead")} cite="§3.2">
      <DataTable
        caption={t("course.ownerless-caption")}
        copy={false}
        rows={data}
        rowKey={(one) => one.thing}
        columns={[
          {
            id: "name",
            header: t("course.thing"),
            value: (one) => one.name,
            cell: (one) => (
              <>
                {one.href ? <Link href={one.href}>{one.name}</Link> : one.name}{" "}
                <span className="quiet small">{dataText(t, "course.what", one.what)}</span>
              </>
            ),
            names: true,
          },
          { id: "body", header: t("course.where"), value: (one) => nameOf(one.body) },
          { id: "person", header: t("course.last"), value: (one) => one.personName },
          { id: "ask", header: t("course.ask"), value: (one) => one.ask.join(", ") },
          {
            id: "follow",
            stays: true,
            header: t("course.hand-over"),
            value: () => null,
            unsortable: true,
            cell: (one) => (
              <ThingButton thing={one.thing} name={one.name}>
                {t("course.hand-over")}
              </ThingButton>
            ),
          },
        ]}
      />
    </Section>
  );
}
