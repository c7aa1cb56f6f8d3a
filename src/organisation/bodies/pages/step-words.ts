import { useTexts } from "../../../platform/ui/texts.ts";
import { useBodyName } from "../../pages/use-session.ts";
import type { Step } from "../rules/steps.ts";

/** A step of a reorganisation in words, with the names that it gives to bodies that begin in it. */
export function useStepWords(): (step: Step, all: readonly Step[]) => string {
  const t = useTexts("organisation");
  const words = useTexts("organisation");
  const known = useBodyName();
  return (step, all) => {
    const begun = new Map(all.flatMap((one) => (one.do === "new" ? [[one.body, one.name] as const] : [])));
    const nameOf = (id: string) => begun.get(id) ?? known(id);
    const names = (ids: readonly string[]) => ids.map(nameOf).join(", ");
    switch (step.do) {
      case "new":
        return t("bodies.step.new", {
          name: step.name,
          kind: words(`organ-kind.${step.kind}`),
          parent: step.parent === null ? "–" : nameOf(step.parent),
        });
      case "change":
        // Once it holds, the body is called what it says, and what it was called before stands in the body's history
        return nameOf(step.body) === step.name
          ? t("bodies.step.changed", {
              name: [step.name, step.sharePercent === null ? "" : `${step.sharePercent} %`.replace(".", ",")]
                .filter(Boolean)
                .join(", "),
            })
          : t("bodies.step.change", { name: nameOf(step.body), to: step.name });
      case "move":
        return t("bodies.step.move", { name: nameOf(step.body), parent: nameOf(step.parent) });
      case "merge":
        return t("bodies.step.merge", { names: names(step.bodies), into: nameOf(step.into) });
      case "split":
        return t("bodies.step.split", { name: nameOf(step.body), into: names(step.into) });
      case "end":
        return step.to === null
          ? t("bodies.step.end", { name: nameOf(step.body) })
          : t("bodies.step.end-to", { name: nameOf(step.body), to: nameOf(step.to) });
    }
  };
}
