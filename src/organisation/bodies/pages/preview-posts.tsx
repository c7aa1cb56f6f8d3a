import { dataText, useTexts } from "../../../platform/ui/texts.ts";
import type { Left } from "../contract.ts";

type PostLeft = Left["posts"][number];

/** As many as one reads through; the rest are counted. */
const SHOWN = 12;

/** What becomes of the posts in a body that ends: those that follow, and each that ends with who gets what was held by it. */
export function PostsLeft({ posts }: { readonly posts: readonly PostLeft[] }) {
  const t = useTexts("organisation");
  const going = posts.filter(({ becomes }) => becomes === "follow");
  const ending = posts.filter(({ becomes }) => becomes === "end");
  return (
    <>
      <Posts head={t("bodies.preview.posts-follow", { count: going.length })} posts={going} />
      <Posts head={t("bodies.preview.posts-end", { count: ending.length })} posts={ending} />
    </>
  );
}

function Posts({ head, posts }: { readonly head: string; readonly posts: readonly PostLeft[] }) {
  const t = useTexts("organisation");
  const said = usePostWords();
  if (posts.length === 0) return null;
  // Who leads the body, and whose things go to somebody, are what one must have seen
  const first = posts.toSorted((a, b) => weight(b) - weight(a));
  const more = posts.length - SHOWN;
  return (
    <li>
      {head}
      <ul>
        {first.slice(0, SHOWN).map((post, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a preview's posts stand as they came
          <li key={i}>{said(post)}</li>
        ))}
        {more > 0 ? <li>{t("bodies.preview.posts-more", { count: more })}</li> : null}
      </ul>
    </li>
  );
}

const weight = ({ leads, things }: PostLeft): number => (leads ? 2 : 0) + (things.length > 0 ? 1 : 0);

/** "Förvaltningschef (namn), som leder organet: 12 saker går till …". */
function usePostWords(): (post: PostLeft) => string {
  const t = useTexts("organisation");
  return ({ title, name, leads, because, taker, alone, things, becomes }) => {
    const who = title === name ? title : `${title} (${name})`;
    const about = [
      leads ? t("bodies.preview.leads") : "",
      because === null ? "" : dataText(t, "bodies.preview.because", because, { taker: taker ?? "" }),
      ...things.map((one) => t("bodies.preview.things", { count: one.count, name: one.name })),
      becomes === "end" && alone ? t("bodies.preview.alone") : "",
    ].filter(Boolean);
    return about.length === 0 ? who : `${who}: ${about.join("; ")}`;
  };
}
