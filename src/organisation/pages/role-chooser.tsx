import { Button } from "@digdir/designsystemet-react";
import { type ReactNode, useState } from "react";
import type { z } from "zod";
import { TextField } from "../../platform/ui/fields.tsx";
import { Icon } from "../../platform/ui/icon.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Loaded } from "../../platform/ui/loading.tsx";
import { ProblemPanel } from "../../platform/ui/problem-panel.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { useApi, useSave } from "../../platform/ui/use-api.ts";
import { listMandates, type StoryShape, samplePeople, sampleStories, signInSample } from "../contract.ts";
import { BodyName } from "./body-name.tsx";
import { useObjectName } from "./object-names.ts";
import { byBody, doings, type PersonView } from "./roles.ts";
import "./sign-in.css";
import { useBodies } from "./use-session.ts";

type Story = z.output<typeof StoryShape>;

/** The sample's people: first those with something to try, each on the page where it is done; all others behind a search. */
export function RoleChooser({
  present,
  onDone,
  children,
}: {
  readonly present: string | undefined;
  /** `to`: where what one has chosen to try is done. */
  readonly onDone: (person: string, to?: string) => void;
  /** What one chooses beside. */
  readonly children: ReactNode;
}) {
  const people = useApi(samplePeople, {});
  const stories = useApi(sampleStories, {});
  const { save, saving, problem } = useSave(signInSample);
  const be = async (person: string, to?: string) => {
    if (!saving && (await save({ body: { person } }))) onDone(person, to);
  };
  return (
    <div className="roles">
      <ProblemPanel problem={problem} focus />
      {children}
      <Loaded of={people} lines={12}>
        {(all) => (
          <>
            <ul className="role-list stories">
              {(stories.data ?? []).flatMap((story) => {
                const person = all.find(({ id }) => id === story.person);
                return person ? (
                  <li key={story.person}>
                    <StoryCard
                      story={story}
                      person={person}
                      here={person.id === present}
                      busy={saving}
                      onChoose={() => void be(person.id, story.to)}
                    />
                  </li>
                ) : (
                  []
                );
              })}
            </ul>
            <Others all={all} present={present} busy={saving} onChoose={(person) => void be(person)} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function StoryCard({
  story,
  person,
  here,
  busy,
  onChoose,
}: {
  readonly story: Story;
  readonly person: PersonView;
  readonly here: boolean;
  readonly busy: boolean;
  readonly onChoose: () => void;
}) {
  const english = useLanguage() === "en";
  return (
    <button
      type="button"
      className="role"
      aria-describedby={`story-${person.id}`}
      aria-disabled={busy}
      onClick={onChoose}
    >
      <span className="role-who">
        <span lang={WRITTEN}>{person.title || person.name}</span>
        <Here shown={here} />
      </span>
      <span className="role-title">{english ? story.titleEn : story.title}</span>
      <span className="role-may" id={`story-${person.id}`}>
        {english ? story.textEn : story.text} <span className="role-cite">{story.cite}</span>
      </span>
    </button>
  );
}

/** Everybody, found by a word of their role or body; shown all at once only when asked for. */
function Others({
  all,
  present,
  busy,
  onChoose,
}: {
  readonly all: readonly PersonView[];
  readonly present: string | undefined;
  readonly busy: boolean;
  readonly onChoose: (person: string) => void;
}) {
  const t = useTexts("organisation");
  const bodies = useBodies();
  const [written, write] = useState("");
  const [everybody, showEverybody] = useState(false);
  const asked = everybody || written.trim() !== "";
  const groups = asked ? byBody(all, bodies, written) : [];
  const count = groups.reduce((sum, group) => sum + group.people.length, 0);
  return (
    <section className="roles" aria-labelledby="other-roles">
      <h2 className="ds-heading" data-size="xs" id="other-roles">
        {t("page.sign-in.others")}
      </h2>
      <TextField
        at="role-search"
        type="search"
        label={t("page.sign-in.search")}
        help={
          <>
            {t("page.sign-in.search-hint")} <span lang={WRITTEN}>rektor, socialnämnden, sekreterare</span>
          </>
        }
        value={written}
        onChange={write}
      />
      <div>
        <p role="status" className="quiet small">
          {asked ? (count === 0 ? t("page.sign-in.none") : t("page.sign-in.found", { count })) : null}
        </p>
        {asked ? null : (
          <Button variant="secondary" data-size="sm" onClick={() => showEverybody(true)}>
            {t("page.sign-in.everybody", { count: all.length })}
          </Button>
        )}
      </div>
      {groups.map((group) => (
        <section key={group.body} aria-labelledby={`roles-${group.body}`}>
          <h3 className="ds-heading" data-size="2xs" id={`roles-${group.body}`}>
            <BodyName id={group.body} name={group.name} />
          </h3>
          <ul className="role-list">
            {group.people.map((person) => (
              <li key={person.id}>
                <RoleCard
                  person={person}
                  here={person.id === present}
                  busy={busy}
                  onChoose={() => onChoose(person.id)}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function Here({ shown }: { readonly shown: boolean }) {
  const t = useTexts("organisation");
  return shown ? (
    <span className="role-here">
      <Icon name="check" size={16} /> {t("page.sign-in.here")}
    </span>
  ) : null;
}

function RoleCard({
  person,
  here,
  busy,
  onChoose,
}: {
  readonly person: PersonView;
  readonly here: boolean;
  readonly busy: boolean;
  readonly onChoose: () => void;
}) {
  const t = useTexts("organisation");
  const language = useLanguage();
  const objectName = useObjectName("definite");
  const mandates = useApi(listMandates, {}).data ?? [];
  const may = doings(person, mandates, useBodies());
  const list = new Intl.ListFormat(language === "sv" ? "sv-SE" : "en-GB");
  return (
    <button
      type="button"
      className="role"
      aria-label={t("page.sign-in.be", { name: person.title || person.name })}
      aria-describedby={`may-${person.id}`}
      aria-disabled={busy}
      onClick={() => {
        if (!busy) onChoose();
      }}
    >
      <span className="role-title">
        <span lang={WRITTEN}>{person.title || person.name}</span>
        <Here shown={here} />
      </span>
      <span className="role-may" id={`may-${person.id}`}>
        {may.every(({ verb }) => verb === "read") ? <span>{t("page.sign-in.reads")}</span> : null}
        {may.map(({ verb, objects }) => (
          <span key={verb}>
            {t(`page.sign-in.${verb}`, {
              what: list.format(objects.map(objectName)),
            })}
          </span>
        ))}
      </span>
    </button>
  );
}
