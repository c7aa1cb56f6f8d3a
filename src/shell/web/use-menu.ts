import { askMay } from "../../organisation/contract.ts";
import { useBodies, useSession, useSole } from "../../organisation/pages/use-bodies.ts";
import { useLookedAt } from "../../organisation/pages/use-looked-at.ts";
import { addressNow, type ChapterMenu, type MenuPage } from "../../platform/ui/chapter-menu.ts";
import { useChoice } from "../../platform/ui/choice.tsx";
import { useApis } from "../../platform/ui/use-api.ts";
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
  const answers = useApis(
    askMay,
    ASKED.map((action) => ({ query: { action, body: council?.id ?? "" } })),
    { when: signedIn && council !== undefined },
  );
  const allowed = new Set(ASKED.filter((_, at) => answers[at]?.allowed));
  const chosen = bodies.find(({ id }) => id === owner);
  const lookedAt = { year, body: { chosen, "chosen-or-group": chosen ?? council, executive, council } };
  const isFor = ({ to }: MenuPage) =>
    to === undefined || (to === "signed-in" ? signedIn : signedIn && allowed.has(to.council));
  const shown = menu.map((chapter) => ({
    chapter,
    pages: chapter.pages.filter(isFor).flatMap((page) => {
      const href = addressNow(page, lookedAt);
      return href === undefined ? [] : [{ ...page, href }];
    }),
  }));
  return shown.filter(({ pages }) => pages.length > 0);
}
