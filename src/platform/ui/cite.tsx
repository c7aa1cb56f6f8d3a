import { Link } from "./link.tsx";
import { useTexts } from "./texts.ts";

/** Where the model's sections and the laws are told in our own words. */
export const MODEL_PATH = "/modellen";

/** "§2.1" → "s2-1", "KL 11:5" → "kl-11-5": the place of a citation on the page of the model. */
export const citePlace = (cite: string): string =>
  cite
    .toLowerCase()
    .replace(/^§/, "s")
    .replace(/[^a-z0-9åäö]+/g, "-")
    .replace(/-+$/, "");

/** A section as a chip that leads to what it means. */
export function Cite({ of }: { readonly of: string }) {
  const t = useTexts("platform");
  return (
    <Link
      plain
      className="cite"
      href={`${MODEL_PATH}#${citePlace(of)}`}
      aria-label={t("ui.cite", { cite: of })}
    >
      {of}
    </Link>
  );
}
