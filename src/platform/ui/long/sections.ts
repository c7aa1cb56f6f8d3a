/** A part of a long document as its contents name it: a chapter (1), or a heading within one (2). */
export interface Part {
  /** What stands after # in the address: the same for the same heading, whoever opens it. */
  readonly anchor: string;
  readonly title: string;
  readonly level: 1 | 2;
  /** The language that the title is written in, where it is marked with one of its own. */
  readonly lang?: string;
}

/** A heading as it is shown; `name` is what it is found by where its title is told in another language. */
export interface Heading extends Omit<Part, "anchor"> {
  readonly name?: string | undefined;
}

const MAX_ANCHOR = 60;

/** A heading as part of an address: "Bygg- och miljönämnden" is bygg-och-miljonamnden. */
export const anchorOf = (title: string): string =>
  title
    .toLocaleLowerCase("sv")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_ANCHOR)
    .replace(/^-+|-+$/g, "") || "del";

/** Headings in their order with anchors of their own: one in a chapter is named after the chapter too, and one of two alike is counted. */
export function partsOf(headings: readonly Heading[]): Part[] {
  const taken = new Set<string>();
  let chapter = "";
  return headings.map(({ name, ...heading }) => {
    const { title, level } = heading;
    const short = anchorOf(name ?? title);
    const own = level === 1 ? short : [chapter, short].filter(Boolean).join(".");
    let anchor = own;
    for (let count = 2; taken.has(anchor); count++) anchor = `${own}-${count}`;
    taken.add(anchor);
    if (level === 1) chapter = anchor;
    return { ...heading, anchor };
  });
}

export type Called = Omit<Part, "level">;
/** What a part is called where it is read now, as it is marked; else as it was called when it was kept. */
export const calledNow = (kept: Called, parts: readonly Part[]): Called =>
  parts.find(({ anchor }) => anchor === kept.anchor) ?? kept;

export interface Chapter extends Part {
  readonly parts: readonly Part[];
}

/** The same in two levels; what stands before the first chapter is a chapter of its own. */
export function chaptersOf(parts: readonly Part[]): readonly Chapter[] {
  const chapters: (Part & { parts: Part[] })[] = [];
  for (const part of parts) {
    const last = chapters.at(-1);
    if (part.level === 2 && last) last.parts.push(part);
    else chapters.push({ ...part, parts: [] });
  }
  return chapters;
}

/**
 * Which heading one reads under: the last that has come up to the line; undefined above the first. `tops` are the headings' places
 * in px from the line, in the order of the page. At the page's very end it is the last one, which may never come so far.
 */
export function inView(tops: readonly number[], atEnd: boolean): number | undefined {
  const last = tops.length - 1;
  if (atEnd && last >= 0) return last;
  const at = tops.findLastIndex((top) => top <= 0);
  return at < 0 ? undefined : at;
}

/** The chapters with one put first, the others in their order; as they are where there is none of that title. */
export function withFirst<C extends { readonly title: string }>(
  chapters: readonly C[],
  title: string | undefined,
): readonly C[] {
  const own = chapters.find((chapter) => chapter.title === title);
  return own ? [own, ...chapters.filter((chapter) => chapter !== own)] : chapters;
}
