import { Button } from "@digdir/designsystemet-react";
import { type ReactNode, useState } from "react";
import { Dialog } from "../../../platform/ui/dialog.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { TextArea } from "../../../platform/ui/fields.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link, usePageExists } from "../../../platform/ui/link.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { When } from "../../../platform/ui/number.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { ErrorSummary, ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { SignInLink } from "../../../platform/ui/sign-in-link.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import { useActionName } from "../../pages/action-name.ts";
import { useSession } from "../../pages/use-bodies.ts";
import { answerRequest, listRequests, type Request, seeRequest, withdrawRequest } from "../contract.ts";
import { MAX_REQUEST_ANSWER } from "../rules/requests.ts";
import "./requests.css";

/** What one has been asked to do, and what one has asked of others, with how each went (model P-4). */
export function RequestsPage() {
  const t = useTexts("organisation");
  const session = useSession();
  const signedIn = session?.person != null;
  return (
    <Page
      title={t("request.title")}
      lead={t("request.lead")}
      cite="§3.2"
      above={<Link href="/beslut">{t("page.above")}</Link>}
    >
      {session && !signedIn ? (
        <EmptyState
          title={t("request.sign-in")}
          action={<SignInLink>{t("page.sign-in.title")}</SignInLink>}
        />
      ) : null}
      {signedIn ? <Requests /> : null}
    </Page>
  );
}

function Requests() {
  const t = useTexts("organisation");
  const requests = useApi(listRequests, {});
  return (
    <Loaded of={requests} lines={6}>
      {({ toMe, byMe }) => (
        <>
          <Section title={t("request.to-me")}>
            {toMe.length === 0 ? (
              <EmptyState title={t("request.to-me-none")}>{t("request.to-me-none-detail")}</EmptyState>
            ) : (
              <ul className="requests">
                {toMe.map((one) => (
                  <ToMe key={one.number} request={one} />
                ))}
              </ul>
            )}
          </Section>
          <Section title={t("request.by-me")}>
            {byMe.length === 0 ? (
              <EmptyState title={t("request.by-me-none")}>{t("request.by-me-none-detail")}</EmptyState>
            ) : (
              <ul className="requests">
                {byMe.map((one) => (
                  <ByMe key={one.number} request={one} />
                ))}
              </ul>
            )}
          </Section>
        </>
      )}
    </Loaded>
  );
}

/** A request: who and what, the own line, the way to where it is done, and how it ended. */
function Card({
  request,
  title,
  children,
}: {
  readonly request: Request;
  readonly title: string;
  readonly children?: ReactNode;
}) {
  const t = useTexts("organisation");
  const exists = usePageExists();
  const { number, bodyName, text, on, href, ended } = request;
  return (
    <li id={`begaran-${number}`} className="request" data-ended={ended !== null || undefined}>
      <h3 className="ds-heading" data-size="2xs">
        {title}
      </h3>
      <p className="quiet small">
        <span lang={WRITTEN}>{bodyName}</span> · <When at={on} />
      </p>
      {text === "" ? null : (
        <p lang={WRITTEN} className="request-text">
          {text}
        </p>
      )}
      {ended ? (
        <p>
          <strong>{t(`request.outcome.${ended.outcome}`)}</strong> <When at={ended.on} />
          {ended.answer === "" ? null : (
            <>
              : <span lang={WRITTEN}>{ended.answer}</span>
            </>
          )}
        </p>
      ) : null}
      <div className="row">
        {ended === null && exists(href.split(/[?#]/)[0] ?? "") ? (
          <Link href={href}>{t("request.go")}</Link>
        ) : null}
        {children}
      </div>
    </li>
  );
}

function ToMe({ request }: { readonly request: Request }) {
  const t = useTexts("organisation");
  const actionName = useActionName();
  const [answering, setAnswering] = useState<"done" | "declined">();
  const what = actionName(request.action);
  return (
    <Card request={request} title={t("request.asked-by", { name: request.by.name, what })}>
      {request.ended ? null : (
        <>
          <Button variant="secondary" data-size="sm" onClick={() => setAnswering("done")}>
            {t("request.done")}
          </Button>
          <Button variant="tertiary" data-size="sm" onClick={() => setAnswering("declined")}>
            {t("request.decline")}
          </Button>
        </>
      )}
      {answering ? (
        <AnswerDialog request={request} outcome={answering} onClose={() => setAnswering(undefined)} />
      ) : null}
    </Card>
  );
}

function AnswerDialog({
  request,
  outcome,
  onClose,
}: {
  readonly request: Request;
  readonly outcome: "done" | "declined";
  readonly onClose: () => void;
}) {
  const t = useTexts("organisation");
  const toast = useToast();
  const [answer, setAnswer] = useState("");
  const { save, saving, problem } = useSave(answerRequest);
  const { name } = request.by;
  const send = async () => {
    if (saving || !(await save({ params: { number: request.number }, body: { outcome, answer } }))) return;
    toast(t("request.answered"));
    onClose();
  };
  const title = t(outcome === "done" ? "request.done-title" : "request.decline-title", { name });
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button loading={saving} onClick={() => void send()}>
            {t("request.ask-send")}
          </Button>
          <Button variant="tertiary" onClick={onClose}>
            {t("request.cancel")}
          </Button>
        </>
      }
    >
      <div className="form">
        <ErrorSummary problem={problem} />
        <TextArea
          at="answer"
          label={t(outcome === "done" ? "request.word" : "request.word-why")}
          optional={outcome === "done" ? t("request.word-optional") : undefined}
          rows={3}
          maxLength={MAX_REQUEST_ANSWER}
          value={answer}
          onChange={setAnswer}
          problem={problem}
        />
      </div>
    </Dialog>
  );
}

function ByMe({ request }: { readonly request: Request }) {
  const t = useTexts("organisation");
  const toast = useToast();
  const actionName = useActionName();
  const withdrawal = useSave(withdrawRequest);
  const reading = useSave(seeRequest);
  const { number, to, ended, seen, stillMay } = request;
  const withdraw = async () => {
    if (await withdrawal.save({ params: { number } })) toast(t("request.withdrawn"));
  };
  return (
    <Card
      request={request}
      title={t("request.asked-to", { name: to.name, what: actionName(request.action) })}
    >
      <ProblemPanel problem={withdrawal.problem ?? reading.problem} focus />
      {ended === null ? (
        <>
          <span className="quiet">
            {stillMay ? t("request.waits") : t("request.still-not", { name: to.name })}
          </span>
          <Button
            variant="tertiary"
            data-size="sm"
            loading={withdrawal.saving}
            onClick={() => void withdraw()}
          >
            {t("request.withdraw")}
          </Button>
        </>
      ) : seen ? null : (
        <Button
          variant="secondary"
          data-size="sm"
          loading={reading.saving}
          onClick={() => void reading.save({ params: { number } })}
        >
          {t("request.read")}
        </Button>
      )}
    </Card>
  );
}
