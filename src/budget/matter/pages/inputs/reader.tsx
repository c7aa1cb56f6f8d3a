import { useMemo } from "react";
import { useSearchParam } from "../../../../platform/ui/link.tsx";
import { useTexts } from "../../../../platform/ui/texts.ts";
import type { Budget } from "../../../base/contract.ts";
import { outcomeOf } from "../../../live/pages/use-live-outcome.ts";
import type { InputsEditing } from "./editing.ts";
import { OutcomeStrip } from "./outcome.tsx";
import { InputsIndex, InputsPart } from "./parts.tsx";
import type { InputKind } from "./routes.ts";
import { SECTION_PARAM, sectionIn } from "./sections.ts";

const nothing = () => {};

/** The inputs of what is proposed or decided, part by part, to be read and copied (E-1, P-4). */
export function InputsReader({
  kind,
  body,
  year,
  content,
}: {
  readonly kind: InputKind;
  readonly body: string;
  readonly year: number;
  readonly content: Budget;
}) {
  const t = useTexts("budget");
  const [part] = useSearchParam(SECTION_PARAM);
  const section = sectionIn(part);
  const found = useMemo(() => outcomeOf(content), [content]);
  const editing: InputsEditing = {
    budget: content,
    change: nothing,
    changeInput: nothing,
    problem: undefined,
    readOnly: true,
  };
  const place = { kind, body, year };
  return (
    <>
      {"faults" in found ? null : (
        <OutcomeStrip
          title={t(`inputs.title.${kind}`, { year })}
          outcome={found}
          before={undefined}
          goals={content.financialGoals}
        />
      )}
      <InputsIndex {...place} section={section} counts={{}} />
      <InputsPart section={section} editing={editing} {...place} />
    </>
  );
}
