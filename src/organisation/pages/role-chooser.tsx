import { useState } from "react";
import { TextField } from "../../platform/ui/fields.tsx";
import { Icon } from "../../platform/ui/icon.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { ProblemPanel } from "../../platform/ui/problem-panel.tsx";
import { dataText, useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { useApi, useSave } from "../../platform/ui/use-api.ts";
import { listMandates, samplePeople, signInSample } from "../contract.ts";
import { byBody, doings, type PersonView } from "./roles.ts";
import "./sign-in.css";
import { useBodies } from "./use-session.ts";

/** The sample's people by body, each with what the role may do. */
export function RoleChooser({
  present,
  onDone,
}: {
  readonly present: string | undefined;
  readonly onDone: () => void;
}) {
  const t = useTexts("organisation");
  const people = useApi(samplePeople, {});
  const bodies = useBodies();
  const { save, saving, problem } = useSave(signInSample);
  const [written, write] = useState("");
  const be = async (person: PersonView) => {
    if (await save({ body: { person: person.id } })) onDone();
  };
  return (
    <div className="roles">
      <ProblemPanel problem={problem} focus />
      <TextField
        at="role-search"
        type="search"
        label={t("page.sign-in.search")}
        help={t("page.sign-in.search-hint")}
        value={written}
        onChange={write}
      />
      <Loaded of={people} lines={12}>
        {(all) => {
          const groups = byBody(all, bodies, written);
          const count = groups.reduce((sum, group) => sum + group.people.length, 0);
          return (
            <>
              <p role="status" className="quiet small">
                {count === 0 ? t("page.sign-in.none") : t("page.sign-in.found", { count })}
              </p>
              {groups.map((group) => (
                <section key={group.body} aria-labelledby={`roles-${group.body}`}>
                  <h2 className="ds-heading" data-size="2xs" id={`roles-${group.body}`}>
                    {group.name}
                  </h2>
                  <ul className="role-list">
                    {group.people.map((person) => (
                      <li key={person.id}>
                        <RoleCard
                          person={person}
                          here={person.id === present}
                          busy={saving}
                          onChoose={() => void be(person)}
                        />
                      </li>
                    ))}
                  </ul>
                </section>
              ))}
            </>
          );
        }}
      </Loaded>
    </div>
  );
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
        {person.title || person.name}
        {here ? (
          <span className="role-here">
            <Icon name="check" size={16} /> {t("page.sign-in.here")}
          </span>
        ) : null}
      </span>
      <span className="role-may" id={`may-${person.id}`}>
        {may.length === 0 ? t("page.sign-in.reads") : null}
        {may.map(({ verb, objects }) => (
          <span key={verb}>
            {t(`page.sign-in.${verb}`, {
              what: list.format(
                objects.map((object) => dataText(t, "page.object", object, { defaultValue: object })),
              ),
            })}
          </span>
        ))}
      </span>
    </button>
  );
}
