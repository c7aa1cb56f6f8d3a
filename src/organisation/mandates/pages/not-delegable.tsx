import { Cite } from "../../../platform/ui/cite.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { PlainTable } from "../../../platform/ui/plain-table.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { getMandateChoices } from "../contract.ts";
import { useMandateName } from "./mandate-words.ts";

/** What the law keeps with an organ, point by point, and which actions here it is about (KL 5:1, 6:38). */
export function NotDelegable() {
  const t = useTexts("organisation");
  const mandateName = useMandateName();
  const choices = useApi(getMandateChoices, {});
  return (
    <Section
      id="inte-delegeras"
      title={t("mandate.not-delegable.title")}
      lead={t("mandate.not-delegable.lead")}
      cite="KL 6:38"
    >
      <Loaded of={choices} lines={6}>
        {({ notDelegable }) => (
          <PlainTable
            caption={t("mandate.not-delegable.title")}
            columns={[
              { id: "point", header: t("mandate.not-delegable.point"), stays: true },
              { id: "cite", header: t("page.mandate.cite") },
              { id: "here", header: t("mandate.not-delegable.here") },
            ]}
            rows={notDelegable.map(({ point, cite, actions }) => ({
              key: point,
              cells: [
                t(`mandate.not-delegable.points.${point}`),
                <Cite key="cite" of={cite} />,
                actions.length === 0 ? (
                  <span key="nothing" className="quiet">
                    {t("mandate.not-delegable.nothing")}
                  </span>
                ) : (
                  actions.map(mandateName).join(", ")
                ),
              ],
            }))}
          />
        )}
      </Loaded>
    </Section>
  );
}
