import { Button, Checkbox } from "@digdir/designsystemet-react";
import { useState } from "react";
import { type Day, isDay } from "../../../kernel/day.ts";
import { addressOf } from "../../../platform/ui/api.ts";
import { TextField } from "../../../platform/ui/fields.tsx";
import { Link, useGo } from "../../../platform/ui/link.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { useSendFile } from "../../../platform/ui/send-file.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useSave } from "../../../platform/ui/use-api.ts";
import { TableSource } from "../../pages/table-source.tsx";
import { useSession } from "../../pages/use-session.ts";
import {
  applyBodiesTable,
  type BodiesTablePlan,
  bodiesCsv,
  bodiesWorkbook,
  previewBodiesTable,
} from "../table-contract.ts";
import { ForThoseWhoReorganise } from "./may-reorganise.tsx";
import { type Facts, GroundFields, NameField, NO_FACTS } from "./reorganisation-facts.tsx";
import { TablePlan } from "./table-plan.tsx";
import "./bodies.css";

/** The organisation out and in as a table, held against a day and registered as one reorganisation. */
export function BodiesTablePage() {
  const t = useTexts("organisation");
  const present = useSession()?.present;
  return (
    <Page
      title={t("bodies.table.title")}
      lead={t("bodies.table.lead")}
      cite="§3"
      above={<Link href="/beslut/organisation">{t("bodies.body.above")}</Link>}
    >
      <ForThoseWhoReorganise>{present ? <FromTable present={present} /> : null}</ForThoseWhoReorganise>
    </Page>
  );
}

function FromTable({ present }: { readonly present: string }) {
  const t = useTexts("organisation");
  const go = useGo();
  const toast = useToast();
  const [chosenDay, setDay] = useState(present);
  const [missing, setMissing] = useState<"stay" | "end">("stay");
  const [facts, setFacts] = useState<Facts>(NO_FACTS);
  const [pasted, paste] = useState("");
  const [file, setFile] = useState<File>();
  const [plan, setPlan] = useState<BodiesTablePlan>();
  const preview = useSendFile(previewBodiesTable);
  const apply = useSave(applyBodiesTable);
  const day = isDay(chosenDay) ? (chosenDay as Day) : undefined;
  const look = async (chosen: File, of: { day?: Day | undefined; missing: "stay" | "end" }) => {
    setFile(chosen);
    setPlan(undefined);
    apply.reset();
    if (of.day) setPlan(await preview.send({ query: { day: of.day, missing: of.missing }, file: chosen }));
  };
  /** What the plan was made by is other now: a file that has been read is looked at anew. */
  const changeDay = (text: string) => {
    setDay(text);
    setPlan(undefined);
    if (file && isDay(text)) void look(file, { day: text as Day, missing });
  };
  const changeMissing = (to: "stay" | "end") => {
    setMissing(to);
    if (file && day) void look(file, { day, missing: to });
  };
  const store = async () => {
    if (!file || !plan || !day) return;
    const done = await apply.save({ query: { ...facts, day, missing, sha256: plan.sha256 }, file });
    if (!done) return;
    toast(t("bodies.reorganise.done"));
    go("/beslut/organisation");
  };
  const set = (change: Partial<Facts>) => setFacts({ ...facts, ...change });
  const files = day ? { query: { day } } : { query: {} };
  return (
    <>
      <Section title={t("bodies.table.which-day")} lead={t("bodies.table.which-day-lead")}>
        <div className="form bodies-table-day">
          <TextField
            at="day"
            type="date"
            label={t("bodies.reorganise.day")}
            value={chosenDay}
            fault={day ? undefined : t("bodies.table.no-day")}
            problem={apply.problem}
            onChange={changeDay}
          />
        </div>
        <p className="row">
          <a className="ds-link" href={addressOf(bodiesWorkbook, files)}>
            {t("bodies.table.excel")}
          </a>
          <a className="ds-link" href={addressOf(bodiesCsv, files)}>
            {t("bodies.table.csv")}
          </a>
        </p>
      </Section>
      <Section title={t("bodies.table.in")} lead={t("bodies.table.in-lead")}>
        <TableSource
          help={t("bodies.table.paste-help")}
          pasted={pasted}
          onPaste={(text) => {
            paste(text);
            setPlan(undefined);
            setFile(undefined);
          }}
          onChosen={(chosen) => void look(chosen, { day, missing })}
          preview={preview}
        />
        <Checkbox
          label={t("bodies.table.end-missing")}
          description={t("bodies.table.end-missing-help")}
          value="end"
          checked={missing === "end"}
          onChange={(event) => changeMissing(event.target.checked ? "end" : "stay")}
        />
      </Section>
      {plan ? (
        <Section
          title={t("bodies.table.differs")}
          lead={t("people.table.preview-lead", { file: plan.filename, count: plan.rows })}
        >
          <TablePlan plan={plan} />
          {plan.preview && plan.counts.faults === 0 ? (
            <form
              className="form reorganise-facts"
              noValidate
              onSubmit={(event) => {
                event.preventDefault();
                if (!apply.saving) void store();
              }}
            >
              <ErrorSummary problem={apply.problem} />
              <NameField facts={facts} set={set} problem={apply.problem} />
              <GroundFields facts={facts} set={set} problem={apply.problem} />
              <div>
                <Button type="submit" loading={apply.saving}>
                  {t("bodies.reorganise.register")}
                </Button>
              </div>
            </form>
          ) : null}
        </Section>
      ) : null}
    </>
  );
}
