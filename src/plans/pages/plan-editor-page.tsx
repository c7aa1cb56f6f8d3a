import { WriteMatter } from "../../decisions/pages/write-matter.tsx";
import { useSession } from "../../organisation/pages/use-bodies.ts";
import { usePathParams } from "../../platform/ui/link.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { getPlanBegin, type OperationsPlan, operationsPlanRoutes, unitPlanRoutes } from "../contract.ts";
import { OPERATIONS_PLAN, planPage, UNIT_PLAN } from "../kind.ts";
import { OperationsPlanView } from "./operations-plan-view.tsx";
import { PlanWriter } from "./plan-writer.tsx";

/** An administration's or a company's plan being written: what is done for each of the goals (V-8). */
export const OperationsPlanEditorPage = () => <PlanEditor kind="operations-plan" />;

/** A unit's plan being written: the administration's actions broken down to what the unit does (V-8). */
export const UnitPlanEditorPage = () => <PlanEditor kind="unit-plan" />;

function PlanEditor({ kind }: { readonly kind: "operations-plan" | "unit-plan" }) {
  const t = useTexts("plans");
  const { body = "", year = "" } = usePathParams();
  const ofUnit = kind === UNIT_PLAN.kind;
  const routes = ofUnit ? unitPlanRoutes : operationsPlanRoutes;
  const signedIn = useSession()?.person != null;
  const begin = useApi(getPlanBegin, { params: { body, year: Number(year) } }, { when: signedIn }).data;
  // What the plan is built from is there before anything is written of it
  const empty: OperationsPlan | undefined = begin && {
    summary: "",
    actions: [],
    changeReason: "",
    ground: { parts: begin.parts, kept: [] },
  };
  return (
    <WriteMatter
      routes={routes}
      kind={(ofUnit ? UNIT_PLAN : OPERATIONS_PLAN).kind}
      cite="§2.1"
      title={(name, of) => t(ofUnit ? "page.write.unit-title" : "page.write.title", { body: name, year: of })}
      lead={t(ofUnit ? "page.write.unit-lead" : "page.write.lead")}
      back={{ href: planPage(body, Number(year)), label: t("page.write.back") }}
      empty={empty}
      next={() => t("page.plan.change")}
      read={(content) => <OperationsPlanView content={content} body={body} year={Number(year)} />}
    >
      {(writing) => (begin ? <PlanWriter {...writing} routes={routes} choices={begin} /> : null)}
    </WriteMatter>
  );
}
