import type { z } from "zod";
import { type Day, within } from "../../kernel/day.ts";
import { dayText } from "../../kernel/format.ts";
import { Cite } from "../../platform/ui/cite.tsx";
import { Link } from "../../platform/ui/link.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { Page, Section } from "../../platform/ui/page.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { dataText, useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import type { BodyShape } from "../contract.ts";
import { listBodies, listLedgerCodes } from "../contract.ts";
import { soleRemarks } from "../rules/sole.ts";
import { BodyName } from "./body-name.tsx";
import { FormerPeople } from "./former-people.tsx";
import { type DatedBody, useSession } from "./use-bodies.ts";
import "./organisation.css";

type Body = z.output<typeof BodyShape>;

/** The municipal group as a tree: who belongs to whom, on the day that is shown (model §3, R-1). */
export function OrganisationPage() {
  const t = useTexts("organisation");
  const language = useLanguage();
  const today = useSession()?.today;
  const bodies = useApi(listBodies, {});
  const codes = useApi(listLedgerCodes, {}).data?.codes ?? [];
  const codesOf = (body: string) =>
    codes
      .filter(({ periods }) =>
        periods.some(
          (own) =>
            own.body === body && today !== undefined && within(today as Day, own.validFrom, own.validTo),
        ),
      )
      .map(({ code }) => code);
  return (
    <Page
      title={t("page.organisation-page.title")}
      lead={t("page.organisation-page.lead")}
      cite="§3"
      above={<Link href="/beslut">{t("page.above")}</Link>}
    >
      <Section
        title={t("page.organisation-page.picture")}
        action={<Link href="/uppfoljning/koder">{t("page.organisation-page.codes-link")}</Link>}
        lead={today ? t("page.organisation-page.day", { day: dayText(today, language) }) : undefined}
      >
        <Loaded of={bodies} lines={10}>
          {(all) => (
            <>
              <SoleRemarks all={all} />
              <Tree all={inForceOn(all, today)} parent={null} codesOf={codesOf} />
            </>
          )}
        </Loaded>
      </Section>
      <FormerPeople />
    </Page>
  );
}

/** An organisation from before this was looked for may have days without a council, or with two: that is told. */
function SoleRemarks({ all }: { readonly all: readonly Body[] }) {
  const t = useTexts("organisation");
  const remarks = soleRemarks(all as readonly DatedBody[]);
  if (remarks.length === 0) return null;
  return (
    <ul className="plain-list stack">
      {remarks.map(({ code, params, cite }) => (
        <li key={`${code}${params.from}`} className="row">
          <Status value="deviation" />
          <span>
            {dataText(t, "remark", code, params)} <Cite of={cite} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Those that are there on the day; a body whose parent has ended still stands, at the top. */
function inForceOn(all: readonly Body[], today: string | undefined): Body[] {
  const there = all.filter(
    (b) => today === undefined || (b.validFrom <= today && (b.validTo === null || today <= b.validTo)),
  );
  const ids = new Set(there.map((b) => b.id));
  return there.map((b) => (b.parent !== null && !ids.has(b.parent) ? { ...b, parent: null } : b));
}

function Tree({
  all,
  parent,
  codesOf,
}: {
  readonly all: readonly Body[];
  readonly parent: string | null;
  /** The codes in the accounts that a body has on the day. */
  readonly codesOf: (body: string) => readonly string[];
}) {
  const t = useTexts("organisation");
  const language = useLanguage();
  const own = all.filter((body) => body.parent === parent);
  if (own.length === 0) return null;
  return (
    <ul className={parent === null ? "organ-tree" : undefined}>
      {own.map((body) => (
        <li key={body.id}>
          <span className="organ" data-kind={body.kind}>
            <strong>
              <BodyName id={body.id} name={body.name} />
            </strong>
            {t(`organ-kind.${body.kind}`) === body.name.toLocaleLowerCase() ? null : (
              <span className="quiet small">{t(`organ-kind.${body.kind}`)}</span>
            )}
            {body.validTo ? (
              <span className="quiet small">
                {t("page.organisation-page.to", { day: dayText(body.validTo, language) })}
              </span>
            ) : null}
            {codesOf(body.id).length > 0 ? (
              <span className="quiet small">
                {t("page.organisation-page.codes", { codes: codesOf(body.id).join(", ") })}
              </span>
            ) : null}
          </span>
          <Tree all={all} parent={body.id} codesOf={codesOf} />
        </li>
      ))}
    </ul>
  );
}
