import { Button } from "@digdir/designsystemet-react";
import { useEffect, useState } from "react";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { SelectField, TextField } from "../../../platform/ui/fields.tsx";
import { Link, useGo, useSearchParam } from "../../../platform/ui/link.tsx";
import { Loaded, Skeleton } from "../../../platform/ui/loading.tsx";
import { MayButton } from "../../../platform/ui/may-button.tsx";
import { When } from "../../../platform/ui/number.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { SignInLink } from "../../../platform/ui/sign-in-link.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import { BodyField } from "../../pages/body-field.tsx";
import { useSession } from "../../pages/use-session.ts";
import { addPerson, countOwnerless, listRegister, PEOPLE_SHOWN } from "../contract.ts";
import { MAX_NAME } from "../rules/posts.ts";
import { KeepingDialog } from "./keeping-dialog.tsx";
import { isWhole, newPost, PostFields, postOf } from "./post-fields.tsx";
import "../../../platform/ui/filters.css";
import "./people.css";

/** Who there is, and as what: searched and paged where they are stored, however many there are (model R-2). */
export function PeoplePage() {
  const t = useTexts("organisation");
  const session = useSession();
  if (session === undefined) return <Skeleton lines={8} />;
  return session.person === null ? (
    <Page title={t("people.title")} lead={t("people.lead")} cite="§3.2" above={<Above />}>
      <EmptyState title={t("people.sign-in")} action={<SignInLink>{t("page.sign-in.title")}</SignInLink>} />
    </Page>
  ) : (
    <People today={session.today} />
  );
}

function Above() {
  const t = useTexts("organisation");
  return <Link href="/beslut/organisation">{t("people.above")}</Link>;
}

const SETTLED_AFTER_MS = 200;

function People({ today }: { readonly today: string }) {
  const t = useTexts("organisation");
  const [q, setQ] = useSearchParam("sok");
  const [shown, setShown] = useSearchParam("visa");
  const [body, setBody] = useSearchParam("i");
  const [pageText, setPage] = useSearchParam("sida");
  const [adding, setAdding] = useState(false);
  const who = PEOPLE_SHOWN.find((one) => one === shown) ?? "now";
  const page = /^[1-9]\d{0,2}$/.test(pageText ?? "") ? Number(pageText) : 1;
  const list = useApi(listRegister, {
    query: { ...(q ? { q: q.slice(0, 100) } : {}), ...(body ? { body } : {}), who, page },
  });
  const keeps = list.data?.may.allowed === true;
  const choose = (set: (value: string | undefined) => void) => (value: string) => {
    set(value || undefined);
    setPage(undefined);
  };
  return (
    <Page
      title={t("people.title")}
      lead={t("people.lead")}
      cite="§3.2"
      above={<Above />}
      action={
        <MayButton may={list.data?.may as never} onPress={() => setAdding(true)}>
          {t("people.add")}
        </MayButton>
      }
    >
      <div className="filters">
        <SearchBox value={q ?? ""} onSettled={choose(setQ)} />
        <BodyField
          at="i"
          label={t("people.in-body")}
          value={body ?? ""}
          onChange={choose(setBody)}
          optional={t("people.optional")}
        />
        {keeps ? (
          <SelectField
            at="visa"
            label={t("people.show")}
            value={who}
            onChange={choose((value) => setShown(value === "now" ? undefined : value))}
            options={PEOPLE_SHOWN.map((one) => ({ value: one, label: t(`people.shown.${one}`) }))}
          />
        ) : null}
      </div>
      <Loaded of={list} lines={10}>
        {({ people, total, pages }) => (
          <>
            <DataTable
              caption={t("people.caption", { count: total })}
              captionShown
              search={false}
              rows={people}
              rowKey={(one) => one.id}
              href={(one) => `/beslut/personer/${encodeURIComponent(one.id)}`}
              empty={<EmptyState title={t("people.none")}>{t("people.none-detail")}</EmptyState>}
              columns={[
                {
                  id: "name",
                  header: t("people.name"),
                  value: (one) => one.name,
                  cell: (one) => <span lang="sv">{one.name}</span>,
                },
                {
                  id: "post",
                  header: t("people.post"),
                  value: (one) =>
                    one.posts.map(({ title, acting }) => (acting ? `t.f. ${title}` : title)).join(", "),
                  written: true,
                },
                {
                  id: "body",
                  header: t("people.body"),
                  value: (one) => [...new Set(one.posts.map(({ bodyName }) => bodyName))].join(", "),
                  written: true,
                },
                {
                  id: "party",
                  header: t("people.party"),
                  value: (one) => one.posts.flatMap(({ party }) => party ?? [])[0] ?? "",
                },
                ...(who === "now"
                  ? []
                  : [
                      {
                        id: "day",
                        header: t(who === "coming" ? "people.from" : "people.to"),
                        value: (one: (typeof people)[number]) => one.day,
                        cell: (one: (typeof people)[number]) => (one.day ? <When at={one.day} /> : "–"),
                      },
                    ]),
              ]}
            />
            {pages > 1 ? (
              <nav className="row" aria-label={t("people.pages")}>
                {page > 1 ? (
                  <Button
                    variant="secondary"
                    data-size="sm"
                    onClick={() => setPage(page === 2 ? undefined : String(page - 1))}
                  >
                    {t("people.earlier")}
                  </Button>
                ) : null}
                <span>{t("people.page", { page, pages })}</span>
                {page < pages ? (
                  <Button variant="secondary" data-size="sm" onClick={() => setPage(String(page + 1))}>
                    {t("people.later")}
                  </Button>
                ) : null}
              </nav>
            ) : null}
          </>
        )}
      </Loaded>
      {keeps ? (
        <p className="row">
          <Link href="/beslut/personer/mandatperiod">{t("people.to-period")}</Link>
          <Link href="/beslut/personer/tabell">{t("people.to-table")}</Link>
        </p>
      ) : null}
      {keeps ? <OwnerlessCount /> : null}
      {adding ? <AddPerson today={today} body={body ?? ""} onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

/** What is looked for stands in the address once the hand rests. */
function SearchBox({
  value,
  onSettled,
}: {
  readonly value: string;
  readonly onSettled: (value: string) => void;
}) {
  const t = useTexts("organisation");
  const [written, write] = useState(value);
  useEffect(() => {
    if (written === value) return;
    const timer = setTimeout(() => onSettled(written), SETTLED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [written, value, onSettled]);
  return (
    <TextField
      at="sok"
      type="search"
      label={t("people.search")}
      value={written}
      maxLength={100}
      onChange={write}
    />
  );
}

/** That nothing is ownerless, and why it can't be. */
function OwnerlessCount() {
  const t = useTexts("organisation");
  const counts = useApi(countOwnerless, {}).data;
  if (!counts) return null;
  return (
    <Section title={t("people.ownerless.title")}>
      <p className="row">
        <Status
          value={counts.ownerless === 0 ? "done" : "deviation"}
          word={t("people.ownerless.count", { count: counts.ownerless })}
        />
        <span>{t("people.ownerless.of", { count: counts.held })}</span>
      </p>
      <p className="quiet">
        {t("people.ownerless.why")} {t("people.ownerless.to-come", { count: counts.toCome })}{" "}
        {t("people.ownerless.unseen", { count: counts.unseen })}
      </p>
    </Section>
  );
}

function AddPerson({
  today,
  body,
  onClose,
}: {
  readonly today: string;
  readonly body: string;
  readonly onClose: () => void;
}) {
  const t = useTexts("organisation");
  const toast = useToast();
  const go = useGo();
  const { save, saving, problem } = useSave(addPerson);
  const [name, setName] = useState("");
  const [contact, setContact] = useState("");
  const [post, setPost] = useState(newPost(today, body));
  const [tried, setTried] = useState(false);
  return (
    <KeepingDialog
      title={t("people.add")}
      button={t("people.add-do")}
      saving={saving}
      problem={problem}
      onClose={onClose}
      onSend={async () => {
        setTried(true);
        if (name.trim() === "" || !isWhole(post)) return;
        const given = {
          name: name.trim(),
          ...(contact.trim() ? { contact: contact.trim() } : {}),
          post: postOf(post),
        };
        const added = await save({ body: given });
        if (!added) return;
        toast(t("people.added", { name: added.value.name }));
        go(`/beslut/personer/${encodeURIComponent(added.value.id)}`);
      }}
    >
      <TextField
        at="name"
        label={t("people.name")}
        value={name}
        maxLength={MAX_NAME}
        onChange={setName}
        problem={problem}
        fault={tried && name.trim() === "" ? t("people.missing") : undefined}
      />
      <TextField
        at="contact"
        type="email"
        label={t("people.contact")}
        help={t("people.contact-help")}
        optional={t("people.optional")}
        value={contact}
        maxLength={254}
        onChange={setContact}
        problem={problem}
      />
      <PostFields draft={post} onChange={setPost} problem={problem} tried={tried} at="post." />
    </KeepingDialog>
  );
}
