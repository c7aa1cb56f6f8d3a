import { Button } from "@digdir/designsystemet-react";
import { Suspense, useState } from "react";
import { Skeleton } from "../../platform/ui/loading.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { type ContentProps, useKindPages } from "./matter-pages.tsx";

const FIRST_LINES = 60;

/** A version's content as its chapter shows it; where no chapter does, as its plain text. */
export function Content({ kind, ...of }: ContentProps & { readonly kind: string }) {
  const pages = useKindPages(kind);
  if (!pages) return <RawContent content={of.content} />;
  return (
    <Suspense fallback={<Skeleton lines={6} />}>
      <pages.Read {...of} />
    </Suspense>
  );
}

/** The content to the letter, as it is hashed and stored. */
export function RawContent({ content }: { readonly content: unknown }) {
  const t = useTexts("platform");
  const [whole, setWhole] = useState(false);
  const lines = JSON.stringify(content, null, 2).split("\n");
  return (
    <>
      <pre className="raw">{(whole ? lines : lines.slice(0, FIRST_LINES)).join("\n")}</pre>
      {!whole && lines.length > FIRST_LINES ? (
        <p>
          <Button variant="secondary" data-size="sm" onClick={() => setWhole(true)}>
            {t("ui.show-more")}
          </Button>
        </p>
      ) : null}
    </>
  );
}
