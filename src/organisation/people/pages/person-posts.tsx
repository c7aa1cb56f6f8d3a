import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { Link } from "../../../platform/ui/link.tsx";
import { When } from "../../../platform/ui/number.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useSave } from "../../../platform/ui/use-api.ts";
import { BodyName } from "../../pages/body-name.tsx";
import { endPostOn, type PersonView } from "../contract.ts";
import { Act, ChangePost, EndPost } from "./post-dialogs.tsx";

type PostView = PersonView["posts"][number];
type When_ = "now" | "coming" | "past";

const whenOf = (post: PostView, today: string): When_ =>
  post.validFrom > today ? "coming" : post.validTo !== null && post.validTo < today ? "past" : "now";

/** A person's posts, those of today first, then those to come and those that have been. */
export function PersonPosts({
  person,
  today,
  keeps,
}: {
  readonly person: PersonView;
  readonly today: string;
  /** Whether the reader keeps people in order. */
  readonly keeps: boolean;
}) {
  const t = useTexts("organisation");
  const [doing, setDoing] = useState<{ readonly what: "change" | "end" | "act"; readonly post: PostView }>();
  const close = () => setDoing(undefined);
  const groups = (["now", "coming", "past"] as const)
    .map((when) => ({ when, posts: person.posts.filter((post) => whenOf(post, today) === when) }))
    .filter(({ posts }) => posts.length > 0);
  if (groups.length === 0) return <p className="quiet">{t("people.no-posts")}</p>;
  return (
    <div className="stack">
      {groups.map(({ when, posts }) => (
        <div key={when}>
          <h3 className="ds-heading" data-size="2xs">
            {t(`people.when.${when}`)}
          </h3>
          <ul className="plain-list posts">
            {posts.map((post) => (
              <li key={post.id} className="post" data-when={when}>
                <OnePost post={post} />
                {keeps && when !== "past" ? (
                  <div className="row post-do">
                    <Button
                      variant="tertiary"
                      data-size="sm"
                      aria-label={t("people.change-what", { title: post.title })}
                      onClick={() => setDoing({ what: "change", post })}
                    >
                      {t("people.change")}
                    </Button>
                    <Button
                      variant="tertiary"
                      data-size="sm"
                      aria-label={t("people.end-what", { title: post.title })}
                      onClick={() => setDoing({ what: "end", post })}
                    >
                      {t("people.end")}
                    </Button>
                    {post.validTo !== null && post.actingFor === null && when === "now" ? (
                      <Reopen post={post} />
                    ) : null}
                    {post.actingFor === null ? (
                      <Button
                        variant="tertiary"
                        data-size="sm"
                        aria-label={t("people.act-what", { title: post.title })}
                        onClick={() => setDoing({ what: "act", post })}
                      >
                        {t("people.act")}
                      </Button>
                    ) : null}
                  </div>
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {doing?.what === "change" ? <ChangePost post={doing.post} today={today} onClose={close} /> : null}
      {doing?.what === "end" ? <EndPost post={doing.post} today={today} onClose={close} /> : null}
      {doing?.what === "act" ? <Act post={doing.post} today={today} onClose={close} /> : null}
    </div>
  );
}

function OnePost({ post }: { readonly post: PostView }) {
  const t = useTexts("organisation");
  return (
    <>
      <p className="post-name">
        <span lang="sv">
          {post.actingFor ? "t.f. " : ""}
          {post.title}
        </span>
        {post.party ? ` (${post.party})` : ""}
        {post.place ? ` · ${t("people.place-of", { place: post.place })}` : ""}
      </p>
      <p>
        <BodyName id={post.body} name={post.bodyName} />
      </p>
      <p className="quiet">
        {t("people.since")} <When at={post.validFrom} />
        {post.validTo ? (
          <>
            {" "}
            {t("people.until")} <When at={post.validTo} />
          </>
        ) : null}
        {post.givenBy ? ` · ${post.givenBy}` : ""}
      </p>
      {post.actingFor ? (
        <p className="quiet">
          {t("people.acts-for", { name: post.actingFor.name, title: post.actingFor.title })}
        </p>
      ) : null}
      {post.actings.map((acting) => (
        <p key={acting.post}>
          {t("people.acting")}{" "}
          <Link href={`/beslut/personer/${encodeURIComponent(acting.person)}`}>{acting.name}</Link>,{" "}
          <When at={acting.from} />
          {acting.to ? (
            <>
              {" – "}
              <When at={acting.to} />
            </>
          ) : null}
        </p>
      ))}
    </>
  );
}

/** An end that has not come is taken back: the post is held until further notice. */
function Reopen({ post }: { readonly post: PostView }) {
  const t = useTexts("organisation");
  const toast = useToast();
  const { save, saving, problem } = useSave(endPostOn);
  return (
    <>
      <Button
        variant="tertiary"
        data-size="sm"
        loading={saving}
        aria-label={`${t("people.reopen")}: ${post.title}`}
        onClick={async () => {
          if (await save({ params: { post: post.id }, body: { on: null } })) toast(t("people.reopened"));
        }}
      >
        {t("people.reopen")}
      </Button>
      {problem ? <span role="alert">{problem.facts.errors?.[0]?.detail ?? problem.facts.detail}</span> : null}
    </>
  );
}
