import { Button } from "@digdir/designsystemet-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { isDay } from "../../../kernel/day.ts";
import { dayText } from "../../../kernel/format.ts";
import type { Session } from "../../../organisation/pages/use-session.ts";
import { Disclosure } from "../../../platform/ui/disclosure.tsx";
import { TextField } from "../../../platform/ui/fields.tsx";
import { Icon } from "../../../platform/ui/icon.tsx";
import { useReadingDay } from "../../../platform/ui/reading-day.ts";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { chooseDay } from "./chosen-day.ts";
import { noteChosen, useFocusBack } from "./focus-back.ts";
import "./day.css";

/** The day in the bar: today, or an earlier one, at whose end one reads what was known. In a sample a coming one too. */
export function DayChoice({ session }: { readonly session: Session }) {
  const t = useTexts("shell");
  const language = useLanguage();
  const reading = useReadingDay();
  useFocusBack(session.today, ".day-choice .disclosure > button");
  const day = reading ? dayText(session.today, language) : t("page.day.today");
  return (
    <div className="day-choice">
      <Disclosure
        className="pick-button day-button"
        name={t("page.day.button", { day })}
        label={
          <>
            <Icon name="calendar" size={18} />
            <span>{day}</span>
          </>
        }
      >
        {(close) => <DayForm session={session} close={close} />}
      </Disclosure>
    </div>
  );
}

function DayForm({ session, close }: { readonly session: Session; readonly close: () => void }) {
  const t = useTexts("shell");
  const language = useLanguage();
  const client = useQueryClient();
  const reading = useReadingDay();
  const [day, setDay] = useState<string>(session.today);
  const [fault, setFault] = useState<string>();
  const faultOf = (chosen: string) => {
    if (!isDay(chosen)) return t("page.day.no-day");
    if (!session.sample && chosen > session.present)
      return t("page.day.not-yet", { day: dayText(session.present, language) });
    return undefined;
  };
  const read = async () => {
    const found = faultOf(day);
    setFault(found);
    if (found !== undefined) return;
    chooseDay(day === session.present ? undefined : day);
    close();
    noteChosen();
    await client.resetQueries();
  };
  return (
    <form
      className="form day-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void read();
      }}
    >
      <TextField
        at="reading-day"
        type="date"
        label={t("page.day.field")}
        help={t("page.day.help")}
        value={day}
        onChange={setDay}
        fault={fault}
      />
      <Button type="submit" data-size="sm">
        {t("page.day.show")}
      </Button>
      {reading ? (
        <Button
          type="button"
          variant="secondary"
          data-size="sm"
          onClick={() => {
            close();
            void reading.goToPresent();
          }}
        >
          {t("page.day.back")}
        </Button>
      ) : null}
    </form>
  );
}
