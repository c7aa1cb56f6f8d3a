import { Link } from "../../../platform/ui/link.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { listAssignments } from "../contract.ts";
import { ASSIGNMENT } from "../kind.ts";
import { inOrder } from "../rules/asked-for.ts";
import { AssignmentItems } from "./assignment-items.tsx";

const MAX_SHOWN = 8;

/** What has been asked of a body, or by it, and is not closed: those that are late first. */
export function BodyAssignments({ body }: { readonly body: string }) {
  const t = useTexts("decisions");
  const given = useApi(listAssignments, { query: { body } });
  const open = inOrder((given.data ?? []).filter(({ state }) => state !== "closed"));
  if (open.length === 0) return null;
  const more = open.length - MAX_SHOWN;
  return (
    <Section
      title={t("assignment.body.title")}
      action={
        <Link href={`${ASSIGNMENT.address.all}?organ=${body}`}>
          {t("assignment.body.all")}
          {more > 0 ? ` (${t("assignment.body.more", { count: more })})` : ""}
        </Link>
      }
    >
      <AssignmentItems all={open.slice(0, MAX_SHOWN)} giver />
    </Section>
  );
}
