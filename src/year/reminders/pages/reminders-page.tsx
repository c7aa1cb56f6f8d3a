import { Button } from "@digdir/designsystemet-react";
import { OWN_ACCOUNT_PAGE } from "../../../organisation/accounts/kind.ts";
import { useSession } from "../../../organisation/pages/use-session.ts";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { Link, useSearchParam } from "../../../platform/ui/link.tsx";
import { Loaded, Skeleton } from "../../../platform/ui/loading.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { SignInLink } from "../../../platform/ui/sign-in-link.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import { endReminders, getReminders } from "../contract.ts";
import { END_PARAM } from "../kind.ts";
import { LINE_KINDS, type LineKind } from "../rules/choice.ts";
import { OwnChoice } from "./own-choice.tsx";
import { SettingPart } from "./setting-part.tsx";

/** How one is reminded of what waits, and for whoever may how the municipality has it. */
export function RemindersPage() {
  const t = useTexts("year");
  const session = useSession();
  const [link] = useSearchParam(END_PARAM);
  const signedIn = session?.person != null;
  const own = useApi(getReminders, {}, { when: signedIn });
  return (
    <Page
      title={t("reminders.title")}
      lead={t("reminders.lead")}
      cite="§2.4"
      above={<Link href={OWN_ACCOUNT_PAGE}>← {t("reminders.above")}</Link>}
    >
      {link === undefined ? null : <EndByLink key={link} link={link} />}
      {session === undefined ? (
        <Skeleton lines={8} />
      ) : signedIn ? (
        <Loaded of={own} lines={8}>
          {(reminders) => (
            <>
              <OwnChoice reminders={reminders} />
              <SettingPart setting={reminders.setting} />
            </>
          )}
        </Loaded>
      ) : (
        <EmptyState
          title={t("reminders.sign-in")}
          action={<SignInLink>{t("reminders.choose")}</SignInLink>}
        />
      )}
    </Page>
  );
}

/** A letter's link is pressed once more here: what a program opens by itself ends nothing. */
function EndByLink({ link }: { readonly link: string }) {
  const t = useTexts("year");
  const { save, saving, saved, problem } = useSave(endReminders);
  const kind = LINE_KINDS.find((one): one is LineKind => one === link.split(".")[1]);
  if (saved) return <p role="status">{t("reminders.ended")}</p>;
  return (
    <div className="stack">
      <p>
        {t("reminders.end-lead", {
          what: kind === undefined ? t("reminders.end-all") : t(`reminders.kind-of.${kind}`),
        })}
      </p>
      <ProblemPanel problem={problem} focus />
      <div>
        <Button loading={saving} onClick={() => void save({ params: { link } })}>
          {t("reminders.end")}
        </Button>
      </div>
    </div>
  );
}
