import { useState } from "react";
import { DraftBar, DraftTroubles } from "../../../../decisions/pages/draft-bar.tsx";
import { ProposeDecide } from "../../../../decisions/pages/propose-decide.tsx";
import { useDraft } from "../../../../decisions/pages/use-draft.ts";
import type { Writing } from "../../../../decisions/pages/write-matter.tsx";
import { Link, useSearchParam } from "../../../../platform/ui/link.tsx";
import { useTexts } from "../../../../platform/ui/texts.ts";
import { useApi } from "../../../../platform/ui/use-api.ts";
import type { Budget } from "../../../base/contract.ts";
import { type Outcome, outcomeOf, useLiveOutcome } from "../../../live/pages/use-live-outcome.ts";
import { ChangeNote } from "../change-note.tsx";
import type { InputsEditing } from "./editing.ts";
import { InputsFaults, useInputFaults } from "./faults.tsx";
import { OutcomeStrip } from "./outcome.tsx";
import { InputsIndex, InputsPart } from "./parts.tsx";
import { INPUT_ROUTES, type InputKind } from "./routes.ts";
import { SECTION_PARAM, sectionIn, sectionOf } from "./sections.ts";

/** The parts of the inputs, one at a time, with what they give always in sight (E-1 – E-3, E-7). */
export function InputsWriter({ kind, body, year, begin }: Writing<Budget> & { readonly kind: InputKind }) {
  const t = useTexts("budget");
  const draft = useDraft(INPUT_ROUTES[kind], { body, year }, begin);
  const [part] = useSearchParam(SECTION_PARAM);
  const section = sectionIn(part);
  const { content } = draft;
  const change = (next: Partial<Budget>) => draft.change({ ...content, ...next });
  const editing: InputsEditing = {
    budget: content,
    change,
    changeInput: (next) => change({ input: { ...content.input, ...next } }),
    problem: draft.problem,
    readOnly: false,
  };
  const { outcome, faults } = useLiveOutcome(content);
  const before = useBefore(kind, { body, year, begin });
  const found = useInputFaults(content, faults, draft);
  const place = { kind, body, year };
  return (
    <>
      <DraftTroubles
        draft={{ ...draft, problem: found.shown ? undefined : draft.problem }}
        place={(path) => t(`inputs.section.${sectionOf(path.join(".")) ?? "goals"}`)}
      />
      {outcome ? (
        <OutcomeStrip
          title={t(`inputs.title.${kind}`, { year })}
          outcome={outcome}
          before={before}
          goals={content.financialGoals}
        />
      ) : null}
      <InputsIndex {...place} section={section} counts={found.counts} />
      <InputsFaults found={found.all} content={content} />
      <InputsPart section={section} editing={editing} {...place} />
      <ChangeNote budget={content} change={change} problem={draft.problem} />
      <DraftBar draft={draft}>
        <Link href={`/arende/${kind}/${body}/${year}`}>{t("page.matter")}</Link>
        {kind === "budget" ? (
          <Link href={`/ekonomi/stallning/${body}/${year}`}>{t("inputs.position")}</Link>
        ) : null}
        <ProposeDecide matter={draft.view} chapter="budget" ready={draft.stored} />
      </DraftBar>
    </>
  );
}

/** What the draft is compared with: the decided version where there is one, else what it was when the page was opened. */
function useBefore(
  kind: InputKind,
  { body, year, begin }: Writing<Budget>,
): { readonly outcome: Outcome; readonly name: string } | undefined {
  const t = useTexts("budget");
  const decided = begin.matter?.versions.find(({ state }) => state === "decided")?.number;
  const [opened] = useState(() => computed(begin.content));
  const read = useApi(
    INPUT_ROUTES[kind].get,
    { params: { body, year }, query: { version: decided ?? 1 } },
    { when: decided !== undefined },
  );
  if (decided === undefined) return opened && { outcome: opened, name: t("inputs.before.opened") };
  const outcome = read.data && computed(read.data.content);
  return outcome && { outcome, name: t("inputs.before.decided", { version: decided }) };
}

function computed(content: Budget): Outcome | undefined {
  const found = outcomeOf(content);
  return "faults" in found ? undefined : found;
}
