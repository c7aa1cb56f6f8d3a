import type { Day } from "../../../kernel/day.ts";
import { SelectField, TextField } from "../../../platform/ui/fields.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { BodyField } from "../../pages/body-field.tsx";
import { useBodies } from "../../pages/use-session.ts";
import { type Body, canBeHeld, ELECTED, ROLES, type Role } from "../../rules/organisation.ts";
import { MAX_GIVEN_BY, MAX_PARTY, MAX_TITLE, roleWord } from "../rules/posts.ts";

/** A post while it is being written. */
export interface PostDraft {
  readonly body: string;
  readonly role: Role | "";
  readonly title: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly party: string;
  readonly place: string;
  readonly givenBy: string;
}

export const newPost = (from: string, body = ""): PostDraft => ({
  body,
  role: "",
  title: "",
  validFrom: from,
  validTo: "",
  party: "",
  place: "",
  givenBy: "",
});

/** What is sent of it; what is left out the server tells of at its field. */
export const postOf = (draft: PostDraft) => ({
  body: draft.body,
  role: draft.role as Role,
  title: draft.title.trim(),
  validFrom: draft.validFrom as Day,
  validTo: draft.validTo === "" ? null : (draft.validTo as Day),
  ...(draft.party.trim() ? { party: draft.party.trim() } : {}),
  ...(draft.place.trim() ? { place: Number(draft.place) } : {}),
  ...(draft.givenBy.trim() ? { givenBy: draft.givenBy.trim() } : {}),
});

/** What must be there before it is sent. */
export const isWhole = (draft: PostDraft): boolean =>
  draft.body !== "" && draft.role !== "" && draft.title.trim() !== "" && draft.validFrom !== "";

/** The fields of a post: where, as what, called what, from when to when; party and order of elected people. */
export function PostFields({
  draft,
  onChange,
  problem,
  tried,
  at = "",
}: {
  readonly draft: PostDraft;
  readonly onChange: (draft: PostDraft) => void;
  readonly problem: unknown;
  /** Somebody has tried to send it: what is missing is told. */
  readonly tried: boolean;
  /** Where the post stands in what is sent: "post.". */
  readonly at?: string;
}) {
  const t = useTexts("organisation");
  const language = useLanguage();
  const bodies = useBodies() as readonly Body[];
  const body = bodies.find(({ id }) => id === draft.body);
  const set = (part: Partial<PostDraft>) => onChange({ ...draft, ...part });
  const missing = (value: string) => (tried && value.trim() === "" ? t("people.missing") : undefined);
  const elected = draft.role !== "" && ELECTED.includes(draft.role);
  const roles = (Object.keys(ROLES) as Role[]).filter((role) => !body || canBeHeld(role, body));
  const chooseRole = (role: Role | "") => {
    // Until somebody has written a title it is what the role is called
    const own = draft.role === "" ? "" : capital(roleWord(draft.role, "sv"));
    const title = draft.title === own && role !== "" ? capital(roleWord(role, "sv")) : draft.title;
    set({ role, title });
  };
  return (
    <>
      <BodyField
        at={`${at}body`}
        label={t("people.body")}
        value={draft.body}
        onChange={(id) => {
          const chosen = bodies.find((one) => one.id === id);
          const role = chosen && draft.role !== "" && !canBeHeld(draft.role, chosen) ? "" : draft.role;
          set({ body: id, role });
        }}
        problem={problem}
        fault={missing(draft.body)}
      />
      <SelectField
        at={`${at}role`}
        label={t("people.role")}
        help={body ? undefined : t("people.role-help")}
        value={draft.role}
        onChange={(role) => chooseRole(role as Role | "")}
        options={[
          { value: "", label: t("people.choose-role") },
          ...roles.map((role) => ({ value: role, label: capital(roleWord(role, language)) })),
        ]}
        problem={problem}
        fault={missing(draft.role)}
      />
      <TextField
        at={`${at}title`}
        label={t("people.title-of")}
        value={draft.title}
        maxLength={MAX_TITLE}
        onChange={(title) => set({ title })}
        problem={problem}
        fault={missing(draft.title)}
      />
      <div className="row fields-row">
        <TextField
          at={`${at}validFrom`}
          type="date"
          label={t("people.from")}
          value={draft.validFrom}
          onChange={(validFrom) => set({ validFrom })}
          problem={problem}
          fault={missing(draft.validFrom)}
        />
        <TextField
          at={`${at}validTo`}
          type="date"
          label={t("people.to")}
          optional={t("people.until-further")}
          value={draft.validTo}
          onChange={(validTo) => set({ validTo })}
          problem={problem}
        />
      </div>
      {elected ? (
        <div className="row fields-row">
          <TextField
            at={`${at}party`}
            label={t("people.party")}
            optional={t("people.optional")}
            value={draft.party}
            maxLength={MAX_PARTY}
            onChange={(party) => set({ party })}
            problem={problem}
          />
          <TextField
            at={`${at}place`}
            label={t("people.place")}
            optional={t("people.optional")}
            inputMode="numeric"
            value={draft.place}
            onChange={(place) => set({ place: place.replaceAll(/\D/g, "").slice(0, 3) })}
            problem={problem}
          />
        </div>
      ) : null}
      <TextField
        at={`${at}givenBy`}
        label={t("people.given-by")}
        help={t("people.given-by-help")}
        optional={t("people.optional")}
        value={draft.givenBy}
        maxLength={MAX_GIVEN_BY}
        onChange={(givenBy) => set({ givenBy })}
        problem={problem}
      />
    </>
  );
}

export const capital = (word: string): string => word.charAt(0).toLocaleUpperCase("sv") + word.slice(1);
