import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { isBlank } from "../../kernel/written.ts";
import { TextArea, TextField } from "../../platform/ui/fields.tsx";
import { Skeleton } from "../../platform/ui/loading.tsx";
import { ProblemPanel } from "../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { askProposing, PROPOSAL_TEXT, type ProposalText } from "../contract.ts";

type Perspective = ProposalText["perspectives"][number];

/** What is said of a proposal where it is laid forward, begun from what the server proposes. */
export function useWhy(matter: string) {
  const asked = useApi(askProposing, { params: { id: matter } });
  const [why, setWhy] = useState<string>();
  const [perspectives, setPerspectives] = useState<readonly Perspective[]>();
  const written = why ?? asked.data?.why ?? "";
  const seen = perspectives ?? asked.data?.perspectives ?? [];
  return {
    asked,
    why: written,
    setWhy,
    perspectives: seen,
    setPerspectives,
    missing: isBlank(written) && asked.data?.demanded !== false,
    /** What is sent. */
    said: {
      ...(isBlank(written) ? {} : { why: written }),
      perspectives: seen.filter(({ heading, text }) => !isBlank(heading) && !isBlank(text)),
    },
  };
}

export function WhyFields({
  of: { asked, why, setWhy, perspectives, setPerspectives, missing },
  problem,
  tried,
}: {
  readonly of: ReturnType<typeof useWhy>;
  readonly problem: unknown;
  /** Whether one has tried to lay it forward: what is missing is said then. */
  readonly tried: boolean;
}) {
  const t = useTexts("decisions");
  if (asked.error) return <ProblemPanel problem={asked.error} retry={asked.refetch} />;
  if (!asked.data) return <Skeleton lines={3} />;
  return (
    <>
      <TextArea
        at="why"
        label={t("why.label")}
        help={t("why.help")}
        value={why}
        onChange={setWhy}
        rows={5}
        maxLength={PROPOSAL_TEXT.why}
        problem={problem}
        fault={tried && missing ? t("why.missing") : undefined}
      />
      <PerspectiveFields perspectives={perspectives} onChange={setPerspectives} problem={problem} />
    </>
  );
}

/** What it means seen from the children, equality, the environment: by the body's own headings, as many as it has. */
function PerspectiveFields({
  perspectives,
  onChange,
  problem,
}: {
  readonly perspectives: readonly Perspective[];
  readonly onChange: (perspectives: readonly Perspective[]) => void;
  readonly problem: unknown;
}) {
  const t = useTexts("decisions");
  const write = (i: number, part: Partial<Perspective>) =>
    onChange(perspectives.map((one, at) => (at === i ? { ...one, ...part } : one)));
  return (
    <>
      {perspectives.map(({ heading, text }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are written in their order, and only added to
        <fieldset className="form" key={i}>
          <legend>{t("why.perspective", { number: i + 1 })}</legend>
          <TextField
            at={`perspectives.${i}.heading`}
            label={t("why.heading")}
            value={heading}
            onChange={(next) => write(i, { heading: next })}
            maxLength={PROPOSAL_TEXT.heading}
            problem={problem}
          />
          <TextArea
            at={`perspectives.${i}.text`}
            label={t("why.text")}
            value={text}
            onChange={(next) => write(i, { text: next })}
            maxLength={PROPOSAL_TEXT.why}
            problem={problem}
          />
        </fieldset>
      ))}
      {perspectives.length < PROPOSAL_TEXT.perspectives ? (
        <p>
          <Button
            variant="secondary"
            data-size="sm"
            onClick={() =>
              onChange([
                ...perspectives,
                { heading: perspectives.length === 0 ? t("why.children") : "", text: "" },
              ])
            }
          >
            {t("why.add")}
          </Button>
        </p>
      ) : null}
    </>
  );
}
