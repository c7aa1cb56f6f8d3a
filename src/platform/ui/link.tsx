import { Link as RouterLink, useNavigate, useParams, useRouter, useSearch } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, ReactNode } from "react";
import { ownValue } from "../../kernel/own-value.ts";
import { addressIn } from "./address.ts";
import { pageExists } from "./page-exists.ts";

type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> & {
  /** An address of the client ("/mal?ar=2027"), or one outside it ("https://…", "/api/…"). */
  readonly href: string;
  /** Without the look of a link: where its place says that it is one. */
  readonly plain?: boolean;
  readonly children?: ReactNode;
};

/** A link. Body and year follow along within the client. */
export function Link({ href, plain = false, className, ...rest }: LinkProps) {
  const look = [plain ? undefined : "ds-link", className].filter(Boolean).join(" ") || undefined;
  if (!href.startsWith("/") || href.startsWith("/api/"))
    return <a href={href} {...(look ? { className: look } : {})} {...rest} />;
  const { to, search, hash } = addressIn(href);
  return (
    <RouterLink
      to={to}
      search={search as never}
      // A page above the one that one is at is not the one that one is at
      activeOptions={{ exact: true }}
      {...(hash ? { hash } : {})}
      {...(look ? { className: look } : {})}
      {...(rest as object)}
    />
  );
}

/** Goes to an address of the client, as a link does. */
export function useGo(): (href: string, how?: { replace?: boolean }) => void {
  const navigate = useNavigate();
  return (href, { replace = false } = {}) => {
    const { to, search, hash } = addressIn(href);
    void navigate({ to, search: search as never, ...(hash ? { hash } : {}), replace });
  };
}

/** The parameters in the page's address: `/mal/$body/$goal` gives body and goal. */
export const usePathParams = (): Readonly<Record<string, string | undefined>> =>
  useParams({ strict: false }) as Record<string, string | undefined>;

/** What the page's address says of one thing; who reads it is drawn anew when that is other, whatever else the address says. */
export const useSaidInAddress = (name: string): string | undefined =>
  useSearch({
    strict: false,
    select: (search) => ownValue(search as Readonly<Record<string, string | undefined>>, name),
  });

/** One search parameter of the page, to be read and set; undefined takes it away. */
export const useSearchParam = (
  name: string,
): readonly [string | undefined, (value: string | undefined) => void] => [
  useSaidInAddress(name),
  useSetSearchParam(name),
];

/** Sets a search parameter of the page, for who does not read it. */
export function useSetSearchParam(name: string): (value: string | undefined) => void {
  const navigate = useNavigate();
  return (value) =>
    void navigate({
      to: ".",
      search: ((before: Record<string, string | undefined>) => ({ ...before, [name]: value })) as never,
      replace: true,
      resetScroll: false,
    });
}

/** Tells whether an address of the client has a page yet: what leads nowhere is not shown as a link. */
export function usePageExists(): (href: string) => boolean {
  const { routesByPath } = useRouter();
  const paths = Object.keys(routesByPath as object);
  return (href) => pageExists(paths, href);
}
