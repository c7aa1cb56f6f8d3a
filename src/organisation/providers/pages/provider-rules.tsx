import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { dayText } from "../../../kernel/format.ts";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { TextField } from "../../../platform/ui/fields.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { dataText, useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import { useBodyName } from "../../pages/use-session.ts";
import { enforceProviderRules, getProviderRules, putProviderRules } from "../contract.ts";
import { KNOWN_BY, type MatchRule, type PostRule, type ProviderRules } from "../rules/claims.ts";
import { RuleDialog } from "./rule-dialog.tsx";
import { SampleClaims } from "./sample-claims.tsx";

/** The rules as they are written, tried and put in force. */
export function ProviderRulesPart({ provider }: { readonly provider: string }) {
  const t = useTexts("organisation");
  const rules = useApi(getProviderRules, { params: { provider } });
  const put = useSave(putProviderRules);
  const write = (draft: ProviderRules) =>
    put.save({ params: { provider }, body: draft, ifMatch: rules.etag ?? "none" });
  return (
    <Loaded of={rules} lines={6}>
      {({ draft, inForce, changed }) => (
        <>
          <Section title={t("providers.step-rules")} lead={t("providers.step-rules-lead")}>
            <div className="stack">
              <ProblemPanel problem={put.problem} focus />
              <Rules draft={draft} onWrite={write} />
              <Known
                key={JSON.stringify(draft.match)}
                match={draft.match}
                onWrite={(match) => write({ ...draft, match })}
              />
              <SampleClaims provider={provider} draft={draft} />
            </div>
          </Section>
          <InForce
            provider={provider}
            revision={Number(rules.etag?.replace(/\D/g, "") || 0)}
            inForce={inForce}
            changed={changed}
          />
        </>
      )}
    </Loaded>
  );
}

type Write = (draft: ProviderRules) => Promise<unknown>;

function Rules({ draft, onWrite }: { readonly draft: ProviderRules; readonly onWrite: Write }) {
  const t = useTexts("organisation");
  const toast = useToast();
  const nameOf = useBodyName();
  const [open, setOpen] = useState<PostRule | "new">();
  const what = ({ title, body }: PostRule) => `${title}, ${nameOf(body)}`;
  const remove = async (rule: PostRule) => {
    const posts = draft.posts.filter(({ id }) => id !== rule.id);
    if (await onWrite({ ...draft, posts })) toast(t("providers.rule-removed"));
  };
  return (
    <>
      <DataTable
        caption={t("providers.rules-caption")}
        copy={false}
        rows={draft.posts}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("providers.rules-none")}>{t("providers.rules-none-detail")}</EmptyState>}
        columns={[
          {
            id: "when",
            header: t("providers.rule-when"),
            value: ({ claim, operator, values }) =>
              `${claim} ${dataText(t, "providers.operator", operator)} ${values.join(", ")}`,
          },
          { id: "gives", header: t("providers.rule-gives"), value: what, names: true, written: true },
          {
            id: "change",
            header: t("providers.rule-change"),
            unsortable: true,
            value: () => "",
            cell: (rule) => (
              <span className="row">
                <Button
                  variant="tertiary"
                  data-size="sm"
                  aria-label={t("providers.rule-change-named", { what: what(rule) })}
                  onClick={() => setOpen(rule)}
                >
                  {t("providers.rule-change")}
                </Button>
                <Button
                  variant="tertiary"
                  data-size="sm"
                  aria-label={t("providers.rule-remove-named", { what: what(rule) })}
                  onClick={() => void remove(rule)}
                >
                  {t("providers.rule-remove")}
                </Button>
              </span>
            ),
          },
        ]}
      />
      <div>
        <Button variant="secondary" onClick={() => setOpen("new")}>
          {t("providers.rule-add")}
        </Button>
      </div>
      {open ? (
        <RuleDialog
          rule={open === "new" ? undefined : open}
          onClose={() => setOpen(undefined)}
          onKeep={(rule) =>
            onWrite({
              ...draft,
              posts: draft.posts.some(({ id }) => id === rule.id)
                ? draft.posts.map((one) => (one.id === rule.id ? rule : one))
                : [...draft.posts, rule],
            })
          }
        />
      ) : null}
    </>
  );
}

/** By which claims those are known who are here already. */
function Known({
  match,
  onWrite,
}: {
  readonly match: readonly MatchRule[];
  readonly onWrite: (match: MatchRule[]) => Promise<unknown>;
}) {
  const t = useTexts("organisation");
  const toast = useToast();
  const [claims, setClaims] = useState(
    () => new Map(KNOWN_BY.map((by) => [by, match.find((one) => one.by === by)?.claim ?? ""])),
  );
  const keep = async () => {
    const written = KNOWN_BY.flatMap((by) => {
      const claim = claims.get(by)?.trim() ?? "";
      return claim === "" ? [] : [{ by, claim }];
    });
    if (await onWrite(written)) toast(t("providers.saved"));
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <h3 className="ds-heading" data-size="2xs">
        {t("providers.match")}
      </h3>
      <p className="quiet">{t("providers.match-help")}</p>
      {KNOWN_BY.map((by) => (
        <TextField
          key={by}
          at={`match.${by}`}
          label={t(`providers.match-${by}`)}
          help={t("providers.match-placeholder")}
          maxLength={200}
          value={claims.get(by) ?? ""}
          onChange={(claim) => setClaims(new Map([...claims, [by, claim]]))}
        />
      ))}
      <div>
        <Button type="submit" variant="secondary">
          {t("providers.save-match")}
        </Button>
      </div>
    </form>
  );
}

function InForce({
  provider,
  revision,
  inForce,
  changed,
}: {
  readonly provider: string;
  readonly revision: number;
  readonly inForce: { readonly on: string; readonly by: string } | null;
  readonly changed: boolean;
}) {
  const t = useTexts("organisation");
  const language = useLanguage();
  const toast = useToast();
  const { save, saving, problem } = useSave(enforceProviderRules);
  const enforce = async () => {
    if (await save({ params: { provider }, body: { revision } })) toast(t("providers.enforced"));
  };
  const since = inForce && { day: dayText(inForce.on as never, language), who: inForce.by };
  return (
    <Section title={t("providers.step-force")}>
      <div className="stack">
        <ProblemPanel problem={problem} focus />
        <p>
          {since
            ? changed
              ? t("providers.in-force-changed", since)
              : t("providers.in-force", since)
            : t("providers.in-force-none")}
        </p>
        {changed || !inForce ? (
          <div>
            <Button loading={saving} onClick={() => void enforce()}>
              {t("providers.enforce")}
            </Button>
          </div>
        ) : null}
      </div>
    </Section>
  );
}
