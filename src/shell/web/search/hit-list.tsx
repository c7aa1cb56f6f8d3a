import type { Root } from "../../../decisions/rules/search-words.ts";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { MarkedText } from "./marked-text.tsx";
import { type Hit, useHitLines } from "./use-hit-lines.ts";

/** What was found, best first: where it leads, what it is, and the part of its text where the words are. */
export function HitList({ hits, roots }: { readonly hits: readonly Hit[]; readonly roots: readonly Root[] }) {
  const lines = useHitLines();
  return (
    <ol className="hits">
      {hits.map((hit) => {
        const { title, what, where, text } = lines(hit);
        return (
          <li key={`${hit.thing} ${hit.href}`}>
            <Link href={hit.href} className="hit-title" lang={hit.sort === "matter" ? undefined : WRITTEN}>
              <MarkedText text={title} roots={roots} />
            </Link>
            <p className="found-where">{[what, where].filter(Boolean).join(" · ")}</p>
            {text ? (
              <p className="found-text" lang={WRITTEN}>
                <MarkedText text={text} roots={roots} />
              </p>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
