import { Button } from "@digdir/designsystemet-react";
import { SelectField, TextField } from "../../../platform/ui/fields.tsx";
import { Icon } from "../../../platform/ui/icon.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { BODY_KINDS, type BodyKind } from "../../rules/organisation.ts";
import { POSTS, REORGANISATION_LIMITS } from "../rules/steps.ts";
import type { StepDraft } from "./drafts.ts";
import type { Choices } from "./use-choices.ts";

interface Props {
  readonly at: string;
  readonly draft: StepDraft;
  readonly choices: Choices;
  readonly problem: unknown;
  readonly onChange: (draft: StepDraft) => void;
}

/** One step of a reorganisation, with the fields that its sort asks for. */
export function StepEditor({
  number,
  onRemove,
  ...props
}: Props & { readonly number: number; readonly onRemove: () => void }) {
  const t = useTexts("organisation");
  const { draft } = props;
  const title = t("bodies.reorganise.step", { number, sort: t(`bodies.sort.${draft.do}`) });
  return (
    <li>
      <fieldset className="reorganise-step">
        <legend>{title}</legend>
        <div className="reorganise-fields">
          <StepFields {...props} />
        </div>
        <Button
          variant="tertiary"
          data-color="neutral"
          data-size="sm"
          aria-label={t("bodies.reorganise.remove-which", { step: title })}
          onClick={onRemove}
        >
          <Icon name="cross" size={16} /> {t("bodies.reorganise.remove")}
        </Button>
      </fieldset>
    </li>
  );
}

function StepFields(props: Props) {
  const t = useTexts("organisation");
  const { draft, at, problem, onChange } = props;
  const several = (label: string) => <Several {...props} label={label} />;
  const posts = (
    <SelectField
      at={`${at}.posts`}
      label={t("bodies.reorganise.posts")}
      value={draft.posts}
      problem={problem}
      onChange={(value) => onChange({ ...draft, posts: value as StepDraft["posts"] })}
      options={POSTS.map((one) => ({ value: one, label: t(`bodies.posts.${one}`) }))}
    />
  );
  switch (draft.do) {
    case "new":
      return (
        <>
          <Kind {...props} />
          <Named {...props} />
          <One {...props} field="parent" label={t("bodies.reorganise.under")} />
        </>
      );
    case "change":
      return (
        <>
          <One {...props} field="body" label={t("bodies.reorganise.body")} />
          <Named {...props} />
        </>
      );
    case "move":
      return (
        <>
          <One {...props} field="body" label={t("bodies.reorganise.body")} />
          <One {...props} field="parent" label={t("bodies.reorganise.to-under")} />
        </>
      );
    case "merge":
      return (
        <>
          {several(t("bodies.reorganise.merged"))}
          <One {...props} field="into" label={t("bodies.reorganise.into")} />
          {posts}
        </>
      );
    case "split":
      return (
        <>
          <One {...props} field="body" label={t("bodies.reorganise.body")} />
          {several(t("bodies.reorganise.parts"))}
          <One {...props} field="main" label={t("bodies.reorganise.main")} />
          {posts}
        </>
      );
    case "end":
      return (
        <>
          <One {...props} field="body" label={t("bodies.reorganise.body")} />
          <One
            {...props}
            field="into"
            label={t("bodies.reorganise.heir")}
            none={t("bodies.reorganise.nobody")}
          />
          {draft.into === "" ? null : posts}
        </>
      );
  }
}

/** One body, chosen. Of a body whose name is to be changed its present name, share and partners are filled in. */
function One({
  draft,
  at,
  choices,
  problem,
  onChange,
  field,
  label,
  none,
}: Props & {
  readonly field: "body" | "parent" | "into" | "main";
  readonly label: string;
  readonly none?: string;
}) {
  const t = useTexts("organisation");
  const pick = (value: string) => {
    const own =
      draft.do === "change" && field === "body" ? choices.bodies.find(({ id }) => id === value) : undefined;
    onChange({
      ...draft,
      [field]: value,
      ...(own
        ? {
            name: own.name,
            nameEn: own.nameEn ?? "",
            share: own.sharePercent == null ? "" : String(own.sharePercent).replace(".", ","),
            partners: (own.partners ?? []).join(", "),
            kind: own.kind,
          }
        : {}),
    });
  };
  return (
    <SelectField
      at={`${at}.${field}`}
      label={label}
      value={draft[field]}
      problem={problem}
      onChange={pick}
      options={[{ value: "", label: none ?? t("bodies.reorganise.choose") }, ...choices.options]}
    />
  );
}

/** Several bodies: a field each, and one more. */
function Several({ draft, at, choices, problem, onChange, label }: Props & { readonly label: string }) {
  const t = useTexts("organisation");
  const shown = [...draft.bodies.filter((one) => one !== ""), ""].slice(0, REORGANISATION_LIMITS.bodies);
  return shown.map((value, i) => (
    <SelectField
      // biome-ignore lint/suspicious/noArrayIndexKey: the fields have no other name than their order
      key={i}
      at={`${at}.bodies.${i}`}
      label={i === 0 ? label : t("bodies.reorganise.and", { number: i + 1 })}
      value={value}
      problem={problem}
      onChange={(chosen) => onChange({ ...draft, bodies: shown.map((one, j) => (j === i ? chosen : one)) })}
      options={[{ value: "", label: t("bodies.reorganise.choose") }, ...choices.options]}
    />
  ));
}

function Kind({ draft, at, problem, onChange }: Props) {
  const t = useTexts("organisation");
  const words = useTexts("organisation");
  return (
    <SelectField
      at={`${at}.kind`}
      label={t("bodies.reorganise.kind")}
      value={draft.kind}
      problem={problem}
      onChange={(kind) => onChange({ ...draft, kind: kind as BodyKind })}
      options={BODY_KINDS.map((kind) => ({ value: kind, label: words(`organ-kind.${kind}`) }))}
    />
  );
}

/** What it is called; of a company its share too, and with whom it or a joint committee is shared. */
function Named({ draft, at, problem, onChange }: Props) {
  const t = useTexts("organisation");
  const company = draft.kind === "company" || draft.kind === "part-owned-company";
  const shared = company || draft.kind === "joint-committee";
  return (
    <>
      <TextField
        at={`${at}.name`}
        label={t("bodies.reorganise.called")}
        value={draft.name}
        maxLength={REORGANISATION_LIMITS.name}
        problem={problem}
        onChange={(name) => onChange({ ...draft, name })}
      />
      <TextField
        at={`${at}.nameEn`}
        label={t("bodies.reorganise.called-en")}
        optional={t("bodies.reorganise.optional")}
        value={draft.nameEn}
        maxLength={REORGANISATION_LIMITS.name}
        problem={problem}
        onChange={(nameEn) => onChange({ ...draft, nameEn })}
      />
      {company ? (
        <TextField
          at={`${at}.sharePercent`}
          inputMode="decimal"
          label={t("bodies.reorganise.share")}
          value={draft.share}
          maxLength={6}
          problem={problem}
          onChange={(share) => onChange({ ...draft, share })}
        />
      ) : null}
      {shared ? (
        <TextField
          at={`${at}.partners`}
          label={t("bodies.reorganise.partners")}
          help={t("bodies.reorganise.partners-help")}
          value={draft.partners}
          maxLength={2000}
          problem={problem}
          onChange={(partners) => onChange({ ...draft, partners })}
        />
      ) : null}
    </>
  );
}
