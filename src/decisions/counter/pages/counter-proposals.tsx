import { Button } from "@digdir/designsystemet-react";
import { type ReactNode, Suspense, useState } from "react";
import { dayText } from "../../../kernel/format.ts";
import { Link, useGo } from "../../../platform/ui/link.tsx";
import { Loaded, Skeleton } from "../../../platform/ui/loading.tsx";
import { MayButton } from "../../../platform/ui/may-button.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { Status, type StatusValue } from "../../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import { beginChange } from "../../contract.ts";
import { Content } from "../../pages/content.tsx";
import { useKindPages } from "../../pages/matter-pages.tsx";
import { type MatterPlace, writeAddress } from "../../rules/kind.ts";
import {
  type CounterProposal,
  getCounterProposal,
  listCounterProposals,
  withdrawCounterProposal,
} from "../contract.ts";
import { CounterDialog } from "./counter-dialog.tsx";
import "./counter.css";

/**
 * What parties and members put against what lies before the body, and where one lays one's own. Nothing where none was laid and the
 * matter lies before no body.
 */
export function CounterProposals({
  id,
  place,
  proposed,
}: {
  readonly id: string;
  readonly place: MatterPlace;
  /** The proposal that they stand against, for those who register what the meeting does with it. */
  readonly proposed?: { readonly revision: number } | undefined;
}) {
  const t = useTexts("decisions");
  const listed = useApi(listCounterProposals, { params: { id } });
  const [laying, setLaying] = useState(false);
  const { before, counterProposals: all = [] } = listed.data ?? {};
  if (listed.data && !before && all.length === 0) return null;
  return (
    <Section title={t("counter.title")} lead={t("counter.lead")} cite="§3.2">
      <Loaded of={listed}>
        {({ takesScenario }) => (
          <div className="stack">
            {all.length === 0 ? <p className="quiet">{t("counter.none")}</p> : null}
            {all.length > 0 ? (
              <ul className="counter-list">
                {all.map((one) => (
                  <li key={one.number} className="sheet">
                    <One one={one} place={place} proposed={proposed} />
                  </li>
                ))}
              </ul>
            ) : null}
            {before ? (
              <MayButton variant="secondary" may={before.may} onPress={() => setLaying(true)}>
                {t("counter.lay")}
              </MayButton>
            ) : null}
            {before && laying ? (
              <CounterDialog
                id={id}
                place={place}
                organ={before.organ}
                takesScenario={takesScenario}
                onClose={() => setLaying(false)}
              />
            ) : null}
          </div>
        )}
      </Loaded>
    </Section>
  );
}

const STATES = { adopted: "decided", "voted-down": "superseded" } as const satisfies Record<
  string,
  StatusValue
>;

interface OneProps {
  readonly one: CounterProposal;
  readonly place: MatterPlace;
  readonly proposed: { readonly revision: number } | undefined;
}

function One({ one, place, proposed }: OneProps) {
  const t = useTexts("decisions");
  const language = useLanguage();
  const { fell, withdrawnOn } = one;
  const state: readonly [StatusValue, string] = fell
    ? [STATES[fell.outcome], t(`counter.${fell.outcome}`)]
    : withdrawnOn
      ? ["past", t("counter.withdrawn", { day: dayText(withdrawnOn, language) })]
      : ["proposed", t("counter.stands")];
  return (
    <article className="stack" aria-label={one.party}>
      <p className="row">
        <strong>{one.party}</strong>
        <Status value={state[0]} word={state[1]} />
        {fell ? (
          <Link href={`/beslut/${fell.decision}`}>{t("counter.by-decision", { number: fell.decision })}</Link>
        ) : null}
      </p>
      <p>{one.sentence}</p>
      <p className="quiet small">
        {t("counter.beside", { organ: one.organ, day: dayText(one.laidOn, language) })}
      </p>
      {one.text ? (
        <details>
          <summary>{t("counter.more")}</summary>
          <p className="counter-text">{one.text}</p>
        </details>
      ) : null}
      {one.scenario === null ? null : (
        <Opened title={t("counter.content", { name: one.scenario })}>
          <Laid one={one} place={place} />
        </Opened>
      )}
      {proposed && one.scenario !== null && !fell && !withdrawnOn ? (
        <WriteIn one={one} place={place} proposed={proposed} />
      ) : null}
      {one.mayWithdraw ? <Withdraw one={one} /> : null}
    </article>
  );
}

/** What is large is fetched when it is opened. */
function Opened({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open ? children : null}
    </details>
  );
}

function Laid({ one, place }: { readonly one: CounterProposal; readonly place: MatterPlace }) {
  const read = useApi(getCounterProposal, { params: { id: one.matterId, number: one.number } });
  return (
    <Loaded of={read} lines={6}>
      {({ content, read: present = content }) => (
        <Suspense fallback={<Skeleton lines={6} />}>
          <Content kind={place.kind} content={present} body={place.body} year={place.year} />
        </Suspense>
      )}
    </Loaded>
  );
}

/** The meeting changes the proposal to what the counter-proposal's scenario makes of it. */
function WriteIn({
  one,
  place,
  proposed,
}: Required<OneProps> & { readonly proposed: { readonly revision: number } }) {
  const t = useTexts("decisions");
  const go = useGo();
  const toast = useToast();
  const { save, saving, problem } = useSave(beginChange);
  const kind = useKindPages(place.kind)?.kind;
  const write = kind && writeAddress(kind, place);
  return (
    <>
      {problem ? <ErrorSummary problem={problem} /> : null}
      <p>
        <Button
          variant="secondary"
          data-size="sm"
          loading={saving}
          onClick={async () => {
            if (saving) return;
            const begun = await save({
              params: { id: one.matterId },
              body: { revision: proposed.revision, counterProposal: one.number },
            });
            if (!begun) return;
            toast(t("matter.change-begun", { number: begun.value.version }));
            if (write) go(write);
          }}
        >
          {t("counter.write-in")}
        </Button>
      </p>
    </>
  );
}

function Withdraw({ one }: { readonly one: CounterProposal }) {
  const t = useTexts("decisions");
  const toast = useToast();
  const { save, saving, problem } = useSave(withdrawCounterProposal);
  return (
    <>
      {problem ? <ErrorSummary problem={problem} /> : null}
      <p>
        <button
          type="button"
          className="ds-link"
          aria-label={t("counter.withdraw-of", { party: one.party })}
          aria-disabled={saving}
          onClick={async () => {
            if (saving) return;
            const done = await save({ params: { id: one.matterId, number: one.number } });
            if (done) toast(t("counter.withdrawn-now"));
          }}
        >
          {t("counter.withdraw")}
        </button>
      </p>
    </>
  );
}
