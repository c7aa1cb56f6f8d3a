import { useState } from "react";
import { dayText } from "../../kernel/format.ts";
import { useBodies } from "../../organisation/pages/use-bodies.ts";
import { useGo } from "../../platform/ui/link.tsx";
import { MayButton } from "../../platform/ui/may-button.tsx";
import { ErrorSummary } from "../../platform/ui/problem-panel.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { useSave } from "../../platform/ui/use-api.ts";
import { beginChange, endChange, type MatterView, propose } from "../contract.ts";
import { holdsBackProposal } from "../rules/ground.ts";
import { writeAddress } from "../rules/kind.ts";
import { WITHOUT_MEETINGS } from "../rules/preparation.ts";
import { DecideDialog } from "./decide-dialog.tsx";
import { LayDialog } from "./lay-dialog.tsx";
import { useKindPages } from "./matter-pages.tsx";
import { ProposalDialog } from "./proposal-dialog.tsx";

interface WayOn<C> {
  readonly matter: MatterView<C>;
  readonly chapter: string;
  readonly ready?: (() => Promise<MatterView<C> | undefined>) | undefined;
}

/**
 * The way on from a draft: it is laid forward, an organ proposes it to the council where that decides, and the organ decides on it,
 * with what the meeting changes. `ready` stores what is not yet stored and gives the stored version, so that what is proposed is
 * what is on the screen.
 */
export function ProposeDecide<C>({
  matter,
  ...rest
}: {
  readonly matter: MatterView<C> | undefined;
  readonly chapter: string;
  readonly ready?: () => Promise<MatterView<C> | undefined>;
}) {
  if (!matter || matter.version.state === "decided" || matter.version.state === "superseded") return null;
  return (
    <>
      {matter.version.changes === null ? <Propose matter={matter} {...rest} /> : null}
      <Decide matter={matter} {...rest} />
      {matter.version.changes === null ? <BeginChange matter={matter} /> : <EndChange matter={matter} />}
      <Proposed matter={matter} />
    </>
  );
}

/** By whom it stands proposed. */
export function Proposed({ matter }: { readonly matter: MatterView<unknown> }) {
  const t = useTexts("decisions");
  const language = useLanguage();
  const { proposal, version } = matter;
  if (!proposal) return null;
  const { meeting, organName: organ } = proposal;
  return (
    <p className="quiet small">
      {meeting
        ? t("matter.proposed-by", {
            organ,
            version: version.changes ?? version.number,
            paragraph: meeting.paragraph,
            day: dayText(meeting.decidedOn, language),
            reference: meeting.reference,
          })
        : t("matter.laid-forward", { organ, day: dayText(proposal.on, language) })}
      {meeting?.votes ? ` ${t("matter.proposal-votes", meeting.votes)}` : null}
      {meeting?.reservations ? ` ${meeting.reservations.join(" ")}` : null}
    </p>
  );
}

/** What holds back one who would propose; undefined where nothing does. */
function useHeldBack(matter: MatterView<unknown>): string | undefined {
  const t = useTexts("decisions");
  const stops = matter.remarks.filter((remark) => remark.level === "stops").length;
  const open = matter.remarks.filter(holdsBackProposal).length;
  if (stops > 0) return t("matter.stops", { count: stops });
  return open > 0 ? t("ground.holds-back") : undefined;
}

function Propose<C>({ matter, ready }: WayOn<C>) {
  const t = useTexts("decisions");
  const toast = useToast();
  const { bodies } = useBodies();
  const { save, saving, problem } = useSave(propose);
  const [laying, setLaying] = useState<MatterView<C>>();
  const [registering, setRegistering] = useState(false);
  const heldBack = useHeldBack(matter as MatterView<unknown>);
  const laid = matter.version.state === "proposed" && matter.proposal !== null;
  const organs = matter.proposal?.meeting ? matter.proposal.organName : undefined;
  const mayForOrgan = matter.may.propose;
  // To a head of administration nobody explains what both have in their hands
  const alone = bodies.some(({ id, kind }) => id === matter.body && WITHOUT_MEETINGS.includes(kind));
  return (
    <>
      <MayButton
        variant="secondary"
        may={matter.may.edit}
        blocked={heldBack ?? (laid ? t("matter.already-proposed") : undefined)}
        busy={saving}
        onPress={async () => {
          const stored = ready ? await ready() : matter;
          if (!stored) return;
          if (!alone) return setLaying(stored);
          const done = await save({ params: { id: stored.id }, body: { revision: stored.version.revision } });
          if (done) toast(t("matter.proposed"));
        }}
      >
        {t("matter.propose")}
      </MayButton>
      {mayForOrgan?.allowed ? (
        <MayButton
          variant={organs ? "secondary" : "primary"}
          may={mayForOrgan}
          blocked={heldBack ?? (organs ? t("matter.organ-proposed", { organ: organs }) : undefined)}
          onPress={async () => {
            if (!ready || (await ready())) setRegistering(true);
          }}
        >
          {t("matter.propose-organ")}
        </MayButton>
      ) : null}
      {problem ? <ErrorSummary problem={problem} /> : null}
      {laying ? (
        <LayDialog matter={laying as MatterView<unknown>} onClose={() => setLaying(undefined)} />
      ) : null}
      {registering && mayForOrgan?.allowed ? (
        <ProposalDialog matter={matter} may={mayForOrgan} onClose={() => setRegistering(false)} />
      ) : null}
    </>
  );
}

function Decide<C>({ matter, chapter, ready }: WayOn<C>) {
  const t = useTexts("decisions");
  const [deciding, setDeciding] = useState(false);
  const stops = matter.remarks.filter((remark) => remark.level === "stops").length;
  return (
    <>
      <MayButton
        may={matter.may.decide}
        blocked={stops > 0 ? t("matter.stops", { count: stops }) : undefined}
        onPress={async () => {
          if (!ready || (await ready())) setDeciding(true);
        }}
      >
        {t("matter.decide")}
      </MayButton>
      {deciding && matter.may.decide.allowed ? (
        <DecideDialog
          matter={matter}
          chapter={chapter}
          may={matter.may.decide}
          onClose={() => setDeciding(false)}
        />
      ) : null}
    </>
  );
}

/** For those who register the organ's decisions, where a page writes the kind: the meeting changes what was proposed. */
function BeginChange<C>({ matter }: { readonly matter: MatterView<C> }) {
  const t = useTexts("decisions");
  const go = useGo();
  const toast = useToast();
  const { save, saving, problem } = useSave(beginChange);
  const kind = useKindPages(matter.kind)?.kind;
  const write = kind && writeAddress(kind, matter);
  if (!write || !matter.may.decide.allowed) return null;
  const proposed = matter.version.state === "proposed";
  return (
    <>
      <MayButton
        variant="secondary"
        may={matter.may.decide}
        blocked={proposed ? undefined : t("matter.change-first")}
        busy={saving}
        onPress={async () => {
          const begun = await save({
            params: { id: matter.id },
            body: { revision: matter.version.revision },
          });
          if (!begun) return;
          toast(t("matter.change-begun", { number: begun.value.version }));
          go(write);
        }}
      >
        {t("matter.change")}
      </MayButton>
      {problem ? <ErrorSummary problem={problem} /> : null}
    </>
  );
}

function EndChange<C>({ matter }: { readonly matter: MatterView<C> }) {
  const t = useTexts("decisions");
  const toast = useToast();
  const { save, saving, problem } = useSave(endChange);
  return (
    <>
      <MayButton
        variant="tertiary"
        may={matter.may.decide}
        busy={saving}
        onPress={async () => {
          const ended = await save({
            params: { id: matter.id },
            query: { revision: matter.version.revision },
          });
          if (ended) toast(t("matter.change-ended", { number: ended.value.version }));
        }}
      >
        {t("matter.end-change")}
      </MayButton>
      {problem ? <ErrorSummary problem={problem} /> : null}
    </>
  );
}
