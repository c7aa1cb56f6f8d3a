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

/** What is said of what awaits; the start page has the words in its own texts, so that it need not fetch all of a chapter's. */
export type AwaitingWords = (
  key: "none" | "none-detail" | "more" | "proposed" | "laid" | "decides" | "by",
  values?: Readonly<Record<string, string | number>>,
) => string;

export function useAwaitingWords(): AwaitingWords {
  const t = useTexts("decisions");
  return (key, values) => t(`awaiting.${key}`, { ...values });
}

/** What awaits a decision on the day that is read, each with its page; `shown` at first, the rest on asking. */
export function Awaiting({
  title,
  lead,
  shown,
  words,
}: {
  readonly title: string;
  readonly lead?: string;
  readonly shown: number;
  readonly words: AwaitingWords;
}) {
  const awaiting = useApi(listAwaiting, { query: {} });
  return (
    <Section title={title} lead={lead} cite="§2.4" id="vantar">
      <Loaded of={awaiting} lines={3}>
        {(all) => (
          <>
            {all.length === 0 ? (
              <EmptyState title={words("none")}>{words("none-detail")}</EmptyState>
            ) : (
              <AwaitingLines lines={all.slice(0, shown)} words={words} />
            )}
            {all.length > shown ? (
              <details>
                <summary>{words("more", { count: all.length - shown })}</summary>
                <AwaitingLines lines={all.slice(shown)} words={words} />
              </details>
            ) : null}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function AwaitingLines({
  lines,
  words,
}: {
  readonly lines: readonly AwaitingLine[];
  readonly words: AwaitingWords;
}) {
  return (
    <ul className="awaiting">
      {lines.map((line) => (
        <li key={line.id}>
          <Link href={line.href}>{line.title}</Link>
          <span className="awaiting-how">
            <HowItAwaits line={line} words={words} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Who has proposed it and when, who decides, and by when. */
export function HowItAwaits({ line, words }: { readonly line: AwaitingLine; readonly words: AwaitingWords }) {
  const { proposedBy, decides } = line;
  const own = proposedBy === null || proposedBy.organ === decides.organ;
  return (
    <>
      {own ? words("laid") : words("proposed", { organ: proposedBy.name })} <When at={line.proposedOn} />
      {line.paragraph === null ? null : `, ${line.paragraph}`}. {words("decides", { organ: decides.name })}
      {line.decidedBy === null ? null : (
        <>
          {" "}
          {words("by")} <When at={line.decidedBy} />
        </>
      )}
      .
    </>
  );
}

/** On a matter's own pages: that it awaits a decision, and the way to what is asked. Nothing where it does not. */
export function AwaitsDecision({ matter, body }: { readonly matter: string; readonly body: string }) {
  const t = useTexts("decisions");
  const words = useAwaitingWords();
  const awaiting = useApi(listAwaiting, { query: { body } });
  const line = awaiting.data?.find(({ id }) => id === matter);
  if (!line) return null;
  return (
    <p className="awaits">
      <Icon name="clock" />
      <span>
        <strong>{t("awaiting.awaits")}</strong> <HowItAwaits line={line} words={words} />{" "}
        <Link href={line.href}>{t("awaiting.read")}</Link>
      </span>
    </p>
  );
}
