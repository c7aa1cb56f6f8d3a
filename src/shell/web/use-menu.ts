import { useMayOf } from "../../organisation/pages/may-read.tsx";
import { useBodies, useSession, useSole } from "../../organisation/pages/use-bodies.ts";
import { useLookedAt } from "../../organisation/pages/use-looked-at.ts";
import { addressNow, type ChapterMenu, type MenuPage } from "../../platform/ui/chapter-menu.ts";
import { useChoice } from "../../platform/ui/choice.tsx";
import { menu } from "./menu.ts";

export interface ShownPage extends MenuPage {
  /** Its address for what is looked at. */
  readonly href: string;
}

export interface ShownChapter {
  readonly chapter: ChapterMenu;
  readonly pages: readonly ShownPage[];
}

/** What the council may let someone do that a page is shown for. */
const ASKED = [
  ...new Set(
    menu.flatMap(({ pages }) =>
      pages.flatMap(({ to }) => (to !== undefined && to !== "signed-in" ? [to.council] : [])),
    ),
  ),
];

/** The chapters with those of their pages that who reads can go to, for the body and the year that are looked at. */
export function useMenu(): readonly ShownChapter[] {
  const { year } = useChoice();
  const { owner } = useLookedAt();
  const { bodies } = useBodies();
  const council = useSole("council");
  const executive = useSole("executive");
  const signedIn = useSession()?.person != null;
  const [asked] = ASKED;
  const allowed =
    useMayOf("council", asked ?? "", { when: signedIn && asked !== undefined })?.allowed ?? false;
  const chosen = bodies.find(({ id }) => id === owner);
  const lookedAt = { year, body: { chosen, "chosen-or-group": chosen ?? council, executive, council } };
  const isFor = ({ to }: MenuPage) =>
    to === undefined || (to === "signed-in" ? signedIn : to.council === asked && allowed);
  return menu.map((chapter) => ({
    chapter,
    pages: chapter.pages.filter(isFor).flatMap((page) => {
      const href = addressNow(page, lookedAt);
      return href === undefined ? [] : [{ ...page, href }];
    }),
  }));
}
