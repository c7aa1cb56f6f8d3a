import { Button } from "@digdir/designsystemet-react";
import { useQueryClient } from "@tanstack/react-query";
import { signOut } from "../../organisation/contract.ts";
import type { Session } from "../../organisation/pages/use-session.ts";
import { Disclosure } from "../../platform/ui/disclosure.tsx";
import { Icon } from "../../platform/ui/icon.tsx";
import { SignInLink } from "../../platform/ui/sign-in-link.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useSave } from "../../platform/ui/use-api.ts";

/** Who one is here, with one's posts, and the way in or out. */
export function Me({ session }: { readonly session: Session | undefined }) {
  const t = useTexts("shell");
  const client = useQueryClient();
  const { save, saving } = useSave(signOut);
  if (!session) return null;
  if (!session.person)
    return <SignInLink className="ds-button sign-in-button">{t("page.me.sign-in")}</SignInLink>;
  const { name, title, posts } = session.person;
  return (
    <Disclosure
      className="bar-button me-button"
      name={t("page.me.label", { name })}
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
          {session.sample ? <SignInLink>{t("page.me.change")}</SignInLink> : null}
          <Button
            variant="secondary"
            data-size="sm"
            loading={saving}
            onClick={() =>
              void save({}).then(() => {
                close();
                return client.resetQueries();
              })
            }
          >
            {t("page.me.sign-out")}
          </Button>
        </div>
      )}
    </Disclosure>
  );
}
