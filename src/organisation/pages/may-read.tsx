import type { z } from "zod";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { Instead } from "../../platform/ui/instead.tsx";
import type { MayAnswer } from "../../platform/ui/may-button.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { askMay } from "../contract.ts";
import type { SoleKind } from "../rules/sole.ts";
import { useSole } from "./use-bodies.ts";

/** Whether the reader may do what is asked of the council, or of the executive, of today; undefined until it is known. */
export function useMayOf(
  kind: SoleKind,
  action: string,
  { when = true }: { readonly when?: boolean } = {},
): z.output<typeof askMay.returns> | undefined {
  const body = useSole(kind)?.id;
  return useApi(askMay, { query: { action, body: body ?? "" } }, { when: when && body !== undefined }).data;
}

/** In the place of a log that the reader may not read: who may. */
export function LogNotRead({ may }: { readonly may: Extract<MayAnswer, { allowed: false }> }) {
  const t = useTexts("organisation");
  return <EmptyState title={t("changes.may-not")} action={<Instead ask={may.ask} nearest={may.nearest} />} />;
}
