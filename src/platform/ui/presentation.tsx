import { Button } from "@digdir/designsystemet-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Icon } from "./icon.tsx";
import { useTexts } from "./texts.ts";
import "./presentation.css";

export interface Slide {
  readonly id: string;
  readonly title: string;
  /** That the title is what a municipality has written, in its language. */
  readonly lang?: string;
  readonly content: ReactNode;
}

const BACK = ["ArrowLeft", "PageUp"];
const ON = ["ArrowRight", "PageDown", " "];

/** Something shown on a projector: one slide at a time, by the keyboard's arrows; on paper every slide has a page of its own. */
export function Presentation({
  slides,
  label,
}: {
  readonly slides: readonly Slide[];
  readonly label: string;
}) {
  const t = useTexts("platform");
  const [at, setAt] = useState(0);
  const stage = useRef<HTMLElement>(null);
  const last = slides.length - 1;
  const shown = Math.min(at, last);
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea, select");
      const pressed = event.target instanceof HTMLElement && event.target.closest("button, a, summary");
      if (typing || event.ctrlKey || event.altKey || event.metaKey || (event.key === " " && pressed)) return;
      if (BACK.includes(event.key)) setAt((now) => Math.max(0, Math.min(now, last) - 1));
      else if (ON.includes(event.key)) setAt((now) => Math.min(last, now + 1));
      else if (event.key === "Home") setAt(0);
      else if (event.key === "End") setAt(last);
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", key);
    return () => window.removeEventListener("keydown", key);
  }, [last]);
  if (slides.length === 0) return null;
  return (
    <section className="presentation" aria-label={label} ref={stage}>
      <div aria-live="polite" className="presentation-stage">
        {slides.map(({ id, title, lang, content }, i) => (
          <section key={id} className="slide" data-shown={i === shown || undefined} hidden={i !== shown}>
            <h2 className="slide-title" lang={lang}>
              {title}
            </h2>
            <div className="slide-content">{content}</div>
          </section>
        ))}
      </div>
      <div className="presentation-bar">
        <Button variant="secondary" disabled={shown === 0} onClick={() => setAt(shown - 1)}>
          {t("ui.presentation.back")}
        </Button>
        <p className="presentation-count">
          {t("ui.presentation.count", { at: shown + 1, of: slides.length })}
        </p>
        <Button variant="primary" disabled={shown === last} onClick={() => setAt(shown + 1)}>
          {t("ui.presentation.on")}
          <Icon name="right" size={18} />
        </Button>
        <span className="presentation-more">
          <Button variant="tertiary" onClick={() => void stage.current?.requestFullscreen?.()}>
            {t("ui.presentation.whole-screen")}
          </Button>
          <Button variant="tertiary" onClick={() => window.print()}>
            {t("ui.presentation.print")}
          </Button>
        </span>
      </div>
    </section>
  );
}
