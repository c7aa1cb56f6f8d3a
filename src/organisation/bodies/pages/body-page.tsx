import { Suspense } from "react";
import type { Day } from "../../../kernel/day.ts";
import { within } from "../../../kernel/day.ts";
import { dayText } from "../../../kernel/format.ts";
import { useChoice } from "../../../platform/ui/choice.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link, usePathParams } from "../../../platform/ui/link.tsx";
import { Loaded, Skeleton } from "../../../platform/ui/loading.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { PlainTable } from "../../../platform/ui/plain-table.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { History as ChangeHistory } from "../../changes/pages/history.tsx";
import { listMandates } from "../../contract.ts";
import { BodyName } from "../../pages/body-name.tsx";
import { useBodies, useSession } from "../../pages/use-bodies.ts";
import { codeText, UNITS } from "../../rules/ledger-codes.ts";
import { type BodyPage as Facts, getBody } from "../contract.ts";
import { useBodyCodes, useBodyParts } from "./body-parts.ts";
import { percentText } from "./organisation-page.tsx";
import { useKindWord } from "./words.ts";
import "./bodies.css";

/** A body's own page: who is there and leads it, what it is to do this year and what is late, its money, its codes and its history. */
export function BodyPage() {
  const t = useTexts("organisation");
  const { body: id = "" } = usePathParams();
  const { nameOf } = useBodies();
  const read = useApi(getBody, { params: { body: id } });
  return (
    <Page
      title={read.data?.body.name ?? nameOf(id)}
      written
      cite="§3"
      lead={read.data ? <Place facts={read.data} /> : undefined}
      above={<Link href="/beslut/organisation">{t("bodies.body.above")}</Link>}
    >
      <Loaded of={read} lines={8}>
        {(facts) => <Parts facts={facts} />}
      </Loaded>
    </Page>
  );
}

/** What it is, under what, owned by whom, and until when. */
function Place({ facts: { body, above, there } }: { readonly facts: Facts }) {
  const t = useTexts("organisation");
  const language = useLanguage();
  const words = useTexts("organisation");
  const [next] = above;
  const kind = words(`organ-kind.${body.kind}`);
  return (
    <>
      {kind.slice(0, 1).toLocaleUpperCase("sv") + kind.slice(1)}
      {next ? (
        <>
          {" "}
          {t(body.continuedBy ? "bodies.body.continued-by" : "bodies.body.under")}{" "}
          <Link href={`/beslut/organisation/${next.id}`}>
            <BodyName id={next.id} name={next.name} />
          </Link>
        </>
      ) : null}
      {body.sharePercent != null
        ? `, ${t("bodies.body.share", { share: percentText(body.sharePercent, language) })}`
        : ""}
      {body.partners && body.partners.length > 0
        ? `, ${t("bodies.body.partners", { names: body.partners.join(", ") })}`
        : ""}
      .
      {there
        ? null
        : ` ${t("bodies.body.not-there", {
            from: dayText(body.validFrom as Day, language),
            to: body.validTo === null ? "–" : dayText(body.validTo as Day, language),
          })}`}
    </>
  );
}

function Parts({ facts }: { readonly facts: Facts }) {
  const t = useTexts("organisation");
  const { year } = useChoice();
  const More = useBodyParts();
  const { body, assignment } = facts;
  return (
    <>
      {body.kind === "part-owned-company" ? <p>{t("bodies.body.part-owned")}</p> : null}
      <Section
        title={t("bodies.body.people")}
        {...(assignment ? { lead: <span lang={WRITTEN}>{assignment}</span> } : {})}
      >
        {facts.people.length === 0 ? (
          <EmptyState title={t("bodies.body.nobody")}>{t("bodies.body.nobody-detail")}</EmptyState>
        ) : (
          <PlainTable
            fit
            caption={t("bodies.body.people")}
            columns={[
              { id: "name", header: t("bodies.body.name"), written: true },
              { id: "post", header: t("bodies.body.post"), written: true },
            ]}
            rows={facts.people.map((one) => ({
              key: one.post,
              cells: [one.name, one.leads ? `${one.title} (${t("bodies.body.leads")})` : one.title],
            }))}
          />
        )}
      </Section>
      {More ? (
        <Suspense fallback={<Skeleton lines={6} />}>
          <More body={body} year={year} />
        </Suspense>
      ) : null}
      <Under facts={facts} />
      <Mandates facts={facts} />
      <Codes facts={facts} />
      <History facts={facts} />
      <ChangeHistory of="body" id={body.id} />
    </>
  );
}

function Under({ facts: { under } }: { readonly facts: Facts }) {
  const t = useTexts("organisation");
  const kindWord = useKindWord();
  if (under.length === 0) return null;
  return (
    <Section title={t("bodies.body.under-it")}>
      <ul className="plain-list bodies-under">
        {under.map((one) => (
          <li key={one.id}>
            <Link href={`/beslut/organisation/${one.id}`}>
              <BodyName id={one.id} name={one.name} />
            </Link>{" "}
            <span className="quiet small">{kindWord(one)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What posts in such a body may do, and by what: how many, with the whole table behind a link. */
function Mandates({ facts: { body } }: { readonly facts: Facts }) {
  const t = useTexts("organisation");
  const today = useSession()?.today as Day | undefined;
  const all = useApi(listMandates, {}).data ?? [];
  const own = all.filter(
    (mandate) =>
      today !== undefined &&
      within(today, mandate.validFrom, mandate.validTo) &&
      mandate.organKinds.includes(body.kind) &&
      (mandate.body == null || mandate.body === body.id),
  );
  const sources = [...new Set(own.map(({ source }) => source))];
  if (!today || own.length === 0) return null;
  return (
    <Section
      title={t("bodies.body.mandates")}
      lead={t("bodies.body.mandates-lead", { count: own.length })}
      action={<Link href="/beslut/mandat">{t("bodies.body.mandates-link")}</Link>}
    >
      <ul>
        {sources.map((source) => (
          <li key={source} lang={WRITTEN}>
            {source}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Codes({ facts: { body, codes } }: { readonly facts: Facts }) {
  const t = useTexts("organisation");
  const language = useLanguage();
  const today = useSession()?.today as Day | undefined;
  const { year } = useChoice();
  const signedIn = useSession()?.person != null;
  const More = useBodyCodes();
  if (codes.length === 0 && !signedIn) return null;
  return (
    <Section
      id="koder"
      title={t("bodies.body.codes")}
      action={<Link href="/uppfoljning/koder">{t("bodies.codes-link")}</Link>}
    >
      {codes.length === 0 ? (
        <EmptyState title={t("bodies.body.no-codes")}>{t("bodies.body.no-codes-detail")}</EmptyState>
      ) : (
        <ul className="plain-list">
          {codes.map(({ periods, ...key }) => (
            <li key={`${key.dimension} ${codeText(key)}`}>
              <strong>{codeText(key)}</strong>{" "}
              {key.dimension === UNITS ? null : (
                <span className="quiet small">
                  {t("bodies.body.code-dimension", { dimension: key.dimension })},{" "}
                </span>
              )}
              <span
                className={
                  periods.some((own) => today && within(today, own.validFrom, own.validTo))
                    ? "small"
                    : "quiet small"
                }
              >
                {periods
                  .map(({ validFrom, validTo }) =>
                    validTo === null
                      ? t("bodies.body.since", { day: dayText(validFrom, language) })
                      : t("bodies.body.between", {
                          from: dayText(validFrom, language),
                          to: dayText(validTo, language),
                        }),
                  )
                  .join("; ")}
              </span>
            </li>
          ))}
        </ul>
      )}
      {More ? (
        <Suspense fallback={<Skeleton lines={1} />}>
          <More body={body} year={year} />
        </Suspense>
      ) : null}
    </Section>
  );
}

function History({ facts: { history } }: { readonly facts: Facts }) {
  const t = useTexts("organisation");
  const language = useLanguage();
  return (
    <Section title={t("bodies.body.history")}>
      <ul className="plain-list body-history">
        {history.map(({ day, what, of, reorganisation }) => (
          <li key={`${day} ${what} ${of}`}>
            <span className="body-history-day">{dayText(day, language)}</span>
            <span>
              {t(`bodies.turn.${what}`, { of: of ?? "–" })}
              {reorganisation ? (
                <span className="quiet small">
                  {" "}
                  (<span lang={WRITTEN}>{reorganisation.name}</span>)
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
