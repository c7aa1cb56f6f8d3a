import { type ReactNode, useState } from "react";
import type { z } from "zod";
import { useBodies, useSession } from "../../organisation/pages/use-bodies.ts";
import type { Ask } from "../../platform/ui/api.ts";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { Link, usePathParams } from "../../platform/ui/link.tsx";
import { Skeleton } from "../../platform/ui/loading.tsx";
import { MayButton } from "../../platform/ui/may-button.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { useOpened } from "../../platform/ui/use-opened.ts";
import { listMatters, type MatterRoutes, type MatterView } from "../contract.ts";
import { matterId } from "../rules/kind.ts";
import { MatterHistory } from "../saved/pages/matter-history.tsx";
import { SecrecySection, SecrecyStrip } from "../secrecy/pages/secrecy.tsx";
import { listWriters } from "../writers/contract.ts";
import { CoWriters } from "../writers/pages/co-writers.tsx";
import { DecidedInPublic } from "./decided-in-public.tsx";
import { LaterChanges } from "./ground-changes.tsx";
import { useKindPages } from "./matter-pages.tsx";
import { MatterProblem, Unread } from "./matter-problem.tsx";
import { ProposeDecide } from "./propose-decide.tsx";
import { isUnread } from "./use-matter.ts";

export interface Writing<C> {
  readonly body: string;
  readonly year: number;
  readonly begin: {
    readonly content: C;
    readonly matter: MatterView<C> | undefined;
    readonly etag: string | undefined;
  };
}

interface WriteMatterProps<S extends z.ZodType> {
  readonly routes: MatterRoutes<S>;
  readonly kind: string;
  readonly chapter?: string;
  readonly cite: string;
  readonly title: (body: string, year: number) => string;
  readonly lead: string;
  /** What the page is for where it is read, when that is another than writing. */
  readonly readLead?: string;
  readonly back: { readonly href: string; readonly label: string };
  /** What one starts from where nothing is written; undefined while it is being fetched. */
  readonly empty: z.output<S> | undefined;
  /** What one does with a decided version, where it is not a correction. */
  readonly next?: (content: z.output<S>) => string;
  /** Shows what is proposed or decided, to be read. */
  readonly read?: (content: z.output<S>, body: string) => ReactNode;
  /** Shows what is decided to those who have not signed in, where it is not as its kind shows it. */
  readonly readInPublic?: (content: unknown) => ReactNode;
  readonly action?: ReactNode;
  readonly children: (writing: Writing<z.output<S>>) => ReactNode;
}

/**
 * The page on which one body's matter is written: who may not write is told so and who may; what is proposed or decided is
 * shown as it is until somebody chooses to write on.
 */
export function WriteMatter<S extends z.ZodType>(props: WriteMatterProps<S>) {
  const { body = "", year = "" } = usePathParams();
  // Another body's matter begins anew: nothing written for one is ever stored for another
  return <OneMatter key={`${props.kind} ${body} ${year}`} {...props} />;
}

function OneMatter<S extends z.ZodType>(props: WriteMatterProps<S>) {
  type C = z.output<S>;
  const { routes, kind, cite, title, lead, back, empty, children } = props;
  const t = useTexts("decisions");
  const { body = "", year: yearText = "" } = usePathParams();
  const year = Number(yearText);
  const valid = /^[a-z0-9-]{1,60}$/.test(body) && /^2\d{3}$/.test(yearText);
  const { nameOf } = useBodies();
  const session = useSession();
  const signedIn = session !== undefined && session.person !== null;
  const get = routes.get as unknown as MatterRoutes<z.ZodUnknown>["get"];
  // Whether it is begun is asked first: that there is nothing yet is no fault
  const begun = useApi(listMatters, { query: { kind, body, year } }, { when: signedIn && valid });
  const row = begun.data?.find((one) => isUnread(one));
  const unread = row !== undefined;
  const read = useApi(get, { params: { body, year }, query: {} } as Ask<typeof get>, {
    when: (begun.data?.length ?? 0) > 0 && !unread,
  });
  const matter = read.data as MatterView<C> | undefined;
  const id = matterId(kind, body, year);
  const declared = useKindPages(kind)?.kind;
  const may = useApi(listWriters, { params: { id } }, { when: signedIn && valid });
  const [again, writeAgain] = useState<string>();
  // Once it was found not to be begun, what is being written stays open while the first version is read back
  const [none, setNone] = useState(false);
  if (begun.data?.length === 0 && !none) setNone(true);
  const mayWrite = matter?.may.edit ?? may.data?.may.write;
  // Writing on holds for the version that was seen: once another is proposed or decided, that one is shown
  const open = matter === undefined || matter.version.state === "draft" || again === read.etag;
  const known = mayWrite !== undefined && (matter !== undefined || none);
  const writing = known && open && mayWrite.allowed;
  useOpened(known ? (writing ? "written" : "read") : undefined);
  const page = (content: ReactNode) => (
    <Page
      title={title(nameOf(body), year)}
      lead={writing ? lead : (props.readLead ?? lead)}
      cite={cite}
      above={<Link href={back.href}>{back.label}</Link>}
      action={props.action}
    >
      {content}
    </Page>
  );
  if (!valid) return page(<EmptyState title={t("draft.no-address")} />);
  if (session === undefined) return page(<Skeleton lines={8} />);
  if (!signedIn)
    return page(<DecidedInPublic kind={kind} body={body} year={year} read={props.readInPublic} />);
  if (unread) return page(<Unread kind={kind} body={body} secrecy={row.secrecy ?? undefined} />);
  const problem = begun.error ?? read.error ?? may.error;
  if (problem) return page(<MatterProblem problem={problem} retry={read.refetch} />);
  if ((!matter && !none) || may.data === undefined) return page(<Skeleton lines={8} />);
  const decided = matter?.version.state === "decided";
  // Of what is being changed at the meeting the matter itself says who may write it
  const write = matter?.may.edit ?? may.data.may.write;
  const foot = (
    <>
      <CoWriters matter={id} body={body} />
      {matter && declared ? <SecrecySection kind={declared} matter={matter} /> : null}
      {matter && write.allowed ? <MatterHistory matter={id} kind={kind} /> : null}
    </>
  );
  if (!write.allowed || !open)
    return page(
      <>
        {matter ? <SecrecyStrip matter={matter} /> : null}
        <div className="row">
          {matter ? <Status value={matter.version.state} /> : null}
          {matter?.version.decision ? (
            <Link href={`/beslut/${matter.version.decision}`}>
              {t("matter.decision")} {matter.version.decision}
            </Link>
          ) : null}
          <MayButton variant="secondary" may={write} onPress={() => writeAgain(read.etag)}>
            {matter && decided ? (props.next?.(matter.content) ?? t("draft.correct")) : t("draft.write-on")}
          </MayButton>
          <ProposeDecide matter={matter} chapter={props.chapter ?? routes.get.chapter} />
        </div>
        {matter ? (
          <LaterChanges
            changes={matter.changes}
            chapter={props.chapter ?? routes.get.chapter}
            decided={matter.version.decision !== null}
          />
        ) : null}
        {matter && props.read ? props.read(matter.content, body) : null}
        {foot}
      </>,
    );
  if (matter === undefined && empty === undefined) return page(<Skeleton lines={8} />);
  return page(
    <>
      {matter ? <SecrecyStrip matter={matter} /> : null}
      {decided ? <p className="quiet">{t("draft.correcting")}</p> : null}
      {matter?.version.changes ? (
        <p className="quiet">{t("matter.changing", { number: matter.version.changes })}</p>
      ) : null}
      {matter?.version.state === "proposed" ? <p className="quiet">{t("draft.taking-back")}</p> : null}
      {children({ body, year, begin: { content: matter?.content ?? (empty as C), matter, etag: read.etag } })}
      {foot}
    </>,
  );
}
