import { type ReactNode, useEffect, useRef, useState } from "react";
import "./folded.css";

const SEEN = 0.6;

/**
 * What is to be known all the time one works on a page, such as a balance: written out where it stands, and as one line with the
 * page's title under the top once it has been scrolled away. The line says nothing that is not written out: it is for the eye alone.
 */
export function Folded({
  title,
  line,
  children,
}: {
  /** The page's own title; left out where there is little room. */
  readonly title: string;
  readonly line: ReactNode;
  readonly children: ReactNode;
}) {
  const whole = useRef<HTMLDivElement>(null);
  const [away, setAway] = useState(false);
  useEffect(() => {
    if (!whole.current) return;
    const top = document.querySelector(".top")?.getBoundingClientRect().height ?? 0;
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return;
        const { intersectionRatio, boundingClientRect } = entry;
        setAway(intersectionRatio < SEEN && boundingClientRect.top < top);
      },
      { rootMargin: `-${Math.round(top)}px 0px 0px`, threshold: [0, SEEN, 1] },
    );
    watch.observe(whole.current);
    return () => watch.disconnect();
  }, []);
  return (
    <>
      <div className="folded" aria-hidden="true" data-shown={away || undefined}>
        <div className="folded-line">
          <strong className="folded-title">{title}</strong>
          <span className="folded-what">{line}</span>
        </div>
      </div>
      <div ref={whole}>{children}</div>
    </>
  );
}
