import { Button } from "@digdir/designsystemet-react";
import type { ReactNode } from "react";
import { JUDGEMENTS, type Judgement } from "../../goals/indicators/rules/indicator.ts";
import type { Day } from "../../kernel/day.ts";
import { usePeople } from "../../organisation/pages/person-field.tsx";
import { SelectField, TextArea } from "../../platform/ui/fields.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { When } from "../../platform/ui/number.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { Write } from "./text-part.tsx";
import "./followup.css";

export interface Judged {
  /** Null: not judged yet. */
  readonly judgement: Judgement | null;
  readonly grounds: string;
  readonly by?: string | undefined;
  readonly on?: Day | undefined;
  /** What it rested on has changed since. */
  readonly lookAgain?: boolean | undefined;
}

/**
 * A goal with what the system proposes and what a person judges, with the grounds (U-7): both are shown, so that it is seen
 * where they differ. The field is the person's own, empty until someone judges; who agrees takes over the proposal with one click.
 */
export function JudgedGoal({
  at,
  title,
  proposed,
  proposedGrounds,
  judged,
  write,
  children,
}: {
  /** The place in the report: "goals.2". */
  readonly at: string;
  readonly title: string;
  readonly proposed: Judgement;
  /** What the proposal rests on, in words; absent in older reports. */
  readonly proposedGrounds?: string | undefined;
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
        {write || !judged?.judgement ? null : (
          <span>
            {t("page.judge.judged")} <Status value={judged.judgement} />
          </span>
        )}
        {write || judged?.judgement !== proposed ? (
          <span className="quiet">
            {t("page.judge.proposed")} <Status value={proposed} />
          </span>
        ) : null}
        {judged?.by && judged.on ? <JudgedBy by={judged.by} on={judged.on} /> : null}
      </p>
      {write && proposedGrounds ? <p className="quiet small">{proposedGrounds}</p> : null}
      {write && judged?.lookAgain ? (
        <LookAgain
          what={title}
          stands={() => write({ judgement: judged.judgement, grounds: judged.grounds })}
        />
      ) : null}
      {write && (judged?.judgement ?? null) === null ? (
        <p>
          <Button
            variant="secondary"
            data-size="sm"
            aria-label={t("page.judge.agree-with", { what: title })}
            onClick={() => write({ judgement: proposed, grounds: judged?.grounds || proposedGrounds || "" })}
          >
            {t("page.judge.agree")}
          </Button>
        </p>
      ) : null}
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
              ...(judged?.judgement ? [] : [{ value: "", label: t("page.judge.choose") }]),
              ...JUDGEMENTS.map((value) => ({ value, label: t(`report.judgement.${value}`) })),
            ]}
          />
          <TextArea
            at={`${at}.grounds`}
            label={t("page.judge.grounds")}
            value={judged?.grounds ?? ""}
            onChange={(grounds) => write({ judgement: judged?.judgement ?? null, grounds })}
            rows={3}
            maxLength={8000}
          />
        </div>
      ) : judged?.grounds ? (
        <p className="prose" lang={WRITTEN}>
          {judged.grounds}
        </p>
      ) : null}
    </article>
  );
}

/** A judgement on what has changed since: it stands, or the one who looks at it judges otherwise (U-7). */
export function LookAgain({ what, stands }: { readonly what: string; readonly stands: () => void }) {
  const t = useTexts("followup");
  return (
    <p className="row">
      <Status value="needs-reason" word={t("page.judge.look-again")} />
      <Button
        variant="secondary"
        data-size="sm"
        aria-label={t("page.judge.stands-by", { what })}
        onClick={stands}
      >
        {t("page.judge.stands")}
      </Button>
    </p>
  );
}

/** Who judged, and when: by name for who has signed in. */
export function JudgedBy({ by, on }: { readonly by: string; readonly on: string }) {
  const t = useTexts("followup");
  const { personName } = usePeople();
  return (
    <span className="quiet">
      {t("page.judge.by", { who: personName(by) })} <When at={on} />
    </span>
  );
}
