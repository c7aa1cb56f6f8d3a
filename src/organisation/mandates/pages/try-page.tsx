import type { z } from "zod";
import type { Day } from "../../../kernel/day.ts";
import { calledNearest } from "../../../kernel/nearest.ts";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { SelectField, TextField } from "../../../platform/ui/fields.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link, useSearchParam } from "../../../platform/ui/link.tsx";
import { Loaded, Skeleton } from "../../../platform/ui/loading.tsx";
import { When } from "../../../platform/ui/number.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { SignInLink } from "../../../platform/ui/sign-in-link.tsx";
import { dataText, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { useActionName } from "../../pages/action-name.ts";
import { useBodies, useSession, useSole } from "../../pages/use-bodies.ts";
import { getMandateChoices, tryMandates } from "../contract.ts";
import { ActionFields } from "./action-fields.tsx";
import { useMandateName } from "./mandate-words.ts";
import "./mandates.css";

type Tried = z.output<typeof tryMandates.returns>[number];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** "Who may do this, in this body, on that day?": also before what has been changed is in force (model R-3, P-4). */
export function TryPage() {
  const t = useTexts("organisation");
  const session = useSession();
  return (
    <Page
      title={t("mandate.try.title")}
      lead={t("mandate.try.lead")}
      cite="§3.2"
      above={<Link href="/beslut/mandat">{t("page.mandate.title")}</Link>}
    >
      {session === undefined ? <Skeleton /> : null}
      {session?.person === null ? (
        <EmptyState
          title={t("mandate.try.sign-in")}
          action={<SignInLink>{t("page.sign-in.title")}</SignInLink>}
        />
      ) : null}
      {session?.person ? <Try today={session.today} /> : null}
    </Page>
  );
}

function Try({ today }: { readonly today: string }) {
  const t = useTexts("organisation");
  const { bodies } = useBodies();
  const council = useSole("council")?.id;
  const choices = useApi(getMandateChoices, {});
  const [saidAction, setAction] = useSearchParam("sak");
  const [saidBody, setBody] = useSearchParam("i");
  const [saidDay, setDay] = useSearchParam("nar");
  const actions = (choices.data?.actions ?? [])
    .map(({ action }) => action)
    .filter((action) => !action.endsWith(":*"));
  const action = actions.find((one) => one === saidAction) ?? "decide:budget";
  const body = bodies.find(({ id }) => id === saidBody)?.id ?? council;
  const day = saidDay && DAY.test(saidDay) ? saidDay : today;
  return (
    <>
      <div className="form">
        {actions.length > 0 ? (
          <ActionFields actions={actions} value={action} onChange={(next) => setAction(next)} />
        ) : null}
        <div className="mandate-pair">
          <SelectField
            at="i"
            label={t("mandate.try.body")}
            value={body ?? ""}
            onChange={setBody}
            options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextField at="nar" type="date" label={t("mandate.try.day")} value={day} onChange={setDay} />
        </div>
      </div>
      {body ? <Answer action={action} body={body} day={day} /> : null}
    </>
  );
}

function Answer({
  action,
  body,
  day,
}: {
  readonly action: string;
  readonly body: string;
  readonly day: string;
}) {
  const t = useTexts("organisation");
  const actionName = useActionName();
  const { nameOf } = useBodies();
  const found = useApi(tryMandates, { query: { action, body, day: day as Day } });
  return (
    <Loaded of={found} lines={6}>
      {(rows) => {
        const gives = rows.filter(({ is }) => is === "gives");
        const nearly = rows.filter(({ is }) => is !== "gives");
        return (
          <div aria-live="polite">
            <Section
              title={t("mandate.try.may", { what: actionName(action), body: nameOf(body) })}
              lead={
                <>
                  {t("mandate.try.on")} <When at={day} />
                </>
              }
            >
              {gives.length === 0 ? (
                <EmptyState title={t("mandate.try.nobody")}>{t("mandate.try.nobody-detail")}</EmptyState>
              ) : (
                <Rows rows={gives} />
              )}
            </Section>
            {nearly.length > 0 ? (
              <Section title={t("mandate.try.nearly")} lead={t("mandate.try.nearly-lead")}>
                <Rows rows={nearly} />
              </Section>
            ) : null}
          </div>
        );
      }}
    </Loaded>
  );
}

const SHOWN = 12;

/** Each mandate with who has it, or why it does not give what was asked. */
function Rows({ rows }: { readonly rows: readonly Tried[] }) {
  const t = useTexts("organisation");
  const mandateName = useMandateName();
  return (
    <ul className="tried">
      {rows.map(({ mandate, is, who }) => (
        <li key={mandate.id}>
          {who.length > 0 ? (
            <ul>
              {who.slice(0, SHOWN).map((one) => (
                <li key={`${one.person} ${one.bodyName}`} lang={WRITTEN}>
                  <strong>{calledNearest(one)}</strong>, {one.bodyName}
                </li>
              ))}
              {who.length > SHOWN ? <li>{t("mandate.try.more", { count: who.length - SHOWN })}</li> : null}
            </ul>
          ) : null}
          <p className="quiet small">
            {is === "gives" ? t("mandate.try.by") : t(`mandate.try.is.${is}`)}{" "}
            <Link href={`/beslut/mandat/${mandate.id}`}>
              {mandateName(mandate.action)} (
              {mandate.bodyName ??
                mandate.organKinds.map((kind) => dataText(t, "organ-kind", kind)).join(", ")}
              : {mandate.postName ?? mandate.roles.map((role) => dataText(t, "role", role)).join(", ")})
            </Link>{" "}
            {is === "not-yet" ? (
              <>
                {t("mandate.try.from")} <When at={mandate.validFrom} />
              </>
            ) : null}
            {is === "ended" && mandate.validTo ? (
              <>
                {t("mandate.try.until")} <When at={mandate.validTo} />
              </>
            ) : null}
            {is === "gives" ? (
              <>
                {" "}
                · <span lang={WRITTEN}>{mandate.source}</span>
              </>
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  );
}
