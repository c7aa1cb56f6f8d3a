import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { Link, usePathParams } from "../../../platform/ui/link.tsx";
import { Loaded, Skeleton } from "../../../platform/ui/loading.tsx";
import { MayButton } from "../../../platform/ui/may-button.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { SignInLink } from "../../../platform/ui/sign-in-link.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { History } from "../../changes/pages/history.tsx";
import { useSession } from "../../pages/use-session.ts";
import { getPerson, type PersonView } from "../contract.ts";
import { CorrectPerson, ProtectPerson } from "./person-dialogs.tsx";
import { PersonHoldings } from "./person-holdings.tsx";
import { PersonPosts } from "./person-posts.tsx";
import { GivePost, Leave } from "./post-dialogs.tsx";
import "./people.css";

/** A person: posts now, to come and earlier, what that person is responsible for, and what can be done with it (model R-2). */
export function PersonPage() {
  const t = useTexts("organisation");
  const { person: id = "" } = usePathParams();
  const session = useSession();
  const signedIn = session?.person != null;
  const person = useApi(getPerson, { params: { person: id } }, { when: signedIn });
  if (session === undefined) return <Skeleton lines={8} />;
  const above = <Link href="/beslut/personer">{t("people.title")}</Link>;
  if (!signedIn)
    return (
      <Page title={t("people.one")} cite="§3.2" above={above}>
        <EmptyState title={t("people.sign-in")} action={<SignInLink>{t("page.sign-in.title")}</SignInLink>} />
      </Page>
    );
  if (!person.data)
    return (
      <Page title={t("people.one")} cite="§3.2" above={above}>
        <Loaded of={person} lines={8}>
          {() => null}
        </Loaded>
      </Page>
    );
  return <Person key={id} person={person.data} today={session.today} above={above} />;
}

type Doing = "post" | "leave" | "correct" | "protect";

function Person({
  person,
  today,
  above,
}: {
  readonly person: PersonView;
  readonly today: string;
  readonly above: React.ReactNode;
}) {
  const t = useTexts("organisation");
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const now = person.posts.filter((post) => post.validFrom <= today && (post.validTo ?? today) >= today);
  const goesOn = person.posts.some(({ validTo }) => validTo === null || validTo >= today);
  const keeps = person.may.allowed && person.erasedOn === null;
  const managers = person.managers.map(({ name }) => name).join(", ");
  return (
    <Page
      title={person.name}
      written
      lead={now.map((post) => `${post.title}, ${post.bodyName}`).join(" · ") || t("people.no-post-now")}
      cite="§3.2"
      above={above}
      action={
        person.erasedOn === null ? (
          <MayButton may={person.may as never} onPress={() => setDoing("post")}>
            {t("people.give-post")}
          </MayButton>
        ) : null
      }
    >
      {person.protectedIdentity ? (
        <p className="row">
          <Status value="deviation" word={t("people.protected")} />
          <span>{t(person.nameHidden ? "people.protected-hidden" : "people.protected-seen")}</span>
        </p>
      ) : null}
      <Section
        title={t("people.posts")}
        action={
          keeps && goesOn ? (
            <Button variant="secondary" data-size="sm" onClick={() => setDoing("leave")}>
              {t("people.leaves")}
            </Button>
          ) : null
        }
      >
        <PersonPosts person={person} today={today} keeps={keeps} />
      </Section>
      <PersonHoldings person={person.id} name={person.name} />
      <Section title={t("people.about")}>
        <dl className="facts">
          {managers ? (
            <>
              <dt>{t("people.manager")}</dt>
              <dd lang="sv">{managers}</dd>
            </>
          ) : null}
          {person.contact ? (
            <>
              <dt>{t("people.contact")}</dt>
              <dd>
                <a className="ds-link" href={`mailto:${person.contact}`}>
                  {person.contact}
                </a>
              </dd>
            </>
          ) : null}
        </dl>
        <div className="row">
          {person.mayKnow ? (
            <Link href={`/beslut/personer/${encodeURIComponent(person.id)}/uppgifter`}>
              {t("people.known-link")}
            </Link>
          ) : null}
          {keeps ? (
            <>
              <Button variant="tertiary" data-size="sm" onClick={() => setDoing("correct")}>
                {t("people.correct")}
              </Button>
              <Button variant="tertiary" data-size="sm" onClick={() => setDoing("protect")}>
                {t(person.protectedIdentity ? "people.unprotect" : "people.protect")}
              </Button>
            </>
          ) : null}
        </div>
      </Section>
      {person.may.allowed ? <History of="person" id={person.id} /> : null}
      {doing === "post" ? <GivePost person={person} today={today} onClose={close} /> : null}
      {doing === "leave" ? <Leave person={person} today={today} onClose={close} /> : null}
      {doing === "correct" ? <CorrectPerson person={person} onClose={close} /> : null}
      {doing === "protect" ? <ProtectPerson person={person} onClose={close} /> : null}
    </Page>
  );
}
