import { Button } from "@digdir/designsystemet-react";
import type { ReactNode } from "react";

/** A quiet button in a row: change, take away. */
export function RowButton({
  children,
  label,
  onPress,
}: {
  readonly children: ReactNode;
  /** What it is about, for those who hear the button alone. */
  readonly label: string;
  readonly onPress: () => void;
}) {
  return (
    <Button variant="tertiary" data-size="sm" aria-label={label} onClick={onPress}>
      {children}
    </Button>
  );
}
