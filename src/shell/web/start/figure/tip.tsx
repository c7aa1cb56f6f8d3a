import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Told } from "../told.ts";
import { FigurePanel } from "./panel.tsx";
import type { Pointed } from "./part.tsx";

const AWAY_PX = 14;

interface Place {
  readonly left: number;
  readonly top: number;
}

/**
 * What the part that is pointed at is, beside the finger: where the figure takes the whole width there is nothing beside it, and
 * what stands under it is out of sight. Esc and a press elsewhere close it.
 */
export function FigureTip({
  pointed,
  told,
  today,
  within,
  onClose,
}: {
  readonly pointed: Pointed;
  readonly told: Told;
  readonly today: string;
  /** What the figure lies in; the tip is placed in it. */
  readonly within: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}) {
  const tip = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Place>();
  useLayoutEffect(() => {
    if (within.current && tip.current) setPlace(placeOf(pointed, within.current, tip.current));
  }, [pointed, within]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") onClose();
    };
    const beside = (event: Event) => {
      const pressed = event.target as Element;
      if (!tip.current?.contains(pressed) && !pressed.closest("[data-part]")) onClose();
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("pointerdown", beside);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("pointerdown", beside);
    };
  }, [onClose]);
  return (
    <div className="figure-tip" ref={tip} style={place ?? { visibility: "hidden" }} onPointerLeave={onClose}>
      <FigurePanel told={told} today={today} openable={pointed.touch === true} />
    </div>
  );
}

/** Under what is pointed at where there is room in the window, otherwise over it; never outside the figure's sides. */
function placeOf({ id, at }: Pointed, within: HTMLElement, tip: HTMLElement): Place {
  const frame = within.getBoundingClientRect();
  const part = within.querySelector(`[data-part="${CSS.escape(id)}"]`)?.getBoundingClientRect() ?? frame;
  const x = at?.x ?? part.left + part.width / 2;
  const under = (at?.y ?? part.bottom) + AWAY_PX;
  const over = (at?.y ?? part.top) - AWAY_PX - tip.offsetHeight;
  const top = under + tip.offsetHeight > window.innerHeight && over > 0 ? over : under;
  const left = Math.max(frame.left, Math.min(x - tip.offsetWidth / 2, frame.right - tip.offsetWidth));
  return { left: left - frame.left, top: top - frame.top };
}
