import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { Icon } from "../../platform/ui/icon.tsx";
import { Link } from "../../platform/ui/link.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { When } from "../../platform/ui/number.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { type AwaitingLine, listAwaiting } from "../contract.ts";
import "./awaiting.css";

/** What awaits a decision on the day that is read, each with its page; `shown` at first, the rest on asking. */
export function Awaiting({ title, lead, shown }: { title: string; lead?: string; shown: number }) {
  const t = useTexts("decisions");
  const awaiting = useApi(listAwaiting, { query: {} });
  return (
    <Section title={title} lead={lead} cite="§2.4" id="vantar">
      <Loaded of={awaiting} lines={3}>
        {(all) => (
          <>
            {all.length === 0 ? (
              <EmptyState title={t("awaiting.none")}>{t("awaiting.none-detail")}</EmptyState>
            ) : (
              <AwaitingLines lines={all.slice(0, shown)} />
            )}
            {all.length > shown ? (
              <details>
                <summary>{t("awaiting.more", { count: all.length - shown })}</summary>
                <AwaitingLines lines={all.slice(shown)} />
              </details>
            ) : null}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function AwaitingLines({ lines }: { readonly lines: readonly AwaitingLine[] }) {
  return (
    <ul className="awaiting">
      {lines.map((line) => (
        <li key={line.id}>
          <Link href={line.href}>{line.title}</Link>
          <span className="awaiting-how">
            <HowItAwaits line={line} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Who has proposed it and when, who decides, and by when. */
export function HowItAwaits({ line }: { readonly line: AwaitingLine }) {
  const t = useTexts("decisions");
  const { proposedBy, decides } = line;
  const own = proposedBy === null || proposedBy.organ === decides.organ;
  return (
    <>
      {own ? t("awaiting.laid") : t("awaiting.proposed", { organ: proposedBy.name })}{" "}
      <When at={line.proposedOn} />
      {line.paragraph === null ? null : `, ${line.paragraph}`}.{" "}
      {t("awaiting.decides", { organ: decides.name })}
      {line.decidedBy === null ? null : (
        <>
          {" "}
          {t("awaiting.by")} <When at={line.decidedBy} />
        </>
      )}
      .
    </>
  );
}

/** On a matter's own pages: that it awaits a decision, and the way to what is asked. Nothing where it does not. */
export function AwaitsDecision({ matter, body }: { readonly matter: string; readonly body: string }) {
  const t = useTexts("decisions");
  const awaiting = useApi(listAwaiting, { query: { body } });
  const line = awaiting.data?.find(({ id }) => id === matter);
  if (!line) return null;
  return (
    <p className="awaits">
      <Icon name="clock" />
      <span>
        <strong>{t("awaiting.awaits")}</strong> <HowItAwaits line={line} />{" "}
        <Link href={line.href}>{t("awaiting.read")}</Link>
      </span>
    </p>
  );
}
