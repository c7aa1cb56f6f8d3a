import { WRITTEN } from "../../../platform/ui/language.ts";
import { Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { ControlPlan } from "../../contract.ts";

/** What a plan says of what was noticed, and of what the executive has set for all, to be read (K-2, K-5). */
export function Stands({ plan }: { readonly plan: ControlPlan }) {
  const t = useTexts("control");
  const { notices = [], groupAnswers = [] } = plan;
  const nameOf = (id: string | null) => plan.risks.find((risk) => risk.id === id)?.text ?? "";
  return (
    <>
      {notices.length > 0 ? (
        <Section title={t("notice.stands.title")}>
          <ul className="stack">
            {notices.map(({ notice, text, risk, answer }) => (
              <li key={notice}>
                <strong lang={WRITTEN}>{text}</strong>{" "}
                {risk === null
                  ? t("notice.stands.declined")
                  : t("notice.stands.into", { risk: nameOf(risk) })}
                {answer ? (
                  <>
                    : <span lang={WRITTEN}>{answer}</span>
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {groupAnswers.length > 0 ? (
        <Section title={t("notice.stands.group")}>
          <ul className="stack">
            {groupAnswers.map(({ risk, text, answer }) => (
              <li key={risk}>
                <strong lang={WRITTEN}>{text}</strong>: <span lang={WRITTEN}>{answer}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
