import { useState } from "react";

const KEPT = "tillit.own-first";

/** Whether the reader has chosen that the own body's chapter is put first, in every document; gone at sign-out. */
export function useOwnFirst(): readonly [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => localStorage.getItem(KEPT) === "yes");
  return [
    on,
    (next) => {
      setOn(next);
      if (next) localStorage.setItem(KEPT, "yes");
      else localStorage.removeItem(KEPT);
    },
  ];
}
