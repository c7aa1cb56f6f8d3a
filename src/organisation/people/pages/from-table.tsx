import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { type Day, isDay, yearOf } from "../../../kernel/day.ts";
import { lawDay } from "../../../kernel/law-days.ts";
import { TextField } from "../../../platform/ui/fields.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { useSendFile } from "../../../platform/ui/send-file.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useSave } from "../../../platform/ui/use-api.ts";
import { TableSource } from "../../pages/table-source.tsx";
import { MAX_GIVEN_BY } from "../rules/posts.ts";
import { applyTable, type PeoplePlan, previewTable } from "../table-contract.ts";
import { PlanView } from "./plan-view.tsx";
import "./people.css";

const ELECTED_EVERY_YEARS = 4;
/** The election year of the period that comes next, or that has just begun. */
const electionYear = (today: string): number => {
  const year = yearOf(today as Day);
  const since = (((year - 2) % ELECTED_EVERY_YEARS) + ELECTED_EVERY_YEARS) % ELECTED_EVERY_YEARS;
  return since <= 1 ? year - since : year - since + ELECTED_EVERY_YEARS;
};

/** A table of people and posts, pasted or as a file: what it would change is looked through before it is stored as one change. */
export function FromTable({
  sort,
  today,
  named,
}: {
  readonly sort: "period" | "table";
  readonly today: string;
  /** What the change is called unless somebody says otherwise. */
  readonly named?: string;
}) {
  const t = useTexts("organisation");
  const toast = useToast();
  const year = electionYear(today);
  const [council, setCouncil] = useState<string>(lawDay("newCouncil", year));
  const [committees, setCommittees] = useState(`${year + 1}-01-01`);
  const [boards, setBoards] = useState(`${year + 1}-04-15`);
  const [decision, setDecision] = useState("");
  const [name, setName] = useState(
    named ?? (sort === "period" ? t("people.period.name", { from: year + 1, to: year + 4 }) : ""),
  );
  const [pasted, paste] = useState("");
  const [file, setFile] = useState<File>();
  const [plan, setPlan] = useState<PeoplePlan>();
  const preview = useSendFile(previewTable);
  const apply = useSave(applyTable);
  const day = (text: string) => (isDay(text) ? (text as Day) : undefined);
  const query = {
    sort,
    ...(sort === "period" ? { council: day(council), committees: day(committees), boards: day(boards) } : {}),
    ...(decision.trim() ? { decision: decision.trim() } : {}),
  };
  const look = async (chosen: File) => {
    setFile(chosen);
    setPlan(undefined);
    apply.reset();
    setPlan(await preview.send({ query, file: chosen }));
  };
  const store = async () => {
    if (!file || !plan) return;
    const done = await apply.save({ query: { ...query, name: name.trim(), sha256: plan.sha256 }, file });
    if (!done) return;
    toast(t("people.table.stored"));
    setPlan(undefined);
    setFile(undefined);
    paste("");
  };
  /** What the plan was made by is other now: it is looked at anew before it is stored. */
  const changes =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value);
      setPlan(undefined);
    };
  const changed = plan
    ? plan.counts.posts + plan.counts.ends + plan.counts.corrections > 0 && plan.counts.faults === 0
    : false;
  return (
    <>
      <Section
        title={t(sort === "period" ? "people.period.when" : "people.table.in")}
        lead={t(sort === "period" ? "people.period.when-lead" : "people.table.in-lead")}
      >
        <div className="form">
          {sort === "period" ? (
            <div className="row fields-row">
              <TextField
                at="council"
                type="date"
                label={t("people.period.council")}
                value={council}
                onChange={changes(setCouncil)}
              />
              <TextField
                at="committees"
                type="date"
                label={t("people.period.committees")}
                value={committees}
                onChange={changes(setCommittees)}
              />
              <TextField
                at="boards"
                type="date"
                label={t("people.period.boards")}
                value={boards}
                onChange={changes(setBoards)}
              />
            </div>
          ) : null}
          <TextField
            at="decision"
            label={t("people.given-by")}
            help={t("people.given-by-help")}
            optional={t("people.optional")}
            value={decision}
            maxLength={MAX_GIVEN_BY}
            onChange={changes(setDecision)}
          />
        </div>
        <TableSource
          help={t("people.table.paste-help")}
          pasted={pasted}
          onPaste={changes(paste)}
          onChosen={(chosen) => void look(chosen)}
          preview={preview}
        />
      </Section>
      {plan ? (
        <Section
          title={t("people.table.preview")}
          lead={t("people.table.preview-lead", { file: plan.filename, count: plan.rows })}
        >
          <PlanView plan={plan} />
          {changed ? (
            <form
              className="form"
              noValidate
              onSubmit={(event) => {
                event.preventDefault();
                if (!apply.saving && name.trim()) void store();
              }}
            >
              <ErrorSummary problem={apply.problem} />
              <TextField
                at="name"
                label={t("people.table.name")}
                help={t("people.table.name-help")}
                value={name}
                maxLength={200}
                onChange={setName}
                fault={name.trim() === "" ? t("people.missing") : undefined}
              />
              <div>
                <Button type="submit" loading={apply.saving}>
                  {t("people.table.store")}
                </Button>
              </div>
            </form>
          ) : null}
        </Section>
      ) : null}
    </>
  );
}
