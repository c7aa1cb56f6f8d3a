import type { ReactNode } from "react";
import { JUDGEMENTS, type Judgement } from "../../goals/rules/indicator.ts";
import { SelectField, TextArea } from "../../platform/ui/fields.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { Write } from "./text-part.tsx";
import "./followup.css";

export interface Judged {
  readonly judgement: Judgement;
  readonly grounds: string;
}

/**
 * A goal with what the system proposes and what a person judges, with the grounds (U-7): both are shown, so that it is seen
 * where they differ.
 */
export function JudgedGoal({
  at,
  title,
  proposed,
  judged,
  write,
  children,
}: {
  /** The place in the report: "goals.2". */
  readonly at: string;
  readonly title: string;
  readonly proposed: Judgement;
  /** Undefined: nobody has judged it yet. */
  readonly judged: Judged | undefined;
  readonly write: Write<Judged>;
  readonly children?: ReactNode;
}) {
  const t = useTexts("followup");
  return (
    <article className="sheet judged">
      <h3>{title}</h3>
      {children}
      <p className="judged-says">
        {write || !judged ? null : (
          <span>
            {t("page.judge.judged")} <Status value={judged.judgement} />
          </span>
        )}
        {write || judged?.judgement !== proposed ? (
          <span className="quiet">
            {t("page.judge.proposed")} <Status value={proposed} />
          </span>
        ) : null}
      </p>
      {write ? (
        <div className="judged-fields">
          <SelectField
            at={`${at}.judgement`}
            label={t("page.judge.own")}
            value={judged?.judgement ?? ""}
            onChange={(judgement) =>
              write({ judgement: judgement as Judgement, grounds: judged?.grounds ?? "" })
            }
            options={[
              ...(judged ? [] : [{ value: "", label: t("page.judge.choose") }]),
              ...JUDGEMENTS.map((value) => ({ value, label: t(`report.judgement.${value}`) })),
            ]}
          />
          <TextArea
            at={`${at}.grounds`}
            label={t("page.judge.grounds")}
            value={judged?.grounds ?? ""}
            onChange={(grounds) => write({ judgement: judged?.judgement ?? proposed, grounds })}
            rows={3}
            maxLength={8000}
          />
        </div>
      ) : judged?.grounds ? (
        <p className="prose">{judged.grounds}</p>
      ) : null}
    </article>
  );
}
