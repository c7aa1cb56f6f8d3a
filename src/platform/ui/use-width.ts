import { useEffect, useRef, useState } from "react";

/** The inner width in px that an element has, followed as the page changes; a picture is laid out for it. */
export function useWidth<E extends HTMLElement>(first: number): [React.RefObject<E | null>, number] {
  const element = useRef<E>(null);
  const [width, setWidth] = useState(first);
  useEffect(() => {
    if (!element.current) return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.floor(entry.contentRect.width));
    });
    watch.observe(element.current);
    return () => watch.disconnect();
  }, []);
  return [element, width];
}
