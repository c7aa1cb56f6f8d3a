import { useState } from "react";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi, useApis } from "../../../platform/ui/use-api.ts";
import { listOrphans, type Orphans as OrphansOfSort, type ThreadFilter } from "../contract.ts";

/** What does not hang together, by its sort and with how many, each with a link to where it is mended (V-9). */
export function Orphans({ filter }: { readonly filter: ThreadFilter }) {
  const t = useTexts("decisions");
  const orphans = useApi(listOrphans, { query: filter });
  return (
    <Section title={t("thread.orphans-title")} lead={t("thread.orphans-lead")} cite="§2.1">
      <Loaded of={orphans} lines={4}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t("thread.orphans-none")}>{t("thread.orphans-none-detail")}</EmptyState>
          ) : (
            <ul className="thread-orphans">
              {all.map((one) => (
                <li key={one.sort} className="sheet">
                  <OfSort of={one} filter={filter} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

/** The first of a sort; all of them, a page at a time, for who asks. */
function OfSort({ of, filter }: { readonly of: OrphansOfSort; readonly filter: ThreadFilter }) {
  const t = useTexts("decisions");
  const [pages, setPages] = useState(0);
  const asks = Array.from({ length: pages }, (_, page) => ({
    query: { ...filter, sort: of.sort, skip: page * A_PAGE },
  }));
  const read = useApis(listOrphans, asks, { when: pages > 0 });
  const fetched = read.flatMap((page) => page?.flatMap(({ things }) => things) ?? []);
  const shown = fetched.length > of.things.length ? fetched : of.things;
  return (
    <>
      <h3 className="ds-heading" data-size="2xs">
        {t(`thread.orphan.${of.sort}`, { count: of.count })}
      </h3>
      <ul>
        {shown.map((one) => (
          <li key={one.thing}>
            <Link href={one.href} {...(one.written ? { lang: WRITTEN } : {})}>
              {one.name}
            </Link>
            {one.name === one.bodyName ? null : (
              <span className="quiet small" lang={WRITTEN}>
                {" "}
                {one.bodyName}
              </span>
            )}
          </li>
        ))}
      </ul>
      {shown.length < of.count ? (
        <button type="button" className="ds-link" onClick={() => setPages(pages + 1)}>
          {shown.length > of.things.length
            ? t("thread.more", { count: of.count - shown.length })
            : t("thread.orphans-all", { count: of.count })}
        </button>
      ) : null}
    </>
  );
}
/** As the route gives them. */
const A_PAGE = 50;
