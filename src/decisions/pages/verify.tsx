import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import type { z } from "zod";
import { useSession } from "../../organisation/pages/use-session.ts";
import { Icon } from "../../platform/ui/icon.tsx";
import { Progress } from "../../platform/ui/loading.tsx";
import { ProblemPanel } from "../../platform/ui/problem-panel.tsx";
import { dataText, useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { verifyDecisions, verifySealed } from "../contract.ts";
import { checkVersion, type ShownDecision, type VersionCheck } from "./check-version.ts";

/**
 * "Can one trust that nothing has been changed?": asks the server to recompute its chain and, where a decision is shown,
 * lets the reader's own browser recompute what is on the page.
 */
export function Verify({ shown }: { readonly shown?: ShownDecision }) {
  const t = useTexts("decisions");
  const chain = useApi(verifyDecisions, {}, { when: false });
  // Whose keys they are is nobody's business who has not signed in
  const signedIn = useSession()?.person != null;
  const seals = useApi(verifySealed, {}, { when: false });
  const [own, setOwn] = useState<VersionCheck | "cannot">();
  const verify = async () => {
    setOwn(undefined);
    const [, check] = await Promise.all([
      chain.refetch(),
      shown ? checkInBrowser(shown) : undefined,
      signedIn ? seals.refetch() : undefined,
    ]);
    setOwn(check);
  };
  return (
    <div className="stack">
      <div>
        <Button
          variant="secondary"
          loading={chain.isFetching || seals.isFetching}
          onClick={() => void verify()}
        >
          {t("page.chain.verify")}
        </Button>
      </div>
      {chain.isFetching || seals.isFetching ? <Progress label={t("page.chain.checking")} /> : null}
      <div className="stack" role="status">
        {chain.error ? <ProblemPanel problem={chain.error} /> : null}
        {chain.data && !chain.isFetching ? (
          <Answer
            good={chain.data.whole}
            by={shown ? t("page.decision.server") : undefined}
            text={
              chain.data.whole
                ? t("page.chain.whole", { count: chain.data.count })
                : `${t("page.chain.broken", { number: chain.data.number })} ${dataText(t, "fault", chain.data.fault ?? "")}`
            }
            hash={chain.data.whole ? { name: t("page.chain.head"), value: chain.data.head } : undefined}
          />
        ) : null}
        {seals.error ? <ProblemPanel problem={seals.error} /> : null}
        {seals.data && !seals.isFetching ? <Seals found={seals.data} /> : null}
        {own === "cannot" ? (
          <Answer good={undefined} by={t("page.decision.browser")} text={t("page.decision.browser-cannot")} />
        ) : own ? (
          <Answer
            good={own.same}
            by={t("page.decision.browser")}
            text={t(own.same ? "page.decision.browser-same" : "page.decision.browser-differs")}
            hash={{ name: t("page.decision.computed"), value: own.sha256 }}
          />
        ) : null}
      </div>
    </div>
  );
}

/** Whether what decisions rest on is as the sealed log tells, or the first row that is not. */
function Seals({ found }: { readonly found: z.output<typeof verifySealed.returns> }) {
  const t = useTexts("decisions");
  const { fault, seals: count, sealed, waiting, tables } = found;
  if (!fault)
    return (
      <Answer
        good
        by={t("page.chain.seals-by")}
        text={t("page.chain.seals", { count, sealed, waiting, tables })}
      />
    );
  const { seal, number, table, key, entry } = fault;
  const where = [
    seal === undefined ? "" : t("page.chain.seal", { seal }),
    number === undefined ? "" : t("page.chain.of-decision", { number }),
    table === undefined ? "" : t("page.chain.table", { table }),
    key === undefined ? "" : t("page.chain.row", { key }),
    entry === undefined ? "" : t("page.chain.entry", { entry }),
  ].filter(Boolean);
  return (
    <Answer
      good={false}
      by={t("page.chain.seals-by")}
      text={`${t("page.chain.seals-broken", { where: where.join(", ") })} ${dataText(t, "fault", fault.fault)}`}
    />
  );
}

/** Browsers give SHA-256 only where the connection is safe. */
async function checkInBrowser(shown: ShownDecision): Promise<VersionCheck | "cannot"> {
  return globalThis.crypto?.subtle ? checkVersion(shown) : "cannot";
}

function Answer({
  good,
  by,
  text,
  hash,
}: {
  readonly good: boolean | undefined;
  readonly by: string | undefined;
  readonly text: string;
  readonly hash?: { readonly name: string; readonly value: string } | undefined;
}) {
  const tone = good === undefined ? "neutral" : good ? "success" : "danger";
  return (
    <div className="check-answer" data-color={tone}>
      <Icon name={good === undefined ? "question" : good ? "check" : "cross"} />
      <div>
        <p>
          {by ? <strong>{by}: </strong> : null}
          {text}
        </p>
        {hash ? (
          <p className="quiet small">
            {hash.name}: <span className="hash">{hash.value}</span>
          </p>
        ) : null}
      </div>
    </div>
  );
}
