import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { TextArea } from "../../../platform/ui/fields.tsx";
import { Icon } from "../../../platform/ui/icon.tsx";
import { ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useSave } from "../../../platform/ui/use-api.ts";
import { useBodyName } from "../../pages/use-session.ts";
import { type Outcome, tryProviderRules } from "../contract.ts";
import type { ProviderRules } from "../rules/claims.ts";
import { MAX_CLAIMS_TEXT } from "../rules/sample-claims.ts";

const EXAMPLE = `{
  "sub": "a1b2c3",
  "name": "Namn Efternamn",
  "email": "namn@kommun.se",
  "email_verified": true,
  "groups": ["Tillit rektorer"]
}`;

/** What would become of somebody of whom a provider says this, by the draft's rules. Nothing is changed by it. */
export function SampleClaims({
  provider,
  draft,
}: {
  readonly provider: string;
  readonly draft: ProviderRules;
}) {
  const t = useTexts("organisation");
  const { save, saving, problem } = useSave(tryProviderRules);
  const [claims, setClaims] = useState(EXAMPLE);
  const [found, setFound] = useState<{ readonly of: ProviderRules; readonly outcome: Outcome }>();
  const attempt = async () => {
    setFound(undefined);
    const answer = await save({ params: { provider }, body: { claims } });
    if (answer) setFound({ of: draft, outcome: answer.value });
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void attempt();
      }}
    >
      <h3 className="ds-heading" data-size="2xs">
        {t("providers.sample")}
      </h3>
      <ProblemPanel problem={problem} focus />
      <TextArea
        at="claims"
        label={t("providers.sample-claims")}
        help={t("providers.sample-help")}
        rows={8}
        maxLength={MAX_CLAIMS_TEXT}
        value={claims}
        onChange={setClaims}
        problem={problem}
      />
      <div>
        <Button type="submit" variant="secondary" loading={saving}>
          {t("providers.sample-try")}
        </Button>
      </div>
      {/* What was found by other rules than those that stand above says nothing of these */}
      {found && JSON.stringify(found.of) === JSON.stringify(draft) ? (
        <Became outcome={found.outcome} />
      ) : null}
    </form>
  );
}

function Became({ outcome: { because, person, posts } }: { readonly outcome: Outcome }) {
  const t = useTexts("organisation");
  const nameOf = useBodyName();
  const given = posts.map(({ title, body }) => `${title}, ${nameOf(body)}`).join("; ");
  return (
    <div role="status" className="stack">
      <p>
        <Icon name={person ? "check" : "cross"} size={18} />{" "}
        {t(`providers.outcome-${because}`, { name: person?.name ?? "" })}
      </p>
      <p>
        {given === "" ? t("providers.outcome-posts-none") : t("providers.outcome-posts", { posts: given })}
      </p>
    </div>
  );
}
