import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useMayOf } from "../../../organisation/pages/may-read.tsx";
import { Dialog } from "../../../platform/ui/dialog.tsx";
import { SelectField, TextField } from "../../../platform/ui/fields.tsx";
import { MayButton } from "../../../platform/ui/may-button.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useSave } from "../../../platform/ui/use-api.ts";
import { setReminders } from "../contract.ts";
import { REMINDER } from "../kind.ts";
import { HOW, ReminderSetting } from "../rules/choice.ts";
import { WeekdayField } from "./weekday-field.tsx";

/** How the municipality has it: shown to all, changed by whoever may. */
export function SettingPart({ setting }: { readonly setting: ReminderSetting }) {
  const t = useTexts("year");
  const may = useMayOf("executive", `manage:${REMINDER.object}`);
  const [open, setOpen] = useState(false);
  return (
    <Section
      title={t("reminders.setting")}
      lead={t("reminders.setting-lead", { days: setting.escalateDays })}
    >
      <p>
        {t("reminders.setting-how")} {t(`reminders.usual-of.${setting.how}`)}
        {setting.how === "week" ? ` (${t(`reminders.weekdays.${dayOf(setting)}`)})` : ""}.
      </p>
      <div>
        <MayButton may={may} variant="secondary" onPress={() => setOpen(true)}>
          {t("reminders.setting-change")}
        </MayButton>
      </div>
      {open ? <ChangeSetting setting={setting} onClose={() => setOpen(false)} /> : null}
    </Section>
  );
}

const dayOf = ({ weekday }: ReminderSetting) => weekday as 1 | 2 | 3 | 4 | 5;

function ChangeSetting({
  setting,
  onClose,
}: {
  readonly setting: ReminderSetting;
  readonly onClose: () => void;
}) {
  const t = useTexts("year");
  const toast = useToast();
  const { save, saving, problem } = useSave(setReminders);
  const [how, setHow] = useState(setting.how);
  const [weekday, setWeekday] = useState(setting.weekday);
  const [days, setDays] = useState(String(setting.escalateDays));
  const [fault, setFault] = useState<string>();
  const store = async () => {
    const body = ReminderSetting.safeParse({ how, weekday, escalateDays: Number(days.trim() || "x") });
    setFault(body.success ? undefined : t("reminders.escalate-fault"));
    if (!body.success || !(await save({ body: body.data }))) return;
    toast(t("reminders.setting-saved"));
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("reminders.setting-change")}
      footer={
        <Button loading={saving} onClick={() => void store()}>
          {t("reminders.setting-save")}
        </Button>
      }
    >
      <div className="stack">
        <ProblemPanel problem={problem} focus />
        <SelectField
          at="setting-how"
          label={t("reminders.setting-how")}
          value={how}
          onChange={(value) => setHow(HOW.find((one) => one === value) ?? how)}
          options={HOW.map((one) => ({ value: one, label: t(`reminders.usual-of.${one}`) }))}
        />
        {how === "week" ? <WeekdayField at="setting-weekday" value={weekday} onChange={setWeekday} /> : null}
        <TextField
          at="escalateDays"
          label={t("reminders.escalate")}
          help={t("reminders.escalate-help")}
          inputMode="numeric"
          maxLength={3}
          value={days}
          onChange={setDays}
          fault={fault}
          problem={problem}
        />
      </div>
    </Dialog>
  );
}
