import type { Day } from "../../kernel/day.ts";
import { dayText } from "../../kernel/format.ts";
import { askMay, listLedgerCodes } from "../../organisation/contract.ts";
import { useBodies, useSession, useSole } from "../../organisation/pages/use-bodies.ts";
import { type CodeKey, codeText, UNITS } from "../../organisation/rules/ledger-codes.ts";
import { useChoice } from "../../platform/ui/choice.tsx";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { Link, useGo } from "../../platform/ui/link.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { When } from "../../platform/ui/number.tsx";
import { Page, Section } from "../../platform/ui/page.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { codeAddress, EDITOR, useCodeInAddress } from "./code-address.ts";
import { CodeEditor } from "./code-editor.tsx";
import { CodesWithoutUnit } from "./codes-without-unit.tsx";
import { DimensionOrder } from "./dimension-order.tsx";
import { NewCode } from "./new-code.tsx";
import { useDimensions } from "./use-dimensions.ts";

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
  const open = useCodeInAddress();
  const go = useGo();
  const { order, nameOf: dimensionName } = useDimensions();
  const codeLink = (key: CodeKey) => <Link href={codeAddress(year, key)}>{codeText(key)}</Link>;
  return (
    <Page
      title={t("page.codes.title")}
      lead={t("page.codes.lead")}
      cite="§2.5"
      above={<Link href={`/uppfoljning?ar=${year}`}>{t("page.codes.above")}</Link>}
    >
      {signedIn ? <CodesWithoutUnit year={year} codeLink={codeLink} /> : null}
      {open !== undefined && signedIn ? (
        <CodeEditor
          key={JSON.stringify(open)}
          id={EDITOR}
          code={open}
          may={may}
          onDone={() => go(`/uppfoljning/koder?ar=${year}`)}
        />
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
                        {signedIn ? codeLink({ code }) : code}: {bodies.map(nameOf).join(", ")}
                      </span>
                    </li>
                  ))}
                </ul>
              </Section>
            ) : null}
            <Section title={t("page.codes.all")} lead={t("page.codes.all-lead")}>
              {signedIn ? <NewCode may={may} onNew={(key) => go(codeAddress(year, key))} /> : null}
              <DataTable
                caption={t("page.codes.all-caption")}
                rows={codes.flatMap(({ periods, ...key }) => periods.map((period) => ({ key, ...period })))}
                rowKey={({ key, validFrom }) => `${key.dimension} ${codeText(key)} ${validFrom}`}
                empty={<EmptyState title={t("page.codes.none")}>{t("page.codes.none-detail")}</EmptyState>}
                columns={[
                  {
                    id: "code",
                    header: t("page.codes.code"),
                    value: ({ key }) => codeText(key),
                    cell: ({ key }) => (signedIn ? codeLink(key) : codeText(key)),
                  },
                  ...(order.length > 1 || codes.some(({ dimension }) => dimension !== UNITS)
                    ? [
                        {
                          id: "dimension",
                          header: t("page.codes.dimension-header"),
                          value: ({ key }: { readonly key: Required<CodeKey> }) =>
                            dimensionName(key.dimension),
                        },
                      ]
                    : []),
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
      {signedIn ? <DimensionOrder may={may} /> : null}
    </Page>
  );
}
