import { Button } from "@digdir/designsystemet-react";
import { useSession } from "../../organisation/pages/use-bodies.ts";
import { addressOf } from "../../platform/ui/api.ts";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { Link, useSearchParam } from "../../platform/ui/link.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { When } from "../../platform/ui/number.tsx";
import { Page, Section } from "../../platform/ui/page.tsx";
import { PlainTable } from "../../platform/ui/plain-table.tsx";
import { ProblemPanel } from "../../platform/ui/problem-panel.tsx";
import { SignInLink } from "../../platform/ui/sign-in-link.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../platform/ui/use-api.ts";
import {
  askForHeadLetters,
  endHeadLetters,
  getChainFile,
  getHeadLetters,
  getHeads,
  getHeadsFeed,
  MAX_LINKS,
} from "../heads/contract.ts";
import { type Head, headText } from "../rules/heads.ts";
import { Verify } from "./verify.tsx";
import "./decisions.css";

/** Served by the house beside the routes: a file to run, not an operation. */
const SCRIPT = "/api/decisions/check-chain.mjs";

/** The chain's head, told so that others keep it: then nobody can write all decisions anew unnoticed (model §3.2, R-5). */
export function HeadsPage() {
  const t = useTexts("decisions");
  const heads = useApi(getHeads, {});
  return (
    <Page
      title={t("heads.title")}
      lead={t("heads.lead")}
      cite="§3.2"
      above={<Link href="/beslut">← {t("page.title")}</Link>}
    >
      <Loaded of={heads} lines={8}>
        {({ now, days }) => (
          <>
            <Section title={t("heads.now")} lead={t("heads.now-lead")}>
              {now.number === 0 ? <p>{t("heads.none")}</p> : <p className="hash">{headText(now)}</p>}
            </Section>
            <Section title={t("heads.why")}>
              <p>{t("heads.why-1")}</p>
              <p>{t("heads.why-2")}</p>
              <p>{t("heads.why-3")}</p>
            </Section>
            <Section
              title={t("heads.days")}
              lead={t("heads.days-lead")}
              action={
                <a className="ds-link" href={addressOf(getHeadsFeed, {})}>
                  {t("heads.feed-link")}
                </a>
              }
            >
              {days.length === 0 ? (
                <EmptyState title={t("heads.days-none")} />
              ) : (
                <PlainTable
                  caption={t("heads.days-caption")}
                  columns={[
                    { id: "day", header: t("heads.day") },
                    { id: "head", header: t("heads.head") },
                  ]}
                  rows={days.map((head) => ({
                    key: head.day,
                    cells: [
                      <span key="day" className="nowrap">
                        <When at={head.day} />
                      </span>,
                      <span key="head" className="hash">
                        {headText(head)}
                      </span>,
                    ],
                  }))}
                />
              )}
            </Section>
            <Letters />
            <Check now={now} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** In the server, and by oneself: the file and the script. */
function Check({ now }: { readonly now: Head }) {
  const t = useTexts("decisions");
  const parts = Array.from({ length: Math.ceil(now.number / MAX_LINKS) }, (_, i) => ({
    after: i * MAX_LINKS,
    from: i * MAX_LINKS + 1,
    to: Math.min((i + 1) * MAX_LINKS, now.number),
  }));
  const files = parts.length > 1 ? parts.map(({ from }) => `chain-${from}.json`).join(" ") : "chain.json";
  return (
    <Section title={t("heads.check")} lead={t("heads.check-lead")}>
      <Verify />
      <ol className="stack">
        <li>
          {t("heads.step-1")}
          {parts.length > 1 ? (
            <ul>
              {parts.map((part) => (
                <li key={part.from}>
                  <a
                    className="ds-link"
                    href={addressOf(getChainFile, { query: { after: part.after } })}
                    download={`chain-${part.from}.json`}
                  >
                    {t("heads.file-part", part)}
                  </a>
                </li>
              ))}
            </ul>
          ) : (
            <p>
              <a className="ds-link" href={addressOf(getChainFile, {})} download="chain.json">
                {t("heads.file")}
              </a>
            </p>
          )}
        </li>
        <li>
          {t("heads.step-2")}
          <p>
            <a className="ds-link" href={SCRIPT} download="check-chain.mjs">
              {t("heads.script")}
            </a>
          </p>
        </li>
        <li>
          {t("heads.step-3")}
          <p className="hash">{t("heads.command", { files, head: headText(now) })}</p>
        </li>
      </ol>
    </Section>
  );
}

/** The head of the day by mail, for who has signed in; and the end of it, for who has followed a letter's link. */
function Letters() {
  const t = useTexts("decisions");
  const session = useSession();
  const [token] = useSearchParam("avsluta");
  const signedIn = session?.person != null;
  return (
    <Section title={t("heads.letters")} lead={t("heads.letters-lead")}>
      {token === undefined ? null : <EndByLink token={token} />}
      {signedIn ? (
        <OwnLetters />
      ) : session === undefined ? null : (
        <p>
          <SignInLink>{t("heads.letters-sign-in")}</SignInLink>
        </p>
      )}
    </Section>
  );
}

function EndByLink({ token }: { readonly token: string }) {
  const t = useTexts("decisions");
  const { save, saving, saved, problem } = useSave(endHeadLetters);
  return (
    <div className="stack" role="status">
      <p>{t("heads.letters-end-lead")}</p>
      {problem ? <ProblemPanel problem={problem} /> : null}
      {saved ? (
        <p>{t("heads.letters-ended")}</p>
      ) : (
        <div>
          <Button variant="secondary" loading={saving} onClick={() => void save({ body: { token } })}>
            {t("heads.letters-end")}
          </Button>
        </div>
      )}
    </div>
  );
}

function OwnLetters() {
  const t = useTexts("decisions");
  const toast = useToast();
  const letters = useApi(getHeadLetters, {});
  const { save, saving, problem } = useSave(askForHeadLetters);
  const ask = async (wanted: boolean) => {
    if (await save({ body: { wanted } })) toast(t(wanted ? "heads.letters-asked" : "heads.letters-ended"));
  };
  return (
    <Loaded of={letters} lines={2}>
      {({ offered, address, wanted, fault }) => (
        <div className="stack">
          {wanted && fault !== null ? <p>{t("heads.letters-fault", { fault })}</p> : null}
          {offered ? (
            <p>{address === null ? t("heads.letters-no-address") : t("heads.letters-to", { address })}</p>
          ) : (
            <p>{t("heads.letters-not-set-up")}</p>
          )}
          {problem ? <ProblemPanel problem={problem} /> : null}
          {wanted || (offered && address !== null) ? (
            <div>
              <Button variant="secondary" loading={saving} onClick={() => void ask(!wanted)}>
                {t(wanted ? "heads.letters-end" : "heads.letters-ask")}
              </Button>
            </div>
          ) : null}
        </div>
      )}
    </Loaded>
  );
}
