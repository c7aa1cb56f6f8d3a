import { Button } from "@digdir/designsystemet-react";
import { Section } from "../../../platform/ui/page.tsx";
import { ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useSave } from "../../../platform/ui/use-api.ts";
import { type AccountList, type LinkView, sendAccountLink } from "../contract.ts";
import { Moment } from "./moment.tsx";

/** Those who have asked for a new password where no letters are sent: somebody hands them a link. */
export function AskingPeople({
  asking,
  onLink,
}: {
  readonly asking: AccountList["asking"];
  readonly onLink: (link: LinkView) => void;
}) {
  const t = useTexts("organisation");
  const { save, saving, problem } = useSave(sendAccountLink);
  if (asking.length === 0) return null;
  const make = async (person: string) => {
    const made = await save({ params: { person } });
    if (made) onLink(made.value);
  };
  return (
    <Section title={t("accounts.keep.asking")} lead={t("accounts.keep.asking-lead")}>
      <ProblemPanel problem={problem} focus />
      <ul className="stack">
        {asking.map(({ person, name, askedAt }) => (
          <li key={person}>
            {name}, {t("accounts.keep.asked-at")} <Moment at={askedAt} />{" "}
            <Button
              variant="secondary"
              data-size="sm"
              loading={saving}
              aria-label={t("accounts.keep.asking-link", { name })}
              onClick={() => void make(person)}
            >
              {t("accounts.keep.invite-submit-hand")}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
