import { Checkbox } from "@digdir/designsystemet-react";
import { useState } from "react";
import { TextArea, TextField } from "../../platform/ui/fields.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { DecisionInput } from "../contract.ts";

/** How a meeting voted, where votes were counted. */
export function VoteFields({
  votes,
  onChange,
  problem,
  within = "",
}: {
  readonly votes: DecisionInput["votes"];
  readonly onChange: (votes: DecisionInput["votes"]) => void;
  readonly problem: unknown;
  /** The place of the votes in what is sent. */
  readonly within?: string;
}) {
  const t = useTexts("decisions");
  const [written, setWritten] = useState({ for: "", against: "", abstained: "0" });
  const numbers = (of: typeof written) => ({
    for: Number(of.for),
    against: Number(of.against),
    abstained: Number(of.abstained),
  });
  return (
    <>
      <Checkbox
        label={t("matter.dialog.votes")}
        checked={votes !== null}
        onChange={(event) => onChange(event.target.checked ? numbers(written) : null)}
      />
      {votes ? (
        <div className="votes">
          {(["for", "against", "abstained"] as const).map((name) => (
            <TextField
              key={name}
              at={`${within}votes.${name}`}
              label={t(`matter.dialog.${name}`)}
              value={written[name]}
              inputMode="numeric"
              problem={problem}
              onChange={(value) => {
                const next = { ...written, [name]: value.replace(/\D/g, "") };
                setWritten(next);
                onChange(numbers(next));
              }}
            />
          ))}
        </div>
      ) : null}
    </>
  );
}

/** Who reserved against what the meeting came to: one a line. */
export function ReservationField({
  text,
  onChange,
  problem,
  within = "",
}: {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly problem: unknown;
  /** The place of the reservations in what is sent. */
  readonly within?: string;
}) {
  const t = useTexts("decisions");
  return (
    <TextArea
      at={`${within}reservations`}
      label={t("matter.dialog.reservations")}
      help={t("matter.dialog.reservations-help")}
      value={text}
      onChange={onChange}
      rows={2}
      problem={problem}
    />
  );
}

export const reservationsIn = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
