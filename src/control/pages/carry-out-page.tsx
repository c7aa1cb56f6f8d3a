import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { OwnerName } from "../../decisions/course/pages/owner-name.tsx";
import { ThingButton } from "../../decisions/course/pages/thing-button.tsx";
import type { Day } from "../../kernel/day.ts";
import { useSession } from "../../organisation/pages/use-bodies.ts";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { Link, usePathParams } from "../../platform/ui/link.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { MayButton } from "../../platform/ui/may-button.tsx";
import { When } from "../../platform/ui/number.tsx";
import { Page, Section } from "../../platform/ui/page.tsx";
import { SignInLink } from "../../platform/ui/sign-in-link.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { type ControlInHand, type ControlsInHand, getControlsInHand } from "../contract.ts";
import { getControlEvidence } from "../evidence/contract.ts";
import { DrawSample } from "../evidence/pages/draw-sample.tsx";
import { EvidenceFiles } from "../evidence/pages/evidence-files.tsx";
import { registeredText, Samples } from "../evidence/pages/samples.tsx";
import { controlPage } from "../kind.ts";
import { timesDone } from "../rules/carried-out.ts";
import { occasionsOf } from "../rules/occasions.ts";
import { EarlierTimes } from "./earlier-times.tsx";
import { RegisterForm } from "./register-form.tsx";

/** One control, registered as carried out where it was: a few fields and a button, made for a phone (K-4). */
export function CarryOutPage() {
  const t = useTexts("control");
  const { body = "", year = "", control = "" } = usePathParams();
  const session = useSession();
  const valid = /^[a-z0-9-]{1,60}$/.test(body) && /^2[01]\d{2}$/.test(year);
  const inHand = useApi(
    getControlsInHand,
    { params: { body, year: Number(year) } },
    { when: valid && session?.person != null },
  );
  const title = t("page.carry-out.title");
  const back = <Link href={controlPage(body, Number(year))}>{t("page.carry-out.back")}</Link>;
  const nothing = (
    <Page title={title} above={back}>
      <EmptyState title={t("page.carry-out.not-found")}>{t("page.carry-out.not-found-detail")}</EmptyState>
    </Page>
  );
  if (!valid) return nothing;
  if (session?.person === null)
    return (
      <Page title={title} above={back}>
        <EmptyState title={t("page.carry-out.sign-in")} action={<SignInLink>{t("ui.sign-in")}</SignInLink>} />
      </Page>
    );
  return (
    <Loaded of={inHand} lines={8}>
      {(all) => {
        const one = all.controls.find((row) => row.control === control);
        if (!one) return nothing;
        return (
          <Page
            title={one.text}
            lead={t("page.carry-out.lead", { body: all.bodyName, year: all.year })}
            cite="§2.3"
            above={back}
            action={<ThingButton thing={one.thing} name={one.text} />}
          >
            <Facts of={one} />
            <Occasions of={one} today={session?.today ?? ""} />
            <CarryOut all={all} of={one} today={session?.today ?? ""} />
          </Page>
        );
      }}
    </Loaded>
  );
}

/** The sample, what it showed, and what shows that: in the order in which it is done. */
function CarryOut({
  all,
  of,
  today,
}: {
  readonly all: ControlsInHand;
  readonly of: ControlInHand;
  readonly today: string;
}) {
  const t = useTexts("control");
  const [drawing, setDrawing] = useState(false);
  const at = { body: all.body, year: all.year, control: of.control };
  const evidence = useApi(getControlEvidence, { params: at });
  const samples = evidence.data?.samples ?? [];
  const newest = samples[0] && registeredText(t, samples[0]);
  const told = of.carriedOut.some(({ sample }) => sample === newest);
  return (
    <>
      <Section
        title={t("evidence.sample.title")}
        lead={t("evidence.sample.lead")}
        action={
          of.may.allowed ? (
            <Button variant="secondary" onClick={() => setDrawing(true)}>
              {t("evidence.sample.draw")}
            </Button>
          ) : null
        }
      >
        <Samples samples={samples} today={today} />
      </Section>
      <Section title={t("page.carry-out.title")}>
        {of.may.allowed ? (
          <RegisterForm all={all} of={of} drawn={told ? undefined : newest} today={today} />
        ) : (
          <MayButton may={of.may} onPress={() => {}}>
            {t("page.carry-out.save")}
          </MayButton>
        )}
      </Section>
      <Section title={t("page.carry-out.earlier")}>
        <EarlierTimes
          all={all}
          of={of}
          evidence={({ time, doneOn }) => (
            <EvidenceFiles
              at={at}
              time={time}
              day={doneOn}
              files={evidence.data?.files.filter((file) => file.time === time) ?? []}
              mayAdd={of.may.allowed}
              onAdded={() => void evidence.refetch()}
            />
          )}
        />
      </Section>
      {drawing ? <DrawSample at={at} onClose={() => setDrawing(false)} /> : null}
    </>
  );
}

/** Each of the times that the plan asks for, with a day of its own. */
function Occasions({ of, today }: { readonly of: ControlInHand; readonly today: string }) {
  const t = useTexts("control");
  if (of.times < 2 || of.times > MOST_TOLD) return null;
  const carried = of.carriedOut.map((one) => ({ ...one, control: of.control }));
  return (
    <Section title={t("page.carry-out.occasions")}>
      <ol className="tallies">
        {occasionsOf({ due: of.due as Day, times: of.times }, carried, today as Day).map((one) => (
          <li key={one.number}>
            <Status
              value={one.late ? "late" : (one.carried?.result ?? "to-come")}
              word={t("page.carry-out.occasion", { number: one.number })}
            />
            {one.carried ? (
              <span>
                {t("page.carry-out.occasion-done")} <When at={one.carried.doneOn} form="short" />
              </span>
            ) : (
              <span>
                {t("page.carry-out.occasion-due")} <When at={one.due} form="short" />
              </span>
            )}
            {one.late ? <span className="quiet small">{t("page.carry-out.late")}</span> : null}
          </li>
        ))}
      </ol>
    </Section>
  );
}
/** What is done each week is told by its next day alone. */
const MOST_TOLD = 12;

function Facts({ of }: { readonly of: ControlInHand }) {
  const t = useTexts("control");
  return (
    <dl className="facts sheet">
      <dt>{t("page.carry-out.how")}</dt>
      <dd>
        {of.method}. {of.scope}
      </dd>
      <dt>{t("page.responsible")}</dt>
      <dd>
        <OwnerName of={of} />
      </dd>
      <dt>{t("page.in-hand.done")}</dt>
      <dd>
        {t("page.carry-out.times", { done: timesDone(of.carriedOut), times: of.times })}{" "}
        {of.nextDue ? (
          <>
            {t("page.carry-out.next")} <When at={of.nextDue} />.
          </>
        ) : null}
      </dd>
    </dl>
  );
}
