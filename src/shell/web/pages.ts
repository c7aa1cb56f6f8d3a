import { lazyRouteComponent, type RouteComponent } from "@tanstack/react-router";

/**
 * Every page there is. A chapter's pages lie in src/<chapter>/pages, one page a file; each is a piece of its own that the
 * browser fetches when it is first opened. A menu entry shows as soon as its page stands here.
 */
export interface PageEntry {
  /** Parameters with a dollar sign: "/mal/$body/$goal". */
  readonly path: string;
  readonly chapter: string;
  readonly page: RouteComponent;
}

export const pages: readonly PageEntry[] = [
  {
    path: "/",
    chapter: "shell",
    page: lazyRouteComponent(() => import("./start/start-page.tsx"), "StartPage"),
  },
  {
    path: "/modellen",
    chapter: "shell",
    page: lazyRouteComponent(() => import("./model-page.tsx"), "ModelPage"),
  },
  {
    path: "/logga-in",
    chapter: "organisation",
    page: lazyRouteComponent(() => import("../../organisation/pages/sign-in-page.tsx"), "SignInPage"),
  },
];
