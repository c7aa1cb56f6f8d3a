import { useState } from "react";
import { matterPath, placeOfMatter } from "../../../decisions/rules/kind.ts";
import { isBlank } from "../../../kernel/written.ts";
import { useSession } from "../../../organisation/pages/use-bodies.ts";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { fieldId, SelectField, TextArea, TextField } from "../../../platform/ui/fields.tsx";
import { KeptOffer } from "../../../platform/ui/kept-offer.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { Loaded, Skeleton } from "../../../platform/ui/loading.tsx";
import { MayButton } from "../../../platform/ui/may-button.tsx";
import { When } from "../../../platform/ui/number.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { SignInLink } from "../../../platform/ui/sign-in-link.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import { useKept } from "../../../platform/ui/use-kept.ts";
import { listSignals, noteSignal, type SignalView } from "../contract.ts";
import { ANALYSES_PAGE } from "../kind.ts";
import "./analyses.css";

/** One minute, any day of the year: what one has seen happen outside, and what became of it. */
export function SignalsPage() {
  const t = useTexts("goals");
  const session = useSession();
  return (
    <Page
      title={t("analysis.signal.title")}
      lead={t("analysis.signal.lead")}
      cite="§2.4"
      above={<Link href={ANALYSES_PAGE}>{t("analysis.page.back")}</Link>}
    >
      {session === undefined ? (
        <Skeleton lines={6} />
      ) : session.person ? (
        <Signals />
      ) : (
        <EmptyState
          title={t("analysis.signal.sign-in-title")}
          action={<SignInLink>{t("analysis.signal.sign-in")}</SignInLink>}
        >
          {t("analysis.signal.sign-in-detail")}
        </EmptyState>
      )}
    </Page>
  );
}

function Signals() {
  const t = useTexts("goals");
  const signals = useApi(listSignals, {});
  return (
    <>
      <NoteSignal goals={signals.data?.goals ?? []} trends={signals.data?.trends ?? []} />
      <Section title={t("analysis.signal.became")} lead={t("analysis.signal.became-lead")}>
        <Loaded of={signals} lines={6}>
          {({ signals: all, goals }) =>
            all.length === 0 ? (
              <EmptyState title={t("analysis.signal.none")}>{t("analysis.signal.none-detail")}</EmptyState>
            ) : (
              <ul className="plain-list stack">
                {all.map((signal) => (
                  <SignalItem
                    key={signal.id}
                    signal={signal}
                    goal={goals.find(({ id }) => id === signal.goal)?.name}
                  />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Section>
    </>
  );
}

const EMPTY = { text: "", seenAt: "", goal: "", trend: "" };
type Named = readonly { readonly id: string; readonly name: string }[];

function NoteSignal({ goals, trends }: { readonly goals: Named; readonly trends: Named }) {
  const t = useTexts("goals");
  const toast = useToast();
  const [signal, setSignal, kept] = useKept("signal", EMPTY);
  const [tried, setTried] = useState(false);
  const { save, saving, problem } = useSave(noteSignal);
  const set = (change: Partial<typeof EMPTY>) => setSignal({ ...signal, ...change });
  const missing = (text: string) => (tried && isBlank(text) ? t("analysis.missing") : undefined);
  const send = async () => {
    setTried(true);
    const empty = (["text", "seenAt"] as const).find((at) => isBlank(signal[at]));
    if (empty) return document.getElementById(fieldId(empty))?.focus();
    const { text, seenAt, goal, trend } = signal;
    if (!(await save({ body: { text, seenAt, goal: goal || null, trend: trend || null } }))) return;
    toast(t("analysis.signal.sent"));
    setSignal(EMPTY);
    kept.forget();
    setTried(false);
  };
  const options = (list: Named, none: string) => [
    { value: "", label: none },
    ...list.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <section className="sheet form" aria-labelledby="ny-signal">
      <h2 className="ds-heading" data-size="sm" id="ny-signal">
        {t("analysis.signal.new")}
      </h2>
      <ErrorSummary problem={problem} />
      {kept.offer ? (
        <KeptOffer from={kept.offer.from} onTake={kept.offer.take} onThrow={kept.offer.discard} />
      ) : null}
      <TextArea
        at="text"
        label={t("analysis.signal.text")}
        help={t("analysis.signal.text-help")}
        value={signal.text}
        onChange={(text) => set({ text })}
        rows={3}
        maxLength={2000}
        problem={problem}
        fault={missing(signal.text)}
      />
      <TextField
        at="seenAt"
        label={t("analysis.signal.seen-at")}
        help={t("analysis.signal.seen-at-help")}
        value={signal.seenAt}
        onChange={(seenAt) => set({ seenAt })}
        maxLength={500}
        problem={problem}
        fault={missing(signal.seenAt)}
      />
      <div className="analysis-pair">
        {trends.length > 0 ? (
          <SelectField
            at="trend"
            label={t("analysis.signal.trend")}
            value={signal.trend}
            onChange={(trend) => set({ trend })}
            options={options(trends, t("analysis.signal.no-trend"))}
          />
        ) : null}
        {goals.length > 0 ? (
          <SelectField
            at="goal"
            label={t("analysis.signal.goal")}
            value={signal.goal}
            onChange={(goal) => set({ goal })}
            options={options(goals, t("analysis.signal.no-goal"))}
          />
        ) : null}
      </div>
      <MayButton may={{ allowed: true, source: "", cite: "§2.4" }} busy={saving} onPress={send}>
        {t("analysis.signal.send")}
      </MayButton>
    </section>
  );
}

const SHOWN = { waiting: "waiting", gathered: "carried", answered: "answered" } as const;

function SignalItem({ signal, goal }: { readonly signal: SignalView; readonly goal: string | undefined }) {
  const t = useTexts("goals");
  const { gathered } = signal;
  const place = gathered ? placeOfMatter(gathered.matter) : undefined;
  return (
    <li className="sheet stack-small">
      <div className="row">
        <Status value={SHOWN[signal.fate]} word={t(`analysis.signal.fate.${signal.fate}`)} />
        <span className="quiet small">
          {signal.mine ? t("analysis.signal.mine") : signal.notedByName}, <When at={signal.notedOn} />
        </span>
      </div>
      <p className="prose" lang={WRITTEN}>
        {signal.text}
      </p>
      <p className="quiet small">
        <SeenAt at={signal.seenAt} />
        {[signal.trendName, goal].filter(Boolean).length > 0
          ? ` · ${[signal.trendName, goal].filter(Boolean).join(" · ")}`
          : ""}
      </p>
      {gathered && place ? (
        <blockquote className="analysis-answer">
          {gathered.answer === "" ? null : (
            <p className="prose" lang={WRITTEN}>
              {gathered.answer}
            </p>
          )}
          <p className="small">
            <Link href={gathered.decision === null ? matterPath(place) : `/beslut/${gathered.decision}`}>
              {t("analysis.signal.gathered-into", { year: place.year })}
            </Link>
          </p>
        </blockquote>
      ) : null}
    </li>
  );
}

/** Where it was seen; an address is a link. */
function SeenAt({ at }: { readonly at: string }) {
  const t = useTexts("goals");
  return (
    <>
      {t("analysis.signal.seen")}{" "}
      {/^https:\/\/\S+$/.test(at) ? (
        <a className="ds-link" href={at} rel="noreferrer">
          {at}
        </a>
      ) : (
        <span lang={WRITTEN}>{at}</span>
      )}
    </>
  );
}
