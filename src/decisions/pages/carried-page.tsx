import { Button } from "@digdir/designsystemet-react";
import { useSession } from "../../organisation/pages/use-bodies.ts";
import { useLookedAt } from "../../organisation/pages/use-looked-at.ts";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { Icon } from "../../platform/ui/icon.tsx";
import { Link } from "../../platform/ui/link.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { When } from "../../platform/ui/number.tsx";
import { Page, Section } from "../../platform/ui/page.tsx";
import { ProblemPanel } from "../../platform/ui/problem-panel.tsx";
import { SignInLink } from "../../platform/ui/sign-in-link.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../platform/ui/use-api.ts";
import { type CarriedPair, listCarried, settleCarried } from "../contract.ts";
import { useKindName } from "./matter-pages.tsx";
import "./carried.css";

/** Which things of different years are one: what the rule has found, and a person's word on it (model V-6, A-14). */
export function CarriedPage() {
  const t = useTexts("decisions");
  const session = useSession();
  const { owner: body } = useLookedAt();
  const signedIn = session?.person != null;
  const pairs = useApi(listCarried, { query: body === undefined ? {} : { body } }, { when: signedIn });
  return (
    <Page
      title={t("carried.title")}
      lead={t("carried.lead")}
      cite="§2.1"
      above={<Link href="/beslut">← {t("page.title")}</Link>}
    >
      {session !== undefined && !signedIn ? (
        <EmptyState title={t("draft.sign-in")} action={<SignInLink>{t("matter.sign-in")}</SignInLink>} />
      ) : (
        <Loaded of={pairs} lines={8}>
          {(all) => <Pairs all={all} />}
        </Loaded>
      )}
    </Page>
  );
}

function Pairs({ all }: { readonly all: readonly CarriedPair[] }) {
  const t = useTexts("decisions");
  const toast = useToast();
  const { save, saving, problem } = useSave(settleCarried);
  const say = async (body: string, pairs: readonly Pick<CarriedPair, "thing" | "same">[]) => {
    const said = pairs.map(({ thing, same }) => ({ thing, same }));
    if (await save({ params: { body }, body: { said } })) toast(t("carried.saved", { count: said.length }));
  };
  const waiting = all.filter((pair) => pair.asks);
  const bodies = [...Map.groupBy(waiting, (pair) => pair.body)];
  const list = (pairs: readonly CarriedPair[]) => (
    <ul className="carried-list">
      {pairs.map((pair) => (
        <PairItem
          key={pair.thing}
          pair={pair}
          saving={saving}
          onSay={(same) => say(pair.body, [{ ...pair, same }])}
        />
      ))}
    </ul>
  );
  const rest = all.filter((pair) => !pair.asks);
  return (
    <>
      {problem ? <ProblemPanel problem={problem} /> : null}
      <Section title={t("carried.waits")} lead={t("carried.rule")}>
        {bodies.map(([body, pairs]) => {
          const mine = pairs.filter((pair) => pair.may.allowed).slice(0, MAX_AT_ONCE);
          return (
            <Section
              key={body}
              level={3}
              title={pairs[0]?.bodyName ?? body}
              action={
                mine.length > 0 ? (
                  <Button variant="secondary" loading={saving} onClick={() => void say(body, mine)}>
                    {t("carried.rest", { count: mine.length })}
                  </Button>
                ) : undefined
              }
            >
              {list(pairs)}
            </Section>
          );
        })}
        {waiting.length > 0 ? null : (
          <EmptyState title={t("carried.waits-none")}>{t("carried.waits-none-detail")}</EmptyState>
        )}
      </Section>
      {rest.length > 0 ? (
        <details>
          <summary>
            {t("carried.settled")} ({rest.length})
          </summary>
          {list(rest)}
        </details>
      ) : null}
    </>
  );
}

/** As many as the server takes at once. */
const MAX_AT_ONCE = 500;

function PairItem({
  pair,
  saving,
  onSay,
}: {
  readonly pair: CarriedPair;
  readonly saving: boolean;
  readonly onSay: (same: boolean) => void;
}) {
  const t = useTexts("decisions");
  const kindName = useKindName();
  const says = pair.by === null ? t("carried.rule-says") : t("carried.said", { by: pair.by });
  return (
    <li className="sheet carried-pair">
      <p className="quiet small">
        {kindName(pair.kind)}, {pair.bodyName} · <code>{pair.id}</code>
        {pair.within ? ` · ${t("carried.within")} ${pair.within}` : ""}
      </p>
      <dl className="carried-sides">
        {[pair.before, pair.now].map((side) => (
          <div key={side.year}>
            <dt>{side.year}</dt>
            <dd lang="sv">
              {side.name}
              {side.measuredBy.length > 0 ? (
                <span className="quiet small carried-measured">
                  {t("carried.measured")} {side.measuredBy.join(", ")}
                </span>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
      <div className="row">
        <span className="carried-answer">
          <Icon name={pair.same ? "check" : "cross"} size={18} /> {says}:{" "}
          <strong>{t(pair.same ? "carried.is-same" : "carried.is-apart")}</strong>{" "}
          <span className="quiet small">
            <When at={pair.on} />
          </span>
        </span>
        {pair.may.allowed ? (
          [true, false].map((same) => (
            <Button
              key={String(same)}
              variant={same === pair.same && pair.asks ? "secondary" : "tertiary"}
              data-size="sm"
              disabled={saving || (same === pair.same && pair.by !== null)}
              aria-label={t(same ? "carried.say-same" : "carried.say-apart", { name: pair.now.name })}
              onClick={() => onSay(same)}
            >
              {t(same ? "carried.same" : "carried.apart")}
            </Button>
          ))
        ) : (
          <span className="quiet small">{t("carried.not-yours")}</span>
        )}
      </div>
    </li>
  );
}
