import type { Day } from "../../kernel/day.ts";
import { dayText } from "../../kernel/format.ts";
import { askMay, listLedgerCodes } from "../../organisation/contract.ts";
import { useBodies, useSession, useSole } from "../../organisation/pages/use-bodies.ts";
import { MAX_CODE } from "../../organisation/rules/ledger-codes.ts";
import { useChoice } from "../../platform/ui/choice.tsx";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { Link, useSearchParam } from "../../platform/ui/link.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { When } from "../../platform/ui/number.tsx";
import { Page, Section } from "../../platform/ui/page.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { CodeEditor } from "./code-editor.tsx";
import { CodesWithoutUnit } from "./codes-without-unit.tsx";
import { NewCode } from "./new-code.tsx";

const CODE_PARAM = "kod";

/** Koder i redovisningen: which unit each code of the accounts belongs to, from when to when (T-4). */
export function CodesPage() {
  const t = useTexts("ledger");
  const language = useLanguage();
  const { year } = useChoice();
  const { nameOf } = useBodies();
  const signedIn = Boolean(useSession()?.person);
  const executive = useSole("executive")?.id;
  const may = useApi(
    askMay,
    { query: { action: "import:ledger", body: executive ?? "" } },
    { when: executive !== undefined },
  ).data;
  const read = useApi(listLedgerCodes, {});
  const [chosen, choose] = useSearchParam(CODE_PARAM);
  const open = chosen !== undefined && chosen.length <= MAX_CODE ? chosen : undefined;
  const codeLink = (code: string) => (
    <Link href={`/uppfoljning/koder?ar=${year}&${CODE_PARAM}=${encodeURIComponent(code)}#${EDITOR}`}>
      {code}
    </Link>
  );
  return (
    <Page
      title={t("page.codes.title")}
      lead={t("page.codes.lead")}
      cite="§2.5"
      above={<Link href={`/uppfoljning?ar=${year}`}>{t("page.codes.above")}</Link>}
    >
      {signedIn ? <CodesWithoutUnit year={year} codeLink={codeLink} /> : null}
      {open !== undefined && signedIn ? (
        <CodeEditor key={open} id={EDITOR} code={open} may={may} onDone={() => choose(undefined)} />
      ) : null}
      <Loaded of={read} lines={8}>
        {({ codes, disputed }) => (
          <>
            {disputed.length > 0 ? (
              <Section title={t("page.codes.disputed")} lead={t("page.codes.disputed-lead")}>
                <ul className="plain-list stack">
                  {disputed.map(({ code, bodies }) => (
                    <li key={code} className="row">
                      <Status value="deviation" />
                      <span>
                        {signedIn ? codeLink(code) : code}: {bodies.map(nameOf).join(", ")}
                      </span>
                    </li>
                  ))}
                </ul>
              </Section>
            ) : null}
            <Section title={t("page.codes.all")} lead={t("page.codes.all-lead")}>
              {signedIn ? <NewCode may={may} onNew={choose} /> : null}
              <DataTable
                caption={t("page.codes.all-caption")}
                rows={codes.flatMap(({ code, periods }) => periods.map((period) => ({ code, ...period })))}
                rowKey={({ code, validFrom }) => `${code} ${validFrom}`}
                empty={<EmptyState title={t("page.codes.none")}>{t("page.codes.none-detail")}</EmptyState>}
                columns={[
                  {
                    id: "code",
                    header: t("page.codes.code"),
                    value: ({ code }) => code,
                    cell: ({ code }) => (signedIn ? codeLink(code) : code),
                  },
                  { id: "unit", header: t("page.codes.unit"), value: ({ body }) => nameOf(body) },
                  {
                    id: "from",
                    header: t("page.codes.from"),
                    value: ({ validFrom }) => validFrom,
                    cell: ({ validFrom }) => <When at={validFrom} />,
                  },
                  {
                    id: "to",
                    header: t("page.codes.to"),
                    value: ({ validTo }) => validTo,
                    cell: ({ validTo }) =>
                      validTo === null ? t("page.codes.until") : dayText(validTo as Day, language),
                  },
                ]}
              />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

const EDITOR = "kod";
