import { Suspense } from "react";
import { Skeleton } from "../../platform/ui/loading.tsx";
import { type ContentProps, useKindPages } from "./matter-pages.tsx";

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
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <pre className="raw" tabIndex={0}>
      {JSON.stringify(content, null, 2)}
    </pre>
  );
}
