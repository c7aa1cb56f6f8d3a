import { useState } from "react";
import { addDays, type Day, isDay } from "../../../kernel/day.ts";
import { TextField } from "../../../platform/ui/fields.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import { PersonField } from "../../pages/person-field.tsx";
import { ELECTED } from "../../rules/organisation.ts";
import {
  addActing,
  addPost,
  changePost,
  endPostOn,
  leave,
  type PersonView,
  previewEnding,
  previewLeaving,
} from "../contract.ts";
import { MAX_GIVEN_BY, MAX_PARTY, MAX_TITLE } from "../rules/posts.ts";
import { KeepingDialog } from "./keeping-dialog.tsx";
import { isWhole, newPost, PostFields, postOf } from "./post-fields.tsx";
import { WhatFollows } from "./what-follows.tsx";

type PostView = PersonView["posts"][number];
interface OfPost {
  readonly post: PostView;
  readonly today: string;
  readonly onClose: () => void;
}
interface OfPerson {
  readonly person: PersonView;
  readonly today: string;
  readonly onClose: () => void;
}

export function GivePost({ person, today, onClose }: OfPerson) {
  const t = useTexts("organisation");
  const toast = useToast();
  const { save, saving, problem } = useSave(addPost);
  const [post, setPost] = useState(newPost(today));
  const [tried, setTried] = useState(false);
  return (
    <KeepingDialog
      title={t("people.give-post")}
      button={t("people.give-do")}
      saving={saving}
      problem={problem}
      onClose={onClose}
      onSend={async () => {
        setTried(true);
        if (!isWhole(post)) return;
        if (!(await save({ params: { person: person.id }, body: postOf(post) }))) return;
        toast(t("people.given", { title: post.title }));
        onClose();
      }}
    >
      <PostFields draft={post} onChange={setPost} problem={problem} tried={tried} />
    </KeepingDialog>
  );
}

export function ChangePost({ post, today, onClose }: OfPost) {
  const t = useTexts("organisation");
  const toast = useToast();
  const { save, saving, problem } = useSave(changePost);
  const [title, setTitle] = useState(post.title);
  const [party, setParty] = useState(post.party ?? "");
  const [givenBy, setGivenBy] = useState(post.givenBy ?? "");
  const [from, setFrom] = useState(post.validFrom > today ? (post.validFrom as string) : today);
  return (
    <KeepingDialog
      title={t("people.change-what", { title: post.title })}
      button={t("people.change-do")}
      saving={saving}
      problem={problem}
      onClose={onClose}
      onSend={async () => {
        const said = {
          title: title.trim(),
          ...(party.trim() ? { party: party.trim() } : {}),
          ...(post.place ? { place: post.place } : {}),
          ...(givenBy.trim() ? { givenBy: givenBy.trim() } : {}),
        };
        if (!isDay(from) || !(await save({ params: { post: post.id }, body: { ...said, from } }))) return;
        toast(t("people.changed"));
        onClose();
      }}
    >
      <p className="quiet">{t("people.change-lead")}</p>
      <TextField
        at="title"
        label={t("people.title-of")}
        value={title}
        maxLength={MAX_TITLE}
        onChange={setTitle}
        problem={problem}
      />
      {ELECTED.includes(post.role) ? (
        <TextField
          at="party"
          label={t("people.party")}
          optional={t("people.optional")}
          value={party}
          maxLength={MAX_PARTY}
          onChange={setParty}
          problem={problem}
        />
      ) : null}
      <TextField
        at="givenBy"
        label={t("people.given-by")}
        optional={t("people.optional")}
        value={givenBy}
        maxLength={MAX_GIVEN_BY}
        onChange={setGivenBy}
        problem={problem}
      />
      <TextField
        at="from"
        type="date"
        label={t("people.change-from")}
        help={t("people.change-from-help")}
        value={from}
        onChange={setFrom}
        problem={problem}
        fault={isDay(from) ? undefined : t("people.missing")}
      />
    </KeepingDialog>
  );
}

/** The last day of a post, with what goes to whom when it ends. */
export function EndPost({ post, today, onClose }: OfPost) {
  const t = useTexts("organisation");
  const toast = useToast();
  const { save, saving, problem } = useSave(endPostOn);
  const [on, setOn] = useState<string>(
    post.validFrom > today ? addDays(post.validFrom, -1) : (post.validTo ?? today),
  );
  const follows = useApi(
    previewEnding,
    { params: { post: post.id }, query: { on: on as Day } },
    { when: isDay(on) },
  );
  const neverBegins = isDay(on) && on < post.validFrom;
  return (
    <KeepingDialog
      title={t("people.end-what", { title: post.title })}
      button={t(neverBegins ? "people.take-back" : "people.end-do")}
      saving={saving}
      problem={problem}
      blocked={!isDay(on) || follows.error !== null}
      onClose={onClose}
      onSend={async () => {
        if (!(await save({ params: { post: post.id }, body: { on: on as Day } }))) return;
        toast(t(neverBegins ? "people.taken-back" : "people.ended"));
        onClose();
      }}
    >
      <LastDay value={on} onChange={setOn} problem={problem} />
      {neverBegins ? <p>{t("people.never-begins")}</p> : null}
      {isDay(on) ? <WhatFollows of={follows} /> : null}
    </KeepingDialog>
  );
}

/** Somebody leaves: all posts end the same day. */
export function Leave({ person, today, onClose }: OfPerson) {
  const t = useTexts("organisation");
  const toast = useToast();
  const { save, saving, problem } = useSave(leave);
  const [on, setOn] = useState(today);
  const follows = useApi(
    previewLeaving,
    { params: { person: person.id }, query: { on: on as Day } },
    { when: isDay(on) },
  );
  return (
    <KeepingDialog
      title={t("people.leaves-who", { name: person.name })}
      button={t("people.leaves-do")}
      saving={saving}
      problem={problem}
      blocked={!isDay(on) || follows.error !== null}
      onClose={onClose}
      onSend={async () => {
        if (!(await save({ params: { person: person.id }, body: { on: on as Day } }))) return;
        toast(t("people.left", { name: person.name }));
        onClose();
      }}
    >
      <p>{t("people.leaves-lead")}</p>
      <LastDay value={on} onChange={setOn} problem={problem} />
      {isDay(on) ? <WhatFollows of={follows} /> : null}
    </KeepingDialog>
  );
}

function LastDay({
  value,
  onChange,
  problem,
}: {
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly problem: unknown;
}) {
  const t = useTexts("organisation");
  return (
    <TextField
      at="on"
      type="date"
      label={t("people.last-day")}
      help={t("people.last-day-help")}
      value={value}
      onChange={onChange}
      problem={problem}
      fault={isDay(value) ? undefined : t("people.missing")}
    />
  );
}

/** Somebody has a post while its holder is away, from day to day, by whose decision. */
export function Act({ post, today, onClose }: OfPost) {
  const t = useTexts("organisation");
  const toast = useToast();
  const { save, saving, problem } = useSave(addActing);
  const [person, setPerson] = useState("");
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState("");
  const [givenBy, setGivenBy] = useState("");
  const [tried, setTried] = useState(false);
  const missing = (value: string) => (tried && value.trim() === "" ? t("people.missing") : undefined);
  return (
    <KeepingDialog
      title={t("people.act-what", { title: post.title })}
      button={t("people.act-do")}
      saving={saving}
      problem={problem}
      onClose={onClose}
      onSend={async () => {
        setTried(true);
        if (person === "" || !isDay(from) || !isDay(to) || givenBy.trim() === "") return;
        const body = { person, from, to, givenBy: givenBy.trim() };
        if (!(await save({ params: { post: post.id }, body }))) return;
        toast(t("people.act-given"));
        onClose();
      }}
    >
      <p>{t("people.act-lead")}</p>
      <PersonField
        at="person"
        label={t("people.act-who")}
        body={post.body}
        value={person}
        onChange={setPerson}
        problem={problem}
        fault={missing(person)}
      />
      <div className="row fields-row">
        <TextField
          at="from"
          type="date"
          label={t("people.from")}
          value={from}
          onChange={setFrom}
          problem={problem}
          fault={missing(from)}
        />
        <TextField
          at="to"
          type="date"
          label={t("people.to")}
          value={to}
          onChange={setTo}
          problem={problem}
          fault={missing(to)}
        />
      </div>
      <TextField
        at="givenBy"
        label={t("people.act-by")}
        help={t("people.act-by-help")}
        value={givenBy}
        maxLength={MAX_GIVEN_BY}
        onChange={setGivenBy}
        problem={problem}
        fault={missing(givenBy)}
      />
    </KeepingDialog>
  );
}
