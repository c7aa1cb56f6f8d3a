import { SelectField } from "../../../platform/ui/fields.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import type { Role } from "../../rules/organisation.ts";
import { listPostsToGive } from "../contract.ts";

interface PostChoice {
  readonly id: string;
  readonly role: Role;
}

/** One post in a body, by its title and who holds it; or all posts of a role there. */
export function PostField({
  body,
  value,
  onChange,
  problem,
}: {
  readonly body: string;
  readonly value: string | null;
  readonly onChange: (post: PostChoice | undefined) => void;
  readonly problem: unknown;
}) {
  const t = useTexts("organisation");
  const posts = useApi(listPostsToGive, { params: { body } }).data ?? [];
  return (
    <SelectField
      at="post"
      label={t("mandate.form.post")}
      value={value ?? ""}
      onChange={(id) => onChange(posts.find((post) => post.id === id))}
      problem={problem}
      options={[
        { value: "", label: t("mandate.form.any-post") },
        ...posts.map(({ id, title, name }) => ({ value: id, label: `${title} – ${name}` })),
      ]}
    />
  );
}
