import { Button } from "@digdir/designsystemet-react";
import { lazy, Suspense, useState } from "react";
import { useTexts } from "../../../platform/ui/texts.ts";

const ThingDrawer = lazy(async () => ({ default: (await import("./thing-drawer.tsx")).ThingDrawer }));

/** Opens what lives on of a thing beside what was decided: who has it, how far it has come, and the place to write that. */
export function ThingButton({
  thing,
  name,
  children,
}: {
  readonly thing: string;
  /** What it is called, for those who hear the button alone. */
  readonly name: string;
  /** What the button says, where "follow" does not fit. */
  readonly children?: string;
}) {
  const t = useTexts("decisions");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="tertiary"
        data-size="sm"
        aria-label={children ? `${children}: ${name}` : t("course.open-what", { name })}
        onClick={() => setOpen(true)}
      >
        {children ?? t("course.open")}
      </Button>
      {open ? (
        <Suspense>
          <ThingDrawer thing={thing} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
