import { Button } from "@digdir/designsystemet-react";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { isDay } from "../../kernel/day.ts";
import { dayText } from "../../kernel/format.ts";
import { getSession, moveSampleDay } from "../../organisation/contract.ts";
import type { Session } from "../../organisation/pages/use-session.ts";
import { Disclosure } from "../../platform/ui/disclosure.tsx";
import { TextField } from "../../platform/ui/fields.tsx";
import { When } from "../../platform/ui/number.tsx";
import { ProblemPanel } from "../../platform/ui/problem-panel.tsx";
import { SignInLink } from "../../platform/ui/sign-in-link.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { useSave } from "../../platform/ui/use-api.ts";
import { chooseDay } from "./day/chosen-day.ts";

/**
 * Says that this is a sample and which day it is there, which can be moved, for all. While its year is played: how far it has come.
 */
export function SampleStrip({ session }: { readonly session: Session }) {
  const t = useTexts("shell");
  const { present, playing } = session;
  useFollowPlay(playing !== null);
  if (session.sampleFor === "nobody")
    return (
      <section className="sample" aria-label={t("page.sample.name")}>
        <strong>{t("page.sample.name")}</strong>
        <span>{t("page.sample.closed")}</span>
      </section>
    );
  if (playing)
    return (
      <section className="sample" aria-label={t("page.sample.name")}>
        <strong>{t("page.sample.name")}</strong>
        {session.sampleFor === "everyone" ? <span>{t("page.sample.public")}</span> : null}
        <span className="sample-playing">{t("page.sample.playing", playing)}</span>
        <progress
          className="sample-progress"
          value={playing.done}
          max={playing.of}
          aria-label={t("page.sample.progress")}
        />
      </section>
    );
  return (
    <section className="sample" aria-label={t("page.sample.name")}>
      <strong>{t("page.sample.name")}</strong>
      {session.sampleFor === "everyone" ? (
        <span>{t("page.sample.public")}</span>
      ) : (
        <span className="sample-what">{t("page.sample.what")}</span>
      )}
      <span>
        {t("page.sample.own-day")} <When at={present} />
      </span>
      <Disclosure label={t("page.sample.choose")} className="sample-button">
        {(close) => <DayForm session={session} close={close} />}
      </Disclosure>
    </section>
  );
}

const LOOK_EVERY_MS = 1000;

/** While the year is played: asks how far it has come, and reads everything anew when it is done. */
function useFollowPlay(playing: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(
      () => void client.invalidateQueries({ queryKey: [getSession.id] }),
      LOOK_EVERY_MS,
    );
    return () => {
      clearInterval(timer);
      void client.invalidateQueries();
    };
  }, [playing, client]);
}

function DayForm({ session, close }: { readonly session: Session; readonly close: () => void }) {
  const t = useTexts("shell");
  const [day, setDay] = useState<string>(session.present);
  const [fault, setFault] = useState<string>();
  const { move, moving, problem } = useMove();
  if (!session.person) return <SignInLink>{t("page.sample.move-sign-in")}</SignInLink>;
  const go = async () => {
    setFault(isDay(day) ? undefined : t("page.day.no-day"));
    if (isDay(day) && (await move(session.present, day))) close();
  };
  return (
    <form
      className="form sample-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <ProblemPanel problem={problem} focus />
      <TextField
        at="sample-day"
        type="date"
        label={t("page.sample.field")}
        help={t("page.sample.move-help")}
        value={day}
        onChange={setDay}
        fault={fault}
      />
      <Button type="submit" data-size="sm" loading={moving}>
        {t("page.sample.move")}
      </Button>
    </form>
  );
}

/** Moves the sample's own day, for all who are there; it can be moved back. */
function useMove() {
  const t = useTexts("shell");
  const language = useLanguage();
  const toast = useToast();
  const { save, saving, problem } = useSave(moveSampleDay);
  const move = async (from: string, to: string): Promise<boolean> => {
    const moved = await save({ body: { day: to as never } });
    if (!moved) return false;
    chooseDay(undefined);
    toast(t("page.sample.moved", { day: dayText(to, language) }), { undo: () => move(to, from) });
    return true;
  };
  return { move, moving: saving, problem };
}
