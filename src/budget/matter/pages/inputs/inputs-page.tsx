import { WriteMatter, type Writing } from "../../../../decisions/pages/write-matter.tsx";
import { EmptyState } from "../../../../platform/ui/empty-state.tsx";
import { Link, usePathParams } from "../../../../platform/ui/link.tsx";
import { Page } from "../../../../platform/ui/page.tsx";
import { useTexts } from "../../../../platform/ui/texts.ts";
import { useOpened } from "../../../../platform/ui/use-opened.ts";
import type { Budget } from "../../../base/contract.ts";
import { Needs } from "../needs.tsx";
import { emptyBudget } from "./empty.ts";
import { InputsReader } from "./reader.tsx";
import { INPUT_ROUTES, type InputKind } from "./routes.ts";
import { StartYear } from "./start.tsx";
import { InputsWriter } from "./writer.tsx";
import "../../../../decisions/pages/decisions.css";
import "../../../base/pages/economy.css";
import "./inputs.css";

/** Indata: what a budget, or the planning conditions before it, is computed from (model §2.2, E-1 – E-3, E-7; §2.4). */
export function InputsPage() {
  const t = useTexts("budget");
  const { kind: given = "", body = "", year = "" } = usePathParams();
  const kind = (Object.keys(INPUT_ROUTES) as InputKind[]).find((one) => one === given);
  const back = { href: `/ekonomi?ar=${year}`, label: t("page.title") };
  if (!kind)
    return (
      <Page inTkr title={t("inputs.unknown")} above={<Link href={back.href}>{back.label}</Link>}>
        <EmptyState title={t("inputs.unknown")}>{t("inputs.unknown-detail")}</EmptyState>
      </Page>
    );
  return (
    <WriteMatter
      routes={INPUT_ROUTES[kind]}
      kind={kind}
      cite={kind === "budget" ? "§2.2" : "§2.4"}
      title={(_name, of) => t(`inputs.title.${kind}`, { year: of })}
      lead={t("inputs.lead")}
      back={back}
      action={
        kind === "planning-conditions" ? (
          <Link href={`/ekonomi/planeringsforutsattningar/${body}/${year}/visa`}>{t("present.show")}</Link>
        ) : undefined
      }
      empty={emptyBudget(Number(year) || 2000, [])}
      read={(content) => <InputsReader kind={kind} body={body} year={Number(year)} content={content} />}
    >
      {(writing) => <StartOrWrite kind={kind} {...writing} />}
    </WriteMatter>
  );
}

function StartOrWrite({ kind, begin, ...place }: Writing<Budget> & { readonly kind: InputKind }) {
  useOpened(begin.matter ? "inputs" : "start");
  return begin.matter ? (
    <InputsWriter kind={kind} begin={begin} {...place} />
  ) : (
    <>
      <StartYear kind={kind} {...place} />
      {kind === "planning-conditions" ? <Needs year={place.year} rows={[]} /> : null}
    </>
  );
}
