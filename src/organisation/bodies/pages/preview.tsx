import { addDays } from "../../../kernel/day.ts";
import { dayText } from "../../../kernel/format.ts";
import { Cite } from "../../../platform/ui/cite.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { dataText, useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import type { Left, ReorganisationPreview } from "../contract.ts";
import { touchedTree } from "../rules/touched.ts";
import { PostsLeft } from "./preview-posts.tsx";

/** What follows of a reorganisation before it is stored: what stops it, what goes to whom, and the tree before and after. */
export function Preview({ preview }: { readonly preview: ReorganisationPreview }) {
  const t = useTexts("organisation");
  const language = useLanguage();
  const { before, after, remarks, left, day } = preview;
  const tree = touchedTree(before, after);
  return (
    <div className="reorganise-preview">
      {remarks.length > 0 ? (
        <ul className="plain-list stack">
          {remarks.map(({ level, code, params, cite, at }) => (
            <li key={`${code} ${at} ${JSON.stringify(params)}`} className="row">
              <Status value={level} />
              <span>
                {dataText(t, "remark", code, params)} <Cite of={cite} />
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {left.map((one) => (
        <Follows key={one.body} left={one} />
      ))}
      <div className="reorganise-trees">
        <Side
          title={t("bodies.preview.before", { day: dayText(addDays(day, -1), language) })}
          tree={tree.before}
        />
        <Side title={t("bodies.preview.after", { day: dayText(day, language) })} tree={tree.after} />
      </div>
    </div>
  );
}

/** "17 mål, 3 kontroller, Internbudget (1) följer till …". */
function Follows({ left: { name, toName, held, matters, codes, posts } }: { readonly left: Left }) {
  const t = useTexts("organisation");
  const what = [
    ...held.map(({ what, count }) => dataText(t, "bodies.held", what, { count })),
    ...matters.map(({ name, count }) => `${name} (${count})`),
    ...(codes.length > 0
      ? [t("bodies.preview.codes", { count: codes.length, codes: codes.join(", ") })]
      : []),
  ].join(", ");
  return (
    <section className="reorganise-left">
      <h3 className="ds-heading" data-size="2xs">
        {toName === null
          ? t("bodies.preview.ends", { name })
          : t("bodies.preview.follows", { name, to: toName })}
      </h3>
      <ul>
        <li>{what === "" ? t("bodies.preview.nothing") : what}</li>
        <PostsLeft posts={posts} />
      </ul>
    </section>
  );
}

type Lines = ReturnType<typeof touchedTree>["before"];

function Side({ title, tree }: { readonly title: string; readonly tree: Lines }) {
  const t = useTexts("organisation");
  return (
    <section aria-label={title}>
      <h3 className="ds-heading" data-size="2xs">
        {title}
      </h3>
      {tree.length === 0 ? <p className="quiet">–</p> : null}
      <ul className="plain-list">
        {tree.map(({ id, name, level, mark }) => (
          <li key={id} style={{ paddingInlineStart: `${level * 1.25}rem` }} data-mark={mark}>
            {name}
            {mark ? <span className="reorganise-mark">{t(`bodies.mark.${mark}`)}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
