import {
  createRootRoute,
  createRoute,
  createRouter,
  retainSearchParams,
  useRouterState,
} from "@tanstack/react-router";
import { searchIn, searchText } from "../../platform/ui/address.ts";
import { BODY_PARAM, LANGUAGE_PARAM, YEAR_PARAM } from "../../platform/ui/choice.tsx";
import { Skeleton } from "../../platform/ui/loading.tsx";
import { Bare } from "./bare.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import { isBare } from "./of-installation.ts";
import { pages } from "./pages.ts";
import { BrokenPage, Shell } from "./shell.tsx";
import { useAskedLanguage } from "./use-asked-language.ts";

type Search = Record<string, string | undefined>;

/** What is of no municipality has a frame that asks for none. */
function Root() {
  useAskedLanguage();
  const bare = useRouterState({ select: (state) => isBare(state.location.pathname) });
  return bare ? <Bare /> : <Shell />;
}

const root = createRootRoute({
  component: Root,
  notFoundComponent: NotFoundPage,
  errorComponent: BrokenPage,
  validateSearch: (search: Record<string, unknown>) => search as Search,
  // Body, year and language follow along to wherever one goes
  search: { middlewares: [retainSearchParams<Search>([BODY_PARAM, YEAR_PARAM, LANGUAGE_PARAM])] },
});

const routeTree = root.addChildren(
  pages.map(({ path, page }) => createRoute({ getParentRoute: () => root, path, component: page })),
);

export const makeRouter = () =>
  createRouter({
    routeTree,
    parseSearch: searchIn,
    stringifySearch: searchText,
    defaultPreload: "intent",
    defaultPendingComponent: Skeleton,
    defaultErrorComponent: BrokenPage,
    scrollRestoration: true,
  });
