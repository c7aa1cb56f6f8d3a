import { Button } from "@digdir/designsystemet-react";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { isDay } from "../../kernel/day.ts";
import { getSession } from "../../organisation/contract.ts";
import type { Session } from "../../organisation/pages/use-session.ts";
import { Disclosure } from "../../platform/ui/disclosure.tsx";
import { TextField } from "../../platform/ui/fields.tsx";
import { When } from "../../platform/ui/number.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { chooseDay, keptDay } from "./sample-day.ts";

/** Says that this is a sample, which day it shows, and lets one look from another day; while its year is played, how far it has come. */
export function SampleStrip({
  today,
  playing,
}: {
  readonly today: string;
  readonly playing: Session["playing"];
}) {
  const t = useTexts("shell");
  useFollowPlay(playing !== null);
  if (playing)
    return (
      <section className="sample" aria-label={t("page.sample.name")}>
        <strong>{t("page.sample.name")}</strong>
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
      <span className="sample-what">{t("page.sample.what")}</span>
      <span>
        {t("page.sample.day")} <When at={today} />
      </span>
      <Disclosure label={t("page.sample.choose")} className="sample-button">
        {(close) => <DayForm today={today} close={close} />}
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

function DayForm({ today, close }: { readonly today: string; readonly close: () => void }) {
  const t = useTexts("shell");
  const client = useQueryClient();
  const [day, setDay] = useState(today);
  const [fault, setFault] = useState<string>();
  const show = async (chosen: string | undefined) => {
    chooseDay(chosen);
    close();
    await client.resetQueries();
  };
  return (
    <form
      className="form sample-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isDay(day)) void show(day);
        else setFault(t("page.sample.no-day"));
      }}
    >
      <TextField
        at="sample-day"
        type="date"
        label={t("page.sample.field")}
        help={t("page.sample.help")}
        value={day}
        onChange={setDay}
        fault={fault}
      />
      <div className="row">
        <Button type="submit" data-size="sm">
          {t("page.sample.show")}
        </Button>
        {keptDay() ? (
          <Button variant="tertiary" data-size="sm" onClick={() => void show(undefined)}>
            {t("page.sample.back")}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
