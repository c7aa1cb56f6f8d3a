import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { OWN_ACCOUNT_PAGE } from "../../organisation/accounts/kind.ts";
import { ChangeMunicipality } from "../../organisation/accounts/pages/change-municipality.tsx";
import { signOut } from "../../organisation/contract.ts";
import type { Session } from "../../organisation/pages/use-session.ts";
import { Disclosure } from "../../platform/ui/disclosure.tsx";
import { Icon } from "../../platform/ui/icon.tsx";
import { clearAtSignOut, countKept, isRemembered } from "../../platform/ui/kept.ts";
import { Link } from "../../platform/ui/link.tsx";
import { clearCopies } from "../../platform/ui/offline/keep-copy.tsx";
import { SignInLink } from "../../platform/ui/sign-in-link.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useSave } from "../../platform/ui/use-api.ts";

/** Who one is here, with one's posts, and the way in or out. */
export function Me({ session }: { readonly session: Session | undefined }) {
  const t = useTexts("shell");
  const { save, saving } = useSave(signOut);
  const [warned, setWarned] = useState(false);
  /** Nothing of one's own is asked for while one goes. */
  const [leaving, setLeaving] = useState(false);
  if (!session) return null;
  if (!session.person)
    return <SignInLink className="ds-button sign-in-button">{t("page.me.sign-in")}</SignInLink>;
  const { id, name, title, posts } = session.person;
  const whose = { municipality: session.municipality.code, person: id };
  const leave = async () => {
    // What could not be stored is about to go: one is told once before it does
    if (!warned && !isRemembered(whose, localStorage) && countKept(whose, localStorage) > 0)
      return setWarned(true);
    setLeaving(true);
    const answer = await save({});
    if (!answer) return setLeaving(false);
    clearAtSignOut(localStorage);
    sessionStorage.clear();
    // A browser that does not let go of them has none to show either
    await clearCopies().catch(() => {});
    // Anew from the start page, or by the identity provider, who is signed out of too: what has been read and written lies in the page's memory too
    location.replace(answer.value.onward ?? "/");
  };
  return (
    <Disclosure
      className="bar-button me-button"
      name={t("page.me.label", { name: title || name })}
      label={
        <>
          <Icon name="person" />
          <span className="me-name">{title || name}</span>
        </>
      }
    >
      {(close) => (
        <div className="me">
          <p className="me-title">{name}</p>
          <ul>
            {posts.map((post) => (
              <li key={post.id}>
                {post.title}, {post.bodyName}
              </li>
            ))}
          </ul>
          <Link href={OWN_ACCOUNT_PAGE} onClick={close}>
            {t("page.me.account")}
          </Link>
          {leaving ? null : <ChangeMunicipality />}
          {session.sample ? <SignInLink>{t("page.me.change")}</SignInLink> : null}
          {warned ? <p role="alert">{t("page.me.unsaved")}</p> : null}
          <Button variant="secondary" data-size="sm" loading={saving} onClick={() => void leave()}>
            {t(warned ? "page.me.sign-out-anyway" : "page.me.sign-out")}
          </Button>
        </div>
      )}
    </Disclosure>
  );
}
