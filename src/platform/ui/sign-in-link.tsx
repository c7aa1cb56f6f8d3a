import { useRouterState } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Link } from "./link.tsx";

export const SIGN_IN_PATH = "/logga-in";

/** The way to sign in that comes back to where one was. */
export function SignInLink({
  children,
  className,
}: {
  readonly children: ReactNode;
  readonly className?: string;
}) {
  const here = useRouterState({ select: (state) => state.location.href });
  const back = here.startsWith(SIGN_IN_PATH) ? "" : `?till=${encodeURIComponent(here)}`;
  return (
    <Link
      href={`${SIGN_IN_PATH}${back}`}
      {...(className ? { className } : {})}
      plain={className !== undefined}
    >
      {children}
    </Link>
  );
}
