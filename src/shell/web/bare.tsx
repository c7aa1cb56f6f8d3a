import "./setup/setup.css";
import { Outlet } from "@tanstack/react-router";
import { Suspense } from "react";
import { Skeleton } from "../../platform/ui/loading.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { LanguageSwitch, ThemeSwitch } from "./look-switches.tsx";
import { Mark } from "./mark.tsx";

/** The frame of what is of the installation: no municipality is known there, and nothing of one is asked for. */
export function Bare() {
  const t = useTexts("shell");
  return (
    <>
      <a className="skip" href="#innehall">
        {t("page.skip")}
      </a>
      <header className="top bare-top">
        <span className="brand">
          <Mark />
          <span>Tillit</span>
        </span>
        <div className="top-end">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </header>
      <main id="innehall" tabIndex={-1} className="bare">
        <Suspense fallback={<Skeleton />}>
          <Outlet />
        </Suspense>
      </main>
    </>
  );
}
