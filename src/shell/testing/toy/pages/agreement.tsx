import type { ContentProps } from "../../../../decisions/pages/matter-pages.tsx";
import { usePathParams } from "../../../../platform/ui/link.tsx";
import { Page } from "../../../../platform/ui/page.tsx";
import { TwinTownAgreement } from "../contract.ts";

export function Agreement({ content }: ContentProps) {
  const { town, sinceYear } = TwinTownAgreement.parse(content);
  return (
    <p>
      {town}, vänort sedan {sinceYear}
    </p>
  );
}

export function WriteAgreement() {
  const { key = "" } = usePathParams();
  return <Page title="Skriv vänortsavtal">Avtalet med {key}</Page>;
}
