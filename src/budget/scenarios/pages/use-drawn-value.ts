import { useCallback, useRef, useState } from "react";
import { flushSync } from "react-dom";

/**
 * A value that is moved more often than the screen is drawn: what is moved shows at once, and `onChange` is told the last of
 * it when the next picture is drawn, so that nothing is computed that nobody would see. Gives what to show, and how to move it.
 */
export function useDrawnValue(
  value: number,
  onChange: (value: number) => void,
): readonly [shown: number, move: (value: number) => void] {
  const [moved, show] = useState<number>();
  const latest = useRef<number>(undefined);
  const move = useCallback(
    (to: number) => {
      show(to);
      const waits = latest.current !== undefined;
      latest.current = to;
      if (waits) return;
      requestAnimationFrame(() => {
        const last = latest.current as number;
        latest.current = undefined;
        // Within this picture, not in the one after it
        flushSync(() => {
          onChange(last);
          show(undefined);
        });
      });
    },
    [onChange],
  );
  return [moved ?? value, move];
}
