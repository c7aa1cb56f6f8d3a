import { askMay } from "../../organisation/contract.ts";
import { useBodies, useSession } from "../../organisation/pages/use-bodies.ts";
import { useChoice } from "../../platform/ui/choice.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { SelectField } from "../../platform/ui/fields.tsx";
import { useGo, useSearchParam } from "../../platform/ui/link.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { MayButton } from "../../platform/ui/may-button.tsx";
import { Page, Section } from "../../platform/ui/page.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { listRegister, type RegisterRow } from "../contract.ts";
import { DOCUMENT_STATES, type DocumentState, LEVELS } from "../rules/register.ts";
import { Laws } from "./laws.tsx";
import { RegisterTable } from "./register-table.tsx";
import { Warnings } from "./warnings.tsx";
import "./documents.css";

const EVERY = "alla";

/** What governs (model §3.3): governing documents by who decides on them, and the laws that stand over them. */
export function DocumentsPage() {
  const t = useTexts("documents");
  const { body, year } = useChoice();
  const { nameOf } = useBodies();
  const [stateText, setState] = useSearchParam("lage");
  const state =
    stateText === EVERY ? undefined : (DOCUMENT_STATES.find((s) => s === stateText) ?? "in-force");
  const register = useApi(listRegister, {
    query: { ...(body ? { body } : {}), ...(state ? { state } : {}), ...(state ? {} : { year }) },
  });
  return (
    <Page title={t("page.title")} lead={t("page.lead")} cite="§3.3" action={<NewDocument />}>
      <div className="document-filters">
        <SelectField
          at="state"
          label={t("page.show")}
          value={state ?? EVERY}
          onChange={(value) => setState(value === "in-force" ? undefined : value)}
          options={[
            ...DOCUMENT_STATES.map((value: DocumentState) => ({
              value,
              label: t(`documents.state.${value}`),
            })),
            { value: EVERY, label: t("page.every-state", { year }) },
          ]}
        />
        {body ? <p className="quiet">{t("page.of-body", { body: nameOf(body) })}</p> : null}
      </div>
      <Loaded of={register} lines={10}>
        {(rows) => (
          <>
            <Warnings rows={rows} />
            {rows.length === 0 ? (
              <EmptyState title={t("page.none")}>{t("page.none-detail")}</EmptyState>
            ) : (
              LEVELS.map((level) => <Level key={level} level={level} rows={rows} />)
            )}
          </>
        )}
      </Loaded>
      <Laws body={body} />
    </Page>
  );
}

function Level({
  level,
  rows,
}: {
  readonly level: RegisterRow["level"];
  readonly rows: readonly RegisterRow[];
}) {
  const t = useTexts("documents");
  const own = rows.filter((row) => row.level === level);
  if (own.length === 0) return null;
  return (
    <Section title={t(`page.level.${level}`)} lead={t(`page.level-lead.${level}`)}>
      <RegisterTable rows={own} caption={t(`page.level.${level}`)} />
    </Section>
  );
}

/** A document is registered for the chosen body, or for the one that the person works for. */
function NewDocument() {
  const t = useTexts("documents");
  const go = useGo();
  const { body } = useChoice();
  const { bodies } = useBodies();
  const session = useSession();
  const own = session?.person?.posts[0]?.body;
  const about = body ?? own ?? bodies[0]?.id;
  const may = useApi(
    askMay,
    { query: { action: "edit:governing-document", body: about ?? "" } },
    { when: about !== undefined },
  ).data;
  if (!session?.person) return null;
  return (
    <MayButton may={may} onPress={() => go(`/dokument/ny?for=${about ?? ""}`)}>
      {t("page.register")}
    </MayButton>
  );
}
