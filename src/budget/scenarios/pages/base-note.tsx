import { Button } from "@digdir/designsystemet-react";
import { ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { type Read, useSave } from "../../../platform/ui/use-api.ts";
import { putScenario, type ScenarioView } from "../contract.ts";

/**
 * The draft that a scenario starts from has been saved anew: the scenario is computed from what it was, until the one whose
 * it is takes in the new one (E-9). `saveNow` stores what is moved and not yet stored; without it one only reads.
 */
export function ScenarioBaseNote({
  read,
  saveNow,
}: {
  readonly read: Pick<Read<ScenarioView>, "refetch">;
  readonly saveNow?: () => Promise<boolean>;
}) {
  const t = useTexts("budget");
  const toast = useToast();
  const { save, saving, problem } = useSave(putScenario);
  const follow = async () => {
    if (!saveNow || !(await saveNow())) return;
    const stored = (await read.refetch()).data;
    if (!stored?.etag) return;
    const { value, etag } = stored;
    const { matter, version } = value.content.base;
    const params = { year: value.year, id: value.id };
    const body = { ...value.content, base: { matter, version } };
    if (await save({ params, body, ifMatch: etag })) toast(t("scenario.base-followed"));
  };
  return (
    <div className="stack">
      {problem ? <ProblemPanel problem={problem} /> : null}
      <p className="row" role="status">
        <Status value="deviation" /> {t("scenario.base-changed")}
      </p>
      {saveNow ? (
        <div>
          <Button variant="secondary" loading={saving} onClick={follow}>
            {t("scenario.base-follow")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
