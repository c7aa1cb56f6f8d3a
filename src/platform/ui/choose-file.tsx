import { type ReactNode, useRef } from "react";

/** A file from the reader's own machine: the control given is what people press. */
export function ChooseFile({
  accept,
  label,
  onChosen,
  children,
}: {
  /** Endings, as ".csv,.txt". */
  readonly accept: string;
  readonly label: string;
  readonly onChosen: (file: File) => void;
  readonly children: (choose: () => void) => ReactNode;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label={label}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          // The same file may be chosen again, after it has been mended
          event.target.value = "";
          if (chosen) onChosen(chosen);
        }}
      />
      {children(() => input.current?.click())}
    </>
  );
}
